"""Readings are put as keys of cards and as words of wordings, whatever signs lexemes have."""

import pytest

from archive.search.language.keys import (
    LONGEST_KEY_BYTES,
    Lexeme,
    Reading,
    Step,
    all_of,
    any_of,
    at_places,
    in_cards,
    in_wordings,
    is_exact,
    quoted,
)


def reading(*words: str, distance: int = 1) -> Reading:
    return tuple(Step(distance, (Lexeme(word),)) for word in words)


OPEN = (*reading("human"), Step(2, (Lexeme("righ", is_open=True), Lexeme("right"))))


def test_a_word_is_its_lexeme_or_its_lexeme_in_one_of_the_parts() -> None:
    assert in_cards(reading("impun")) == "'impun'"
    assert in_cards(reading("impun"), ["t", "a"]) == "('~t impun' | '~a impun')"
    assert in_cards((Step(0, (Lexeme("impun", is_open=True),)),), ["t"]) == "'~t impun':*"


def test_a_pair_is_one_key_for_each_part() -> None:
    assert in_cards(reading("human", "right"), ["o"]) == "'^o human 1 right'"
    assert in_cards(reading("human", "right")) == (
        "('^t human 1 right' | '^p human 1 right' | '^o human 1 right'"
        " | '^a human 1 right' | '^n human 1 right')"
    )
    assert in_cards(OPEN, ["n"]) == "('^n human 2 righ':* | '^n human 2 right')"


def test_a_longer_phrase_is_all_its_pairs_within_one_part() -> None:
    assert in_cards(reading("human", "right", "defend"), ["p", "o"]) == (
        "(('^p human 1 right' & '^p right 1 defend') | ('^o human 1 right' & '^o right 1 defend'))"
    )


def test_words_too_far_apart_or_too_long_for_a_key_are_asked_alone() -> None:
    alone = "('~o human' & '~o right')"
    assert in_cards(reading("human", "right", distance=7), ["o"]) == alone
    assert in_cards(reading("human", "right", distance=6), ["o"]) == "'^o human 6 right'"
    long = "é" * 800
    assert in_cards(reading("human", long), ["o"]).startswith("'^o human 1 é")
    assert in_cards(reading("a" * 500, long), ["o"]) == f"('~o {'a' * 500}' & '~o {long}')"
    longest = "a" * LONGEST_KEY_BYTES
    assert in_cards(reading(longest), ["o"]) == f"'{longest}'"


def test_in_wordings_words_stand_so_far_apart() -> None:
    assert in_wordings(reading("impun")) == "'impun'"
    assert in_wordings(reading("human", "right")) == "('human' <1> 'right')"
    assert at_places(reading("human", "right", distance=9)) == "('human' <9> 'right')"
    assert at_places(OPEN) == "('human' <2> ('righ':* | 'right'))"


def test_in_wordings_no_other_word_stands_for_one_that_is_passed_over() -> None:
    places, passed_over = in_wordings(OPEN).removesuffix(")").split(" & ", maxsplit=1)
    assert places == "(('human' <2> ('righ':* | 'right'))"
    assert passed_over.startswith("('human' <1> !('a':* | 'b':* | ")
    assert passed_over.endswith(" | '+':*) <1> ('righ':* | 'right'))")


@pytest.mark.parametrize(
    ("words", "distance", "is_sure"),
    [("a", 0, True), ("ab", 6, True), ("ab", 7, False), ("abc", 1, False)],
)
def test_keys_are_sure_of_words_and_pairs(words: str, distance: int, *, is_sure: bool) -> None:
    assert is_exact(reading(*words, distance=distance)) is is_sure


def test_quotation_marks_and_backslashes_are_doubled() -> None:
    assert quoted("o'neill\\s") == "'o''neill\\\\s'"


def test_queries_are_joined_without_those_that_are_empty_or_the_same() -> None:
    assert any_of(["'a'", "", "'b'", "'a'"]) == "('a' | 'b')"
    assert all_of(["'a'", "'b'"]) == "('a' & 'b')"
    assert (any_of([]), all_of(["'a'", ""])) == ("", "'a'")
