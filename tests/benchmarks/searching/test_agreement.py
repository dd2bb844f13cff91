"""Peers agree when few of their counts differ by more than stemmers and titles may."""

import pytest

from tests.benchmarks.searching.agreement import Count, disagreements
from tests.benchmarks.searching.questions import Kind, Question

_WATER = Question(kind=Kind.MID, said="water")


@pytest.mark.parametrize(
    ("ours", "theirs", "agrees"),
    [(3, 8, True), (3, 9, False), (1000, 950, True), (1000, 949, False), (949, 1000, False)],
)
def test_counts_may_differ_by_a_few_hits_or_per_cent(
    ours: int, theirs: int, *, agrees: bool
) -> None:
    assert Count(_WATER, ours, theirs).agrees is agrees


def test_a_few_differing_counts_are_no_disagreement() -> None:
    counts = [Count(_WATER, 100, 100)] * 9 + [Count(_WATER, 100, 1)]
    assert list(disagreements("Paragraphs", counts)) == []
    more = [*counts, Count(_WATER, 7, 90)]
    (line,) = disagreements("Paragraphs", more)
    assert line == "Paragraphs: 2 of 11 counts differ, as of water (100 and 1); water (7 and 90)."


def test_nothing_counted_is_no_disagreement() -> None:
    assert list(disagreements("Paragraphs", [])) == []
