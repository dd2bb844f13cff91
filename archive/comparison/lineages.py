"""Lineages: the paragraphs of several texts that are one paragraph, reworded or not.

Reads: spots, which are paragraphs in the order of a series, and links between them, which pairings
of its texts gave. Writes: groups of spots, the same whatever the order in which texts came.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from archive.comparison.passages import OF_PARTS, Fate


class Say(StrEnum):
    """Who says that two paragraphs are one, or that they are not."""

    MACHINE = "machine"
    CONFIRMED = "confirmed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph by its key, and the text that it stands in, by that one's place in the series."""

    key: int
    text: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """That an earlier paragraph became a later one, or that somebody says it did not."""

    earlier: int
    later: int
    fate: Fate
    likeness: float
    is_moved: bool = False
    say: Say = Say.MACHINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a lineage stands in a text: the spot and the one before it.

    ``before`` is in the last earlier text that the lineage has. The first of a lineage has none,
    unless it was a part of a paragraph in whose lineage another part goes on, or was made of
    several that have lineages of their own. ``link`` is the pairing of the two, where they have
    one.
    """

    spot: Spot
    before: Spot | None
    link: Link | None


def lineages(spots: Sequence[Spot], links: Iterable[Link]) -> tuple[tuple[Standing, ...], ...]:
    """The lineages of a series, each in its order, in the order of their first spots.

    ``spots`` are in the order of the series, and of each text. What people say comes first:
    confirmed ones are joined, and no denied ones stand in one lineage but by confirmed ones.
    Others are joined by falling likeness, the nearer texts first, unless the two lineages had
    two paragraphs of one text then, that are not parts of one.
    """
    known = {spot.key for spot in spots}
    found = [one for one in links if one.earlier in known and one.later in known]
    joining = _Joining(spots, found)
    for link in joining.in_order():
        joining.join(link)
    standing = _Standings(spots, found)
    return tuple(standing.of(group) for group in joining.groups())


@dataclass(slots=True)
class _Joining:
    """Groups of spots while they are joined; each spot begins by itself."""

    spots: Sequence[Spot]
    links: Sequence[Link]
    place: dict[int, int] = field(init=False)
    group_of: dict[int, list[Spot]] = field(init=False)
    _siblings: set[frozenset[int]] = field(init=False)
    _apart: dict[int, set[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.place = {spot.key: at for at, spot in enumerate(self.spots)}
        self.group_of = {spot.key: [spot] for spot in self.spots}
        self._siblings = set(_siblings(self.links, {one.key: one.text for one in self.spots}))
        self._apart = defaultdict(set)
        for one in self.links:
            if one.say is Say.DENIED:
                self._apart[one.earlier].add(one.later)
                self._apart[one.later].add(one.earlier)

    def in_order(self) -> list[Link]:
        """The links that speak for joining, the strongest first; keys decide nothing."""
        speaking = (one for one in self.links if one.say is not Say.DENIED)
        return sorted(speaking, key=self._rank)

    def _rank(self, link: Link) -> tuple[bool, bool, float, int, int, int]:
        earlier, later = self.place[link.earlier], self.place[link.later]
        apart = self.spots[later].text - self.spots[earlier].text
        machine = link.say is Say.MACHINE
        return machine, link.fate in OF_PARTS, -link.likeness, abs(apart), earlier, later

    def join(self, link: Link) -> None:
        """Make one group of two, where nothing speaks against it."""
        first, second = self.group_of[link.earlier], self.group_of[link.later]
        if first is second or not (link.say is Say.CONFIRMED or self._may_join(first, second)):
            return
        large, small = (first, second) if len(first) >= len(second) else (second, first)
        large.extend(small)
        for spot in small:
            self.group_of[spot.key] = large

    def _may_join(self, first: Sequence[Spot], second: Sequence[Spot]) -> bool:
        keys = {spot.key for spot in second}
        if any(
            not self._apart[one.key].isdisjoint(keys) for one in first if one.key in self._apart
        ):
            return False
        texts = _by_text(second)
        return all(
            frozenset((one.key, other)) in self._siblings
            for one in first
            for other in texts.get(one.text, ())
        )

    def groups(self) -> list[list[Spot]]:
        """Each group in the order of its spots, those that begin earliest first."""
        for group in (one for one in self.group_of.values() if len(one) > 1):
            group.sort(key=lambda spot: self.place[spot.key])
        firsts = (self.group_of[spot.key] for spot in self.spots)
        return list({id(group): group for group in firsts}.values())


def _by_text(spots: Iterable[Spot]) -> dict[int, list[int]]:
    texts: dict[int, list[int]] = defaultdict(list)
    for spot in spots:
        texts[spot.text].append(spot.key)
    return texts


def _siblings(links: Iterable[Link], text_of: dict[int, int]) -> Iterator[frozenset[int]]:
    """Two paragraphs of one text that are parts of one paragraph of another, or that people say."""
    parts: dict[tuple[int, int, bool], list[int]] = defaultdict(list)
    for one in links:
        if one.say is Say.CONFIRMED or (one.say is Say.MACHINE and one.fate in OF_PARTS):
            parts[one.earlier, text_of[one.later], True].append(one.later)
            parts[one.later, text_of[one.earlier], False].append(one.earlier)
    for keys in parts.values():
        yield from (frozenset(pair) for pair in combinations(keys, 2))


class _Standings:
    """What each spot was before, from the pairings of its text."""

    def __init__(self, spots: Sequence[Spot], links: Iterable[Link]) -> None:
        self._spots = {spot.key: spot for spot in spots}
        self._place = {spot.key: at for at, spot in enumerate(spots)}
        self._links: dict[tuple[int, int], Link] = {}
        self._parts: dict[int, list[Link]] = defaultdict(list)
        for one in links:
            if one.say is Say.DENIED:
                continue
            self._links[one.earlier, one.later] = one
            if one.fate in OF_PARTS:
                self._parts[one.later].append(one)

    def of(self, group: Sequence[Spot]) -> tuple[Standing, ...]:
        """A group with what each of its spots was before."""
        texts = _by_text(group)
        order = sorted(texts)
        return tuple(
            self._standing(
                spot,
                [texts[one] for one in order if one < spot.text],
                is_alone=len(texts[spot.text]) == 1,
            )
            for spot in group
        )

    def _standing(
        self, spot: Spot, earlier: Sequence[Sequence[int]], *, is_alone: bool
    ) -> Standing:
        """A spot after those of earlier texts, the last of them at the end.

        It comes from the last text, paired with it or not; but where it shares its own text with
        another of the lineage, only from one that it was paired with.
        """
        if not earlier:
            return self._first(spot)
        for keys in earlier[-1:] if is_alone else reversed(earlier):
            best = self._likest(keys, spot)
            if best is not None:
                return Standing(spot=spot, before=self._spots[best.earlier], link=best)
        before = self._spots[earlier[-1][0]] if is_alone else None
        return Standing(spot=spot, before=before, link=None)

    def _likest(self, earlier: Iterable[int], spot: Spot) -> Link | None:
        """The pairing of a spot with the one of several earlier ones that is most like it."""
        pairs = ((one, spot.key) for one in earlier)
        linked = [self._links[pair] for pair in pairs if pair in self._links]
        return min(linked, key=lambda one: (-one.likeness, self._place[one.earlier]), default=None)

    def _first(self, spot: Spot) -> Standing:
        """The first of a lineage, which may have been a part of a paragraph of another one."""
        if not self._parts[spot.key]:
            return Standing(spot=spot, before=None, link=None)
        best = max(self._parts[spot.key], key=self._nearness)
        return Standing(spot=spot, before=self._spots[best.earlier], link=best)

    def _nearness(self, link: Link) -> tuple[int, float, int]:
        """Which of several to name: that of the latest text, then the most like, then the first."""
        return self._spots[link.earlier].text, link.likeness, -self._place[link.earlier]
