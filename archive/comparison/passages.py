"""Passages: paragraphs of two texts as comparing reads them, and what became of each.

Reads: nothing. Writes: the values that ``pairings`` yields and pages, files and rows are made from.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from archive.comparison.words import Change
from archive.parsing.parsed import ParagraphKind


class Fate(StrEnum):
    """What became of a paragraph between two texts."""

    KEPT = "kept"
    MOVED = "moved"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    DROPPED = "dropped"


#: Of one paragraph on one side and several on the other.
OF_PARTS = frozenset({Fate.SPLIT, Fate.MERGED})
#: What they are to whoever goes from the newer text to the older.
MIRRORED = {Fate.SPLIT: Fate.MERGED, Fate.MERGED: Fate.SPLIT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph of a text: where it stands, how it opens, what it says.

    ``opening`` is as printed ("Also calls upon"), ``form`` without modifiers ("call upon"); both
    are empty where a paragraph has none. ``parent`` is the anchor of the paragraph it is part of.
    """

    anchor: str
    kind: ParagraphKind
    text: str
    opening: str = ""
    form: str = ""
    parent: str | None = None


def places_of(passages: Iterable[Passage]) -> Mapping[str, int]:
    """Where each passage of a text stands, from 0, by its anchor."""
    return {one.anchor: index for index, one in enumerate(passages)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Paragraphs of the older text and what became of them in the newer one.

    One on either side where it was kept, moved or reworded; one before and several after where it
    was split; several before and one after where they were merged; none before where it is new,
    none after where it was dropped. Each paragraph stands in one pairing.

    ``is_moved`` is whether it left the order of the others, with the same words or other ones.
    ``likeness`` is how much of the words of both sides both have, a rare word counting for more: 1
    for the same words, 0 where one side has none. ``changes`` make the words before (several
    joined by a space) those after.
    """

    fate: Fate
    before: tuple[Passage, ...]
    after: tuple[Passage, ...]
    likeness: float
    changes: tuple[Change, ...]
    is_moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two texts, paragraph by paragraph, in the reading order of the newer one.

    What was dropped stands behind what stood before it in the older text.
    """

    before: tuple[Passage, ...]
    after: tuple[Passage, ...]
    pairings: tuple[Pairing, ...]

    @property
    def counts(self) -> Mapping[Fate, int]:
        """How many pairings there are of each fate."""
        return Counter(one.fate for one in self.pairings)
