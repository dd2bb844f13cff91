"""Candidates: which passages of two texts may be the same one, and how much speaks for it.

Reads: the passages of two texts and their wordings. Writes: pairs with their likeness, and what
each is worth to the whole: its words first, then where it stands and what it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from archive.comparison.passages import Passage
from archive.comparison.wordings import Wording, likeness

Pair = tuple[int, int]
#: Additions made to find passages with words in common; words of most passages are left out.
_MOST_ADDITIONS = 2_000_000
#: Passages of the other text that each is weighed against.
_NEAREST = 8
#: Less than this in common is no candidate at all.
_LEAST = 0.2
#: What speaks for a pair besides its words: neighbours that are alike, parents, kind, form, place.
_NEIGHBOURS, _PARENTS, _KIND, _FORM, _PLACE = 0.06, 0.08, 0.03, 0.03, 0.02


@dataclass(frozen=True, slots=True)
class Sides:
    """The passages of two texts with their wordings."""

    before: Sequence[Passage]
    after: Sequence[Passage]
    first: Sequence[Wording]
    second: Sequence[Wording]


def candidates(sides: Sides) -> dict[Pair, float]:
    """The pairs that have words in common, with their likeness."""
    rough = _rough(sides)
    near = {pair for row in _by_row(rough) for pair in row}
    near |= {
        (row, to)
        for column in _by_row({(b, a): v for (a, b), v in rough.items()})
        for to, row in column
    }
    weighed = {(a, b): likeness(sides.first[a], sides.second[b]) for a, b in sorted(near)}
    return {pair: alike for pair, alike in weighed.items() if alike >= _LEAST}


def _rough(sides: Sides) -> dict[Pair, float]:
    """The weight of the words that pairs share, without the words of most passages."""
    here, there = _passages_with(sides.first), _passages_with(sides.second)
    shared = sorted(
        (len(here[word]) * len(there[word]), word) for word in here.keys() & there.keys()
    )
    rough: dict[Pair, float] = {}
    left = _MOST_ADDITIONS
    for cost, word in shared:
        left -= cost
        if left < 0:
            break
        for a, weight in here[word]:
            for b, other in there[word]:
                rough[a, b] = rough.get((a, b), 0) + min(weight, other)
    return {
        (a, b): 2 * weight / (sides.first[a].total + sides.second[b].total)
        for (a, b), weight in rough.items()
    }


def _passages_with(texts: Sequence[Wording]) -> dict[str, list[tuple[int, float]]]:
    found: dict[str, list[tuple[int, float]]] = {}
    for at, one in enumerate(texts):
        for word, weight in one.bag.items():
            found.setdefault(word, []).append((at, weight))
    return found


def _by_row(rough: Mapping[Pair, float]) -> Iterator[list[Pair]]:
    rows: dict[int, list[tuple[float, int]]] = {}
    for (a, b), alike in rough.items():
        rows.setdefault(a, []).append((alike, -b))
    for a, row in rows.items():
        yield [(a, -b) for _, b in nlargest(_NEAREST, row)]


def worths(sides: Sides, alike: Mapping[Pair, float]) -> dict[Pair, float]:
    """What each pair is worth: its likeness and what else speaks for it."""
    parents = _parents(sides.before), _parents(sides.after)
    return {pair: value + _beside(sides, alike, pair, parents) for pair, value in alike.items()}


def _parents(text: Sequence[Passage]) -> list[int | None]:
    places = {one.anchor: at for at, one in enumerate(text)}
    return [places.get(one.parent) if one.parent else None for one in text]


def _beside(
    sides: Sides,
    alike: Mapping[Pair, float],
    pair: Pair,
    parents: tuple[Sequence[int | None], Sequence[int | None]],
) -> float:
    a, b = pair
    one, other = sides.before[a], sides.after[b]
    neighbours = alike.get((a - 1, b - 1), 0) + alike.get((a + 1, b + 1), 0)
    above, below = parents[0][a], parents[1][b]
    both = alike.get((above, below), 0) if above is not None and below is not None else 0
    place = abs(a / len(sides.before) - b / len(sides.after))
    return (
        _NEIGHBOURS * neighbours / 2
        + _PARENTS * both
        + _KIND * (one.kind is other.kind)
        + _FORM * (bool(one.form) and one.form == other.form)
        - _PLACE * place
    )
