"""Assignment: never worth less than any other way to pair."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.comparison import assignment
from archive.comparison.assignment import Edges, assigned

_EDGES = st.dictionaries(
    st.integers(0, 4), st.dictionaries(st.integers(0, 4), st.integers(1, 9), max_size=4), max_size=4
)


def _worth(edges: Edges, pairs: dict[int, int]) -> int:
    return sum(edges[row][column] for row, column in pairs.items())


def _most(edges: Edges) -> int:
    """The most that pairs are worth together, by trying every way."""
    columns = sorted({column for worths in edges.values() for column in worths})
    tried = (
        sum(edges[row].get(column, 0) for row, column in zip(rows, chosen, strict=True))
        for count in range(len(edges) + 1)
        for rows in combinations(edges, count)
        for chosen in permutations(columns, count)
    )
    return max(tried, default=0)


@given(_EDGES)
def test_no_other_pairs_are_worth_more(edges: dict[int, dict[int, int]]) -> None:
    pairs = assigned(edges)
    assert len(set(pairs.values())) == len(pairs)
    assert all(column in edges[row] for row, column in pairs.items())
    assert _worth(edges, pairs) == _most(edges)


def test_a_row_gives_way_where_both_are_then_better_off() -> None:
    assert assigned({0: {0: 9, 1: 8}, 1: {0: 7}}) == {0: 1, 1: 0}


def test_a_row_goes_without_where_another_is_worth_more() -> None:
    assert assigned({0: {0: 3}, 1: {0: 5}, 2: {0: 4}}) == {1: 0}


def test_too_many_pairs_that_touch_are_taken_by_falling_worth(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(assignment, "_MOST_EDGES", 2)
    assert assigned({0: {0: 9, 1: 8}, 1: {0: 7}}) == {0: 0}
    assert assigned({0: {0: 9}, 1: {1: 7}, 2: {2: 1}, 3: {3: 1}}) == {0: 0, 1: 1, 2: 2, 3: 3}
