"""The text of an edition as a review shows it: paragraphs and notes, with all that is in them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from archive.admin.review.citations import CitationMark, marks_by_anchor
from archive.admin.review.forms import CorrectionForms
from archive.admin.review.pieces import Piece, pieces_of
from archive.admin.review.places import FILE, in_words, place_id
from archive.ingest.editing.editions import Edition
from archive.models import Correction
from archive.parsing.parsed import Footnote, Mend, Paragraph, ParagraphKind, Row

DEEPEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedCell:
    """A cell of a table."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class ReviewedPlace:
    """A paragraph or a note: its words, what is in them, who set it, and its forms.

    ``marked_in`` is of a note; ``paragraph`` is None for one.
    """

    anchor: str
    id: str
    name: str
    pieces: tuple[Piece, ...]
    citations: Sequence[CitationMark]
    set_by: Correction | None
    address: str
    paragraph: Paragraph | None = None
    depth: int = 0
    address_after: str = ""
    marked_in: str = ""

    @property
    def marked_at(self) -> str:
        """Where the paragraph that marks a note stands on the page."""
        return place_id(self.marked_in)

    @property
    def is_heading(self) -> bool:
        """Whether it heads what follows."""
        return self.paragraph is not None and self.paragraph.kind is ParagraphKind.HEADING

    @property
    def conflicts(self) -> list[CitationMark]:
        """Citations against which something speaks."""
        return [one for one in self.citations if one.conflict]

    @property
    def rows(self) -> list[list[ReviewedCell]]:
        """The rows of a table; none of any other paragraph."""
        rows: Sequence[Row] = self.paragraph.rows if self.paragraph else ()
        return [[self._cell(start, end) for start, end in row] for row in rows]

    def _cell(self, start: int, end: int) -> ReviewedCell:
        starts = self._starts
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        return ReviewedCell(pieces=self.pieces[first:last])

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.pieces]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedText:
    """Paragraphs and notes in reading order; mends that are of none of them."""

    paragraphs: tuple[ReviewedPlace, ...]
    notes: tuple[ReviewedPlace, ...]
    other_mends: tuple[Mend, ...]


def reviewed_text(edition: Edition, forms: CorrectionForms) -> ReviewedText:
    """The text of an edition: one query."""
    made = _Text(edition, forms)
    parsed = edition.parsed
    paragraphs = tuple(map(made.paragraph, parsed.paragraphs))
    notes = tuple(map(made.note, parsed.footnotes))
    anchors = {one.anchor for one in (*paragraphs, *notes)}
    return ReviewedText(
        paragraphs=paragraphs,
        notes=notes,
        other_mends=tuple(one for one in parsed.mends if one.where not in anchors),
    )


class _Text:
    """An edition on its way to the page, paragraph by paragraph."""

    def __init__(self, edition: Edition, forms: CorrectionForms) -> None:
        self._edition = edition
        self._forms = forms
        self._marks = marks_by_anchor(edition, forms)
        self._mends = _by_place(edition.parsed.mends)
        self._depths: dict[str, int] = {}

    def paragraph(self, one: Paragraph) -> ReviewedPlace:
        """A paragraph; its parent has come before it."""
        depth = self._depths.get(one.parent or "", -1) + 1
        self._depths[one.id] = depth
        citations = self._marks.get(one.id, ())
        return ReviewedPlace(
            anchor=one.id,
            id=place_id(one.id),
            name=in_words(one.id),
            pieces=pieces_of(
                one.text,
                opening=one.opening or "",
                citations=citations,
                markers=one.markers,
                mends=self._mends.get(one.id, ()),
                cuts=[edge for row in one.rows for cell in row for edge in cell],
            ),
            citations=citations,
            set_by=self._edition.set_at(one.id),
            address=self._forms.paragraph(one.id),
            paragraph=one,
            depth=min(depth, DEEPEST),
            address_after=self._forms.paragraph_after(one.id),
        )

    def note(self, one: Footnote) -> ReviewedPlace:
        """A note."""
        citations, mends = self._marks.get(one.id, ()), self._mends.get(one.id, ())
        return ReviewedPlace(
            anchor=one.id,
            id=place_id(one.id),
            name=f"note {one.number}",
            pieces=pieces_of(one.text, citations=citations, mends=mends),
            citations=citations,
            set_by=self._edition.set_at(one.id),
            address=self._forms.note(one.id),
            marked_in=one.marked_in or "",
        )


def _by_place(mends: Iterable[Mend]) -> Mapping[str, Sequence[Mend]]:
    found: dict[str, list[Mend]] = defaultdict(list)
    for one in mends:
        found[one.where or FILE].append(one)
    return found
