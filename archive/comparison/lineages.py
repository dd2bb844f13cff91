"""Lineages: the paragraphs of several texts that are one paragraph, reworded or not.

Reads: spots, which are paragraphs in the order of a series, and links between them, which pairings
of its texts gave. Writes: groups of spots, the same whatever the order in which texts came.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

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
    is_draft: bool = False


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
    Others are joined by falling likeness, the nearer texts first, unless the lineage had two
    paragraphs of one text then. Of the parts of a split or a merge the one most like the whole goes
    on with it, and no other does. Adopted texts are joined before drafts, and no draft joins two
    lineages of adopted ones: what is said of these is the same whether or not drafts are held.
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
    _texts: dict[int, int] = field(init=False)
    _adopted: dict[int, int] = field(init=False)
    _apart: dict[int, set[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.place = {spot.key: at for at, spot in enumerate(self.spots)}
        self.group_of = {spot.key: [spot] for spot in self.spots}
        self._texts = _numbered(self.spots)
        self._adopted = _numbered(one for one in self.spots if not one.is_draft)
        self._apart = defaultdict(set)
        for one in self.links:
            if one.say is Say.DENIED:
                self._apart[one.earlier].add(one.later)
                self._apart[one.later].add(one.earlier)

    def in_order(self) -> list[Link]:
        """The links that speak for joining, the strongest first; keys decide nothing."""
        speaking = (one for one in self.links if one.say is not Say.DENIED)
        return list(self._without_lesser_parts(sorted(speaking, key=self._rank)))

    def _without_lesser_parts(self, ranked: Iterable[Link]) -> Iterator[Link]:
        """Of the parts of one whole in one text the first alone, and what is no part."""
        seen: set[tuple[int, int]] = set()
        for link in ranked:
            if link.say is Say.CONFIRMED or link.fate not in OF_PARTS:
                yield link
                continue
            is_split = link.fate is Fate.SPLIT
            whole, part = (link.earlier, link.later) if is_split else (link.later, link.earlier)
            of_both = whole, self.spots[self.place[part]].text
            if of_both not in seen:
                seen.add(of_both)
                yield link

    def _rank(self, link: Link) -> tuple[bool, bool, bool, float, int, int, int]:
        earlier, later = self.place[link.earlier], self.place[link.later]
        is_of_draft = self._is_of_draft(link)
        numbers = self._texts if is_of_draft else self._adopted
        apart = abs(numbers[self.spots[later].text] - numbers[self.spots[earlier].text])
        machine, part = link.say is Say.MACHINE, link.fate in OF_PARTS
        return machine, is_of_draft, part, -link.likeness, apart, earlier, later

    def _is_of_draft(self, link: Link) -> bool:
        return any(self.spots[self.place[key]].is_draft for key in (link.earlier, link.later))

    def join(self, link: Link) -> None:
        """Make one group of two, where nothing speaks against it."""
        first, second = self.group_of[link.earlier], self.group_of[link.later]
        if first is second or not (link.say is Say.CONFIRMED or self._may_join(link)):
            return
        large, small = (first, second) if len(first) >= len(second) else (second, first)
        large.extend(small)
        for spot in small:
            self.group_of[spot.key] = large

    def _may_join(self, link: Link) -> bool:
        first, second = self.group_of[link.earlier], self.group_of[link.later]
        if self._is_of_draft(link) and _has_adopted(first) and _has_adopted(second):
            return False
        keys = {spot.key for spot in second}
        if any(
            not self._apart[one.key].isdisjoint(keys) for one in first if one.key in self._apart
        ):
            return False
        return {one.text for one in first}.isdisjoint(one.text for one in second)

    def groups(self) -> list[list[Spot]]:
        """Each group in the order of its spots, those that begin earliest first."""
        for group in (one for one in self.group_of.values() if len(one) > 1):
            group.sort(key=lambda spot: self.place[spot.key])
        firsts = (self.group_of[spot.key] for spot in self.spots)
        return list({id(group): group for group in firsts}.values())


def _numbered(spots: Iterable[Spot]) -> dict[int, int]:
    """The texts of some spots, each with its place among them."""
    return {text: at for at, text in enumerate(sorted({one.text for one in spots}))}


def _has_adopted(spots: Iterable[Spot]) -> bool:
    return not all(one.is_draft for one in spots)


def _by_text(spots: Iterable[Spot]) -> dict[int, list[int]]:
    texts: dict[int, list[int]] = defaultdict(list)
    for spot in spots:
        texts[spot.text].append(spot.key)
    return texts


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
        """A group with what each of its spots was before, in adopted texts where it is of one."""
        texts = _by_text(group)
        drafts = {spot.text for spot in group if spot.is_draft}
        order = sorted(texts)
        return tuple(
            self._standing(
                spot,
                [
                    texts[one]
                    for one in order
                    if one < spot.text and (spot.is_draft or one not in drafts)
                ],
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
        parts = [
            one
            for one in self._parts[spot.key]
            if spot.is_draft or not self._spots[one.earlier].is_draft
        ]
        if not parts:
            return Standing(spot=spot, before=None, link=None)
        best = max(parts, key=self._nearness)
        return Standing(spot=spot, before=self._spots[best.earlier], link=best)

    def _nearness(self, link: Link) -> tuple[int, float, int]:
        """Which of several to name: that of the latest text, then the most like, then the first."""
        return self._spots[link.earlier].text, link.likeness, -self._place[link.earlier]
