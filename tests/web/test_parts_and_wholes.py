"""Who recalls a part of a document is found on the page of the whole, and told as that."""

import pytest
from django.test import Client

from archive.models import Resolution
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db


def _page(client: Client, symbol: str) -> Element:
    return markup(client.get(f"/{symbol}/").content)


@pytest.fixture
def whole() -> Resolution:
    """45/58, of which one text recalls part P by a part's words."""
    part, whole = make.make_resolution("A/RES/45/58P"), make.make_resolution("A/RES/45/58")
    citing = make.make_text(make.adopted("A/RES/66/164", 2011))
    paragraph = make.make_paragraph(citing, "Recalls its resolution 45/58 P of 1990;", opening="")
    make.make_citation(paragraph, "resolution 45/58 P", part)
    make.make_citation(paragraph, "45/58", whole, of_whole=True)
    return whole


@pytest.mark.usefixtures("whole")
def test_the_part_alone_is_linked_and_recalled_in_the_citing_text(client: Client) -> None:
    page = _page(client, "A/RES/66/164")
    links = page.one("div", id="op1").one("p").every("a")
    assert [link.attributes["href"] for link in links] == ["/A/RES/45/58P/"]
    assert page.one("h2", id="recalls").words == "Recalls 1 resolution"


@pytest.mark.parametrize("is_held", [False, True])
def test_the_page_of_the_whole_shows_the_words_of_the_part(
    client: Client,
    whole: Resolution,
    is_held: bool,  # noqa: FBT001
) -> None:
    if is_held:
        make.make_text(whole)
    page = _page(client, "A/RES/45/58")
    assert page.one("h2", id="recalled-by").words == "Recalled by 1 held document"
    assert [one.words for one in page.every("mark")] == ["resolution 45/58 P"]
    assert "Each recalls a part of it." in page.tidy_words


def test_those_that_recall_the_whole_are_told_from_those_that_recall_a_part(
    client: Client, whole: Resolution
) -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls its resolution 45/58;", opening="")
    make.make_citation(paragraph, "45/58", whole)
    page = _page(client, "A/RES/45/58")
    assert page.one("h2", id="recalled-by").words == "Recalled by 2 held documents"
    assert "1 of them recalls a part of it." in page.tidy_words


def test_the_page_of_a_part_leads_to_the_document_that_prints_it(
    client: Client, whole: Resolution
) -> None:
    assert "prints it" not in _page(client, "A/RES/45/58P").one("p", class_="standing").words
    make.make_text(whole)
    standing = _page(client, "A/RES/45/58P").one("p", class_="standing")
    assert standing.tidy_words.endswith("The document that prints it, A/RES/45/58, is held.")
    assert standing.one("a").attributes["href"] == "/A/RES/45/58/"


def test_a_conflict_is_told_on_the_page_of_what_is_cited(client: Client) -> None:
    cited = make.adopted("A/RES/53/144", 1998)
    paragraph = make.make_paragraph(make.make_text(), "Recalls 53/144 of 1999;", opening="")
    make.make_citation(paragraph, "53/144 of 1999", cited, date_conflict="Another day.")
    assert _page(client, "A/RES/53/144").one("p", class_="conflict-note").words == "Another day."
    make.make_text(cited)
    assert _page(client, "A/RES/53/144").one("span", class_="conflict-note").words == "Another day."
