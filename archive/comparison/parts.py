"""Parts: passages that were split into several, and several that were merged into one.

Reads: which passages are pairs. Writes: groups of places, each place of both texts in one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.comparison.candidates import Likenesses, Pair, Sides
from archive.comparison.sameness import ALMOST
from archive.comparison.wordings import joined, part_of, places_alike, shared
from archive.parsing.parsed import ParagraphKind

#: Places that went into another one, and how much of their words did.
Shares = Mapping[int, float]
#: So much of a passage's words that nothing else accounts for, and it is part of another one:
#: where its neighbour became that one, and more of it with each passage that stands between.
_PART_NEAR, _PART_FURTHER, _PART_FAR = 0.26, 0.03, 0.5


@dataclass(frozen=True, slots=True)
class Group:
    """Places of the first text and of the second that belong together.

    ``alike`` is how much of the words of both sides both have, between 0 and 1.
    ``pair`` are the two that are paired; None where one side has none.
    """

    first: tuple[int, ...]
    second: tuple[int, ...]
    alike: float = 0.0
    pair: Pair | None = None
    is_moved: bool = False

    @property
    def mirrored(self) -> "Group":
        """The group of the second text and the first."""
        pair = self.pair and (self.pair[1], self.pair[0])
        return Group(self.second, self.first, self.alike, pair, self.is_moved)


def grouped(sides: Sides, pairs: Mapping[int, int], *, alike: Likenesses) -> list[Group]:
    """The pairs as groups, with the passages that went into one of a pair or came out of it."""
    back = {b: a for a, b in pairs.items()}
    merged = _parts(sides, back, alike=alike)
    split = _parts(sides.mirrored, pairs, alike={(b, a): value for (a, b), value in alike.items()})
    return [
        _group(sides, (a, b), into=merged.get(b, {}), out=split.get(a, {}))
        for a, b in pairs.items()
    ]


def with_lone(groups: Sequence[Group], *, counts: tuple[int, int]) -> list[Group]:
    """The groups, and those of one place for every place of both texts that is in none."""
    firsts = {at for one in groups for at in one.first}
    seconds = {at for one in groups for at in one.second}
    return [
        *groups,
        *(Group((at,), ()) for at in range(counts[0]) if at not in firsts),
        *(Group((), (at,)) for at in range(counts[1]) if at not in seconds),
    ]


def _group(sides: Sides, pair: Pair, *, into: Shares, out: Shares) -> Group:
    """A pair with the others of one side: where both sides have others, those that say more."""
    if sum(into.values()) >= sum(out.values()):
        first, second = _places(pair[0], into), _places(pair[1], {})
    else:
        first, second = _places(pair[0], {}), _places(pair[1], out)
    older = joined([sides.first[at] for at in first])
    newer = joined([sides.second[at] for at in second])
    return Group(first, second, min(shared(older, newer), ALMOST), pair)


def _places(place: int, others: Shares) -> tuple[int, ...]:
    return tuple(sorted((place, *others)))


def _parts(
    sides: Sides, pairs: Mapping[int, int], *, alike: Likenesses
) -> dict[int, dict[int, float]]:
    """The places of the first text that went into each of the second, besides its pair.

    ``pairs`` has the place in the first text of each of the second that has one.
    """
    told = _Told(sides, pairs)
    paired = set(pairs.values())
    wanted = [(part, whole) for part, whole in alike if part not in paired and whole in pairs]
    found: dict[int, dict[int, float]] = {}
    for part, whole in sorted(wanted, key=lambda pair: (-told.share(pair), pair)):
        if part not in paired and told.is_part((part, whole)):
            found.setdefault(whole, {})[part] = told.share((part, whole))
            told.add((part, whole))
            paired.add(part)
    return found


class _Told:
    """The words of wholes that a passage they came from accounts for."""

    def __init__(self, sides: Sides, pairs: Mapping[int, int]) -> None:
        """Begin with the pairs."""
        self._sides, self._pairs = sides, pairs
        self._told: dict[int, set[int]] = {}

    def is_part(self, pair: Pair) -> bool:
        """Whether enough of a part went into a whole."""
        part, whole = pair
        headings = {
            one.kind is ParagraphKind.HEADING
            for one in (self._sides.before[part], self._sides.after[whole])
        }
        between = abs(part - self._pairs[whole]) - 1
        enough = min(_PART_FAR, _PART_NEAR + _PART_FURTHER * between)
        return len(headings) == 1 and self.share(pair) >= enough

    def share(self, pair: Pair) -> float:
        """How much of a part's words a whole has that nothing else accounts for."""
        part, whole = pair
        left = set(self._places(pair)) - self._of(whole)
        return part_of(
            self._sides.first[part], [self._sides.second[whole].weights[at] for at in left]
        )

    def add(self, pair: Pair) -> None:
        """Let a part account for its words."""
        self._of(pair[1]).update(self._places(pair))

    def _of(self, whole: int) -> set[int]:
        if whole not in self._told:
            self._told[whole] = set(self._places((self._pairs[whole], whole)))
        return self._told[whole]

    def _places(self, pair: Pair) -> Iterator[int]:
        part, whole = pair
        places = places_alike(self._sides.first[part], self._sides.second[whole])
        return (at for _, at in places)
