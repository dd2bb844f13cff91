"""Alignment: which paragraph or note of one text is which of another.

Reads: anchors and wordings of two texts, in order. Writes: pairs of places. The same words are the
same paragraph, at its own anchor before any other; then words that are much alike; then whatever
has the same anchor.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

#: In hundredths: words that share more than this are a changed wording of one another.
_ALIKE = 60
#: How many pairs of wordings are weighed; beyond it, anchors alone decide.
_MOST_PAIRS = 40_000
#: As much of a wording as says what it is.
_TELLING = 2_000


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph or note: its anchor and its words."""

    anchor: str
    text: str


@dataclass(slots=True)
class Alignment:
    """Pairs of places: ``after_of`` from the first text to the second, ``before_of`` back."""

    before: Sequence[Item]
    after: Sequence[Item]
    after_of: dict[int, int] = field(default_factory=dict)
    before_of: dict[int, int] = field(default_factory=dict)

    def pair(self, one: int, other: int) -> None:
        """Say that two places are one."""
        self.after_of[one] = other
        self.before_of[other] = one

    def left(self) -> tuple[list[int], list[int]]:
        """The places of both texts that have no pair yet."""
        return (
            [at for at in range(len(self.before)) if at not in self.after_of],
            [at for at in range(len(self.after)) if at not in self.before_of],
        )

    @property
    def anchors(self) -> dict[str, str]:
        """The anchor in the second text of each anchor in the first that has one."""
        return {self.before[a].anchor: self.after[b].anchor for a, b in self.after_of.items()}

    def place_of_gone(self, index: int) -> float:
        """Where in the second text a place that is gone would be: behind the one before it."""
        for earlier in range(index - 1, -1, -1):
            if earlier in self.after_of:
                return self.after_of[earlier] + 0.5
        return -0.5


def aligned(before: Sequence[Item], after: Sequence[Item]) -> Alignment:
    """Pair the paragraphs or notes of two texts."""
    found = Alignment(before, after)
    _pair_equal(found, key=lambda item: item)
    _pair_equal(found, key=lambda item: item.text)
    for one, other in _alike(found):
        if one not in found.after_of and other not in found.before_of:
            found.pair(one, other)
    _pair_equal(found, key=lambda item: item.anchor)
    return found


def _pair_equal(found: Alignment, *, key: Callable[[Item], object]) -> None:
    """Pair what is left and has the same key, the first with the first."""
    left, others = found.left()
    waiting: dict[object, list[int]] = {}
    for at in others:
        waiting.setdefault(key(found.after[at]), []).append(at)
    for at in left:
        if waiting.get(key(found.before[at])):
            found.pair(at, waiting[key(found.before[at])].pop(0))


def _alike(found: Alignment) -> Iterator[tuple[int, int]]:
    """Pairs of what is left whose words are alike, the likest first."""
    left, others = found.left()
    if len(left) * len(others) > _MOST_PAIRS:
        return
    weighed = [
        (_likeness(found.before[one], found.after[other]), one, other)
        for one in left
        for other in others
    ]
    for likeness, one, other in sorted(weighed, key=lambda pair: (-pair[0], pair[1:])):
        if likeness > _ALIKE:
            yield one, other


def _likeness(one: Item, other: Item) -> float:
    """How alike two wordings are in hundredths; the same anchor tips the scales."""
    alike = ratio(one.text[:_TELLING], other.text[:_TELLING], score_cutoff=_ALIKE)
    return alike + (one.anchor == other.anchor) if alike else 0
