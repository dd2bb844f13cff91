"""Parts: passages that were split into several, and several that were merged into one.

Reads: which passages are pairs. Writes: groups of places, each place of both texts in one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.comparison.candidates import Pair, Sides
from archive.comparison.wordings import Wording, places_alike

#: So much of a passage's words that nothing else accounts for: it is part of the other.
_PART = 0.5


@dataclass(frozen=True, slots=True)
class Group:
    """Places of the first text and of the second that belong together, and how alike they are."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    alike: float = 0.0


def with_parts(sides: Sides, pairs: Mapping[int, int], alike: Mapping[Pair, float]) -> list[Group]:
    """The pairs as groups, with the passages that went into one of a pair or came out of it."""
    back = {b: a for a, b in pairs.items()}
    merged = _parts(sides.first, sides.second, pairs=back, alike=alike)
    mirrored = {(b, a): value for (a, b), value in alike.items()}
    split = _parts(sides.second, sides.first, pairs=pairs, alike=mirrored)
    groups: list[Group] = []
    for a, b in sorted(pairs.items()):
        into, out = merged.get(b, []), split.get(a, [])
        first = (a, *into) if into else (a,)
        second = (b, *out) if out and not into else (b,)
        groups.append(Group(tuple(sorted(first)), tuple(sorted(second)), alike[a, b]))
    taken = {at for one in groups for at in one.first}, {at for one in groups for at in one.second}
    groups += [Group((a,), ()) for a in range(len(sides.first)) if a not in taken[0]]
    groups += [Group((), (b,)) for b in range(len(sides.second)) if b not in taken[1]]
    return groups


def _parts(
    parts: Sequence[Wording],
    wholes: Sequence[Wording],
    *,
    pairs: Mapping[int, int],
    alike: Mapping[Pair, float],
) -> dict[int, list[int]]:
    """The places of parts without a pair by the place of the whole they went into."""
    paired = set(pairs.values())
    best: dict[int, tuple[float, int]] = {}
    for part, whole in alike:
        if part in paired or whole not in pairs:
            continue
        share = _share(parts[part], wholes[whole], beside=parts[pairs[whole]])
        if share >= _PART:
            best[part] = max(best.get(part, (0.0, 0)), (share, -whole))
    found: dict[int, list[int]] = {}
    for part, (_, whole) in sorted(best.items()):
        found.setdefault(-whole, []).append(part)
    return found


def _share(part: Wording, whole: Wording, *, beside: Wording) -> float:
    """How much of a part stands in what a whole has that the passage beside does not account for."""
    accounted = {at for _, at in places_alike(beside, whole)}
    left = {at for _, at in places_alike(part, whole)} - accounted
    return sum(whole.weights[at] for at in left) / part.total if part.total else 0.0
