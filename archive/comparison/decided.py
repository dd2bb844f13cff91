"""Decisions: what people have said of two paragraphs wins over what comparing found.

Reads: a comparison, and which pairs are confirmed or denied. Writes: the comparison that follows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

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

    What is confirmed belongs together, and where comparing had not found so, with nothing that is
    not confirmed too.
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
    added = confirmed - pairs.keys()
    if not added and not denied & pairs.keys():
        return found
    left = {
        pair: alike
        for pair, alike in pairs.items()
        if pair in confirmed or (pair not in denied and not _is_taken(pair, added))
    }
    told = left | {pair: _alike(found, Group(pair[:1], pair[1:])) for pair in added}
    return regrouped(found.before, found.after, groups=_weighed(found, _groups(told)))


def _is_taken(pair: _Places, confirmed: Iterable[_Places]) -> bool:
    """Whether either place is confirmed to belong to others."""
    return any((pair[0] == a) != (pair[1] == b) for a, b in confirmed)


def _weighed(found: Comparison, groups: Iterable[Group]) -> list[Group]:
    """The groups, each of those that comparing has not found as like as its words are."""
    older, newer = places_of(found.before), places_of(found.after)
    known = {
        (
            tuple(sorted(older[a.anchor] for a in one.before)),
            tuple(sorted(newer[b.anchor] for b in one.after)),
        )
        for one in found.pairings
    }
    return [
        one if (one.first, one.second) in known else replace(one, alike=_alike(found, one))
        for one in groups
    ]


def _alike(found: Comparison, group: Group) -> float:
    """How like the words of the passages of both texts are, in their order."""
    older = " ".join(found.before[at].text for at in group.first)
    newer = " ".join(found.after[at].text for at in group.second)
    return verdict(older, newer).likeness


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
