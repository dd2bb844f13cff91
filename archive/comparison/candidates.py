"""Candidates: which passages of two texts may be the same one.

Reads: the passages of two texts and their wordings. Writes: pairs with their likeness.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import product

from archive.comparison.passages import Passage
from archive.comparison.sameness import plain_words
from archive.comparison.wordings import Wording, likeness

#: A place in the first text and one in the second.
Pair = tuple[int, int]
#: How alike pairs are, between 0 and 1.
Likenesses = Mapping[Pair, float]
#: Words of fewer pairs than this, or than this share of all pairs, show what is alike; of long
#: texts those of fewest pairs, up to so many additions.
_FEW_PAIRS, _SHARE_OF_PAIRS, _MOST_ADDITIONS = 64, 1 / 16, 2_000_000
#: Passages of the other text that each is weighed against.
_NEAREST = 8
#: Less than this in common is no candidate at all.
_LEAST = 0.15
#: Words that are not quite the same are never wholly alike.
ALMOST = 0.99
#: Passages of the same words that are all weighed against one another.
_FEW_EQUAL = 12


@dataclass(frozen=True, slots=True)
class Sides:
    """The passages of two texts with their wordings."""

    before: Sequence[Passage]
    after: Sequence[Passage]
    first: Sequence[Wording]
    second: Sequence[Wording]

    @property
    def mirrored(self) -> "Sides":
        """The second text and the first."""
        return Sides(self.after, self.before, self.second, self.first)


def candidates(sides: Sides) -> dict[Pair, float]:
    """The pairs that have words in common, with their likeness: 1 for the same words.

    A passage whose words stand once in each text has that one candidate.
    """
    here, there = _places_of(sides.before), _places_of(sides.after)
    alike: dict[Pair, float] = {}
    sure: tuple[set[int], set[int]] = set(), set()
    for words in here.keys() & there.keys():
        alike |= dict.fromkeys(_equal(here[words], there[words]), 1.0)
        if len(here[words]) == len(there[words]) == 1:
            sure[0].update(here[words])
            sure[1].update(there[words])
    for a, b in _near(sides, sure) - alike.keys():
        value = likeness(sides.first[a], sides.second[b])
        if value >= _LEAST:
            alike[a, b] = min(value, ALMOST)
    return dict(sorted(alike.items()))


def _places_of(text: Iterable[Passage]) -> dict[str, list[int]]:
    """The places of each wording."""
    found: dict[str, list[int]] = {}
    for at, one in enumerate(text):
        found.setdefault(plain_words(one.text), []).append(at)
    return found


def _equal(here: Sequence[int], there: Sequence[int]) -> Iterator[Pair]:
    """Pairs of places of the same words: all, and of many the first with the first."""
    if max(len(here), len(there)) <= _FEW_EQUAL:
        return product(here, there)
    return zip(here, there, strict=False)


def _near(sides: Sides, sure: tuple[set[int], set[int]]) -> set[Pair]:
    """For each passage of either text those of the other with most words in common."""
    rough = _rough(sides, sure)
    mirrored = {(b, a): value for (a, b), value in rough.items()}
    sizes = len(sides.before), len(sides.after)
    return {
        *_nearest(rough, sizes=sizes),
        *((a, b) for b, a in _nearest(mirrored, sizes=sizes[::-1])),
    }


def _rough(sides: Sides, sure: tuple[set[int], set[int]]) -> dict[Pair, float]:
    """How much of their words pairs share, without the words of most passages."""
    here = _passages_with(sides.first, without=sure[0])
    there = _passages_with(sides.second, without=sure[1])
    rough: dict[Pair, float] = {}
    for word in _telling(here, there, pairs=len(sides.first) * len(sides.second)):
        for (a, weight), (b, other) in product(here[word], there[word]):
            rough[a, b] = rough.get((a, b), 0) + min(weight, other)
    totals = [one.total for one in sides.first], [one.total for one in sides.second]
    return {
        (a, b): weight / totals[0][a] + weight / totals[1][b] for (a, b), weight in rough.items()
    }


def _telling(
    here: Mapping[str, Sequence[object]], there: Mapping[str, Sequence[object]], *, pairs: int
) -> Iterator[str]:
    """The words by which passages find one another: those of the fewest pairs."""
    shared = here.keys() & there.keys()
    costs = sorted((len(here[word]) * len(there[word]), word) for word in shared)
    done = 0
    for cost, word in costs:
        done += cost
        if cost > max(_FEW_PAIRS, pairs * _SHARE_OF_PAIRS) or done > _MOST_ADDITIONS:
            return
        yield word


def _passages_with(
    texts: Sequence[Wording], *, without: set[int]
) -> dict[str, list[tuple[int, float]]]:
    """The places of each word with its weight there."""
    found: dict[str, list[tuple[int, float]]] = {}
    for at, one in enumerate(texts):
        if at not in without:
            for word, weight in one.bag.items():
                found.setdefault(word, []).append((at, weight))
    return found


def _nearest(rough: Mapping[Pair, float], *, sizes: tuple[int, int]) -> Iterator[Pair]:
    """The pairs of each row that share most; of those that share the same, the nearest in place."""
    rows: dict[int, list[tuple[float, float, int]]] = {}
    for (a, b), shared in rough.items():
        apart = abs(a / sizes[0] - b / sizes[1])
        rows.setdefault(a, []).append((shared, -apart, -b))
    for a, row in rows.items():
        yield from ((a, -b) for _, _, b in nlargest(_NEAREST, row))
