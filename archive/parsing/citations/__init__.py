"""Citations: where a text refers to an act, to a document, or to a paragraph of its own.

Reads: paragraphs, footnotes, the organ that speaks, when. Writes: citations in reading order, first
those of the paragraphs, then those of the notes. Heads come first ("Human Rights Council
resolutions"), then a list of numbers after each; document symbols stand by themselves; a curated
table knows the instruments that are cited by name. What cannot be read as a symbol is left out.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter

from archive.parsing.citations.antecedents import references_back
from archive.parsing.citations.conflicts import against_names, latest_day, with_conflicts
from archive.parsing.citations.lists import ListReader
from archive.parsing.citations.names import named_in
from archive.parsing.citations.notes import same_as_before
from archive.parsing.citations.references import annexes_in, references_in
from archive.parsing.citations.scene import Scene
from archive.parsing.citations.wholes import wholes_of
from archive.parsing.citations.words import Found, even
from archive.parsing.parsed import Citation, Footnote, Masthead, Paragraph
from archive.parsing.symbols import Organ

_START = attrgetter("start")
_SAYS_NOTHING = Masthead()


def find_citations(
    paragraphs: Sequence[Paragraph],
    footnotes: Sequence[Footnote],
    *,
    organ: Organ | None,
    masthead: Masthead = _SAYS_NOTHING,
) -> tuple[Citation, ...]:
    """Every citation in the paragraphs and the notes of one text.

    A text of no known organ is read as the General Assembly's; ``masthead`` says when the text was
    adopted, which later acts contradict. Spans do not overlap, but what a range implies without
    printing it ("Add.1-4") shares the span of the range, and the whole of a lettered part stands
    within the part.
    """
    latest = latest_day(organ, adopted_on=masthead.adopted_on, session=masthead.session)
    finder = _Finder(paragraphs, organ=organ, latest=latest)
    citations = [*finder.in_paragraphs(), *finder.in_notes(footnotes)]
    contradicted = with_conflicts(citations, latest=latest)
    return tuple(against_names(contradicted, paragraphs, notes=footnotes))


class _Finder:
    """Finds the citations of one text: of its paragraphs first, then of its notes."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], *, organ: Organ | None, latest: date | None
    ) -> None:
        self._paragraphs = paragraphs
        self._anchors = frozenset(paragraph.id for paragraph in paragraphs)
        self._openings = _openings(paragraphs)
        self._organ = organ
        self._latest = latest
        self._scene = Scene(organ)

    def in_paragraphs(self) -> Iterator[Citation]:
        """The citations of the paragraphs, in order."""
        reader = ListReader(self._scene)
        for paragraph in self._paragraphs:
            opening = self._openings.get(paragraph.id)
            for found in self._in_text(reader, paragraph):
                yield _citation(found, paragraph, opening=opening)

    def in_notes(self, notes: Iterable[Footnote]) -> Iterator[Citation]:
        """The citations of all notes; one that says "Ibid." cites what the note before it cites."""
        self._scene.advance(None)
        reader = ListReader(self._scene.for_notes())
        before: list[Found] = []
        for note in notes:
            found = self._in_text(reader, note)
            before = found or same_as_before(even(note.text), before)
            opening = self._openings.get(note.marked_in or "")
            yield from (_citation(one, note, opening=opening) for one in before)

    def _in_text(self, reader: ListReader, source: Paragraph | Footnote) -> list[Found]:
        """The citations of one text, in order: those that print a symbol, others beside them."""
        plain = even(source.text)
        printed = reader.read(plain)
        named = named_in(plain, upto=self._latest)
        others = [
            *references_in(plain, source.id, anchors=self._anchors, allowance=reader.allowance),
            *annexes_in(plain, anchors=self._anchors),
            *references_back(plain, printed, named=named),
            *named,
        ]
        if not printed and not others:
            return []
        found = _beside(printed, sorted(others, key=_START))
        return sorted((*found, *wholes_of(found, plain)), key=_START)


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
        conflict=found.conflict,
        of_whole=found.of_whole,
    )
