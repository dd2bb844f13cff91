"""Chains: the most places that stand in the same order in two texts.

Reads: pairs of places. Writes: the longest of their chains that rises on both sides.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

Pair = tuple[int, int]


def rising_chain(pairs: Iterable[Pair]) -> list[Pair]:
    """The longest chain of pairs that rises on both sides; no place is in two pairs.

    Time is n log n.
    """
    lasts: list[int] = []
    chains: list[tuple[Pair, int]] = []
    ends: list[int] = []
    for pair in sorted(pairs):
        length = bisect_left(lasts, pair[1])
        chains.append((pair, ends[length - 1] if length else -1))
        lasts[length : length + 1] = [pair[1]]
        ends[length : length + 1] = [len(chains) - 1]
    return _followed(chains, ends[-1] if ends else -1)


def _followed(chains: Sequence[tuple[Pair, int]], at: int) -> list[Pair]:
    """The chain that ends at a place, from its beginning."""
    found = []
    while at >= 0:
        pair, at = chains[at]
        found.append(pair)
    return found[::-1]
