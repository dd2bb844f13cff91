"""Moves: which pairs left the order of the others.

Reads: pairs of places in two texts, each with what it weighs. Writes: the pairs that moved: as few
as can be, and of as few the lightest, as a reader would say it.
"""

from collections.abc import Iterable, Mapping

from archive.comparison.chains import Pair

#: How many pairs, and what they weigh together.
_Score = tuple[int, float]
#: A score and the pair that ends the chain which has it.
_Chain = tuple[_Score, Pair | None]
_NONE: _Chain = ((0, 0.0), None)


def moved(weights: Mapping[Pair, float]) -> set[Pair]:
    """The pairs outside the longest chain that rises in both texts, of several the heaviest.

    No place is in two pairs. Time is n log n.
    """
    chains = _Best(to for _, to in weights)
    before: dict[Pair, Pair | None] = {}
    for pair in sorted(weights):
        (count, weight), before[pair] = chains.below(pair[1])
        chains.add((count + 1, weight + weights[pair]), pair=pair)
    last = chains.whole()
    staying: set[Pair] = set()
    while last is not None:
        staying.add(last)
        last = before[last]
    return weights.keys() - staying


class _Best:
    """The best chain that ends below a place (a tree of prefixes, after Fenwick)."""

    def __init__(self, places: Iterable[int]) -> None:
        """Begin without a chain; only these places are asked for."""
        self._rank = {place: at for at, place in enumerate(sorted(places), start=1)}
        self._best = [_NONE] * (len(self._rank) + 1)

    def below(self, place: int) -> _Chain:
        """The best chain of places before this one."""
        return self._until(self._rank[place] - 1)

    def whole(self) -> Pair | None:
        """The last pair of the best chain of all."""
        return self._until(len(self._rank))[1]

    def _until(self, rank: int) -> _Chain:
        best = _NONE
        while rank:
            best = max(best, self._best[rank], key=lambda chain: chain[0])
            rank &= rank - 1
        return best

    def add(self, score: _Score, *, pair: Pair) -> None:
        """Add a chain that ends with a pair."""
        rank = self._rank[pair[1]]
        while rank < len(self._best):
            if score > self._best[rank][0]:
                self._best[rank] = (score, pair)
            rank += rank & -rank
