"""Dates and ordinals are read as the United Nations prints them."""

from datetime import date

import pytest

from archive.parsing.dates import find_dates, long_ordinal, ordinal, read_date


def test_a_date_is_read_wherever_it_stands() -> None:
    assert read_date("adopted on 19 December 2011, as orally revised") == date(2011, 12, 19)


@pytest.mark.parametrize(
    "text", ["", "December 2011", "31 February 2011", "19 decembre 2011", "119 December 2011"]
)
def test_a_day_that_does_not_exist_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_a_note_glued_to_a_year_does_not_hide_the_date() -> None:
    assert read_date("of 25 March 20101 and") == date(2010, 3, 25)


def test_every_date_that_exists_is_found_in_order() -> None:
    text = "of 9 December 1998, of 31 April 1999 and by 1 May 2030"
    assert find_dates(text) == [date(1998, 12, 9), date(2030, 5, 1)]
    assert find_dates(text, after="of ") == [date(1998, 12, 9)]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("first", 1),
        ("Twelfth", 12),
        ("thirtieth", 30),
        ("sixty-sixth", 66),
        ("hundredth", 100),
        ("66th", 66),
        ("1st", 1),
        ("sixty", None),
        ("66", None),
        ("", None),
    ],
)
def test_ordinals_are_read_in_words_and_in_figures(word: str, number: int | None) -> None:
    assert ordinal(word) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Hundred and eighty-third", 183),
        ("two hundred and first", 201),
        ("five hundred sixtieth", 560),
        ("two hundredth", 200),
        ("Thousandth", 1_000),
        ("one thousand and ninety-third", 1_093),
        ("one thousand, eight hundred and seventy-fifth", 1_875),
        ("Ninth", 9),
        ("hundred", None),
        ("hundred and two", None),
        ("second hundred", None),
        ("", None),
    ],
)
def test_ordinals_of_several_words_are_read(words: str, number: int | None) -> None:
    assert long_ordinal(words) == number
