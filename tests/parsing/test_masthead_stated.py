"""What a format's data say of a document fills what print does not say, and never overrules it."""

from datetime import date

import pytest

from archive.parsing.masthead_stated import with_stated
from archive.parsing.parsed import Adoption, AdoptionMethod, Masthead

PRINTED = Masthead(symbol="A/RES/66/900", title="Rest", meeting=89, lines=("66/900.",))


def test_without_data_the_lines_are_all_there_is() -> None:
    assert with_stated(PRINTED, None) == (PRINTED, [])


def test_data_fill_what_no_line_says_and_are_no_lines() -> None:
    adoption = Adoption(method=AdoptionMethod.WITHOUT_VOTE)
    stated = Masthead(
        meeting=89, adoption=adoption, sponsors=("Fiji",), is_draft=True, lines=("Fiji",)
    )
    found, warnings = with_stated(PRINTED, stated)
    assert (found.symbol, found.adoption, found.sponsors) == ("A/RES/66/900", adoption, ("Fiji",))
    assert (found.is_draft, found.lines) == (True, ("66/900.",))
    assert warnings == []


def test_a_line_wins_over_the_data_and_both_are_named() -> None:
    found, warnings = with_stated(PRINTED, Masthead(meeting=90, adopted_on=date(2011, 12, 19)))
    assert (found.meeting, found.adopted_on) == (89, date(2011, 12, 19))
    assert [(one.code, one.message) for one in warnings] == [
        ("data_contradiction", "The file’s data give the meeting as “90”, its lines as “89”.")
    ]


@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        ("A/RES/66/900B", "A/RES/66/900B"),
        ("A/RES/66/9001", "A/RES/66/900"),
        ("A/RES/66/901", "A/RES/66/900"),
    ],
)
def test_data_add_the_letter_that_the_number_of_a_resolution_leaves_out(
    stated: str, kept: str
) -> None:
    found, warnings = with_stated(PRINTED, Masthead(symbol=stated))
    assert found.symbol == kept
    assert bool(warnings) == (kept != stated)


def test_data_end_a_title_where_lines_went_on() -> None:
    printed = Masthead(title="Rest B")
    assert with_stated(printed, Masthead(title="Rest"))[0].title == "Rest"
    found, warnings = with_stated(printed, Masthead(title="Rest by day"))
    assert (found.title, len(warnings)) == ("Rest B", 1)
