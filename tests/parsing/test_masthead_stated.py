"""What a format's data say of a document fills what print does not say, and never overrules it."""

from dataclasses import replace
from datetime import date

import pytest

from archive.parsing.masthead_stated import with_stated
from archive.parsing.parsed import Adoption, AdoptionMethod, Masthead
from archive.parsing.symbols import Organ

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


def test_data_name_the_states_whose_votes_a_line_counts() -> None:
    counted = Adoption(method=AdoptionMethod.RECORDED_VOTE, in_favour=1, against=0, abstaining=0)
    named = replace(counted, in_favour_states=("FIJI",))
    found, warnings = with_stated(Masthead(adoption=counted), Masthead(adoption=named))
    assert (found.adoption, warnings) == (named, [])
    other = replace(named, against=1)
    found, warnings = with_stated(Masthead(adoption=counted), Masthead(adoption=other))
    assert (found.adoption, len(warnings)) == (counted, 1)
    assert with_stated(Masthead(adoption=named), Masthead(adoption=named))[1] == []


RECORDED = Adoption(method=AdoptionMethod.RECORDED_VOTE, in_favour=3, against=0)
WITHOUT_VOTE = Adoption(method=AdoptionMethod.WITHOUT_VOTE)


@pytest.mark.parametrize(
    ("printed", "stated", "words"),
    [
        (
            Masthead(adopted_on=date(2011, 12, 19)),
            Masthead(adopted_on=date(2011, 12, 21)),
            "adopted on as “21 December 2011”, its lines as “19 December 2011”",
        ),
        (
            Masthead(adoption=WITHOUT_VOTE),
            Masthead(adoption=RECORDED),
            "adoption as “3 to 0, ? abstaining”, its lines as “without a vote”",
        ),
        (
            Masthead(organ=Organ.GA),
            Masthead(organ=Organ.HRC),
            "organ as “Human Rights Council”, its lines as “General Assembly”",
        ),
        (
            Masthead(sponsors=("Fiji", "Peru")),
            Masthead(sponsors=("Fiji",)),
            "sponsors as “Fiji”, its lines as “Fiji, Peru”",
        ),
    ],
)
def test_a_contradiction_is_told_in_words(printed: Masthead, stated: Masthead, words: str) -> None:
    assert words in with_stated(printed, stated)[1][0].message


def test_data_end_a_title_where_lines_went_on() -> None:
    printed = Masthead(title="Rest B")
    assert with_stated(printed, Masthead(title="Rest"))[0].title == "Rest"
    found, warnings = with_stated(printed, Masthead(title="Rest by day"))
    assert (found.title, len(warnings)) == ("Rest B", 1)
