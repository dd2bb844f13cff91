"""Citations: where a text refers to an act, to a document, or to a paragraph of its own.

Reads: paragraphs, footnotes, the organ that speaks. Writes: citations in reading order, first
those of the paragraphs, then those of the notes. Heads come first ("Human Rights Council
resolutions"), then a list of numbers after each; document symbols stand by themselves; a curated
table knows the instruments that are cited by name. What cannot be read as a symbol is left out.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from archive.parsing.citation_antecedents import references_back
from archive.parsing.citation_lists import ListReader
from archive.parsing.citation_names import named_in
from archive.parsing.citation_notes import same_as_before
from archive.parsing.citation_references import annexes_in, references_in
from archive.parsing.citation_scene import Scene
from archive.parsing.citation_wholes import wholes_of
from archive.parsing.citation_words import Found, even
from archive.parsing.parsed import Citation, Footnote, Paragraph
from archive.parsing.symbols import Organ

_START = attrgetter("start")


def find_citations(
    paragraphs: Sequence[Paragraph], footnotes: Sequence[Footnote], *, organ: Organ | None
) -> tuple[Citation, ...]:
    """Every citation in the paragraphs and the notes of one text.

    A text of no known organ is read as the General Assembly's. Spans do not overlap, but what a
    range implies without printing it ("Add.1-4") shares the span of the range, and the whole of a
    lettered part stands within the part.
    """
    anchors = frozenset(paragraph.id for paragraph in paragraphs)
    openings = _openings(paragraphs)
    scene = Scene(organ)
    reader = ListReader(scene)
    citations = [
        _citation(found, paragraph, opening=openings.get(paragraph.id))
        for paragraph in paragraphs
        for found in _in_text(reader, paragraph, anchors=anchors)
    ]
    scene.advance(None)
    notes = ListReader(Scene(organ, named=scene.named, in_notes=True))
    for note, found in _in_notes(notes, footnotes, anchors=anchors):
        citations.append(_citation(found, note, opening=openings.get(note.marked_in or "")))
    return tuple(citations)


def _in_text(
    reader: ListReader, source: Paragraph | Footnote, *, anchors: frozenset[str]
) -> list[Found]:
    """The citations of one text, in order: those that print a symbol, and others beside them."""
    plain = even(source.text)
    printed = reader.read(plain)
    others = [
        *references_in(plain, source.id, anchors=anchors, allowance=reader.allowance),
        *annexes_in(plain, anchors=anchors),
        *references_back(plain, printed),
        *named_in(plain),
    ]
    found = _beside(printed, sorted(others, key=_START))
    return sorted((*found, *wholes_of(found, plain)), key=_START)


def _in_notes(
    reader: ListReader, notes: Iterable[Footnote], *, anchors: frozenset[str]
) -> Iterator[tuple[Footnote, Found]]:
    """The citations of all notes; one that says "Ibid." cites what the note before it cites."""
    before: list[Found] = []
    for note in notes:
        found = _in_text(reader, note, anchors=anchors)
        before = found or same_as_before(even(note.text), before)
        yield from ((note, one) for one in before)


def _beside(kept: list[Found], others: Iterable[Found]) -> list[Found]:
    """The citations that are kept, and those others that overlap none before them."""
    chosen: list[Found] = []
    for other in others:
        if _is_free(kept, other) and (not chosen or _follows(chosen[-1], other)):
            chosen.append(other)
    return sorted((*kept, *chosen), key=_START)


def _is_free(kept: list[Found], other: Found) -> bool:
    """Whether no citation in a list, in order, overlaps another."""
    at = bisect_left(kept, other.end, key=_START)
    return at == 0 or kept[at - 1].end <= other.start


def _follows(before: Found, other: Found) -> bool:
    """Whether a citation begins where the one before has ended, or shares its span."""
    same = (before.start, before.end) == (other.start, other.end)
    return same or before.end <= other.start


def _openings(paragraphs: Sequence[Paragraph]) -> dict[str, str]:
    """The opening that governs each paragraph: its own or, in a sub-paragraph, its parent's."""
    openings: dict[str, str] = {}
    for paragraph in paragraphs:
        opening = paragraph.opening or openings.get(paragraph.parent or "")
        if opening:
            openings[paragraph.id] = opening
    return openings


def _citation(found: Found, source: Paragraph | Footnote, *, opening: str | None) -> Citation:
    return Citation(
        source=source.id,
        start=found.start,
        end=found.end,
        text=source.text[found.start : found.end],
        target=found.target,
        by_name=found.by_name,
        dated_on=found.dated_on,
        pinpoint=found.pinpoint,
        opening=opening,
        of_whole=found.of_whole,
    )
