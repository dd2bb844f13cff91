"""The founding documents, brought in as ``quickstart`` brings them, and read as a reader does."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from archive.models import Paragraph
from tests.web.markup import Element, markup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("founding_documents")]

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
DRAFT_WORDS = "draft, not adopted in these words; see A/RES/70/161"


@pytest.fixture
def founding_documents() -> None:
    """The table of facts and the five files."""
    call_command("load_facts", FIXTURES / "resolutions.csv")
    call_command("ingest", FIXTURES, jobs=1)


def _page(client: Client, address: str) -> Element:
    response = client.get(address)
    assert response.status_code == 200
    return markup(response.content)


def _links(element: Element) -> set[str]:
    return {link.attributes["href"] for link in element.every("a")}


def test_what_only_they_cite_lists_all_five_with_their_citing_words(client: Client) -> None:
    page = _page(client, "/A/RES/53/144/")
    cited = {
        section.one("h4").every("a")[0].words: [mark.words for mark in section.every("mark")]
        for section in page.every("section", class_="citing-resolution")
    }
    assert set(cited) == {
        "A/RES/56/163",
        "A/RES/58/178",
        "A/RES/62/152",
        "A/RES/66/164",
        "A/C.3/70/L.46",
    }
    assert all("resolution 53/144 of 9 December 1998" in words for words in cited.values())


def test_a_resolution_links_what_it_recalls_from_its_paragraphs_and_its_notes(
    client: Client,
) -> None:
    page = _page(client, "/A/RES/66/164/")
    assert "/A/RES/53/144/" in _links(page.one("div", id="pp1"))
    second = _links(page.one("div", id="pp2"))
    assert second >= {"/A/RES/64/163/", "/A/HRC/RES/13/13/", "/A/HRC/RES/16/5/", "#fn1", "#fn2"}
    assert "/A/RES/53/144/" in _links(page.one("li", id="fn5"))
    assert _links(page.one("li", id="fn1")) >= {"#fn1-mark", "/A/HRC/RES/13/13/"}
    assert _links(page.one("li", id="fn2")) >= {"#fn2-mark", "/A/HRC/RES/16/5/"}


def test_the_draft_says_it_is_one_and_stands_as_one_where_it_recalls(client: Client) -> None:
    draft = _page(client, "/A/C.3/70/L.46/").one("p", class_="draft-line")
    assert draft.tidy_words == "Draft. Not adopted in these words; see A/RES/70/161."
    [recalled_by] = _page(client, "/A/RES/66/164/").every(
        "section", **{"aria-labelledby": "recalled-by"}
    )
    assert f"A/C.3/70/L.46 · {DRAFT_WORDS}" in recalled_by.tidy_words


def test_a_text_that_prints_no_symbol_says_what_its_symbol_rests_on(client: Client) -> None:
    known = _page(client, "/A/RES/62/152/").one("table", class_="masthead").tidy_words
    assert "Received as resolution 62/152." in known


def test_agreed_language_tells_who_says_a_paragraph_word_for_word_and_who_reworded_it(
    client: Client,
) -> None:
    impunity = Paragraph.objects.get(text__resolution__symbol="A/RES/58/178", anchor="op7")
    found = client.get("/language/", {"q": impunity.wording}, follow=True)
    same, *near = markup(found.content).every("li", class_="agreed")
    assert _links(same) >= {"/A/RES/56/163/#op3", "/A/RES/58/178/#op7"}
    assert not same.every("ins")
    later = next(one for one in near if "/A/RES/62/152/#op7" in _links(one))
    assert "gender-based violence" in " ".join(one.words for one in later.every("ins"))


@pytest.mark.parametrize("q", ['"gender-based violence"', "“human rights defenders”"])
def test_a_phrase_finds_them_by_their_own_words(client: Client, q: str) -> None:
    response = client.get("/search/", {"q": q})
    page = markup(response.content)
    results = page.one("ol", class_="results").every("li", class_="result")
    assert results
    for result in results:
        marks = [mark.words.lower() for mark in result.every("mark")]
        assert q.strip('"“”') in marks


def test_every_public_page_of_a_resolution_is_there(client: Client) -> None:
    home = _page(client, "/")
    symbols = [link for link in _links(home.one("section", id="series")) if "/" in link[1:]]
    assert len(symbols) > 20
    assert {client.get(address).status_code for address in symbols} == {200}
