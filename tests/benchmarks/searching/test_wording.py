"""Invented words come as often as those of real resolutions, and are the same for one seed."""

from collections import Counter
from itertools import islice
from random import Random

import pytest

from tests.benchmarks.searching.wording import Vocabulary, made_up, vocabulary


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulary(chance=Random(1))


def test_no_term_is_there_twice(words: Vocabulary) -> None:
    assert len(set(words.terms)) == len(words.terms) == 40_000


def test_one_seed_gives_one_vocabulary(words: Vocabulary) -> None:
    assert vocabulary(chance=Random(1)) == words
    assert vocabulary(chance=Random(2)) != words


def test_the_second_term_comes_as_much_less_often_as_the_law_says(words: Vocabulary) -> None:
    drawn = Counter(words.drawn(100_000, chance=Random(1)))
    assert drawn["the"] / drawn["of"] == pytest.approx((2.9 / 1.9) ** 1.03, rel=0.1)
    assert 0.04 < drawn["the"] / 100_000 < 0.08


def test_most_terms_hardly_ever_come(words: Vocabulary) -> None:
    drawn = Counter(words.drawn(100_000, chance=Random(1)))
    seldom = [term for term in words.terms if drawn[term] <= 2]
    assert len(seldom) > 0.7 * len(words.terms)


def test_set_terms_are_drawn_as_one(words: Vocabulary) -> None:
    drawn = Counter(words.drawn(10_000, chance=Random(1)))
    assert drawn["human rights"] > 20
    assert sum(" " in term for term in words.terms) > 1_000


def test_a_subject_has_terms_known_to_few_beside_well_known_ones(words: Vocabulary) -> None:
    places = words.subject(200, chance=Random(1))
    assert 50 < min(places) < 200
    assert 20_000 < max(places) < len(words.terms)


def test_made_up_words_are_new_each_time() -> None:
    known = set(islice(made_up(Random(1), known=set()), 500))
    more = list(islice(made_up(Random(1), known=known), 500))
    assert len(set(more)) == 500
    assert not known & set(more)
