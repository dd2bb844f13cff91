"""A draft is never shown as adopted: every page that shows it says what it is."""

import pytest
from django.test import Client

from archive.models import Resolution, Text
from tests import factories as make
from tests.lineages import member
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

SAID = "draft, not adopted in these words; see A/RES/70/161"


@pytest.fixture
def draft() -> Text:
    """A held draft that cites A/RES/66/164, and the resolution adopted in its place."""
    adopted = member(make.adopted("A/RES/70/161", 2015, series="human rights defenders"))
    resolution = member(make.make_draft(adopted_as=adopted, series="human rights defenders"))
    text = make.make_text(resolution)
    paragraph = make.make_paragraph(text, "Recalls resolution 66/164;", opening="Recalls")
    make.make_citation(paragraph, "resolution 66/164", make.adopted("A/RES/66/164", 2011))
    return text


def _page(client: Client, address: str) -> Element:
    return markup(client.get(address).content)


def _main(client: Client, address: str) -> str:
    return _page(client, address).one("main").tidy_words


@pytest.mark.usefixtures("draft")
def test_one_line_above_its_title_says_so(client: Client) -> None:
    header = _page(client, "/A/C.3/70/L.46/").one("header", class_="title")
    line = header.one("p", class_="draft-line")
    assert line.tidy_words == "Draft. Not adopted in these words; see A/RES/70/161."
    assert line.one("a").attributes["href"] == "/A/RES/70/161/"
    elements = [child for child in header.children if isinstance(child, Element)]
    assert elements.index(line) < elements.index(header.one("h1"))


def test_a_draft_whose_fate_is_not_known_says_no_more_than_that(client: Client) -> None:
    make.make_draft("A/HRC/22/L.13")
    line = _page(client, "/A/HRC/22/L.13/").one("p", class_="draft-line")
    assert line.tidy_words == "Draft. Not adopted in these words."


@pytest.mark.usefixtures("draft")
def test_its_facts_lead_to_what_was_adopted_in_its_place(client: Client) -> None:
    [row] = [
        row
        for row in _page(client, "/A/C.3/70/L.46/").one("table", class_="masthead").every("tr")
        if row.one("th").words == "Adopted in its place"
    ]
    assert row.one("td").tidy_words == "A/RES/70/161"
    assert row.one("a").attributes["href"] == "/A/RES/70/161/"


@pytest.mark.usefixtures("draft")
def test_what_it_recalls_shows_it_as_a_draft(client: Client) -> None:
    make.make_text(Resolution.objects.get(symbol="A/RES/66/164"))
    [section] = _page(client, "/A/RES/66/164/").every(
        "section", **{"aria-labelledby": "recalled-by"}
    )
    assert SAID in section.tidy_words


@pytest.mark.usefixtures("draft")
def test_a_cited_only_page_shows_it_as_a_draft(client: Client) -> None:
    assert f"A/C.3/70/L.46 · {SAID}" in _main(client, "/A/RES/66/164/")


@pytest.mark.usefixtures("draft")
def test_what_was_adopted_in_its_place_shows_it(client: Client) -> None:
    [section] = _page(client, "/A/RES/70/161/").every("section", **{"aria-labelledby": "drafts"})
    assert section.tidy_words == f"1 draft of it known A/C.3/70/L.46 · {SAID}"


@pytest.mark.usefixtures("draft")
def test_the_home_page_shows_it_as_a_draft(client: Client) -> None:
    assert SAID in _main(client, "/")


@pytest.mark.usefixtures("draft")
def test_what_cites_it_shows_it_as_a_draft(client: Client) -> None:
    text = make.make_text(make.make_resolution("A/RES/71/1"))
    paragraph = make.make_paragraph(text, "Recalls A/C.3/70/L.46;", opening="Recalls")
    make.make_citation(paragraph, "A/C.3/70/L.46", Resolution.objects.get(symbol="A/C.3/70/L.46"))
    page = _page(client, "/A/RES/71/1/")
    assert page.one("div", id="op1").one("p").words == "Recalls A/C.3/70/L.46 (a draft);"
    [section] = page.every("section", **{"aria-labelledby": "recalls"})
    assert SAID in section.tidy_words


@pytest.mark.usefixtures("draft")
def test_the_title_of_its_page_says_so(client: Client) -> None:
    heads = [_page(client, f"/{one}/").one("head") for one in ("A/C.3/70/L.46", "A/RES/70/161")]
    titles = [head.one("title").words for head in heads]
    assert titles == ["A/C.3/70/L.46 (draft) · Recalling", "A/RES/70/161 · Recalling"]


@pytest.mark.usefixtures("draft")
def test_its_mark_on_the_time_line_says_so(client: Client) -> None:
    marks = _page(client, "/").one("svg").every("a")
    assert {mark.one("title").words for mark in marks} == {
        "A/C.3/70/L.46 (draft): Title of A/C.3/70/L.46",
        "A/RES/70/161 (not held): Title of A/RES/70/161",
    }


@pytest.mark.usefixtures("draft")
def test_it_is_cited_as_a_draft(client: Client) -> None:
    references = _page(client, "/A/C.3/70/L.46/").one("dl", class_="references")
    first = references.every("dd")[0].one("span").words
    assert first == "Draft resolution A/C.3/70/L.46"
