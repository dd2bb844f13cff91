"""The form of a paragraph: its words, kind, label, parent and place, and what is done with it."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Self

from django import forms

from archive.admin.correcting.fields import (
    KINDS,
    CorrectionForm,
    PlaceField,
    WordsField,
    anchor_written,
    beginning,
    label_written,
    name_of,
    split_offsets,
)
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
from archive.corrections.naming import quoted
from archive.corrections.places import index_of, paragraph_at
from archive.corrections.values import START, CorrectionError
from archive.ingest.editing.editions import Edition
from archive.ingest.editing.proposals import Proposal
from archive.ingest.editing.tracing import Trace, place_in, trace
from archive.models import Correction
from archive.parsing.parsed import Paragraph

_SPLITTING = "A blank line splits it: what stands behind becomes a paragraph of its own."
_MERGE, _REMOVE = "merge", "remove"


class ParagraphForm(CorrectionForm):
    """A paragraph as it is to be."""

    told = ("wording", "kind", "label", "parent", "after")
    wording = WordsField(label="Words", help_text=f"Without the label. {_SPLITTING}")
    kind = forms.ChoiceField(label="Kind", choices=KINDS)
    label = forms.CharField(
        label="Label",
        required=False,
        help_text="As it is printed, such as “5.”, “(a)” or “•”; empty where there is none.",
    )
    parent = PlaceField(
        label="Part of",
        help_text="The paragraph it is a part of; empty where it stands for itself.",
    )
    after = PlaceField(
        label="Stands behind",
        help_text=f"The paragraph before it; “{START}” where it is the first.",
    )
    field_order = ("wording", "kind", "label", "parent", "after", "evidence", "revision")

    def clean_label(self) -> str:
        """The label as it is printed; empty for none."""
        return label_written(self.cleaned_data["label"])

    def clean_parent(self) -> str | None:
        """The anchor of the parent, or None."""
        return self._anchor("parent")

    def clean_after(self) -> str | None:
        """The anchor of the paragraph before it, or None."""
        if self.cleaned_data["after"].lower() in {"", START}:
            return None
        return self._anchor("after")

    def _anchor(self, field: str) -> str | None:
        written: str = self.cleaned_data[field]
        anchor = anchor_written(self.parsed, written) if written else None
        if written and anchor is None:
            raise forms.ValidationError(
                f"There is no paragraph {quoted(written)}; choose one of the list, or write it as "
                "“op. 5”."
            )
        return anchor


class ParagraphSubject(Subject):
    """A paragraph of an edition."""

    view = "correct_paragraph"
    form = ParagraphForm

    def __init__(self, edition: Edition, paragraph: Paragraph) -> None:
        super().__init__(edition)
        self.paragraph = paragraph

    @classmethod
    def find(cls, edition: Edition, **where: str) -> Self:
        """The paragraph with an anchor. Raises NoSuchPlaceError."""
        try:
            return cls(edition, paragraph_at(edition.parsed, where["anchor"]))
        except CorrectionError as error:
            raise NoSuchPlaceError(str(error)) from error

    @property
    def title(self) -> str:
        """What the page is called."""
        return f"Correct {name_of(self.paragraph)}"

    @property
    def where(self) -> str:
        """Its anchor."""
        return self.paragraph.id

    @property
    def named(self) -> Mapping[str, str]:
        """Its anchor."""
        return {"anchor": self.paragraph.id}

    def initial(self) -> dict[str, Any]:
        """The paragraph as the edition has it."""
        one = self.paragraph
        return {
            "wording": one.text,
            "kind": one.kind.value,
            "label": one.label or "",
            "parent": one.parent or "",
            "after": self._before or START,
        }

    @property
    def _before(self) -> str | None:
        at = index_of(self.edition.parsed.paragraphs, self.paragraph.id)
        return self.edition.parsed.paragraphs[at - 1].id if at else None

    @property
    def _next(self) -> Paragraph | None:
        at = index_of(self.edition.parsed.paragraphs, self.paragraph.id) + 1
        return next(iter(self.edition.parsed.paragraphs[at : at + 1]), None)

    def propose(self, filled: Mapping[str, Any], act: str, *, to: Proposal) -> str:
        """Take what was changed, or take the paragraph out. Raises FieldError."""
        if act == _REMOVE:
            with at_field(None):
                to.take(making.removed(to.parsed, self.paragraph.id))
            return self._before or ""
        change = ParagraphChange(self.paragraph, self.initial(), filled, to)
        return change.made(merging=_MERGE if act == _MERGE else "")

    def counterpart(self, edition: Edition) -> Self:
        """The paragraph in a later edition: by its words where its anchor has moved."""
        anchor = place_in(edition.parsed, self.paragraph.id, words=self.paragraph.text)
        if anchor is None:
            raise NoSuchPlaceError(
                f"{name_of(self.paragraph)} is not there any more; look where its words are now."
            )
        return self.find(edition, anchor=anchor)

    @property
    def acts(self) -> Sequence[Act]:
        """Merge it with the next one, or take it out."""
        following = self._next
        found = []
        if following is not None:
            remark = f"{name_of(following)}: “{beginning(following.text)}”"
            found.append(
                Act(name=_MERGE, label="Merge with the next", remark=remark, needs_fields=True)
            )
        remark = "A running head, a page number, words of another document."
        return [*found, Act(name=_REMOVE, label="Remove, it is no paragraph", remark=remark)]

    @cached_property
    def _trace(self) -> Trace:
        return trace(self.edition, self.paragraph.id)

    @property
    def beside(self) -> Sequence[Beside]:
        """What the file and the parser have."""
        now = printed_at(self.edition.parsed, self.paragraph.id) or ""
        return list(beside(self.edition, self._trace, now=now))

    @property
    def history(self) -> Sequence[Correction]:
        """The corrections of it that stand."""
        return self._trace.corrections

    @property
    def links(self) -> Sequence[tuple[str, str]]:
        """A new paragraph after it, its notes, and what it cites."""
        anchor, parsed = self.paragraph.id, self.edition.parsed
        notes = [
            (f"Note {one.number}", self.address_of("correct_note", anchor=f"fn{one.number}"))
            for one in self.paragraph.markers
        ]
        cited = [
            (f"“{one.text}”", self.address_of("correct_citation", where=_span(one)))
            for one in parsed.citations
            if one.source == anchor and not one.of_whole
        ]
        new = self.address_of("correct_citation", where=anchor)
        insert = self.address_of("insert_paragraph", after=anchor)
        return [("A new paragraph after it", insert), *notes, *cited, ("A new citation", new)]


def _span(one: Any) -> str:
    return f"{one.source}:{one.start}-{one.end}"


class ParagraphChange:
    """What is to become of a paragraph, field by field, in an order in which it can be done."""

    def __init__(  # noqa: PLR0917 what a change is made from
        self,
        paragraph: Paragraph,
        initial: Mapping[str, Any],
        filled: Mapping[str, Any],
        to: Proposal,
    ) -> None:
        self._at = paragraph.id
        self._initial = initial
        self._filled = filled
        self._to = to

    def made(self, *, merging: str) -> str:
        """Take every correction that is asked for; the place that the paragraph has then.

        Raises FieldError.
        """
        self._wording()
        self._label(is_taken_away=True)
        self._kind()
        self._place()
        self._label(is_taken_away=False)
        self._split()
        if merging:
            with at_field(None):
                self._at = self._to.take(making.merged(self._to.parsed, self._at))
        return self._at

    @property
    def _now(self) -> Paragraph:
        return paragraph_at(self._to.parsed, self._at)

    def _wording(self) -> None:
        words = " ".join(self._filled["wording"])
        if words != self._initial["wording"]:
            with at_field("wording"):
                one = making.wording_set(self._to.parsed, self._at, text=words)
                self._at = self._to.take(one)

    def _kind(self) -> None:
        kind = self._filled["kind"]
        if kind not in {self._initial["kind"], self._now.kind.value}:
            with at_field("kind"):
                self._at = self._to.take(making.kind_set(self._to.parsed, self._at, kind=kind))

    def _label(self, *, is_taken_away: bool) -> None:
        """A label that goes, goes first: of another kind it would stand in the words."""
        label = self._filled["label"]
        is_other = label not in {self._initial["label"], self._now.label or ""}
        if is_other and is_taken_away is not bool(label):
            with at_field("label"):
                self._at = self._to.take(making.label_set(self._to.parsed, self._at, label=label))

    def _place(self) -> None:
        """A paragraph moves before it becomes part of one that stood behind it."""
        parsed, parent = self._to.parsed, self._filled["parent"]
        ways = [self._parent, self._move]
        if parent and index_of(parsed.paragraphs, parent) > index_of(parsed.paragraphs, self._at):
            ways.reverse()
        for way in ways:
            way()

    def _parent(self) -> None:
        parent = self._filled["parent"]
        if (parent or "") not in {self._initial["parent"], self._now.parent or ""}:
            with at_field("parent"):
                one = making.parent_set(self._to.parsed, self._at, parent=parent)
                self._at = self._to.take(one)

    def _move(self) -> None:
        after = self._filled["after"]
        if (after or START) != self._initial["after"]:
            with at_field("after"):
                self._at = self._to.take(making.moved(self._to.parsed, self._at, after=after))

    def _split(self) -> None:
        take_split(self._to, self._at, parts=self._filled["wording"])


def take_split(to: Proposal, anchor: str, *, parts: Sequence[str]) -> None:
    """Split a paragraph where its parts begin. Raises FieldError."""
    words = paragraph_at(to.parsed, anchor).text
    if len(parts) > 1 and words != " ".join(parts):
        raise FieldError(
            "wording",
            "It cannot be split and have its label taken from its words at once; save it without "
            "the blank line first.",
        )
    for offset in split_offsets(parts):
        with at_field("wording"):
            to.take(making.split(to.parsed, anchor, at=offset))
