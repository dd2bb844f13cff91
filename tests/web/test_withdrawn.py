"""The page of a withdrawn text says that it was, when and why, and nothing of the text."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.ingest.publishing.withdrawal import restore, withdraw
from archive.models import Resolution, Text
from tests import factories as make
from tests.lineages import member
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

ADDRESS = "/A/RES/66/164/"


@pytest.fixture
def text() -> Text:
    """A published text with a paragraph, in a series."""
    resolution = make.adopted(
        "A/RES/66/164", 2011, title="Promotion of it", series="human rights defenders"
    )
    text = make.make_text(member(resolution))
    make.make_paragraph(text, "Calls upon all States to act.")
    return text


@pytest.fixture
def withdrawn(text: Text) -> Text:
    withdraw(text.pk, by=make.make_staff("publisher"), reason="A <b>person</b> is named in it.")
    Text.objects.filter(pk=text.pk).update(withdrawn_at="2026-11-24T12:00Z")
    return text


def _page(client: Client, address: str = ADDRESS) -> Element:
    response = client.get(address)
    assert response.status_code == 410
    return markup(response.content)


def test_it_says_what_was_withdrawn_when_and_why(client: Client, withdrawn: Text) -> None:
    page = _page(client)
    assert page.one("h1").tidy_words == "The text of A/RES/66/164 was withdrawn."
    said = page.one("section", class_="error").tidy_words
    assert "on 24 November 2026. Why: A <b>person</b> is named in it." in said
    assert page.one("title").words == "A/RES/66/164, withdrawn · Recalling"


def test_it_says_nothing_of_the_text(client: Client, withdrawn: Text) -> None:
    content = client.get(ADDRESS).content.decode()
    assert "Promotion" not in content
    assert "Calls upon" not in content


def test_other_spellings_lead_to_it(client: Client, withdrawn: Text) -> None:
    response = client.get("/resolution/66-164")
    assert (response.status_code, response["Location"]) == (301, ADDRESS)


def test_it_takes_few_queries(
    client: Client, withdrawn: Text, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        client.get(ADDRESS)


def test_no_list_and_no_count_has_it(client: Client, text: Text) -> None:
    assert Resolution.objects.holdings().resolutions == 1
    assert "Promotion" in client.get("/").content.decode()
    withdraw(text.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    holdings = Resolution.objects.holdings()
    assert (holdings.resolutions, holdings.not_held) == (0, 0)
    assert "A/RES/66/164" not in client.get("/").content.decode()


def test_a_draft_that_was_withdrawn_is_not_listed_with_what_was_adopted(
    client: Client, text: Text
) -> None:
    draft = make.make_draft("A/C.3/66/L.46", adopted_as=text.resolution, title="A first try")
    of_draft = make.make_text(draft)
    assert "A/C.3/66/L.46" in client.get(ADDRESS).content.decode()
    withdraw(of_draft.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    assert "A/C.3/66/L.46" not in client.get(ADDRESS).content.decode()


def test_restored_it_is_read_again(client: Client, withdrawn: Text) -> None:
    before = client.get(ADDRESS)
    restore(withdrawn.pk, by=make.make_staff("publisher"))
    after = client.get(ADDRESS)
    assert (before.status_code, after.status_code) == (410, 200)
    assert "Calls upon all States to act." in after.content.decode()


def test_a_citation_of_it_leads_to_the_page_that_says_so(client: Client, withdrawn: Text) -> None:
    citing = make.make_text(make.adopted("A/RES/68/181", 2013))
    paragraph = make.make_paragraph(citing, "Recalls resolution 66/164;")
    make.make_citation(paragraph, "resolution 66/164", withdrawn.resolution)
    page = markup(client.get("/A/RES/68/181/").content)
    links = [link for link in page.every("a", href=ADDRESS) if not link.every("title")]
    assert links
    assert links == page.every("a", href=ADDRESS, class_="not-held")


class TestInOtherLanguages:
    """Texts in languages that the archive does not read."""

    @pytest.fixture(autouse=True)
    def _translated(self, text: Text) -> None:
        self.english = text
        self.french = make.make_text(text.resolution, language="fr", title="Promotion de cela")

    def test_a_withdrawn_translation_is_offered_no_more(self, client: Client) -> None:
        withdraw(self.french.pk, by=make.make_staff("publisher"), reason="A bad scan.")
        page = _page(client, f"{ADDRESS}?lang=fr")
        assert page.one("h1").tidy_words == "The French text of A/RES/66/164 was withdrawn."
        assert page.every("a", href=ADDRESS)
        english = client.get(ADDRESS)
        assert english.status_code == 200
        assert "lang=fr" not in english.content.decode()

    def test_where_the_english_text_is_withdrawn_no_language_is_shown(self, client: Client) -> None:
        withdraw(self.english.pk, by=make.make_staff("publisher"), reason="A person is named.")
        page = _page(client, f"{ADDRESS}?lang=fr")
        assert page.one("h1").tidy_words == "The text of A/RES/66/164 was withdrawn."
        assert "Promotion de cela" not in page.words


def test_the_day_is_written_as_everywhere(client: Client, withdrawn: Text) -> None:
    Text.objects.filter(pk=withdrawn.pk).update(withdrawn_at=date(2026, 1, 2).isoformat() + "T00Z")
    assert "2 January 2026" in _page(client).words
