"""The forms of notes: a note’s words, number and mark; a note that the parse does not have."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Self

from django import forms

from archive.admin.correcting.fields import CorrectionForm, PlaceField, WordsField, anchor_written
from archive.admin.correcting.marks import Mark, MarkError, marks_of, offset_behind
from archive.admin.correcting.source import beside, printed_at
from archive.admin.correcting.subjects import (
    Act,
    Beside,
    FieldError,
    NoSuchPlaceError,
    Subject,
    at_field,
)
from archive.corrections import making
from archive.corrections.naming import named_note, quoted
from archive.corrections.notes import checked_number
from archive.corrections.places import anchor_of_note, is_of_note, number_of_note, paragraph_at
from archive.corrections.values import CorrectionError
from archive.ingest.editing.editions import Edition
from archive.ingest.editing.proposals import Proposal
from archive.ingest.editing.tracing import Trace, place_in, trace
from archive.models import Correction
from archive.parsing.parsed import Footnote

_REMOVE, _UNMARK = "remove", "unmark"


class NoteForm(CorrectionForm):
    """A note as it is to be, and where it is marked."""

    told = ("number", "wording", "paragraph", "words")
    number = forms.CharField(label="Number", help_text="As it is printed: 1, 12, a, *.")
    wording = WordsField(label="Words", rows=5, help_text="Without the number.")
    paragraph = PlaceField(
        label="Marked in",
        help_text="The paragraph that marks it; empty together with the words where none does.",
    )
    words = forms.CharField(
        label="Behind the words",
        required=False,
        help_text="The last words before the mark, enough of them to be found.",
    )
    field_order = ("number", "wording", "paragraph", "words", "evidence", "revision")

    def clean_number(self) -> str:
        """The number or sign."""
        try:
            return checked_number(self.cleaned_data["number"])
        except CorrectionError as error:
            raise forms.ValidationError(str(error)) from error

    def clean_paragraph(self) -> str | None:
        """The anchor of the paragraph, or None."""
        written: str = self.cleaned_data["paragraph"]
        anchor = anchor_written(self.parsed, written) if written else None
        if written and anchor is None:
            raise forms.ValidationError(
                f"There is no paragraph {quoted(written)}; choose one of the list, or write it as "
                "“op. 5”."
            )
        return anchor


class _OfNotes(Subject):
    """What both forms of notes do with a mark."""

    form = NoteForm

    def _mark(
        self, filled: Mapping[str, Any], anchor: str, *, to: Proposal, stands: Mark | None
    ) -> None:
        """Put the mark where the form says. Raises FieldError."""
        place = _place(filled, to, stands=stands)
        now = stands.place if stands else None
        if place != now:
            with at_field("words"):
                made = making.marker_set(to.parsed, anchor, place=place, instead_of=now)
                to.take(made)


def _place(
    filled: Mapping[str, Any], to: Proposal, *, stands: Mark | None
) -> tuple[str, int] | None:
    """The place of a mark that a form names; None for none. Raises FieldError."""
    anchor, words = filled["paragraph"], filled["words"]
    if not anchor and not words:
        return None
    paragraphs = to.parsed.paragraphs if not anchor else (paragraph_at(to.parsed, anchor),)
    if stands is not None and (anchor, words) == (stands.paragraph.id, stands.words):
        return stands.place
    try:
        return offset_behind(paragraphs, words, stands=stands)
    except MarkError as error:
        raise FieldError(error.field, str(error)) from error


class NoteSubject(_OfNotes):
    """A note of an edition, or marks of a note that it does not have."""

    view = "correct_note"

    def __init__(self, edition: Edition, anchor: str) -> None:
        super().__init__(edition)
        self.anchor = anchor
        self.number = number_of_note(anchor)
        self.alike = [note for note in edition.parsed.footnotes if note.id == anchor]
        self.marks = marks_of(edition.parsed, self.number)

    @property
    def note(self) -> Footnote | None:
        """The note; the first of several with its number."""
        return next(iter(self.alike), None)

    @classmethod
    def find(cls, edition: Edition, **where: str) -> Self:
        """The note with an anchor, there or only marked. Raises NoSuchPlaceError."""
        found = cls(edition, where["anchor"])
        if not is_of_note(found.anchor) or not (found.alike or found.marks):
            raise NoSuchPlaceError(f"There is no {named_note(found.anchor)}; look at the notes.")
        return found

    @property
    def title(self) -> str:
        """What the page is called."""
        return f"Correct note {self.number}"

    @property
    def where(self) -> str:
        """Its anchor; of one that is not there, the paragraph that marks it."""
        return self.anchor if self.alike else self.marks[0].paragraph.id

    @property
    def named(self) -> Mapping[str, str]:
        """Its anchor."""
        return {"anchor": self.anchor}

    def initial(self) -> dict[str, Any]:
        """The note and its first mark, as the edition has them."""
        mark = next(iter(self.marks), None)
        return {
            "number": self.number,
            "wording": self.note.text if self.note else "",
            "paragraph": mark.paragraph.id if mark else "",
            "words": mark.words if mark else "",
        }

    def propose(self, filled: Mapping[str, Any], act: str, *, to: Proposal) -> str:
        """Take what was changed, or take out the note or one of its marks. Raises FieldError."""
        if act == _REMOVE:
            with at_field(None):
                to.take(making.note_removed(to.parsed, self.anchor))
            return self.marks[0].paragraph.id if self.marks else ""
        if act.startswith(_UNMARK):
            return self._unmarked(act, to)
        anchor = self._note(filled, to)
        self._mark(filled, anchor, to=to, stands=next(iter(self.marks), None))
        return anchor

    def _unmarked(self, act: str, to: Proposal) -> str:
        mark = self.marks[int(act.removeprefix(_UNMARK))]
        with at_field(None):
            one = making.marker_set(to.parsed, self.anchor, place=None, instead_of=mark.place)
            to.take(one)
        return mark.paragraph.id

    def _note(self, filled: Mapping[str, Any], to: Proposal) -> str:
        """Take the number and the words; the anchor of the note then."""
        number, words = filled["number"], " ".join(filled["wording"])
        anchor = self.anchor
        if self.note is None:
            with at_field("number"):
                return to.take(making.note_inserted(to.parsed, number=number, text=words))
        if words != self.note.text:
            with at_field("wording"):
                to.take(making.wording_set(to.parsed, anchor, text=words))
        if number != self.number:
            with at_field("number"):
                to.take(making.note_number_set(to.parsed, anchor, number=number))
                anchor = anchor_of_note(number)
        return anchor

    def counterpart(self, edition: Edition) -> Self:
        """The note in a later edition: by its words where it has another number."""
        words = self.note.text if self.note else None
        anchor = place_in(edition.parsed, self.anchor, words=words) or self.anchor
        return self.find(edition, anchor=anchor)

    @property
    def acts(self) -> Sequence[Act]:
        """Take out a mark, or the note."""
        found = [
            Act(name=f"{_UNMARK}{index}", label="Take this mark away", remark=mark.told)
            for index, mark in enumerate(self.marks)
        ]
        if self.alike:
            remark = "With its marks." if len(self.alike) == 1 else self._several
            found.append(Act(name=_REMOVE, label="Remove, it is no note", remark=remark))
        return found

    @property
    def _several(self) -> str:
        return f"{len(self.alike)} notes have this number; this is the first of them."

    @cached_property
    def _trace(self) -> Trace:
        return trace(self.edition, self.anchor)

    @property
    def beside(self) -> Sequence[Beside]:
        """What the file and the parser have."""
        if self.note is None:
            missing = "The file has no such note, or the parser did not find it."
            return [Beside(name="Marked, and not there", words=missing)]
        now = printed_at(self.edition.parsed, self.anchor) or ""
        return list(beside(self.edition, self._trace, now=now))

    @property
    def history(self) -> Sequence[Correction]:
        """The corrections of it that stand."""
        return self._trace.corrections

    @property
    def links(self) -> Sequence[tuple[str, str]]:
        """What it cites."""
        cited = [
            (
                f"“{one.text}”",
                self.address_of("correct_citation", where=f"{one.source}:{one.start}-{one.end}"),
            )
            for one in self.edition.parsed.citations
            if one.source == self.anchor and not one.of_whole
        ]
        if self.note is None:
            return cited
        new = self.address_of("correct_citation", where=self.anchor)
        return [*cited, ("A new citation", new)]


class NewNoteSubject(_OfNotes):
    """A note that is to be put in."""

    view = "insert_note"

    @classmethod
    def find(cls, edition: Edition, **where: str) -> Self:
        """The notes of an edition."""
        assert not where, "its address names no place"
        return cls(edition)

    @property
    def title(self) -> str:
        """What the page is called."""
        return "Insert a note"

    @property
    def where(self) -> str:
        """The last note, behind which most are put in."""
        notes = self.edition.parsed.footnotes
        return notes[-1].id if notes else ""

    @property
    def named(self) -> Mapping[str, str]:
        """Nothing."""
        return {}

    def initial(self) -> dict[str, Any]:
        """Nothing but the number that comes next."""
        numbers = [
            int(note.number) for note in self.edition.parsed.footnotes if note.number.isdecimal()
        ]
        return {
            "number": str(max(numbers, default=0) + 1),
            "wording": "",
            "paragraph": "",
            "words": "",
        }

    def started(self, asked: Mapping[str, str]) -> dict[str, Any]:
        """The words that were left over of the file, where the address says which."""
        left = self.edition.parsed.leftovers
        number = asked.get("leftover", "")
        is_one = number.isdecimal() and int(number) < len(left)
        return {**self.initial(), "wording": left[int(number)] if is_one else ""}

    def propose(self, filled: Mapping[str, Any], act: str, *, to: Proposal) -> str:
        """Put the note in, and mark it; marks with its number are its marks. Raises FieldError."""
        del act
        words = " ".join(filled["wording"])
        with at_field("number"):
            made = making.note_inserted(to.parsed, number=filled["number"], text=words)
            anchor = to.take(made)
        if filled["paragraph"] or filled["words"]:
            self._mark(filled, anchor, to=to, stands=None)
        return anchor

    def counterpart(self, edition: Edition) -> Self:
        """The notes of a later edition."""
        return self.find(edition)

    @property
    def links(self) -> Sequence[tuple[str, str]]:
        """What was left over of the file."""
        return [
            (f"Left over: “{words[:100]}”", f"{self.address}?leftover={number}")
            for number, words in enumerate(self.edition.parsed.leftovers)
        ]
