"""What is told of a paragraph and of its notes."""

from typing import Literal

from django.utils.translation import gettext_noop as _
from pydantic import Field

from archive.web.api.shapes.list_page import ListPage
from archive.web.api.shapes.named import NamedResolution
from archive.web.api.shapes.shape import Shape


class Cell(Shape):
    """A cell of a table: where its words begin and end in the wording, in code points."""

    start: int
    end: int


class NoteMark(Shape):
    """Where a note is marked."""

    note: str = Field(description=_("The anchor of the note."))
    offset: int | None = Field(description=_("In code points into the wording."))


class ParagraphMembers(Shape):
    """A paragraph, as the file of its resolution has it."""

    anchor: str = Field(description=_("Its name within the text: pp3, op10-a."))
    url: str = Field(description=_("Its place on the page of the resolution."))
    position: int = Field(description=_("Its place in the text, from 1."))
    kind: Literal["preambular", "operative", "heading", "annex"]
    number: int | None
    label: str | None = Field(description=_("As it is printed: “10.”, “(a)”."))
    place: str = Field(description=_("As readers write it: op. 10 (a)."))
    parent: str | None = Field(description=_("The anchor of the paragraph it is part of."))
    opening: str | None = Field(description=_("As it is printed: “Calls upon”."))
    opening_form: str | None = Field(description=_("In its normal form: “call upon”."))
    wording: str = Field(description=_("Without its label and the marks of notes."))
    rows: list[list[Cell]] | None = Field(description=_("Of a table: its rows of cells."))
    marks: list[NoteMark]


class NoteMembers(Shape):
    """A note, as the file of its resolution has it."""

    anchor: str
    url: str
    number: str
    marked_in: str | None = Field(description=_("The anchor of the paragraph that marks it."))
    offset: int | None = Field(description=_("Where it is marked, in code points."))
    wording: str


class ListedParagraphMembers(ParagraphMembers):
    """A paragraph in a list, with its notes and the resolution that it stands in."""

    id: str = Field(description=_("Its symbol and anchor, which never change: A/RES/66/164/op5."))
    api_url: str
    resolution: NamedResolution
    notes: list[NoteMembers]


class ParagraphPage(ListPage):
    """A page of paragraphs, by symbol and in reading order."""

    results: list[ListedParagraphMembers]
