"""Readings are made of what the database reads, place by place."""

from typing import Any

import pytest

from archive.search.language import readings as module
from archive.search.language.keys import Lexeme, Step
from archive.search.language.leavings import Why
from archive.search.language.readings import Readings
from archive.search.language.terms import Kind, Term
from archive.search.matches.statements import Rows, answered

FREEDOM = Term("freedom of expression", kind=Kind.PHRASE)


def test_a_reading_has_the_distance_of_each_place_from_the_one_before() -> None:
    read = Readings({(FREEDOM.words, "parts"): [(2, "freedom"), (4, "express"), (4, "say")]})
    (reading,) = read.of_term(FREEDOM)
    assert reading == (
        Step(0, (Lexeme("freedom"),)),
        Step(2, (Lexeme("express"), Lexeme("say"))),
    )


def test_readings_that_are_the_same_are_one() -> None:
    places = [(1, "freedom")]
    read = Readings({("freedom", "parts"): places, ("freedom", "compounds"): places})
    assert len(read.of_term(Term("freedom"))) == 1


def test_a_sign_that_the_database_takes_for_no_letter_begins_no_word() -> None:
    read = Readings({("ab\U0001fbf5zqx", "parts"): [(1, "ab"), (2, "zqx")]})
    (reading,) = read.of_term(Term("ab\U0001fbf5", kind=Kind.PREFIX))
    assert reading == (Step(0, (Lexeme("ab"),)),)


def test_words_that_are_passed_over_are_told_from_signs() -> None:
    read = Readings({("the", "passed over"): [(0, "")]})
    assert read.of_term(Term("the")) == ()
    assert read.why_nothing(Term("the")) is Why.IN_EVERY_TEXT
    assert read.why_nothing(Term("①")) is Why.SIGN


def test_of_no_terms_nothing_is_read() -> None:
    assert Readings.of([]).places == {}


@pytest.mark.django_db
def test_a_phrase_as_long_as_a_page_is_not_sent_with_each_of_its_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: Rows = []

    def note(statement: Any) -> Rows:
        sent.extend(answered(statement))
        return sent

    monkeypatch.setattr(module, "answered", note)
    phrase = Term(" ".join(f"word{number}" for number in range(1_000)), kind=Kind.PHRASE)
    (reading,) = Readings.of([phrase]).of_term(phrase)
    assert len(reading) == 1_000
    assert len(str(sent)) < 10 * len(phrase.words)
