"""Reading: a held text made ready to print, with its notes, its contents and what it cites."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from archive.citing.cited import Cited
from archive.models import Citation, Footnote, Paragraph, Text
from archive.parsing.parsed import Marker
from archive.parsing.printed_lines import organ_of
from archive.web.cite_this import own_reference
from archive.web.cited import cited_place, cited_resolution
from archive.web.composition import Piece, Reference, Rendering, Span, Stretch, compose
from archive.web.conflicts import Conflict, conflicts, told_of_the_text
from archive.web.lineage.since import Since
from archive.web.named_places import place_address
from archive.web.outline import outline
from archive.web.references import span, standing_in
from archive.web.tables import Table, edges, table

FIRST_WORDS_COUNT = 5
FIRST_WORDS_OF_A_HEADING_COUNT = 12
#: Beyond it sub-paragraphs stand no further in.
DEEPEST = 5
Anchors = frozenset[str]
Spans = Mapping[str, Sequence[Span]]
#: By anchor, what is marked because a search found it.
Hits = Mapping[str, Sequence[Stretch]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadParagraph:
    """A paragraph in pieces; ``margin`` is its number, ``begins`` names the part it opens.

    ``depth`` counts the paragraphs it is a sub-paragraph of, one within the other. A heading has
    its ``level``, and perhaps its ``title`` on the line below. ``address`` is that of its own page,
    ``reference`` how it is cited, ``since`` its history, where other texts have it too.
    """

    paragraph: Paragraph
    address: str
    reference: str
    margin: str
    depth: int
    begins: str
    pieces: tuple[Piece, ...]
    table: Table | None
    level: int = 0
    title: "ReadParagraph | None" = None
    since: Since | None = None

    @property
    def is_operative(self) -> bool:
        """Whether a reader calls it "op. 10"."""
        return self.paragraph.kind == Paragraph.Kind.OPERATIVE and self.paragraph.number is not None

    @property
    def first_words(self) -> tuple[Piece, ...]:
        """Enough of its words to know it by in a list of contents, its opening first."""
        if not self.level:
            return compose(_cut(self), opening=self.paragraph.opening)
        words = filter(None, [_cut(self), _cut(self.title) if self.title else ""])
        return compose(", ".join(words))


def _cut(read: ReadParagraph) -> str:
    """The first words; an opening is whole, and has two behind it."""
    wording, opening = read.paragraph.wording, read.paragraph.opening
    is_heading = read.paragraph.kind == Paragraph.Kind.HEADING
    least = FIRST_WORDS_OF_A_HEADING_COUNT if is_heading else FIRST_WORDS_COUNT
    count = max(least, len(opening.split()) + 2)
    words = wording.split(maxsplit=count)
    if len(words) <= count:
        return wording
    return f"{' '.join(words[:count]).rstrip(',;:')}\N{NO-BREAK SPACE}…"


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
    ``lost_references`` are the words that refer to a paragraph of the same text which it has not;
    ``conflicts`` are what speaks against citations, ``warnings`` what else the parser warns of.
    """

    text: Text
    organ_line: tuple[Piece, ...]
    paragraphs: tuple[ReadParagraph, ...]
    notes: tuple[ReadNote, ...]
    lost_references: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    warnings: tuple[Mapping[str, str], ...]

    @property
    def preamble(self) -> tuple[ReadParagraph, ...]:
        """Its preambular paragraphs, sub-paragraphs aside; the first may stand in a later part."""
        kind = Paragraph.Kind.PREAMBULAR
        return tuple(p for p in self.paragraphs if p.paragraph.kind == kind and p.depth == 0)

    @property
    def landmarks(self) -> tuple[ReadParagraph, ...]:
        """What the contents list: headings, and each operative paragraph.

        Of an annex its paragraphs too, unless its headings are enough to find one's way by.
        """
        kinds = {Paragraph.Kind.OPERATIVE}
        if not _has_headed_annex(self.paragraphs):
            kinds.add(Paragraph.Kind.ANNEX)
        return tuple(
            read
            for read in self.paragraphs
            if read.level or (read.paragraph.kind in kinds and not (read.depth or read.table))
        )


