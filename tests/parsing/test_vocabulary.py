"""A word is known if the shipped list has it, or the file prints it by itself."""

import pytest

from archive.parsing.vocabulary import common_words, vocabulary_of


def test_the_shipped_list_knows_words_of_resolutions_and_no_comments() -> None:
    assert {"fundamental", "re", "defenders"} <= common_words()
    assert not [word for word in common_words() if not word.isalpha() and "-" not in word]


def test_a_word_the_file_prints_is_known_in_any_case_of_letters() -> None:
    words = vocabulary_of(["The Rohingya of Myanmar"])
    assert words.knows("rohingya")
    assert not words.knows("chakma")


def test_a_fragment_that_only_stands_beside_its_other_half_is_not_known() -> None:
    assert not vocabulary_of(["crit eria and more crit eria"]).knows("crit")
    assert vocabulary_of(["crit eria and the crit"]).knows("crit")


def test_a_wider_vocabulary_counts() -> None:
    assert vocabulary_of([], wider=frozenset({"chakma"})).knows("chakma")


def test_words_printed_with_a_hyphen_are_remembered() -> None:
    assert vocabulary_of(["Non-State and counter-terrorism - a view"]).hyphenated == {
        "non-state",
        "counter-terrorism",
    }


@pytest.mark.parametrize("word", ["principles", "realities", "sustained", "affirming", "realizing"])
def test_a_regular_form_of_a_word_of_the_list_is_known(word: str) -> None:
    assert vocabulary_of([]).knows(word)


@pytest.mark.parametrize("word", ["europeand", "ands", "reing"])
def test_an_ending_alone_makes_no_word(word: str) -> None:
    assert not vocabulary_of([]).knows(word)
