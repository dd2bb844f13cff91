"""Worths: how much speaks for each pair, its words first, then where it stands and what it is.

Reads: pairs with their likeness. Writes: the pairs that are strong enough, for assigning.
"""

from collections.abc import Mapping, Sequence

from archive.comparison.assignment import Edges, assigned
from archive.comparison.candidates import Pair, Sides
from archive.comparison.moves import moved
from archive.comparison.passages import Passage
from archive.parsing.parsed import ParagraphKind

#: So alike, and a pair shows where others belong.
_SURE = 0.5
#: What speaks for a pair besides its words.
_ORDER, _NEIGHBOURS, _PARENTS, _KIND, _FORM, _PLACE = 0.12, 0.05, 0.08, 0.03, 0.04, 0.01
#: What speaks against one of a heading and a paragraph.
_NO_HEADING = 0.5
#: Less is another paragraph.
_ENOUGH = 0.42
#: Worths are weighed as whole numbers, in so many parts of one.
_PARTS = 10**12


def paired(sides: Sides, alike: Mapping[Pair, float]) -> dict[int, int]:
    """The place in the second text of each place of the first that has one, one to one.

    The pairs that are most alike come first; they show where the others belong.
    """
    plain = {pair: value + _nature(sides, pair) for pair, value in alike.items()}
    sure = {pair: value for pair, value in plain.items() if alike[pair] >= _SURE}
    places = _Places(sides, {pair: sure[pair] for pair in assigned(_edges(sure)).items()})
    worth = {pair: value + places.support(pair) for pair, value in plain.items()}
    return assigned(_edges({pair: value for pair, value in worth.items() if value >= _ENOUGH}))


def _edges(worths: Mapping[Pair, float]) -> Edges:
    """What pairs are worth as whole numbers; one that is sure is worth more than two doubtful."""
    edges: dict[int, dict[int, int]] = {}
    for (a, b), worth in worths.items():
        edges.setdefault(a, {})[b] = max(1, round(worth**2 * _PARTS))
    return edges


def _nature(sides: Sides, pair: Pair) -> float:
    """What speaks for two passages of one kind and form, in about the same part of their texts."""
    one, other = sides.before[pair[0]], sides.after[pair[1]]
    apart = (pair[0] / len(sides.before) - pair[1] / len(sides.after)) ** 2
    headings = {side.kind is ParagraphKind.HEADING for side in (one, other)}
    return (
        _KIND * (one.kind is other.kind)
        + _FORM * (bool(one.form) and one.form == other.form)
        - _PLACE * apart
        - _NO_HEADING * (len(headings) > 1)
    )


class _Places:
    """Where places stand among the pairs that are sure, in both texts."""

    def __init__(self, sides: Sides, sure: Mapping[Pair, float]) -> None:
        """Lay both texts beside the sure pairs that keep their order."""
        self._sides, self._sure = sides, sure.keys()
        chain = sure.keys() - moved(sure)
        self._before = _ranks(sorted(a for a, _ in chain), len(sides.before))
        self._after = _ranks(sorted(b for _, b in chain), len(sides.after))
        self._parents = _parents(sides.before), _parents(sides.after)

    def support(self, pair: Pair) -> float:
        """What of the pairs that are sure speaks for one."""
        a, b = pair
        apart = abs(self._before[a] - self._after[b])
        beside = ((a - 1, b - 1) in self._sure) + ((a + 1, b + 1) in self._sure)
        return (
            _ORDER / (1 + apart) + _NEIGHBOURS * beside / 2 + _PARENTS * self._have_one_parent(pair)
        )

    def _have_one_parent(self, pair: Pair) -> bool:
        above, below = self._parents[0][pair[0]], self._parents[1][pair[1]]
        return above is not None and below is not None and (above, below) in self._sure


def _ranks(chain: Sequence[int], size: int) -> list[int]:
    """How many places of a chain stand before each place."""
    ranks, links = [], iter([*chain, size])
    link, rank = next(links), 0
    for at in range(size):
        ranks.append(rank)
        if at == link:
            link, rank = next(links), rank + 1
    return ranks


def _parents(text: Sequence[Passage]) -> list[int | None]:
    places = {one.anchor: at for at, one in enumerate(text)}
    return [places.get(one.parent) if one.parent else None for one in text]