def _has_headed_annex(paragraphs: Sequence[ReadParagraph]) -> bool:
    """Whether an annex has headings below its own."""
    is_annexed = False
    for read in paragraphs:
        if is_annexed and read.level:
            return True
        is_annexed |= read.paragraph.is_annex_heading or read.paragraph.kind == "annex"
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What a text is put together from, each in reading order; ``hits`` a search has found.

    ``histories`` are those of paragraphs, by their keys.
    ``page`` is the address at which the text stands whole, empty on that page itself. The text
    comes from ``with_source``, its citations from ``around``.
    """

    text: Text
    paragraphs: Sequence[Paragraph]
    notes: Sequence[Footnote]
    citations: Sequence[Citation]
    hits: Hits = field(default_factory=dict)
    histories: Mapping[int, Since] = field(default_factory=dict)
    page: str = ""

    @property
    def anchors(self) -> Anchors:
        """Every anchor of its paragraphs."""
        return frozenset(paragraph.anchor for paragraph in self.paragraphs)

    @property
    def all_anchors(self) -> Anchors:
        """Those of its paragraphs and notes."""
        return self.anchors | {note.anchor for note in self.notes}


def reading(rows: Rows) -> Reading:
    """A text put together from its rows."""
    text, citations, anchors = rows.text, rows.citations, rows.anchors
    spans = _spans_by_anchor(rows)
    by_key = {paragraph.pk: paragraph for paragraph in rows.paragraphs}
    return Reading(
        text=text,
        organ_line=_organ_line(text.masthead_lines or ()),
        paragraphs=_read(rows, spans, markers=_markers(rows.notes)),
        notes=tuple(
            _read_note(
                note,
                spans,
                marked_in=by_key.get(note.paragraph_id or 0),
                hits=rows.hits.get(note.anchor, ()),
            )
            for note in rows.notes
        ),
        lost_references=_lost_references(citations, anchors),
        conflicts=conflicts(citations),
        warnings=told_of_the_text(text.warnings),
    )


def _read(
    rows: Rows, spans: Spans, *, markers: Mapping[int, list[Marker]]
) -> tuple[ReadParagraph, ...]:
    """Every paragraph but the titles of headings, which stand with theirs."""
    paragraphs = rows.paragraphs
    parts, depths, levels = _parts(paragraphs), _depths(paragraphs), outline(paragraphs)
    whole = _cited(rows.text)
    found: list[ReadParagraph] = []
    for paragraph in paragraphs:
        marks = markers.get(paragraph.pk, ())
        hits = rows.hits.get(paragraph.anchor, ())
        pieces = _pieces(paragraph, spans.get(paragraph.anchor, ()), markers=marks, hits=hits)
        one = ReadParagraph(
            paragraph=paragraph,
            address=place_address(
                rows.text.resolution, paragraph.anchor, language=rows.text.language
            ),
            reference=own_reference(cited_place(whole, paragraph)),
            margin=margin(paragraph),
            depth=depths[paragraph.pk],
            begins=parts.get(paragraph.pk, ""),
            pieces=pieces,
            table=_table(paragraph, pieces),
            level=levels.get(paragraph.pk, 0),
            since=rows.histories.get(paragraph.pk),
        )
        if levels.get(paragraph.pk) == 0 and found:
            found[-1] = replace(found[-1], title=one)
        else:
            found.append(one)
    return tuple(found)


def _cited(text: Text) -> Cited:
    """The resolution, as the references to its paragraphs name it."""
    return cited_resolution(text.resolution, absolute=str, text=text, date_is_unverified=False)


def _table(paragraph: Paragraph, pieces: Sequence[Piece]) -> Table | None:
    rows = paragraph.rows
    return table(rows, wording=paragraph.wording, pieces=pieces) if rows else None


def _pieces(
    paragraph: Paragraph,
    spans: Sequence[Span],
    *,
    markers: Sequence[Marker],
    hits: Sequence[Stretch],
) -> tuple[Piece, ...]:
    return compose(
        paragraph.wording,
        opening=paragraph.opening,
        spans=spans,
        markers=markers,
        cuts=edges(paragraph.rows),
        hits=hits,
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
        return paragraph.numbering or paragraph.label
    return paragraph.label


def _parts(paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """The name of a part by the key of its first paragraph.

    Operative paragraphs begin after each preamble; an annex that no heading names is named.
    """
    found: dict[int, str] = {}
    before = ""
    is_annex_named = False
    for paragraph in paragraphs:
        if paragraph.kind == Paragraph.Kind.ANNEX and not is_annex_named:
            found[paragraph.pk] = _("Annex")
        is_annex_named |= paragraph.kind == Paragraph.Kind.ANNEX or paragraph.is_annex_heading
        if paragraph.kind == Paragraph.Kind.OPERATIVE and before != paragraph.kind:
            found[paragraph.pk] = _("Operative paragraphs")
        if paragraph.kind in {Paragraph.Kind.PREAMBULAR, Paragraph.Kind.OPERATIVE}:
            before = paragraph.kind
    return found


def _depths(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """For each paragraph's key, its depth; a parent stands before its sub-paragraphs.

    Words that go on after sub-paragraphs stand at the margin of the paragraph they belong to.
    """
    depths: dict[int, int] = {}
    for paragraph in paragraphs:
        parent = paragraph.parent_id
        below = depths.get(parent, 0) + bool(paragraph.label) if parent else 0
        depths[paragraph.pk] = min(below, DEEPEST)
    return depths


def _markers(notes: Sequence[Footnote]) -> dict[int, list[Marker]]:
    """The marks of notes by the keys of the paragraphs they stand in."""
    found: dict[int, list[Marker]] = {}
    for note in notes:
        if note.paragraph_id is not None and note.marker_offset is not None:
            mark = Marker(number=note.number, offset=note.marker_offset)
            found.setdefault(note.paragraph_id, []).append(mark)
    return found


def _read_note(
    note: Footnote, spans: Spans, *, marked_in: Paragraph | None, hits: Sequence[Stretch]
) -> ReadNote:
    return ReadNote(
        note=note,
        marked_at=f"{note.anchor}-mark" if marked_in else "",
        marks=_marks(note, spans, marked_in=marked_in) if marked_in else None,
        pieces=compose(note.wording, spans=spans.get(note.anchor, ()), hits=hits),
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


def _spans_by_anchor(rows: Rows) -> Spans:
    spans: dict[str, list[Span]] = {}
    anchors = rows.anchors
    for citation in rows.citations:
        place = standing_in(citation)
        spans.setdefault(place.anchor, []).append(span(citation, anchors=anchors, page=rows.page))
    return spans
