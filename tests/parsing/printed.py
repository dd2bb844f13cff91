"""Texts as files print them, for tests of the parser."""

from collections.abc import Sequence

from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse

PREAMBLE = (
    "Recalling its resolution 53/144 of 9 December 1998,",
    "Gravely concerned by threats against human rights defenders,",
)
OPERATIVE = (
    "Calls upon all States to give effect to the Declaration;",
    "Decides to remain seized of the matter.",
)


def word_text(
    preamble: Sequence[str] = PREAMBLE,
    operative: Sequence[str] = OPERATIVE,
    *,
    notes: Sequence[str] = (),
    front: Sequence[str] = (),
    after: Sequence[str] = (),
) -> str:
    """A text as Word extraction leaves it: a paragraph a line, notes at the end."""
    lines = [*front, "\tThe General Assembly,"]
    lines += [f"\t{words}" for words in preamble]
    lines += [f"\t{number}.\t{words}" for number, words in enumerate(operative, start=1)]
    lines += [f"{number} {words}" for number, words in enumerate(notes, start=1)]
    return "\n".join([*lines, *after]) + "\n"


def pdf_text(*lines: str) -> str:
    """A text as PDF extraction leaves it, given line by line below the organ's name."""
    return "\n".join(["  The General Assembly, ", "", *lines]) + "\n"


def parsed(text: str) -> ParsedResolution:
    """The parse of a text."""
    return parse(text.encode())


def texts_of(found: ParsedResolution) -> dict[str, str]:
    """The words of each paragraph by its anchor."""
    return {paragraph.id: paragraph.text for paragraph in found.paragraphs}


def markers_of(found: ParsedResolution) -> dict[str, list[tuple[str, int]]]:
    """The markers of each paragraph that has some, by its anchor."""
    return {
        paragraph.id: [(marker.number, marker.offset) for marker in paragraph.markers]
        for paragraph in found.paragraphs
        if paragraph.markers
    }


def codes_of(found: ParsedResolution) -> list[str]:
    """The codes of the warnings."""
    return [warning.code for warning in found.warnings]
