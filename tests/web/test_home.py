"""The home page: what the archive is, the series, what is recalled most, what is held."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.models import Resolution
from archive.web.home import MOST_RECALLED_COUNT, PUBLISHED_COUNT, SERIES
from tests import factories as make
from tests.lineages import member
from tests.web.markup import Element, markup

pytestmark = pytest.mark.django_db

#: The version, organs, the series, what is recalled most, what came last, holdings, the series by
#: its name.
QUERIES = 7


def _page(client: Client) -> Element:
    response = client.get("/")
    assert response.status_code == 200
    return markup(response.content)


def _of_series(symbol: str, year: int, *, name: str = SERIES) -> Resolution:
    return member(make.adopted(symbol, year, series=name))


def _recall(cited: Resolution, times: int) -> None:
    for _ in range(times):
        paragraph = make.make_paragraph(make.make_text(), "Recalls it;")
        make.make_citation(paragraph, "Recalls it", cited)
        make.make_citation(paragraph, "it", cited)


def _lines(page: Element, section: str) -> list[str]:
    found = page.one("section", id=section).every("li", class_="line")
    return [line.one("p", class_="line-facts").tidy_words for line in found]


def test_an_empty_archive_says_so_and_what_to_do(client: Client) -> None:
    page = _page(client)
    assert "The archive knows none yet." in page.one("section", id="series").tidy_words
    assert not page.every("svg")
    held = page.one("section", id="held").tidy_words
    assert "The texts of 0 resolutions and 0 drafts are held." in held
    assert not page.every("section", id="most-recalled")
    assert not page.every("section", id="published")


def test_an_archive_without_facts_does_not_say_that_it_knows_nothing(client: Client) -> None:
    make.make_text(make.adopted("A/RES/70/1", 2015))
    series = _page(client).one("section", id="series")
    assert "None of the resolutions known here is said to be of the series." in series.tidy_words
    assert "knows none" not in series.tidy_words
    assert series.one("a").attributes["href"] == "/browse/"


def test_the_series_is_listed_oldest_first_with_what_is_held(client: Client) -> None:
    make.make_text(_of_series("A/RES/66/164", 2011))
    _of_series("A/RES/53/144", 1998)
    make.adopted("A/RES/70/1", 2015)
    assert _lines(_page(client), "series") == [
        "A/RES/53/144 · not held 19 December 1998",
        "A/RES/66/164 19 December 2011",
    ]


def test_a_series_that_a_fact_writes_otherwise_is_the_same(client: Client) -> None:
    make.make_text(_of_series("A/RES/66/164", 2011, name="Human Rights Defenders"))
    page = _page(client)
    assert _lines(page, "series") == ["A/RES/66/164 19 December 2011"]
    links = [one.attributes["href"] for one in page.one("section", id="series").every("a")]
    assert "/series/human-rights-defenders/" in links


def test_the_time_line_has_a_mark_for_each_dated_resolution_of_the_list(client: Client) -> None:
    make.make_text(_of_series("A/RES/66/164", 2011))
    adopted = _of_series("A/RES/70/161", 2015)
    member(make.make_draft(adopted_as=adopted, series=SERIES))
    member(make.make_draft("A/C.3/74/L.9", series=SERIES))
    page = _page(client)
    marks = page.one("svg").every("g", class_="mark")
    links = [mark.one("a") for mark in marks]
    shapes = [mark.attributes["class"] for mark in marks]
    assert set(zip((link.attributes["href"] for link in links), shapes, strict=True)) == {
        ("/A/RES/66/164/", "mark held"),
        ("/A/RES/70/161/", "mark not_held"),
        ("/A/C.3/70/L.46/", "mark draft"),
    }
    assert all(link.attributes["tabindex"] == "-1" for link in links)
    assert page.one("svg").attributes["aria-hidden"] == "true"
    assert len(_lines(page, "series")) == 4
    assert "1 without a date is not drawn." in page.one("figcaption").tidy_words


def test_the_most_recalled_are_counted_by_resolutions_that_cite(client: Client) -> None:
    _recall(make.make_resolution("A/RES/53/144"), 2)
    _recall(make.make_resolution("A/RES/60/161"), 1)
    make.make_resolution("A/RES/62/152")
    assert _lines(_page(client), "most-recalled") == [
        "A/RES/53/144 · not held recalled by 2",
        "A/RES/60/161 · not held recalled by 1",
    ]


def test_the_count_on_the_home_page_is_that_of_the_list_it_leads_to(client: Client) -> None:
    cited = make.make_resolution("A/RES/53/144")
    _recall(cited, 3)
    own = make.make_paragraph(make.make_text(cited), "Recalls 53/144;")
    make.make_citation(own, "53/144", cited)
    assert _lines(_page(client), "most-recalled") == ["A/RES/53/144 recalled by 3"]
    page = markup(client.get("/A/RES/53/144/").content)
    assert page.one("h2", id="recalled-by").words == "Recalled by 3 held documents"


def test_a_date_that_nobody_has_checked_says_so_in_both_lists(client: Client) -> None:
    doubted = _of_series("A/RES/53/144", 1998)
    make.make_evidence(doubted, fact="adopted_on", is_verified=False)
    checked = _of_series("A/RES/60/161", 2005)
    make.make_evidence(checked, fact="adopted_on")
    make.make_evidence(checked, fact="title", is_verified=False)
    _recall(doubted, 1)
    page = _page(client)
    assert _lines(page, "series") == [
        "A/RES/53/144 · not held 19 December 1998 (date unverified) · recalled by 1",
        "A/RES/60/161 · not held 19 December 2005",
    ]
    assert _lines(page, "most-recalled") == _lines(page, "series")[:1]


def test_the_list_of_most_recalled_is_short(client: Client) -> None:
    for _ in range(MOST_RECALLED_COUNT + 2):
        _recall(make.make_resolution(), 1)
    assert len(_lines(_page(client), "most-recalled")) == MOST_RECALLED_COUNT


def test_holdings_are_counted(client: Client) -> None:
    make.make_text()
    make.make_text()
    make.make_text(make.make_draft())
    make.make_resolution()
    held = _page(client).one("section", id="held").tidy_words
    assert "The texts of 2 resolutions and 1 draft are held." in held
    assert "1 more is known" in held


def test_what_was_published_last_comes_first(client: Client) -> None:
    for day in range(1, PUBLISHED_COUNT + 2):
        resolution = make.make_resolution(f"A/RES/60/{day}")
        make.make_text(resolution, published_at=datetime(2026, 11, day, tzinfo=UTC))
    make.make_resolution("A/RES/60/99")
    published = _lines(_page(client), "published")
    assert published[0] == f"A/RES/60/{PUBLISHED_COUNT + 1}"
    assert len(published) == PUBLISHED_COUNT
    assert "A/RES/60/1" not in published


def test_the_ways_in_begin_with_the_organs_and_how_many_of_each_are_known(client: Client) -> None:
    make.make_resolution("A/HRC/RES/13/13")
    make.make_text(make.make_resolution("A/RES/66/164"))
    make.make_resolution("A/RES/53/144")
    ways = _page(client).one("ul", class_="ways-in").every("li")
    assert [way.tidy_words for way in ways][:2] == ["General Assembly 2", "Human Rights Council 1"]
    addresses = [way.one("a").attributes["href"] for way in ways]
    assert addresses == ["/browse/GA/", "/browse/HRC/", "/browse/", "/help/"]


def test_a_search_can_begin_here(client: Client) -> None:
    forms = _page(client).every("form", role="search")
    assert [form.attributes["action"] for form in forms] == ["/search/", "/search/"]
    assert all(form.one("input").attributes["name"] == "q" for form in forms)


def test_the_words_of_navigation_begin_with_how_to_search(client: Client) -> None:
    links = _page(client).one("nav", class_="navigation").every("a")
    assert [link.words for link in links] == ["Search", "Browse", "Series", "Language", "About"]
    assert {client.get(link.attributes["href"]).status_code for link in links} == {200}
    led_to = markup(client.get(links[0].attributes["href"]).content)
    assert "How to search" in [heading.words for heading in led_to.every("h2")]


def test_a_page_begins_with_a_way_past_its_head(client: Client) -> None:
    page = _page(client)
    skip = page.one("a", class_="skip-link")
    assert page.one("body").every("a")[0] is skip
    assert page.one("main", id="main").attributes["tabindex"] == "-1"
    assert skip.attributes["href"] == "#main"


def test_markup_in_a_title_is_shown_as_text(client: Client) -> None:
    member(make.make_resolution(title="<script>alert(1)</script>", series=SERIES))
    page = _page(client)
    assert page.one("p", class_="line-title").words == "<script>alert(1)</script>"
    assert not page.one("main").every("script")


def test_the_page_costs_the_same_queries_however_long_the_series(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _of_series("A/RES/53/144", 1998)
    with django_assert_num_queries(QUERIES):
        _page(client)
    for number in range(1, 20):
        symbol, day = f"A/RES/60/{900 + number}", date(2005, 12, number)
        cited = member(make.make_resolution(symbol, adopted_on=day, series=SERIES))
        member(make.make_draft(f"A/C.3/60/L.{number}", adopted_as=cited, series=SERIES))
        _recall(cited, 1)
    with django_assert_num_queries(QUERIES):
        _page(client)
