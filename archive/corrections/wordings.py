"""Wordings: what words may be, and where the places in them go when they change.

Reads: words as a person writes them, two wordings of one text. Writes: words with single spaces,
offsets moved along with the unchanged words around them.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from archive.comparison.words import change_spans, word_changes
from archive.corrections.places import Span
from archive.corrections.values import CorrectionError
from archive.parsing.blocks import squeeze
from archive.parsing.paragraphs import opening_of
from archive.parsing.parsed import Marker, Paragraph, Row

_UNPRINTABLE = {"Cc", "Cs"}
#: As many signs as the largest file has.
_LONGEST = 5_000_000


def checked_words(words: Any, *, of: str) -> str:
    """Words with single spaces. Raises CorrectionError for none, and for control characters."""
    if not isinstance(words, str) or not (squeezed := squeeze(words)):
        raise CorrectionError(f"The words of {of} are missing; write them, or remove {of}.")
    if any(unicodedata.category(sign) in _UNPRINTABLE for sign in squeezed):
        raise CorrectionError(f"The words of {of} have control characters in them; leave them out.")
    if len(squeezed) > _LONGEST:
        raise CorrectionError(f"The words of {of} are too many; split them into paragraphs.")
    return squeezed


@dataclass(frozen=True, slots=True)
class Shift:
    """Where places in one wording are in another: stretches of both, side by side."""

    stretches: tuple[tuple[int, int, int, int], ...]
    before: str
    after: str

    @classmethod
    def between(cls, before: str, after: str) -> "Shift":
        """The shift from one wording to another."""
        return cls(tuple(change_spans(word_changes(before, after))), before, after)

    def _is_kept(self, stretch: tuple[int, int, int, int]) -> bool:
        start, end, to, to_end = stretch
        return self.before[start:end] == self.after[to:to_end]

    def place(self, at: int) -> int:
        """Where a place is now: behind the words it stood behind, else before those it preceded."""
        kept = [one for one in self.stretches if self._is_kept(one)]
        for start, end, to, _ in kept:
            if start < at <= end:
                return to + at - start
        for start, _, to, _ in kept:
            if start == at:
                return to
        changed = (to_end for start, end, _, to_end in self.stretches if start <= at <= end)
        return next(changed, len(self.after))

    def span(self, span: Span) -> Span | None:
        """Where words are now; None where they do not stand there any more."""
        for stretch in self.stretches:
            start, end, to, _ = stretch
            if self._is_kept(stretch) and start <= span.start and span.end <= end:
                by = to - start
                return replace(span, start=span.start + by, end=span.end + by)
        return self._alone(span)

    def _alone(self, span: Span) -> Span | None:
        """Where words are that stand once in each wording, though all around them changed."""
        words = self.before[span.start : span.end]
        if self.before.count(words) != 1 or self.after.count(words) != 1:
            return None
        start = self.after.index(words)
        return replace(span, start=start, end=start + len(words))


def reworded(paragraph: Paragraph, words: str) -> Paragraph:
    """The paragraph in other words: its opening found, its markers and cells moved along."""
    shift = Shift.between(paragraph.text, words)
    moved = moved_by(paragraph, shift)
    return opened(replace(moved, text=words))


def moved_by(paragraph: Paragraph, shift: Shift) -> Paragraph:
    """The paragraph with markers and cells where a shift leads them."""
    markers = tuple(replace(one, offset=shift.place(one.offset)) for one in paragraph.markers)
    rows = tuple(
        tuple((shift.place(start), shift.place(end)) for start, end in row)
        for row in paragraph.rows
    )
    return replace(paragraph, markers=markers, rows=rows)


def opened(paragraph: Paragraph) -> Paragraph:
    """The paragraph with the opening and the form that its words have."""
    found = opening_of(paragraph.text, kind=paragraph.kind, parent=paragraph.parent)
    return replace(
        paragraph,
        opening=found.printed if found else None,
        form=found.normal if found else None,
    )


def markers_by(markers: Sequence[Marker], by: int) -> tuple[Marker, ...]:
    """Markers so many characters further on, none before the words begin."""
    return tuple(replace(one, offset=max(0, one.offset + by)) for one in markers)


def rows_by(rows: Sequence[Row], by: int) -> tuple[Row, ...]:
    """Rows of a table so many characters further on, none before the words begin."""
    return tuple(
        tuple((max(0, start + by), max(0, end + by)) for start, end in row) for row in rows
    )
