"""The form of a new paragraph, behind another or before all."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from django import forms

from archive.admin.correcting.fields import (
    KINDS,
    CorrectionForm,
    WordsField,
    label_written,
    name_of,
)
from archive.admin.correcting.paragraph import take_split
from archive.admin.correcting.subjects import Beside, NoSuchPlaceError, Subject, at_field
from archive.corrections import making
from archive.corrections.places import paragraph_at
from archive.corrections.values import START, CorrectionError
from archive.ingest.editing.editions import Edition
from archive.ingest.editing.proposals import Proposal
from archive.ingest.editing.tracing import place_in
from archive.parsing.parsed import Paragraph, ParagraphKind


class InsertionForm(CorrectionForm):
    """A paragraph that is to be put in."""

    told = ("wording", "kind", "label")
    wording = WordsField(
        label="Words",
        help_text="Without the label. A blank line begins another paragraph.",
    )
    kind = forms.ChoiceField(label="Kind", choices=KINDS)
    label = forms.CharField(
        label="Label",
        required=False,
        help_text="As it is printed, such as “5.” or “(b)”, which goes on with the list of “(a)”; "
        "empty where there is none.",
    )
    field_order = ("wording", "kind", "label", "evidence", "revision")

    def clean_label(self) -> str:
        """The label as it is printed; empty for none."""
        return label_written(self.cleaned_data["label"])


class InsertionSubject(Subject):
    """The place behind a paragraph, or before all others."""

    view = "insert_paragraph"
    form = InsertionForm

    def __init__(self, edition: Edition, after: Paragraph | None) -> None:
        super().__init__(edition)
        self.after = after

    @classmethod
    def find(cls, edition: Edition, **where: str) -> Self:
        """The place behind the paragraph with an anchor. Raises NoSuchPlaceError."""
        if where["after"] == START:
            return cls(edition, None)
        try:
            return cls(edition, paragraph_at(edition.parsed, where["after"]))
        except CorrectionError as error:
            raise NoSuchPlaceError(str(error)) from error

    @property
    def title(self) -> str:
        """What the page is called."""
        if self.after is None:
            return "Insert a first paragraph"
        return f"Insert a paragraph after {name_of(self.after)}"

    @property
    def where(self) -> str:
        """The paragraph behind which it is to stand."""
        return self.after.id if self.after else START

    @property
    def named(self) -> Mapping[str, str]:
        """Likewise."""
        return {"after": self.where}

    def initial(self) -> dict[str, Any]:
        """No words yet; the kind of the paragraph before."""
        kind = self.after.kind if self.after else ParagraphKind.PREAMBULAR
        if kind is ParagraphKind.HEADING:
            kind = ParagraphKind.OPERATIVE
        return {"wording": "", "kind": kind.value, "label": ""}

    def started(self, asked: Mapping[str, str]) -> dict[str, Any]:
        """The words that were left over of the file, where the address says which."""
        left = {str(number): one for number, one in enumerate(self.edition.parsed.leftovers)}
        return {**self.initial(), "wording": left.get(asked.get("leftover", ""), "")}

    def propose(self, filled: Mapping[str, Any], act: str, *, to: Proposal) -> str:
        """Put the paragraph in, and those that blank lines begin. Raises FieldError."""
        del act
        with at_field("wording"):
            made = making.inserted(
                to.parsed,
                self.after.id if self.after else None,
                kind=filled["kind"],
                text=" ".join(filled["wording"]),
                label=filled["label"],
            )
            anchor = to.take(made)
        take_split(to, anchor, parts=filled["wording"])
        return anchor

    def counterpart(self, edition: Edition) -> Self:
        """The place behind the same paragraph in a later edition."""
        if self.after is None:
            return self.find(edition, after=START)
        anchor = place_in(edition.parsed, self.after.id, words=self.after.text)
        if anchor is None:
            raise NoSuchPlaceError(
                f"{name_of(self.after)}, behind which it was to stand, is not there any more; "
                "choose another place."
            )
        return self.find(edition, after=anchor)

    @property
    def beside(self) -> Sequence[Beside]:
        """The paragraph before it, and the one behind."""
        paragraphs = self.edition.parsed.paragraphs
        at = paragraphs.index(self.after) + 1 if self.after else 0
        before = [Beside(name="Before it", words=_printed(one)) for one in paragraphs[:at][-1:]]
        behind = [Beside(name="Behind it", words=_printed(one)) for one in paragraphs[at : at + 1]]
        return [*before, *behind]

    @property
    def links(self) -> Sequence[tuple[str, str]]:
        """What was left over of the file, to be put in here."""
        return [
            (f"Left over: “{words[:100]}”", f"{self.address}?leftover={number}")
            for number, words in enumerate(self.edition.parsed.leftovers)
        ]


def _printed(paragraph: Paragraph) -> str:
    return f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text
