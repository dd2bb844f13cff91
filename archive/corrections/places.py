"""Places: how a correction names where it is, and what stands there.

Reads: names of places, a parse. Writes: paragraphs, notes, spans. The words of an error say what is
not there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.corrections.naming import named, named_note
from archive.corrections.values import CorrectionError
from archive.parsing.parsed import Citation, Footnote, Paragraph, ParsedResolution

_SPAN = re.compile(r"(?P<source>[^:]+):(?P<start>\d{1,7})-(?P<end>\d{1,7})")
_NOTE = "fn"


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a paragraph or note: ``[start:end]`` of the text at an anchor."""

    source: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.source}:{self.start}-{self.end}"

    def overlaps(self, other: "Span") -> bool:
        """Whether both have a character of one text."""
        return self.source == other.source and self.start < other.end and other.start < self.end


def span_of(citation: Citation) -> Span:
    """Where a citation stands."""
    return Span(citation.source, citation.start, citation.end)


def read_span(where: str) -> Span | None:
    """The span that a place names ("op5:10-28"); None for a place of another kind."""
    match = _SPAN.fullmatch(where)
    return Span(match["source"], int(match["start"]), int(match["end"])) if match else None


def anchor_of_note(number: str) -> str:
    """The anchor of the note with a number: "fn2"."""
    return f"{_NOTE}{number}"


def number_of_note(anchor: str) -> str:
    """The number of the note with an anchor, whether or not there is one."""
    return anchor.removeprefix(_NOTE)


def is_of_note(anchor: str) -> bool:
    """Whether an anchor names a note."""
    return anchor.startswith(_NOTE)


def index_of(paragraphs: Sequence[Paragraph], anchor: str) -> int:
    """Where a paragraph stands among others. Raises CorrectionError where it does not."""
    for index, paragraph in enumerate(paragraphs):
        if paragraph.id == anchor:
            return index
    raise CorrectionError(f"There is no {_paragraph(anchor)}; look where it is now.")


def _paragraph(anchor: str) -> str:
    """A paragraph in words, also where no paragraph can have the name."""
    found = named(anchor)
    return f"paragraph {found}" if found.startswith("“") else found


def paragraph_at(parsed: ParsedResolution, anchor: str) -> Paragraph:
    """The paragraph with an anchor. Raises CorrectionError where there is none."""
    return parsed.paragraphs[index_of(parsed.paragraphs, anchor)]


def note_index(notes: Sequence[Footnote], anchor: str, *, wording: str | None = None) -> int:
    """Where a note stands among others; of several, the one with a wording, or the first.

    Raises CorrectionError where there is none.
    """
    found = [index for index, note in enumerate(notes) if note.id == anchor]
    if not found:
        raise CorrectionError(f"There is no {named_note(anchor)}; look at the notes.")
    return next((index for index in found if notes[index].text == wording), found[0])


def text_at(parsed: ParsedResolution, anchor: str) -> str:
    """The words of a paragraph or note. Raises CorrectionError where there is none."""
    if is_of_note(anchor):
        return parsed.footnotes[note_index(parsed.footnotes, anchor)].text
    return paragraph_at(parsed, anchor).text


def texts_of(parsed: ParsedResolution) -> Iterator[tuple[str, str]]:
    """The anchors and the words of all paragraphs, then of all notes."""
    yield from ((one.id, one.text) for one in parsed.paragraphs)
    yield from ((note.id, note.text) for note in parsed.footnotes)


def below(paragraphs: Sequence[Paragraph], anchor: str) -> frozenset[str]:
    """The anchors of everything that is part of a paragraph."""
    found = {anchor}
    for paragraph in paragraphs:
        if paragraph.parent in found:
            found.add(paragraph.id)
    return frozenset(found - {anchor})


def labelled(paragraph: Paragraph) -> str:
    """The words of a paragraph with its label before them, as printed."""
    return f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text
