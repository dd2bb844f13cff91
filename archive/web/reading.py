"""Reading: a held text made ready to print, with its notes, its contents and what it cites."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.models import Citation, Footnote, Paragraph, Text
from archive.parsing.parsed import Marker
from archive.parsing.printed_lines import organ_of
from archive.web.composition import Piece, Reference, Rendering, Span, compose
from archive.web.references import span, standing_in

FIRST_WORDS_COUNT = 5
Anchors = frozenset[str]
Spans = Mapping[str, Sequence[Span]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadParagraph:
    """A paragraph in pieces; ``margin`` is its number, ``begins`` names the part it opens.

    ``depth`` counts the paragraphs it is a sub-paragraph of, one within the other.
    """

    paragraph: Paragraph
    margin: str
    depth: int
    begins: str
    pieces: tuple[Piece, ...]

    @property
    def first_words(self) -> str:
        """Enough of its words to know it by in a list of contents."""
        words = self.paragraph.wording.split(maxsplit=FIRST_WORDS_COUNT)
        if len(words) <= FIRST_WORDS_COUNT:
            return self.paragraph.wording
        return f"{' '.join(words[:FIRST_WORDS_COUNT]).rstrip(',;:')}\N{NO-BREAK SPACE}…"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadNote:
    """A note in pieces; ``marked_at`` is the anchor of its mark, empty without one.

    ``marks`` is the resolution behind whose citation the mark stands, where the note does not cite
    it itself: a note that names a place in official records does not say what is found there.
    """

    note: Footnote
    marked_at: str
    marks: Reference | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text ready to print, in reading order.

    ``organ_line`` is the line above the preamble, empty where the file prints none.
    ``lost_references`` are the words that refer to a paragraph of the same text which it has not.
    """

    text: Text
    organ_line: tuple[Piece, ...]
    paragraphs: tuple[ReadParagraph, ...]
    notes: tuple[ReadNote, ...]
    lost_references: tuple[str, ...]

    @property
    def preamble(self) -> tuple[ReadParagraph, ...]:
        """Its preambular paragraphs, sub-paragraphs aside; the first may stand in a later part."""
        kind = Paragraph.Kind.PREAMBULAR
        return tuple(p for p in self.paragraphs if p.paragraph.kind == kind and p.depth == 0)

    @property
    def landmarks(self) -> tuple[ReadParagraph, ...]:
        """What the contents list: headings, and each paragraph after the preamble."""
        return tuple(
            read
            for read in self.paragraphs
            if read.paragraph.kind != Paragraph.Kind.PREAMBULAR and read.depth == 0
        )


_PARTS = {
    Paragraph.Kind.OPERATIVE: "Operative paragraphs",
    Paragraph.Kind.ANNEX: "Annex",
}


def reading(
    text: Text,
    *,
    paragraphs: Sequence[Paragraph],
    notes: Sequence[Footnote],
    citations: Sequence[Citation],
) -> Reading:
    """A text put together from its rows, each in reading order.

    The text comes from ``with_source``, its citations from ``made_in``.
    """
    anchors = frozenset(p.anchor for p in paragraphs)
    spans = _spans_by_anchor(citations, anchors)
    parts, depths = _parts(paragraphs), _depths(paragraphs)
    by_key = {paragraph.pk: paragraph for paragraph in paragraphs}
    return Reading(
        text=text,
        organ_line=_organ_line(text.masthead_lines or ()),
        paragraphs=tuple(
            ReadParagraph(
                paragraph=paragraph,
                margin=margin(paragraph),
                depth=depths[paragraph.pk],
                begins=parts.get(paragraph.anchor, ""),
                pieces=compose(
                    paragraph.wording,
                    opening=paragraph.opening,
                    spans=spans.get(paragraph.anchor, ()),
                    markers=_markers(paragraph, notes),
                ),
            )
            for paragraph in paragraphs
        ),
        notes=tuple(
            _read_note(note, spans, marked_in=by_key.get(note.paragraph_id or 0)) for note in notes
        ),
        lost_references=_lost_references(citations, anchors),
    )


def _lost_references(citations: Sequence[Citation], anchors: Anchors) -> tuple[str, ...]:
    return tuple(
        citation.words
        for citation in citations
        if not citation.cited_symbol and citation.pinpoint not in anchors
    )


def _organ_line(lines: Sequence[str]) -> tuple[Piece, ...]:
    """The line in which the organ begins to speak, its name set as an opening is."""
    line = next((line for line in lines if organ_of(line)), "")
    return compose(line, opening=line.removesuffix(",")) if line else ()


def margin(paragraph: Paragraph) -> str:
    """The number beside a paragraph: ``pp 3``, ``10``, ``10 (a)``; as printed in an annex."""
    if paragraph.kind in {Paragraph.Kind.PREAMBULAR, Paragraph.Kind.OPERATIVE}:
        return paragraph.numbering
    return paragraph.label


def _parts(paragraphs: Sequence[Paragraph]) -> dict[str, str]:
    """For the first paragraph of each part, the part's name."""
    first: dict[str, str] = {}
    for paragraph in paragraphs:
        first.setdefault(paragraph.kind, paragraph.anchor)
    return {first[kind]: name for kind, name in _PARTS.items() if kind in first}


def _depths(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """For each paragraph's key, its depth; a parent stands before its sub-paragraphs."""
    depths: dict[int, int] = {}
    for paragraph in paragraphs:
        parent = paragraph.parent_id
        depths[paragraph.pk] = 0 if parent is None else depths.get(parent, 0) + 1
    return depths


def _markers(paragraph: Paragraph, notes: Sequence[Footnote]) -> list[Marker]:
    return [
        Marker(number=note.number, offset=note.marker_offset)
        for note in notes
        if note.paragraph_id == paragraph.pk and note.marker_offset is not None
    ]


def _read_note(note: Footnote, spans: Spans, *, marked_in: Paragraph | None) -> ReadNote:
    return ReadNote(
        note=note,
        marked_at=f"{note.anchor}-mark" if marked_in else "",
        marks=_marks(note, spans, marked_in=marked_in) if marked_in else None,
        pieces=compose(note.wording, spans=spans.get(note.anchor, ())),
    )


def _marks(note: Footnote, spans: Spans, *, marked_in: Paragraph) -> Reference | None:
    """The resolution whose citation ends where the mark stands, unless the note cites it too."""
    wording, mark = marked_in.wording, note.marker_offset or 0
    behind = [
        one.reference
        for one in spans.get(marked_in.anchor, ())
        if one.end <= mark and not wording[one.end : mark].strip(" ,;.")
    ]
    own = {one.reference.address for one in spans.get(note.anchor, ()) if one.reference}
    has_a_page = {Rendering.HELD, Rendering.CITED_ONLY}
    found = (one for one in behind if one and one.rendering in has_a_page)
    return next((one for one in found if one.address not in own), None)


def _spans_by_anchor(citations: Sequence[Citation], anchors: Anchors) -> Spans:
    spans: dict[str, list[Span]] = {}
    for citation in citations:
        place = standing_in(citation)
        spans.setdefault(place.anchor, []).append(span(citation, anchors=anchors))
    return spans
