"""Folded words: the same language is the same words, however it is printed."""

from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.comparison.folded import digest_of, folded_words, pairs_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Human-rights Defenders’, (women);", ["human", "rights", "defenders", "women"]),
        ("women's and women’s", ["womens", "and", "womens"]),
        ("Côte d’Ivoire ﬁnances", ["cote", "divoire", "finances"]),
        ("A/RES/53/144 of 9 December", ["a", "res", "53", "144", "of", "9", "december"]),
        ("so\u00adlidarity cafe\u0301", ["solidarity", "cafe"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("* — ; _", []),
    ],
)
def test_words_are_told_without_case_signs_and_typography(text: str, words: list[str]) -> None:
    assert folded_words(text) == words


def test_a_digest_tells_words_in_their_order() -> None:
    assert digest_of(["all", "states"]) == UUID("03cf823d-65b7-8b1d-f70d-89ad3537cef7")
    assert digest_of(["all", "states"]) != digest_of(["states", "all"])
    assert digest_of(["all", "states"]) != digest_of(["allstates"])


@given(st.lists(st.sampled_from("abc"), max_size=12))
def test_there_is_a_number_for_each_two_words_that_follow_one_another(words: list[str]) -> None:
    pairs = pairs_of(words)
    assert len(pairs) == len({*pairwise(words)})
    assert pairs == sorted(pairs)
    assert all(-(1 << 31) <= pair < 1 << 31 for pair in pairs)
