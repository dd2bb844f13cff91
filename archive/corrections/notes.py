"""Notes: their numbers and where they are marked; a note put in, a note taken out.

Reads: a sheet, the anchor of a note. Writes: the sheet with the change. Notes stand in the order of
their numbers, those with a sign first, as the parser leaves them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from archive.corrections.naming import begun, quoted
from archive.corrections.places import (
    anchor_of_note,
    index_of,
    note_index,
    number_of_note,
)
from archive.corrections.sheets import (
    Sheet,
    all_names,
    renumbered,
    with_names,
    with_notes,
    with_paragraphs,
    with_stale,
)
from archive.corrections.values import CorrectionError
from archive.corrections.wordings import checked_words
from archive.parsing.parsed import Footnote, Marker, Paragraph

_NUMBER = re.compile(r"[0-9a-z*†‡§]{1,6}")


def checked_number(number: object) -> str:
    """The number or sign of a note. Raises CorrectionError for what is none."""
    if not isinstance(number, str) or not _NUMBER.fullmatch(number):
        raise CorrectionError(
            f"{quoted(number)} is no number of a note; write it as printed: 1, 12, a, *."
        )
    return number


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a note is marked: a paragraph's anchor, an offset into its text."""

    anchor: str
    offset: int


def read_mark(value: Any) -> Mark | None:
    """A mark from anchor and offset as a list, or None. Raises CorrectionError for other values."""
    if value is None:
        return None
    try:
        anchor, offset = value
    except (TypeError, ValueError) as error:
        raise CorrectionError(
            f"{quoted(value)} is no place of a marker; choose one again."
        ) from error
    return Mark(str(anchor), int(offset))


def marks_of(sheet: Sheet, number: str) -> list[Mark]:
    """Every place that marks a note, in reading order."""
    return [
        Mark(paragraph.id, marker.offset)
        for paragraph in sheet.parsed.paragraphs
        for marker in paragraph.markers
        if marker.number == number
    ]


def with_marker(sheet: Sheet, number: str, *, off: Mark | None, on: Mark | None) -> Sheet:
    """The sheet with the marker of a note taken from one place and put at another.

    Raises CorrectionError where the place to put it is none.
    """
    if on is not None:
        _check_mark(sheet, on)
    paragraphs = list(sheet.parsed.paragraphs)
    if off is not None:
        at = index_of(paragraphs, off.anchor)
        paragraphs[at] = _unmarked(paragraphs[at], number, offset=off.offset)
    if on is not None:
        at = index_of(paragraphs, on.anchor)
        paragraphs[at] = _marked(paragraphs[at], number, offset=on.offset)
    return with_paragraphs(sheet, paragraphs)


def _check_mark(sheet: Sheet, mark: Mark) -> None:
    paragraph = sheet.parsed.paragraphs[index_of(sheet.parsed.paragraphs, mark.anchor)]
    if not 0 <= mark.offset <= len(paragraph.text):
        raise CorrectionError(
            f"{begun(mark.anchor)} has {len(paragraph.text)} characters, so nothing can be marked "
            f"behind character {mark.offset}; choose a place in its words."
        )


def _unmarked(paragraph: Paragraph, number: str, *, offset: int) -> Paragraph:
    markers = list(paragraph.markers)
    if Marker(number=number, offset=offset) in markers:
        markers.remove(Marker(number=number, offset=offset))
    return replace(paragraph, markers=tuple(markers))


def _marked(paragraph: Paragraph, number: str, *, offset: int) -> Paragraph:
    markers = [*paragraph.markers, Marker(number=number, offset=offset)]
    return replace(paragraph, markers=tuple(sorted(markers, key=lambda one: one.offset)))


def with_number(sheet: Sheet, anchor: str, *, number: str) -> Sheet:
    """The note with another number, and with it what marks it.

    Markers stay where another note has the old number, or where the new one is marked already.
    Raises CorrectionError where a note has the number.
    """
    notes = sheet.parsed.footnotes
    note = notes[note_index(notes, anchor)]
    checked_number(number)
    _check_is_free(notes, number)
    is_shared = sum(one.number == note.number for one in notes) > 1
    if not is_shared and not marks_of(sheet, number):
        sheet = _with_markers_renumbered(sheet, note.number, number=number)
    others = [one for one in notes if one is not note]
    changed = replace(note, number=number, id=anchor_of_note(number))
    ordered = _with(others, changed)
    if is_shared:
        return with_stale(with_notes(sheet, ordered), anchor, changed.id)
    named = renumbered(sheet, old=note.number, new=number)
    return with_notes(named, ordered)


def _check_is_free(notes: Sequence[Footnote], number: str) -> None:
    if any(one.number == number for one in notes):
        raise CorrectionError(
            f"There is a note {number} already; give that another number or remove it first."
        )


def _with_markers_renumbered(sheet: Sheet, old: str, *, number: str) -> Sheet:
    return with_paragraphs(
        sheet,
        [
            replace(
                one,
                markers=tuple(
                    replace(marker, number=number) if marker.number == old else marker
                    for marker in one.markers
                ),
            )
            for one in sheet.parsed.paragraphs
        ],
    )


def _with(notes: Sequence[Footnote], new: Footnote) -> list[Footnote]:
    """Notes with another, behind all whose numbers are not larger."""
    at = sum(1 for _ in _up_to(notes, _place(new)))
    return [*notes[:at], new, *notes[at:]]


def _up_to(notes: Sequence[Footnote], place: int) -> Sequence[Footnote]:
    last = max((at for at, one in enumerate(notes) if _place(one) <= place), default=-1)
    return notes[: last + 1]


def _place(note: Footnote) -> int:
    """What notes are ordered by: their number, 0 for a sign."""
    return int(note.number) if note.number.isdigit() else 0


def read_note(described: Mapping[str, Any]) -> Footnote:
    """A note from its number and text by name. Raises CorrectionError where that is none."""
    number = checked_number(described.get("number"))
    text = checked_words(described.get("text"), of=f"note {number}")
    return Footnote(id=anchor_of_note(number), number=number, text=text, marked_in=None)


def with_note(sheet: Sheet, note: Footnote) -> Sheet:
    """The sheet with another note. Raises CorrectionError where one has its number."""
    _check_is_free(sheet.parsed.footnotes, note.number)
    return with_stale(with_notes(sheet, _with(sheet.parsed.footnotes, note)), note.id)


def without_note(sheet: Sheet, anchor: str, *, wording: str) -> Sheet:
    """The sheet without a note, and without its markers unless another has its number.

    Raises CorrectionError where there is no such note.
    """
    notes = sheet.parsed.footnotes
    gone = note_index(notes, anchor, wording=wording)
    left = [one for at, one in enumerate(notes) if at != gone]
    if any(one.id == anchor for one in left):
        return with_stale(with_notes(sheet, left), anchor)
    names = {place: now for place, now in all_names(sheet.parsed).items() if place != anchor}
    for mark in marks_of(sheet, number_of_note(anchor)):
        sheet = with_marker(sheet, number_of_note(anchor), off=mark, on=None)
    return with_names(with_notes(sheet, left), names)


def with_note_text(sheet: Sheet, anchor: str, *, before: str, words: str) -> Sheet:
    """The sheet with a note in other words."""
    notes = list(sheet.parsed.footnotes)
    at = note_index(notes, anchor, wording=before)
    notes[at] = replace(notes[at], text=words)
    return with_notes(sheet, notes)
