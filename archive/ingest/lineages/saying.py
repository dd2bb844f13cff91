"""Saying: what people have said of the paragraphs of two texts, when these are compared.

Who decided, and what, stays as it is. What became of the two follows from the texts as they are
now, and is written anew with the rest; so it is what readers see where they compare the two.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product

from archive.comparison.decided import Decisions
from archive.comparison.passages import MIRRORED, OF_PARTS, Comparison, Fate, Pairing, Passage
from archive.comparison.verdicts import Judgement, verdict
from archive.models import ComparedTexts, Paragraph, ParagraphPairing

#: The anchors of a paragraph of the earlier text and of one of the later.
_Pair = tuple[str, str]
#: What of a decision follows from the texts.
_COLUMNS = ["fate", "likeness", "is_moved"]


def said_of(compared: Iterable[ComparedTexts]) -> Mapping[frozenset[int], list[ParagraphPairing]]:
    """The decisions on texts that are compared, by the keys of two: one query.

    Whichever of the two was the earlier when somebody decided.
    """
    texts = {key for row in compared for key in (row.earlier_id, row.later_id)}
    found: dict[frozenset[int], list[ParagraphPairing]] = defaultdict(list)
    rows = ParagraphPairing.objects.decided().filter(
        compared__earlier__in=texts, compared__later__in=texts
    )
    for row in rows.select_related("compared").order_by("pk"):
        found[frozenset((row.compared.earlier_id, row.compared.later_id))].append(row)
    return found


def forget_parts(compared: Collection[int]) -> None:
    """Have decisions on texts that are compared no more, by key, be told by the words alone.

    Whether one is a part of the other, only comparing the texts can say.
    """
    if not compared:
        return
    of_parts = ParagraphPairing.objects.decided().filter(compared__in=compared, fate__in=OF_PARTS)
    rows = list(of_parts.select_related("earlier", "later"))
    for row in rows:
        _tell(row, verdict(row.earlier.wording, row.later.wording))
    write_told(rows)


class Said:
    """What people have said of the paragraphs of two texts."""

    def __init__(
        self, rows: Sequence[ParagraphPairing], *, texts: tuple[Sequence[Paragraph], ...]
    ) -> None:
        """Given the decisions, and the paragraphs of the earlier text and of the later."""
        self._rows = rows
        self._anchors = {one.pk: one.anchor for text in texts for one in text}
        self._earlier = {one.pk for one in texts[0]}

    @property
    def decisions(self) -> Decisions:
        """The pairs that are confirmed and denied."""
        confirmed = ParagraphPairing.Decision.CONFIRMED
        return Decisions(
            confirmed=frozenset(self._pair(row) for row in self._rows if row.decision == confirmed),
            denied=frozenset(self._pair(row) for row in self._rows if row.decision != confirmed),
        )

    @property
    def pairs(self) -> set[_Pair]:
        """All of them."""
        return {self._pair(row) for row in self._rows}

    def tell(self, found: Comparison) -> None:
        """Have the decisions say what became of the two; of denied ones the words alone tell."""
        pairings = {
            (one.anchor, other.anchor): judged(pairing, one, after=other)
            for pairing in found.pairings
            for one, other in product(pairing.before, pairing.after)
        }
        older, newer = (
            {one.anchor: one.text for one in side} for side in (found.before, found.after)
        )
        for row in self._rows:
            was_at, is_at = self._pair(row)
            told = pairings.get((was_at, is_at)) or verdict(older[was_at], newer[is_at])
            _tell(row, told, is_turned=not self._is_forth(row))

    def _is_forth(self, row: ParagraphPairing) -> bool:
        return row.earlier_id in self._earlier

    def _pair(self, row: ParagraphPairing) -> _Pair:
        earlier, later = self._anchors[row.earlier_id], self._anchors[row.later_id]
        return (earlier, later) if self._is_forth(row) else (later, earlier)


def judged(pairing: Pairing, before: Passage, *, after: Passage) -> Judgement:
    """What became of one passage of a pairing in another; a part is as like as by itself."""
    is_part = pairing.fate in OF_PARTS
    alike = verdict(before.text, after.text).likeness if is_part else pairing.likeness
    return Judgement(fate=pairing.fate, likeness=alike, is_moved=pairing.is_moved)


def write_told(rows: Sequence[ParagraphPairing]) -> None:
    """Write what became of paragraphs on which people have decided."""
    ParagraphPairing.objects.bulk_update(rows, _COLUMNS)


def _tell(row: ParagraphPairing, told: Judgement, *, is_turned: bool = False) -> None:
    fate: Fate = MIRRORED.get(told.fate, told.fate) if is_turned else told.fate
    row.fate, row.likeness, row.is_moved = fate.value, told.likeness, told.is_moved
