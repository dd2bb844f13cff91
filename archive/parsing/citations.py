"""Citations: where a text refers to an act, to a document, or to a paragraph of its own.

Reads: paragraphs, footnotes, the organ that speaks. Writes: citations in reading order, first
those of the paragraphs, then those of the notes. Heads come first ("Human Rights Council
resolutions"), then a list of numbers after each; document symbols stand by themselves; a curated
table knows the instruments that are cited by name. What cannot be read as a symbol is left out.
"""

from collections.abc import Sequence

from archive.parsing.citation_lists import ListReader
from archive.parsing.citation_scene import Scene
from archive.parsing.citation_words import Found, even
from archive.parsing.parsed import Citation, Footnote, Paragraph
from archive.parsing.symbols import Organ


def find_citations(
    paragraphs: Sequence[Paragraph], footnotes: Sequence[Footnote], *, organ: Organ | None
) -> tuple[Citation, ...]:
    """Every citation in the paragraphs and the notes of one text."""
    openings = _openings(paragraphs)
    scene = Scene(organ)
    reader = ListReader(scene)
    found = [
        _citation(one, paragraph, openings.get(paragraph.id))
        for paragraph in paragraphs
        for one in reader.read(even(paragraph.text))
    ]
    scene.advance(None)
    notes = ListReader(Scene(organ, named=scene.named, in_notes=True))
    found += [
        _citation(one, note, openings.get(note.marked_in or ""))
        for note in footnotes
        for one in notes.read(even(note.text))
    ]
    return tuple(found)


def _openings(paragraphs: Sequence[Paragraph]) -> dict[str, str]:
    """The opening that governs each paragraph: its own or, in a sub-paragraph, its parent's."""
    openings: dict[str, str] = {}
    for paragraph in paragraphs:
        opening = paragraph.opening or openings.get(paragraph.parent or "")
        if opening:
            openings[paragraph.id] = opening
    return openings


def _citation(found: Found, source: Paragraph | Footnote, opening: str | None) -> Citation:
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
    )
