"""Pairings: which paragraphs of one text became which of another.

Reads: the passages of two texts. Writes: their comparison.
"""

import re
from collections.abc import Iterable, Sequence

from archive.comparison.assignment import assigned
from archive.comparison.candidates import Sides, candidates, worths
from archive.comparison.chains import rising_chain
from archive.comparison.parts import Group, with_parts
from archive.comparison.passages import Comparison, Fate, Pairing, Passage
from archive.comparison.wordings import wordings
from archive.comparison.words import word_changes

#: Less of the words in common, and a passage is another one.
_SAME = 0.36
#: Worths are weighed as whole numbers, in so many parts of one.
_PARTS = 1_000_000
_TYPOGRAPHY = str.maketrans("‘’“”‑‐–—\u00a0\u202f", "''\"\"----  ")
_CLOSING = re.compile(r"[\s.;:,]+$")


def compared(before: Sequence[Passage], after: Sequence[Passage]) -> Comparison:
    """What became of each paragraph of the older text, and where each of the newer came from.

    What is paired does not depend on which text is the older one: the two are first put in an
    order of their own.
    """
    older, newer = tuple(before), tuple(after)
    if _key(older) <= _key(newer):
        groups = _groups(older, newer)
    else:
        groups = [Group(one.second, one.first, one.alike) for one in _groups(newer, older)]
    moved = _moved(groups)
    pairings = [_pairing(older, newer, group=one, is_moved=one in moved) for one in groups]
    return Comparison(before=older, after=newer, pairings=_in_order(groups, pairings, older, newer))


def _key(text: Iterable[Passage]) -> list[tuple[str, ...]]:
    return [
        (one.text, one.anchor, one.kind, one.opening, one.form, one.parent or "") for one in text
    ]


def _groups(before: Sequence[Passage], after: Sequence[Passage]) -> list[Group]:
    """The places that belong together, each place in one group."""
    sides = Sides(before, after, *wordings(before, after))
    alike = candidates(sides)
    edges: dict[int, dict[int, int]] = {}
    for (a, b), worth in worths(sides, alike).items():
        if alike[a, b] >= _SAME:
            edges.setdefault(a, {})[b] = max(1, round(worth**2 * _PARTS))
    pairs = assigned(edges)
    return with_parts(sides, pairs, alike)


def _moved(groups: Sequence[Group]) -> set[Group]:
    """The groups that left the order of most of the others."""
    both = {(one.first[0], one.second[0]): one for one in groups if one.first and one.second}
    kept = set(rising_chain(both))
    return {one for pair, one in both.items() if pair not in kept}


def _pairing(
    before: Sequence[Passage], after: Sequence[Passage], *, group: Group, is_moved: bool
) -> Pairing:
    older, newer = [before[at] for at in group.first], [after[at] for at in group.second]
    first, second = (" ".join(one.text for one in side) for side in (older, newer))
    same = bool(older and newer) and _bare(first) == _bare(second)
    return Pairing(
        fate=_fate(group, same=same, is_moved=is_moved),
        before=tuple(older),
        after=tuple(newer),
        likeness=1.0 if same else min(group.alike, 0.99),
        changes=word_changes(first, second),
        is_moved=is_moved,
    )


def _bare(text: str) -> str:
    """The words without what typesetting and the place in a list give them."""
    return _CLOSING.sub("", text.translate(_TYPOGRAPHY))


def _fate(group: Group, *, same: bool, is_moved: bool) -> Fate:
    if not group.first:
        return Fate.NEW
    if not group.second:
        return Fate.DROPPED
    if len(group.first) > 1:
        return Fate.MERGED
    if len(group.second) > 1:
        return Fate.SPLIT
    if not same:
        return Fate.REWORDED
    return Fate.MOVED if is_moved else Fate.KEPT


def _in_order(
    groups: Sequence[Group],
    pairings: Sequence[Pairing],
    before: Sequence[Passage],
    after: Sequence[Passage],
) -> tuple[Pairing, ...]:
    """The pairings as the newer text reads; what was dropped behind what stood before it."""
    place_of = {at: one.second[0] for one in groups if one.second for at in one.first}
    places: list[tuple[int, int]] = []
    for one in groups:
        if one.second:
            places.append((one.second[0], -1))
        else:
            behind = next(
                (place_of[at] for at in range(one.first[0], -1, -1) if at in place_of), -1
            )
            places.append((behind, one.first[0]))
    order = sorted(range(len(groups)), key=places.__getitem__)
    return tuple(pairings[at] for at in order)
