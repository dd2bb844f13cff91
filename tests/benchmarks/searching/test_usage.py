"""A series says the same words again, and all together as often as the law has them."""

from collections import Counter
from collections.abc import Sequence
from random import Random
from statistics import mean

import pytest

from tests.benchmarks.searching.usage import Usage
from tests.benchmarks.searching.wording import Vocabulary, vocabulary

_COUNT = 1_500
_SERIES = 400


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulary(chance=Random(1), size=5_000)


@pytest.fixture(scope="module")
def said(words: Vocabulary) -> list[Counter[str]]:
    """What each of many series says, none of which has a subject."""
    chance = Random(1)
    return [Counter(Usage(words, ()).drawn(_COUNT, chance=chance)) for _ in range(_SERIES)]


@pytest.mark.parametrize("place", [0, 5, 15, 30, 80, 200, 1_000])
def test_words_come_as_often_as_the_law_has_them(
    words: Vocabulary, said: list[Counter[str]], place: int
) -> None:
    some = range(place, place * 2 + 1)
    drawn = Counter(words.places(_COUNT * _SERIES, chance=Random(2)))
    by_law = sum(drawn[one] for one in some)
    assert sum(one[words.terms[of]] for one in said for of in some) == pytest.approx(
        by_law, rel=0.1
    )


@pytest.mark.parametrize("place", [15, 30, 80, 200, 1_000])
def test_a_word_is_said_by_fewer_series_than_if_each_word_were_drawn_alone(
    words: Vocabulary, said: list[Counter[str]], place: int
) -> None:
    some = words.terms[place : place + 10]
    chance = Random(2)
    evenly = [Counter(words.drawn(_COUNT, chance=chance)) for _ in range(_SERIES)]
    assert _series_saying(some, said) < 0.92 * _series_saying(some, evenly)


def test_frequent_words_keep_together_less_than_rare_ones(
    words: Vocabulary, said: list[Counter[str]]
) -> None:
    assert all(one["the"] for one in said)
    assert mean(bool(one["human rights"]) for one in said) < 0.9


def test_a_series_speaks_of_its_subject(words: Vocabulary) -> None:
    place, chance = 4_000, Random(1)
    spoken = [Usage(words, [place]).drawn(_COUNT, chance=chance) for _ in range(50)]
    assert mean(one.count(words.terms[place]) for one in spoken) > 2


def test_what_was_said_of_late_is_said_rather_than_what_was_said_long_ago(
    words: Vocabulary,
) -> None:
    chance = Random(1)
    early, late = 0, 0
    for _ in range(100):
        usage = Usage(words, ())
        before, after, now = (Counter(usage.drawn(_COUNT, chance=chance)) for _ in range(3))
        early += sum(now[word] for word in before if before[word] > 2 * after[word])
        late += sum(now[word] for word in after if after[word] > 2 * before[word])
    assert late > 1.07 * early


def test_one_chance_gives_one_text(words: Vocabulary) -> None:
    once, again = (Usage(words, [7]).drawn(200, chance=Random(3)) for _ in range(2))
    assert once == again


def _series_saying(terms: Sequence[str], series: list[Counter[str]]) -> float:
    return mean(bool(one[term]) for one in series for term in terms)
