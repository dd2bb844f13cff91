"""Moves: as few as can be, and of as few those of the fewest words."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from archive.comparison.chains import Pair
from archive.comparison.moves import moved

_WEIGHTS = st.permutations(range(6)).flatmap(
    lambda order: st.lists(st.integers(1, 4), min_size=6, max_size=6).map(
        lambda weights: dict(zip(enumerate(order), weights, strict=True))
    )
)


def _rises(chain: tuple[Pair, ...]) -> bool:
    return all(one[1] < two[1] for one, two in pairwise(chain))


@given(_WEIGHTS)
def test_no_longer_or_heavier_chain_stays(weights: dict[Pair, int]) -> None:
    staying = weights.keys() - moved(weights)
    assert _rises(tuple(sorted(staying)))
    chains = (chain for n in range(7) for chain in combinations(sorted(weights), n))
    best = max((len(one), sum(weights[pair] for pair in one)) for one in chains if _rises(one))
    assert (len(staying), sum(weights[pair] for pair in staying)) == best


def test_of_two_that_change_places_the_shorter_moved() -> None:
    assert moved({(0, 1): 30, (1, 0): 40}) == {(0, 1)}
    assert moved({(0, 1): 40, (1, 0): 30}) == {(1, 0)}


def test_one_long_paragraph_moves_rather_than_two_short_ones() -> None:
    assert moved({(0, 2): 90, (1, 0): 5, (2, 1): 5}) == {(0, 2)}


def test_nothing_moves_where_nothing_is() -> None:
    assert moved({}) == set()
