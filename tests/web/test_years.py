"""Years stand in order along an axis, wider where there is more, and their names apart."""

from datetime import date
from itertools import pairwise

from archive.web.years import axis


def test_days_stand_in_order_within_the_axis() -> None:
    days = [date(1948, 12, 10), date(1998, 1, 1), date(1998, 12, 31), date(2011, 12, 19)]
    years = axis(days, left=20, right=1000)
    places = [years.x(day) for day in days]
    assert places == sorted(places)
    assert 20 <= places[0] < places[-1] <= 1000


def test_the_last_day_of_a_leap_year_is_within_its_year() -> None:
    years = axis([date(2011, 1, 1), date(2013, 1, 1)], left=0, right=300)
    assert years.x(date(2012, 12, 30)) <= years.x(date(2012, 12, 31)) <= years.x(date(2013, 1, 1))


def test_a_year_with_more_is_wider_and_one_without_any_is_narrow() -> None:
    crowded = [date(2000, 12, 4)] * 5
    years = axis([date(1998, 1, 1), *crowded, date(2001, 1, 1)], left=0, right=1000)
    one, none, many, _another = (end - begin for begin, end in pairwise(years.edges))
    assert 0 < none < one < many


def test_a_year_with_very_many_does_not_crowd_out_the_others() -> None:
    years = axis([date(1999, 1, 1)] + [date(2000, 12, 4)] * 500, left=0, right=1000)
    one, many = (end - begin for begin, end in pairwise(years.edges))
    assert many < 10 * one


def test_years_with_something_are_named_first_and_no_names_touch() -> None:
    days = [date(1946, 1, 24), date(1998, 12, 9), date(2025, 9, 1)]
    named = axis(days, left=0, right=600).named
    assert {1946, 1998, 2025} <= {year.number for year in named}
    assert all(after.x - before.x >= 36 for before, after in pairwise(named))
    assert [year.number for year in named] == sorted(year.number for year in named)


def test_without_days_there_are_no_years() -> None:
    assert axis([], left=0, right=600).named == ()
