"""Coverage: what is held and what is not, each number counted from the rows it leads to."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.ingest.publishing.withdrawal import withdraw
from archive.models import Resolution
from archive.parsing.pipeline import PARSER_VERSION
from archive.web.coverage import FIRST_FEW
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

PAGES = [
    "/coverage/",
    "/coverage/not-held/",
    "/coverage/unresolved/",
    "/coverage/conflicts/",
    "/coverage/sources/",
]
CONFLICT = "The citation gives 9 December 1999; A/RES/53/144 was adopted on 9 December 1998."
#: One for the archive’s version, and as many as there are tables of numbers.
QUERIES = 17


def _citing(symbol: str, *cited: Resolution | str, **fields: object) -> None:
    """A text that cites some resolutions and documents, one in each paragraph."""
    text = make.make_text(make.make_resolution(symbol, adopted_on=date(2011, 12, 19)), **fields)
    for one in cited:
        words = str(one)
        make.make_citation(make.make_paragraph(text, f"Recalls {words};"), words, one)


@pytest.fixture(scope="module", autouse=True)
def rows(rows_of_module: None) -> None:
    """Three texts that cite what is not held, what has no page, and one another."""
    with make.catalogued_once():
        _make_rows()


def _make_rows() -> None:
    declaration = make.make_resolution("A/RES/53/144", title="The Declaration")
    make.make_evidence(declaration, fact="adopted_on", is_verified=False)
    covenants = make.make_resolution("A/RES/2200(XXI)")
    make.make_resolution("A/HRC/RES/13/13")
    other = make.make_source_file(received_from="a library", media_type="application/pdf")
    _citing("A/RES/66/164", declaration, covenants, "A/65/223", "A/66/203")
    _citing("A/RES/68/181", declaration, "A/65/223", source_file=other, parser_version="1")
    text = Resolution.objects.get(symbol="A/RES/66/164").texts.get()
    paragraph = text.paragraphs.get(anchor="op1")
    note = make.make_footnote(paragraph, "See resolution 53/144 of 9 December 1999.")
    make.make_citation(
        note, "resolution 53/144 of 9 December 1999", declaration, date_conflict=CONFLICT
    )
    make.make_citation(paragraph, "A/RES", "", pinpoint="op2")
    make.make_citation(paragraph, "A/RES/53/144", "A/RES/52/1", of_whole=True, conflict="Doubted.")
    _withdrawn(covenants)


def _withdrawn(cited: Resolution) -> None:
    source = make.make_source_file(received_from="a person in danger")
    _citing("A/RES/66/903", cited, "A/99/999", source_file=source)
    text = Resolution.objects.get(symbol="A/RES/66/903").texts.get()
    other = make.make_source_file(
        received_from="a person in danger", media_type="application/msword"
    )
    make.make_text(text.resolution, language="ru", source_file=other, parser_version="0")
    withdraw(text.pk, by=make.make_staff("publisher"), reason="A person is named in it.")


def _page(client: Client, address: str) -> Element:
    response = client.get(address)
    assert response.status_code == 200, address
    return markup(response.content)


def _table(part: Element) -> list[list[str]]:
    rows = part.one("tbody").every("tr")
    return [[cell.tidy_words for cell in row.every() if cell.name in {"th", "td"}] for row in rows]


def _lines(part: Element) -> list[str]:
    found = part.every("li", class_="line")
    return [line.one("p", class_="line-facts").tidy_words for line in found]


def test_what_is_held_and_known_is_counted_by_organ_and_all_together(client: Client) -> None:
    held = _page(client, "/coverage/").one("section", id="held")
    assert _table(held) == [
        ["General Assembly GA", "2011", "2", "0", "2"],
        ["Human Rights Council HRC", "", "0", "0", "1"],
    ]
    total = held.one("tfoot").one("tr")
    assert total.tidy_words == "All together 2 0 3"
    assert "6 paragraphs, headings among them, and 1 note." in held.tidy_words
    assert "Of 1 resolution nobody has checked the date of adoption" in held.tidy_words


def test_citations_are_counted_by_what_they_lead_to(client: Client) -> None:
    citations = _page(client, "/coverage/").one("section", id="citations")
    assert _table(citations) == [
        ["To a resolution that has a page", "4"],
        ["To a place of the same text", "1"],
        ["Unresolved: to a document without a page", "3"],
        ["All together", "8"],
        ["In doubt, among them", "1"],
    ]
    assert citations.one("a").attributes["href"] == "/coverage/conflicts/"


@pytest.mark.parametrize("address", ["/coverage/", "/coverage/not-held/"])
def test_what_is_cited_and_not_held_stands_most_recalled_first(
    client: Client, address: str
) -> None:
    assert _lines(_page(client, address)) == [
        "A/RES/53/144 · not held recalled by 2",
        "A/RES/2200A(XXI) · not held recalled by 1",
    ]


@pytest.mark.parametrize("address", ["/coverage/", "/coverage/unresolved/"])
def test_what_is_cited_without_a_page_leads_to_as_many_texts_as_cite_it(
    client: Client, address: str
) -> None:
    page = _page(client, address).one(
        "div", class_="table-frame", **{"aria-label": "Documents without a page"}
    )
    assert _table(page) == [["A/65/223", "2 texts"], ["A/66/203", "1 text"]]
    addresses = [link.attributes["href"] for link in page.every("a")]
    found = [client.get(one.replace("/search/", "/search.json")).json() for one in addresses]
    assert [one["total"]["number"] for one in found] == [2, 1]


def test_a_citation_in_doubt_says_where_it_stands_and_what_speaks_against_it(
    client: Client,
) -> None:
    [doubt] = _page(client, "/coverage/conflicts/").one("ul", class_="doubts").every("li")
    assert doubt.tidy_words == (
        f"A/RES/66/164 · note 1 resolution 53/144 of 9 December 1999 {CONFLICT}"
    )
    place = doubt.one("a", class_="place").attributes["href"]
    address, _, anchor = place.partition("#")
    assert markup(client.get(address).content).every(id=anchor)


@pytest.mark.parametrize("address", ["/coverage/", "/coverage/sources/"])
def test_sources_say_how_many_texts_came_from_them_and_when(client: Client, address: str) -> None:
    table = _page(client, address).one("div", class_="table-frame", **{"aria-label": "Sources"})
    assert _table(table) == [
        ["a library", "1", "24 November 2026", "24 November 2026"],
        ["a test", "1", "24 November 2026", "24 November 2026"],
    ]


def test_formats_languages_and_versions_of_the_parser_are_counted(client: Client) -> None:
    page = _page(client, "/coverage/")
    lists = page.every("ul", class_="counts")
    counts = [[row.tidy_words for row in one.every("li")] for one in lists]
    assert counts == [["PDF 1", "Plain text 1"], ["English 2"]]
    rows = _table(page.one("section", id="parsers"))
    assert [row[:2] for row in rows] == [["1", "1"], [f"{PARSER_VERSION} present", "1"]]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_of_what_was_withdrawn_is_said_or_counted(client: Client, address: str) -> None:
    page = _page(client, address)
    for words in ("66/903", "99/999", "a person in danger"):
        assert words not in page.words


@pytest.mark.parametrize("address", PAGES[1:])
def test_a_long_list_is_read_page_by_page(
    client: Client, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr("archive.web.paging.PAGE_SIZE", 1)
    rows = [
        row
        for number in (1, 2)
        if client.get(f"{address}?page={number}").status_code == 200
        for row in _rows(_page(client, f"{address}?page={number}"))
    ]
    assert len(rows) == len(set(rows)) == (1 if "conflicts" in address else 2)


def _rows(page: Element) -> list[str]:
    tables = page.every("tbody")
    rows = tables[0].every("tr") if tables else page.one("main").every("li")
    return [row.tidy_words for row in rows if not row.tidy_words.startswith(("Page", "…"))]


def test_the_first_page_shows_the_first_few_and_leads_to_the_rest(client: Client) -> None:
    cited = [make.make_resolution() for _ in range(FIRST_FEW)]
    _citing("A/RES/70/161", *cited)
    section = _page(client, "/coverage/").one("section", id="not-held")
    assert len(_lines(section)) == FIRST_FEW
    more = section.one("a", href="/coverage/not-held/").words
    assert more == f"All {FIRST_FEW + 2} resolutions cited but not held"
    assert len(_lines(_page(client, "/coverage/not-held/"))) == FIRST_FEW + 2


@pytest.mark.parametrize("address", PAGES)
def test_a_page_costs_the_same_queries_however_much_is_cited(client: Client, address: str) -> None:
    asked = []
    for number in (0, 3):
        for one in range(number):
            cited = make.make_resolution(f"A/RES/60/{one + 1}")
            _citing(f"A/RES/70/{one + 1}", cited, f"A/70/{one + 1}")
        with CaptureQueriesContext(connection) as captured:
            _page(client, address)
        asked.append(len(captured))
    assert asked[0] == asked[1]
    assert asked[0] <= (QUERIES if address == "/coverage/" else 3)
