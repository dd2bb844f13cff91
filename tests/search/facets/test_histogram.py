"""The years in which something was found stand side by side, and each leads to its own."""

import pytest

from archive.search.facets.histogram import HEIGHT, Bar, Histogram, bars, in_years
from archive.search.form.params import SearchParams
from archive.search.form.periods import Period
from archive.search.matches.counts import Noun

SEARCH = SearchParams(q="impunity")
COUNTS = {1998: 1, 2000: 50, 2001: 25}


def _led_to(bar: Bar) -> SearchParams:
    assert bar.link
    return bar.link.params


def _of(since: str, until: str) -> SearchParams:
    periods = [Period.read(typed) if typed else None for typed in (since, until)]
    return SearchParams(q="impunity", since=periods[0], until=periods[1])


def test_every_year_from_the_first_to_the_last_has_a_bar() -> None:
    found = [(bar.year, bar.count) for bar in bars(COUNTS, SEARCH)]
    assert found == [(1998, 1), (1999, 0), (2000, 50), (2001, 25)]


def test_a_bar_is_as_high_as_its_count() -> None:
    shown = bars(COUNTS, SEARCH)
    assert [bar.height for bar in shown] == [3, 0, HEIGHT, HEIGHT // 2]


def test_bars_stand_side_by_side_within_the_width() -> None:
    histogram = Histogram(bars=bars(COUNTS, SEARCH), noun=Noun.RESOLUTION)
    ends = [bar.x + histogram.bar_width for bar in histogram.bars]
    begins = [bar.x for bar in histogram.bars]
    assert all(end <= begin for end, begin in zip(ends[:-1], begins[1:], strict=True))
    assert begins[0] == 0
    assert ends[-1] <= histogram.width


def test_the_table_has_the_years_in_which_something_was_found() -> None:
    histogram = Histogram(bars=bars(COUNTS, SEARCH), noun=Noun.RESOLUTION)
    assert {bar.year: bar.count for bar in histogram.found} == COUNTS
    assert (histogram.first_year, histogram.last_year) == (1998, 2001)


def test_a_bar_leads_to_its_year_alone_whatever_dates_were_sought() -> None:
    found = bars(COUNTS, _of("1990", "2000-06-30"))
    assert _led_to(found[0]) == _of("1998", "1998")
    assert _led_to(found[2]) == _of("2000", "2000")


def test_a_year_without_any_leads_nowhere() -> None:
    assert bars(COUNTS, SEARCH)[1].link is None


def test_the_bar_of_the_year_that_is_sought_leads_back_to_any_time() -> None:
    assert _led_to(bars(COUNTS, _of("2000", "2000"))[2]) == SEARCH


@pytest.mark.parametrize(
    ("since", "until", "within"),
    [
        ("", "", []),
        ("2000", "", [2000, 2001]),
        ("", "1999", [1998, 1999]),
        ("1999-12-31", "2000-01-01", [1999, 2000]),
        ("1990", "1997", []),
    ],
)
def test_the_years_are_told_of_which_a_day_is_sought(
    since: str, until: str, within: list[int]
) -> None:
    assert [bar.year for bar in bars(COUNTS, _of(since, until)) if bar.is_within] == within


def test_nothing_dated_has_no_bars() -> None:
    assert bars({}, SEARCH) == ()


def test_years_are_sought_from_the_first_day_to_the_last() -> None:
    assert SEARCH.with_(**in_years(SEARCH, 1990, last=1999)) == _of("1990", "1999")
    decade = _of("1990", "1999")
    assert decade.with_(**in_years(decade, 1990, last=1999)) == SEARCH


def test_a_bar_is_drawn_from_its_foot_up() -> None:
    bar = Bar(year=2000, count=1, link=None, is_within=False, x=0, height=40)
    assert bar.path == "M0 0v40"
