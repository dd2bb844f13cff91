"""Opened: one opening is stronger than another where both open the same words."""

import pytest

from archive.comparison.opened import open_the_same
from archive.comparison.words import word_changes

RESPOND = "Calls upon States to give serious consideration to requests to visit their countries;"
COOPERATE = (
    "Urges States to cooperate with and assist the Special Rapporteur in his mandate, and"
    " reiterates its call upon States to give serious consideration to requests;"
)
RECALLING = (
    "Recalling that the primary responsibility for promoting human rights rests with the State,"
    " reaffirming that national legislation is the framework within which defenders act,"
)


@pytest.mark.parametrize(
    ("before", "after", "openings"),
    [
        ("Encourages all States to register;", "Urges all States to register;", "Encourages Urges"),
        (
            "Calls upon all States to ensure, protect and respect the freedom of expression;",
            "Urges States to respect, protect and ensure the rights to freedom of expression;",
            "Calls Urges",
        ),
        ("Notes it;", "Welcomes it;", "Notes Welcomes"),
    ],
)
def test_openings_of_the_same_words_are_compared(before: str, after: str, openings: str) -> None:
    was, now = openings.split()
    assert open_the_same(word_changes(before, after), was, now=now)


@pytest.mark.parametrize(
    ("before", "after", "openings"),
    [
        (
            RESPOND,
            COOPERATE,
            "Calls Urges",
        ),
        (
            RECALLING,
            "Reaffirming that national legislation is the framework within which defenders act,",
            "Recalling Reaffirming",
        ),
    ],
)
def test_that_of_another_part_is_not(before: str, after: str, openings: str) -> None:
    was, now = openings.split()
    assert not open_the_same(word_changes(before, after), was, now=now)
    assert not open_the_same(word_changes(after, before), now, now=was)
