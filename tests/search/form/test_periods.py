"""A period is a year or a day of the calendar, and is written as it is read."""

from datetime import date

import pytest

from archive.search.form.periods import Period, PeriodError


def test_a_year_is_all_its_days() -> None:
    year = Period.read("2011")
    assert (year.first, year.last) == (date(2011, 1, 1), date(2011, 12, 31))
    assert year.is_year


def test_a_day_is_itself() -> None:
    day = Period.read("2011-12-19")
    assert (day.first, day.last) == (date(2011, 12, 19), date(2011, 12, 19))
    assert not day.is_year


@pytest.mark.parametrize("typed", ["2011", "0999", "2011-12-19", "2012-02-29", "0999-01-01"])
def test_a_period_is_written_as_it_was_read(typed: str) -> None:
    assert str(Period.read(typed)) == typed


def test_a_period_is_told_in_words() -> None:
    assert Period.read("2011").in_words == "2011"
    assert Period.read("2011-12-09").in_words == "9 December 2011"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "11",
        "02011",
        "0000",
        "2011-12",
        "2011-02-29",
        "20111219",
        "2011-W01-1",
        "2011-1-2",
        "19 December 2011",
        "٢٠١١",
        "2011\n",
        "2011-12-19T00:00",
    ],
)
def test_anything_else_is_no_period(typed: str) -> None:
    with pytest.raises(PeriodError):
        Period.read(typed)
