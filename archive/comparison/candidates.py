"""Candidates: which passages of two texts may be the same one.

Reads: the passages of two texts and their wordings. Writes: pairs with their likeness.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush, heapreplace
from itertools import product

from archive.comparison.passages import Passage
from archive.comparison.sameness import ALMOST, plain_words
from archive.comparison.wordings import Wording, likeness

#: A place in the first text and one in the second.
Pair = tuple[int, int]
#: How alike pairs are, between 0 and 1.
Likenesses = Mapping[Pair, float]
#: Words of fewer pairs than this, or than this share of all pairs, show what is alike; of long
#: texts those of fewest pairs, up to so many additions.
_FEW_PAIRS, _SHARE_OF_PAIRS, _MOST_ADDITIONS = 64, 1 / 16, 1_000_000
#: Passages that share less of their telling words are not weighed, of both together.
_LEAST = 0.2
#: Passages of the other text that each is weighed against.
_NEAREST = 8
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
        alike[a, b] = min(likeness(sides.first[a], sides.second[b]), ALMOST)
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
    here = _passages_with(sides.first, without=sure[0])
    there = _passages_with(sides.second, without=sure[1])
    telling = _telling(here, there, pairs=len(sides.first) * len(sides.second))
    rows, columns = _Nearest(), _Nearest()
    for a, one in enumerate(sides.first):
        words = {word: weight for word, weight in one.bag.items() if word in telling}
        for b, shared in _shared(words, there).items() if a not in sure[0] else ():
            close = shared / one.total + shared / sides.second[b].total
            if close < _LEAST:
                continue
            apart = -abs(a / len(sides.first) - b / len(sides.second))
            rows.offer((close, apart, -b), at=a)
            columns.offer((close, apart, -a), at=b)
    return {*((a, -b) for a, b in rows.pairs()), *((-a, b) for b, a in columns.pairs())}


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


def _telling(
    here: Mapping[str, Sequence[object]], there: Mapping[str, Sequence[object]], *, pairs: int
) -> set[str]:
    """The words by which passages find one another: those of the fewest pairs."""
    shared = here.keys() & there.keys()
    costs = sorted((len(here[word]) * len(there[word]), word) for word in shared)
    most, done = max(_FEW_PAIRS, pairs * _SHARE_OF_PAIRS), 0
    telling: set[str] = set()
    for cost, word in costs:
        done += cost
        if cost > most or done > _MOST_ADDITIONS:
            break
        telling.add(word)
    return telling


def _shared(
    words: Mapping[str, float], there: Mapping[str, Sequence[tuple[int, float]]]
) -> dict[int, float]:
    """The weight of the words that a passage shares with each of the other text."""
    shared: dict[int, float] = {}
    for word, weight in words.items():
        for at, other in there[word]:
            shared[at] = shared.get(at, 0.0) + min(weight, other)
    return shared


class _Nearest:
    """The few best of what is offered at each place."""

    def __init__(self) -> None:
        """Begin with none."""
        self._best: dict[int, list[tuple[float, float, int]]] = {}

    def offer(self, one: tuple[float, float, int], *, at: int) -> None:
        """Keep one at a place, where it is among the best there."""
        best = self._best.setdefault(at, [])
        if len(best) < _NEAREST:
            heappush(best, one)
        elif one > best[0]:
            heapreplace(best, one)

    def pairs(self) -> Iterator[Pair]:
        """Each place with the last part of each of its best."""
        return ((at, one[-1]) for at, best in self._best.items() for one in best)
