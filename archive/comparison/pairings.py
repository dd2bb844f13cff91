"""Pairings: which paragraphs of one text became which of another.

Reads: the passages of two texts. Writes: their comparison. The stages: words and their weights
(``wordings``), pairs that have words in common (``candidates``), the best pairs for both texts
together (``worths``, ``assignment``), what was split or merged (``parts``), what moved (``moves``).
"""

from collections.abc import Sequence
from dataclasses import replace

from archive.comparison.candidates import Pair, Sides, candidates
from archive.comparison.moves import moved
from archive.comparison.parts import Group, grouped, with_lone
from archive.comparison.passages import Comparison, Fate, Pairing, Passage
from archive.comparison.sameness import plain_words
from archive.comparison.wordings import wordings
from archive.comparison.words import word_changes
from archive.comparison.worths import paired


def compared(before: Sequence[Passage], after: Sequence[Passage]) -> Comparison:
    """What became of each paragraph of the older text, and where each of the newer came from.

    What is paired, and what moved, does not depend on which text is the older one: the two are
    first put in an order of their own.
    """
    older, newer = tuple(before), tuple(after)
    if _is_turned(older, newer):
        groups = [one.mirrored for one in _groups(newer, older)]
    else:
        groups = _groups(older, newer)
    return regrouped(older, newer, groups=groups)


def regrouped(
    before: tuple[Passage, ...], after: tuple[Passage, ...], *, groups: Sequence[Group]
) -> Comparison:
    """The comparison in which these places belong together; a place is in one group at most.

    Places in no group are dropped or new. What moved is told from the groups alone.
    """
    gone = _moved(before, after, groups=groups)
    all_groups = with_lone(
        [replace(one, is_moved=one.pair in gone) for one in groups],
        counts=(len(before), len(after)),
    )
    pairings = [_pairing(before, after, group=one) for one in _in_order(all_groups)]
    return Comparison(before=before, after=after, pairings=tuple(pairings))


def _is_turned(before: Sequence[Passage], after: Sequence[Passage]) -> bool:
    """Whether two texts stand in another order than their own."""
    return _key(before) > _key(after)


def _key(text: Sequence[Passage]) -> list[tuple[str, ...]]:
    return [
        (one.text, one.anchor, one.kind, one.opening, one.form, one.parent or "") for one in text
    ]


def _groups(before: Sequence[Passage], after: Sequence[Passage]) -> list[Group]:
    """The places that belong together."""
    sides = Sides(before, after, *wordings(before, after))
    alike = candidates(sides)
    return grouped(sides, paired(sides, alike), alike=alike)


def _moved(
    before: Sequence[Passage], after: Sequence[Passage], *, groups: Sequence[Group]
) -> set[Pair]:
    """The pairs of the groups that left the order of the others."""
    sizes = {one.pair: _size(before, after, group=one) for one in groups if one.pair}
    if not _is_turned(before, after):
        return moved(sizes)
    return {(a, b) for b, a in moved({(b, a): size for (a, b), size in sizes.items()})}


def _size(before: Sequence[Passage], after: Sequence[Passage], *, group: Group) -> int:
    """How many words of a group both texts can have."""
    texts = (before, group.first), (after, group.second)
    return min(sum(len(text[at].text.split()) for at in places) for text, places in texts)


def _in_order(groups: Sequence[Group]) -> list[Group]:
    """The groups as the newer text reads; what was dropped behind what stood before it."""
    place_of = {at: one.second[0] for one in groups if one.second for at in one.first}
    behind: dict[int, int] = {}
    last = -1
    for at in sorted(at for one in groups for at in one.first):
        last = behind[at] = place_of.get(at, last)
    places = {
        one: (one.second[0], -1) if one.second else (behind[one.first[0]], one.first[0])
        for one in groups
    }
    return sorted(groups, key=places.__getitem__)


def _pairing(before: Sequence[Passage], after: Sequence[Passage], *, group: Group) -> Pairing:
    older, newer = [before[at] for at in group.first], [after[at] for at in group.second]
    first, second = (" ".join(one.text for one in side) for side in (older, newer))
    is_same = bool(older and newer) and plain_words(first) == plain_words(second)
    return Pairing(
        fate=_fate(group, is_same=is_same),
        before=tuple(older),
        after=tuple(newer),
        likeness=1.0 if is_same else group.alike,
        changes=word_changes(first, second),
        is_moved=group.is_moved,
    )


def _fate(group: Group, *, is_same: bool) -> Fate:
    if not group.first:
        return Fate.NEW
    if not group.second:
        return Fate.DROPPED
    if len(group.first) > 1:
        return Fate.MERGED
    if len(group.second) > 1:
        return Fate.SPLIT
    if not is_same:
        return Fate.REWORDED
    return Fate.MOVED if group.is_moved else Fate.KEPT
