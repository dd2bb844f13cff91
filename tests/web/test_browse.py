"""Browsing: by organ, session, year and opening, each number that of the list it leads to."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.ingest.publishing.withdrawal import withdraw
from archive.models import Paragraph, Resolution
from tests import factories as make
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

LISTS = ["/browse/", "/browse/GA/", "/browse/GA/66/", "/browse/years/2011/", "/browse/openings/"]


def _held(symbol: str, **fields: object) -> Resolution:
    """A resolution with a paragraph before its operative part and two in it."""
    text = make.make_text(make.make_resolution(symbol, **fields))
    make.make_paragraph(
        text,
        "Recalling its resolutions,",
        kind=Paragraph.Kind.PREAMBULAR,
        opening="Recalling",
        form="recall",
    )
    for opening in ("Calls upon", "Also calls upon"):
        make.make_paragraph(text, f"{opening} States;", opening=opening, form="call upon")
    return text.resolution


@pytest.fixture(scope="module", autouse=True)
def rows(rows_of_module: None) -> None:
    """Resolutions of three organs, of sessions of every kind; and one that was withdrawn."""
    with make.catalogued_once():
        _make_rows()


def _make_rows() -> None:
    adopted = _held("A/RES/66/164", adopted_on=date(2011, 12, 19))
    text = adopted.texts.get()
    make.make_paragraph(text, "Recalls its resolutions;", opening="Recalls", form="recall")
    make.make_resolution("A/RES/66/9", adopted_on=date(2011, 11, 11))
    make.make_resolution("A/RES/66/100", adopted_on=date(2011, 12, 9), title="")
    draft = _held(
        "A/C.3/66/L.29",
        stage="draft",
        distributed_on=date(2011, 10, 3),
        adopted_as=adopted,
    )
    assert draft.is_draft
    make.make_resolution("A/RES/2200(XXI)")
    make.make_resolution("A/RES/S-21/2", adopted_on=date(1999, 7, 2))
    make.make_resolution("A/RES/53/144", adopted_on=date(1998, 12, 9))
    make.make_resolution("E/CN.4/RES/2001/61", adopted_on=date(2001, 4, 25))
    make.make_draft("E/CN.4/L.5")
    _withdrawn("A/RES/67/903")


def _withdrawn(symbol: str) -> None:
    resolution = _held(symbol, adopted_on=date(2012, 12, 20), title="A title to be hidden")
    text = resolution.texts.get()
    withdraw(text.pk, by=make.make_staff("publisher"), reason="A person is named in it.")


def _page(client: Client, address: str) -> Element:
    response = client.get(address)
    assert response.status_code == 200, address
    return markup(response.content)


def _table(part: Element) -> list[list[str]]:
    rows = part.one("tbody").every("tr")
    return [[cell.tidy_words for cell in row.every() if cell.name in {"th", "td"}] for row in rows]


def _symbols(page: Element) -> list[str]:
    return [line.every("a", class_="symbol")[0].words for line in page.every("li", class_="line")]


def _found(client: Client, address: str) -> int:
    """How many a search finds, as its feed for programs says."""
    answer = client.get(address.replace("/search/", "/search.json")).json()
    return int(answer["total"]["number"])


def test_organs_stand_in_their_order_with_what_is_held_and_known(client: Client) -> None:
    section = _page(client, "/browse/").one("section", id="organs")
    assert _table(section) == [
        ["General Assembly GA", "1998–2011", "1", "1", "5"],
        ["Commission on Human Rights CHR", "2001", "0", "0", "2"],
    ]


def test_sessions_stand_latest_first_with_special_ones_after_them(client: Client) -> None:
    assert _table(_page(client, "/browse/GA/")) == [
        ["66 sixty-sixth session", "2011", "1", "1", "2"],
        ["53 fifty-third session", "1998", "0", "0", "1"],
        ["XXI twenty-first session", "", "0", "0", "1"],
        ["S-21 twenty-first special session", "1999", "0", "0", "1"],
    ]
    assert [row[0] for row in _table(_page(client, "/browse/CHR/"))] == ["2001", "No session"]


def test_a_session_lists_its_resolutions_by_number_and_then_its_drafts(client: Client) -> None:
    page = _page(client, "/browse/GA/66/")
    assert _symbols(page) == ["A/RES/66/9", "A/RES/66/100", "A/RES/66/164", "A/C.3/66/L.29"]
    assert page.one("h1").words == "General Assembly, sixty-sixth session"
    draft = page.every("li", class_="line")[-1]
    assert "draft, not adopted in these words" in draft.tidy_words
    assert "distributed 3 October 2011" in draft.tidy_words
    assert "Title not known" in page.every("li", class_="line")[1].tidy_words


def test_what_symbols_name_no_session_of_can_be_browsed_too(client: Client) -> None:
    assert _symbols(_page(client, "/browse/CHR/no-session/")) == ["E/CN.4/L.5"]


def test_a_year_lists_by_day_what_was_adopted_and_distributed(client: Client) -> None:
    symbols = ["A/C.3/66/L.29", "A/RES/66/9", "A/RES/66/100", "A/RES/66/164"]
    assert _symbols(_page(client, "/browse/years/2011/")) == symbols


def test_years_stand_by_decades_with_how_many_are_known(client: Client) -> None:
    decades = _page(client, "/browse/").one("dl", class_="decades").every("div")
    assert [decade.tidy_words for decade in decades] == [
        "1990– 1998 1 1999 1",
        "2000– 2001 1",
        "2010– 2011 4",
    ]


def test_a_list_leads_to_those_before_and_after_it(client: Client) -> None:
    around = _page(client, "/browse/years/1999/").one("nav", class_="shelf-neighbours")
    links = [(link.words, link.attributes["href"]) for link in around.every("a")]
    assert links == [("1998", "/browse/years/1998/"), ("2001", "/browse/years/2001/")]
    around = _page(client, "/browse/GA/66/").one("nav", class_="shelf-neighbours")
    assert [link.words for link in around.every("a")] == ["53"]


def test_the_search_among_a_list_finds_as_many_as_it_has(client: Client) -> None:
    for address, count in (("/browse/GA/66/", 4), ("/browse/years/2011/", 4)):
        page = _page(client, address)
        [link] = [
            one for one in page.one("main").every("a") if one.words.startswith("Search among")
        ]
        assert len(_symbols(page)) == count
        assert _found(client, link.attributes["href"]) == count


def test_each_number_of_openings_is_that_of_the_search_it_leads_to(client: Client) -> None:
    page = _page(client, "/browse/openings/")
    rows = [row for body in page.every("tbody") for row in body.every("tr")]
    assert [row.tidy_words for row in rows] == ["C", "call upon 0 4 4", "R", "recall 2 1 3"]
    links = [link for row in rows for link in row.every("a")]
    assert [_found(client, one.attributes["href"]) for one in links] == [
        int(one.words) for one in links
    ]


def test_the_most_used_openings_of_each_part_lead_to_as_many_paragraphs(client: Client) -> None:
    lists = _page(client, "/browse/").every("ul", class_="openings")
    rows = [row for one in lists for row in one.every("li")]
    assert [row.tidy_words for row in rows] == ["recall 2", "call upon 4", "recall 1"]
    addresses = [row.one("a").attributes["href"] for row in rows]
    assert [_found(client, address) for address in addresses] == [2, 4, 1]


@pytest.mark.parametrize("address", LISTS)
def test_what_was_withdrawn_is_neither_named_nor_counted(client: Client, address: str) -> None:
    page = _page(client, address)
    assert "67/903" not in page.words
    assert "hidden" not in page.words


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/browse/GA/7/", "The archive knows no resolution of General Assembly, seventh session."),
        ("/browse/GA/67/", "The archive knows no resolution of General Assembly, sixty-seventh"),
        ("/browse/years/1950/", "The archive knows no resolution of 1950."),
        ("/browse/GA/66/?page=2", "This list has no page “2”; its pages go from 1 to 1."),
        ("/browse/openings/?page=x", "This list has no page “x”; its pages go from 1 to 1."),
    ],
)
def test_a_list_that_is_not_there_is_said_not_to_be(
    client: Client, address: str, sentence: str
) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert sentence in markup(response.content).one("h1").tidy_words


def test_an_organ_of_which_nothing_is_known_says_so(client: Client) -> None:
    page = _page(client, "/browse/SC/")
    assert page.one("h1").words == "Security Council"
    assert "The archive knows no resolution of this organ yet." in page.tidy_words


def test_a_long_list_is_read_page_by_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _symbols(_page(client, "/browse/GA/66/"))
    cache.clear()
    monkeypatch.setattr("archive.web.paging.PAGE_SIZE", 3)
    first, second = (_page(client, f"/browse/GA/66/{query}") for query in ("", "?page=2"))
    assert _symbols(first) + _symbols(second) == whole
    assert second.one("ol", class_="lines").attributes["start"] == "4"
    assert second.one("nav", class_="pages").one("a", href="/browse/GA/66/").tidy_words == "Page 1"
    canonical = second.one("link", rel="canonical").attributes["href"]
    assert canonical == "http://testserver/browse/GA/66/?page=2"


@pytest.mark.parametrize("address", LISTS)
def test_a_list_costs_the_same_queries_however_much_is_known(client: Client, address: str) -> None:
    """One for the archive’s version, at most three for the page."""
    asked = []
    for number in (0, 5):
        for one in range(number):
            _held(f"A/RES/66/{500 + one}", adopted_on=date(2011, 12, 21))
        with CaptureQueriesContext(connection) as captured:
            _page(client, address)
        asked.append(len(captured))
    assert asked[0] == asked[1] <= 4
