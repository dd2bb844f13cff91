"""Strengths of openings: one form of each degree, and steps within one family alone."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.comparison.strengths import Degree, Scale, Step, degree_form
from archive.parsing import opening_words as words
from archive.parsing.opening_forms import BASES

FIRST = [
    Degree(family=place["family"], phrase=place["phrase"], rank=place["rank"])
    for place in import_module("archive.migrations._first_scale").places()
]
SCALE = Scale.of(FIRST)
#: What openings are made of, in any order.
WORDS = {
    *(*BASES, *words.VERBS, *words.ADJECTIVES, *words.BEFORE, *words.AFTER, *words.ATTITUDES),
    *("and", "being", "continues to", "having", "In this regard,", "its", "remains", "upon"),
    *("we", "with"),
}


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("Takes note", "take note"),
        ("Takes note with appreciation", "take note with appreciation"),
        ("Taking note also with appreciation", "take note with appreciation"),
        ("Noting further with deep concern", "note with deep concern"),
        ("Calls once again upon", "call upon"),
        ("Further calls upon", "call upon"),
        ("Condemns strongly", "strongly condemn"),
        ("Strongly condemns once more", "strongly condemn"),
        ("Condemns in the strongest terms", "condemn in the strongest terms"),
        ("Deeply concerned also", "deeply concerned"),
        ("Still gravely concerned", "gravely concerned"),
        ("Remaining deeply concerned", "deeply concerned"),
        ("Expresses once again its grave concern", "express grave concern"),
        ("Reiterates its call upon", "reiterate call upon"),
        ("Having noted", "note"),
        ("Having taken note", "take note"),
        ("Continues to urge", "urge"),
        ("In this regard, notes", "note"),
        ("We reaffirm", "reaffirm"),
        ("Welcomes and encourages", "welcome and encourage"),
        ("Commends and strongly supports", "commend and strongly support"),
        ("Expresses its gratitude and thanks", "express gratitude and thanks"),
        ("", ""),
        ("The General Assembly", "the general assembly"),
    ],
)
def test_the_form_has_the_degree_and_not_what_only_counts(printed: str, form: str) -> None:
    assert degree_form(printed) == form
    assert degree_form(form) == form


@given(st.lists(st.sampled_from(sorted(WORDS)), max_size=6).map(" ".join))
def test_the_form_of_a_form_is_itself(opening: str) -> None:
    form = degree_form(opening.capitalize())
    assert degree_form(form) == form


def test_each_phrase_of_the_first_scale_is_in_the_form_by_which_it_is_found() -> None:
    assert {place.phrase: degree_form(place.phrase) for place in FIRST} == {
        place.phrase: place.phrase for place in FIRST
    }
    assert [SCALE.degree(place.phrase) for place in FIRST] == FIRST


def test_no_phrase_of_the_first_scale_stands_at_two_places() -> None:
    assert len(SCALE.degrees) == len(FIRST)


def test_each_family_of_the_first_scale_has_every_rank_from_the_weakest_up() -> None:
    for family in {place.family for place in FIRST}:
        ranks = {place.rank for place in FIRST if place.family == family}
        assert ranks == set(range(1, len(ranks) + 1))
        assert len(ranks) > 1


@pytest.mark.parametrize(
    "stronger_and_stronger",
    [
        ["Notes", "Takes note with appreciation", "Welcomes"],
        ["Concerned", "Deeply concerned", "Gravely concerned"],
        ["Invites", "Encourages", "Calls upon", "Urges", "Demands"],
    ],
)
def test_each_opening_is_stronger_than_those_before(stronger_and_stronger: list[str]) -> None:
    for place, before in enumerate(stronger_and_stronger):
        for after in stronger_and_stronger[place + 1 :]:
            assert SCALE.step(before, after) is Step.STRONGER
            assert SCALE.step(after, before) is Step.WEAKER


def test_the_part_of_the_text_makes_no_difference() -> None:
    assert SCALE.step("Noting with concern", "Expresses its grave concern") is Step.STRONGER


def test_openings_on_one_step_are_the_same() -> None:
    assert SCALE.step("Notes", "Taking note also") is Step.SAME


@pytest.mark.parametrize(
    ("before", "after"),
    [("Gravely concerned", "Urges"), ("Decides", "Urges"), ("Urges", ""), ("", "")],
)
def test_families_are_not_compared_nor_what_the_scale_does_not_have(
    before: str, after: str
) -> None:
    assert SCALE.step(before, after) is None
