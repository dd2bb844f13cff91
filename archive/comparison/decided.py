"""Decisions: what people have said of two paragraphs wins over what comparing found.

Reads: a comparison, and which pairs are confirmed or denied. Writes: the comparison that follows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.comparison.pairings import regrouped
from archive.comparison.parts import Group
from archive.comparison.passages import Comparison, places_of
from archive.comparison.verdicts import verdict

#: The anchors of a passage of the older text and of one of the newer.
Pair = tuple[str, str]
#: Places of the older text and of the newer one.
_Places = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Pairs of which people say that the one became the other, and that it did not."""

    confirmed: frozenset[Pair] = frozenset()
    denied: frozenset[Pair] = frozenset()


def decided(found: Comparison, decisions: Decisions) -> Comparison:
    """The comparison as people have decided; decisions on passages that it has not say nothing.

    What is confirmed belongs together, and with nothing that is not confirmed too.
    """
    older, newer = places_of(found.before), places_of(found.after)
    confirmed, denied = (
        {(older[a], newer[b]) for a, b in pairs if a in older and b in newer}
        for pairs in (decisions.confirmed, decisions.denied)
    )
    pairs = {
        (older[a.anchor], newer[b.anchor]): one.likeness
        for one in found.pairings
        for a in one.before
        for b in one.after
    }
    if confirmed <= pairs.keys() and not denied & pairs.keys():
        return found
    left = {
        pair: alike
        for pair, alike in pairs.items()
        if pair not in denied and not _is_taken(pair, confirmed)
    }
    told = left | {pair: pairs.get(pair, _alike(found, pair)) for pair in confirmed}
    return regrouped(found.before, found.after, groups=_groups(told))


def _is_taken(pair: _Places, confirmed: Iterable[_Places]) -> bool:
    """Whether either place is confirmed to belong to others."""
    return any((pair[0] == a) != (pair[1] == b) for a, b in confirmed)


def _alike(found: Comparison, pair: _Places) -> float:
    """How like the words of two passages are, in their order."""
    return verdict(found.before[pair[0]].text, found.after[pair[1]].text).likeness


def _groups(told: Mapping[_Places, float]) -> list[Group]:
    """The places that belong together, each place in one group; the likest two are its pair."""
    groups: list[Group] = []
    for pair, alike in sorted(told.items(), key=lambda one: (-one[1], one[0])):
        near = [one for one in groups if pair[0] in one.first or pair[1] in one.second]
        groups = [one for one in groups if one not in near] + [_with(pair, near, alike=alike)]
    return groups


def _with(pair: _Places, near: Sequence[Group], *, alike: float) -> Group:
    """A pair with the groups that one of its places is in, which are as like or liker."""
    first = {pair[0]}.union(*(one.first for one in near))
    second = {pair[1]}.union(*(one.second for one in near))
    likest = max(near, key=lambda one: one.alike, default=Group((), (), alike, pair))
    return Group(tuple(sorted(first)), tuple(sorted(second)), likest.alike, likest.pair)
