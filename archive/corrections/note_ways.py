"""The ways of notes: wording, number, marker; a note that is new or gone.

Reads: a sheet, a correction of a note. Writes: what stands there, the sheet with the change.
"""

from collections.abc import Mapping
from typing import Any

from archive.corrections import notes
from archive.corrections.places import anchor_of_note, note_index, number_of_note
from archive.corrections.sheets import Sheet, respanned, with_stale
from archive.corrections.values import Action, Correction
from archive.corrections.way import Way, with_leftover_used
from archive.corrections.wordings import Shift, checked_words

_Outcome = tuple[Sheet, tuple[str, ...]]


def _wording(sheet: Sheet, one: Correction) -> str:
    """The words of a note; of several with its number, the one the correction is of."""
    found = sheet.parsed.footnotes
    return found[note_index(found, one.where, wording=str(one.before))].text


def _set_wording(sheet: Sheet, one: Correction) -> _Outcome:
    words = checked_words(one.after, of=f"note {number_of_note(one.where)}")
    before = _wording(sheet, one)
    changed = notes.with_note_text(sheet, one.where, before=before, words=words)
    spanned = respanned(changed, {one.where: Shift.between(before, words).span})
    return with_stale(spanned, one.where), (one.where,)


def _remove_done(sheet: Sheet, one: Correction) -> tuple[str, ...] | None:
    """Nothing is to be removed where no note has the words."""
    there = any(other.text == one.before for other in sheet.parsed.footnotes)
    return None if there else ()


def _mark(sheet: Sheet, one: Correction) -> list[Any] | None:
    """The place that a marker is taken from, where it stands there; else the first that marks.

    Where a person has placed one of the note, or there is no note, another is one more.
    """
    marks = notes.marks_of(sheet, number_of_note(one.where))
    wanted = notes.read_mark(one.before)
    if wanted is None and (one.where in sheet.set_by or not _has_note(sheet, one.where)):
        return None
    mark = wanted if wanted in marks else next(iter(marks), None)
    return [mark.anchor, mark.offset] if mark else None


def _has_note(sheet: Sheet, anchor: str) -> bool:
    return any(note.id == anchor for note in sheet.parsed.footnotes)


def _mark_done(sheet: Sheet, one: Correction) -> tuple[str, ...] | None:
    marks = notes.marks_of(sheet, number_of_note(one.where))
    before, after = notes.read_mark(one.before), notes.read_mark(one.after)
    is_there = not marks if after is None else after in marks
    places = (one.where,) if _has_note(sheet, one.where) else ()
    return places if is_there and before not in marks else None


def _set_marker(sheet: Sheet, one: Correction) -> _Outcome:
    number = notes.checked_number(number_of_note(one.where))
    off, on = notes.read_mark(_mark(sheet, one)), notes.read_mark(one.after)
    places = (one.where,) if _has_note(sheet, one.where) else ()
    return notes.with_marker(sheet, number, off=off, on=on), places


def _number(sheet: Sheet, one: Correction) -> str:
    note_index(sheet.parsed.footnotes, one.where)
    return number_of_note(one.where)


def _number_done(sheet: Sheet, one: Correction) -> tuple[str, ...] | None:
    anchors = {note.id for note in sheet.parsed.footnotes}
    now = anchor_of_note(str(one.after))
    return (now,) if one.where not in anchors and now in anchors else None


def _set_note_number(sheet: Sheet, one: Correction) -> _Outcome:
    changed = notes.with_number(sheet, one.where, number=one.after)
    return changed, (anchor_of_note(one.after),)


def _note_there(sheet: Sheet, one: Correction) -> str | None:
    """The words of a note that has the number of a new one."""
    anchor = anchor_of_note(str(one.after.get("number")))
    return next((note.text for note in sheet.parsed.footnotes if note.id == anchor), None)


def _insert_note_done(sheet: Sheet, one: Correction) -> tuple[str, ...] | None:
    is_there = _note_there(sheet, one) == one.after.get("text")
    return (anchor_of_note(one.after["number"]),) if is_there else None


def _insert_note(sheet: Sheet, one: Correction) -> _Outcome:
    note = notes.read_note(one.after)
    words = {note.text, f"{note.number} {note.text}"}
    return with_leftover_used(notes.with_note(sheet, note), words), (note.id,)


def _remove_note(sheet: Sheet, one: Correction) -> _Outcome:
    return notes.without_note(sheet, one.where, wording=str(one.before)), ()


#: What is done to the words of a note, in the place of what is done to those of a paragraph.
WORDING_OF_NOTE = Way(found=_wording, apply=_set_wording)

#: How to do what may be done to a note.
OF_NOTES: Mapping[Action, Way] = {
    Action.SET_MARKER: Way(found=_mark, done=_mark_done, apply=_set_marker),
    Action.SET_NOTE_NUMBER: Way(found=_number, done=_number_done, apply=_set_note_number),
    Action.INSERT_NOTE: Way(found=_note_there, done=_insert_note_done, apply=_insert_note),
    Action.REMOVE_NOTE: Way(found=_wording, done=_remove_done, apply=_remove_note),
}
