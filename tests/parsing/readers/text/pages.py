"""Texts as pdftotext leaves them, for tests of what is read from their pages."""

from archive.parsing.checks import account
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers.text import read

FRONT = """A/RES/44/99

United Nations

General Assembly

Distr.: General
3 May 1989

Resolution adopted by the General Assembly on 3 May 1989

44/99.

Keeping of lighthouses and of the lamps that
are lit in them
The General Assembly,
"""

HEAD = "\fKeeping of lighthouses and of the lamps that are lit in them\n\nA/RES/44/99\n\n"


def parsed(text: str) -> ParsedResolution:
    """The parse of a text, every character of which must be accounted for."""
    reading = read(text.encode())
    assert reading.layout == "pdftotext"
    found = parse_reading(reading)
    assert account(reading.source_text, found) == ({}, {})
    return found


def texts_of(found: ParsedResolution) -> dict[str, str]:
    """The words of each paragraph by its anchor."""
    return {one.id: one.text for one in found.paragraphs}


def notes_of(found: ParsedResolution) -> list[tuple[str, str, str | None]]:
    """Number, words and marking paragraph of each note."""
    return [(note.number, note.text, note.marked_in) for note in found.footnotes]


def page_of(*lines: str, front: str = FRONT) -> str:
    """A page of lines below what is printed before the text."""
    return front + "\n".join(lines) + "\n\f"


FIRST = (
    "Recalling its resolutions 41/20 of 3 December 1986 and 43/11 of 8 December 1988 and",
    "the reports of all the keepers of lighthouses of the northern and the southern coasts,",
)

LAST = (
    "1. Decides to keep the lighthouses, their lamps and their wicks under review at each",
    "of its sessions.",
)
