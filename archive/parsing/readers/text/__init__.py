"""Plain text to blocks: decode, cut into lines, and choose the layout by evidence.

Reads: bytes. Writes: a Reading in format ``text``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.parsing.blocks import Block, Reading
from archive.parsing.parsed import Mend, ParseError
from archive.parsing.readers.encoding import decode
from archive.parsing.readers.limits import check_length
from archive.parsing.readers.text.bracketed_marks import (
    with_bare_numbers,
    with_bracketed_marks,
)
from archive.parsing.readers.text.hand_wrapped import blocks_of_hand_wrapped, is_hand_wrapped
from archive.parsing.readers.text.layout import is_double_spaced, is_narrow, is_wrapped
from archive.parsing.readers.text.lines import Line, cut
from archive.parsing.readers.text.lost_pages import with_pages
from archive.parsing.readers.text.one_line import blocks_of_lines
from archive.parsing.readers.text.paged import blocks_of_pages, prints_labels_apart, shows_pages
from archive.parsing.readers.text.roman_notes import part_roman_notes, with_roman_marks
from archive.parsing.readers.text.star_notes import part_star_notes, with_star_marks
from archive.parsing.readers.text.wrapped import blocks_of_wrapped_lines

#: Far more than any resolution has; beyond it a file is something else.
MOST_LINES = 150_000


def read(data: bytes) -> Reading:
    """Read a text file in whichever layout it has.

    Raises ParseError: ``too_large`` for too many characters or lines, else as ``decode`` does.
    """
    decoded = decode(data)
    check_length(decoded.text)
    lines = cut(decoded.text)
    if len(lines) > MOST_LINES:
        raise ParseError(
            "too_large",
            f"The file has {len(lines):,} lines with words; give one resolution per file.",
        )
    laid_out = lay_out(lines, has_pages="\f" in decoded.text)
    return Reading(
        format="text",
        blocks=tuple(laid_out.blocks),
        source_text=decoded.text,
        warnings=decoded.warnings,
        layout=laid_out.layout,
        mends=tuple(laid_out.mends),
    )


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Blocks of lines, the layout they were read in, and hyphens put back at lines' ends."""

    layout: str
    blocks: Sequence[Block]
    mends: Sequence[Mend] = ()


def lay_out(lines: Sequence[Line], *, has_pages: bool = False, is_typed: bool = False) -> LaidOut:
    """The blocks of lines in the layout that they have by the evidence.

    ``has_pages`` says that form feeds part them, ``is_typed`` that their ends were typed.
    """
    lines, star_notes = part_star_notes(lines)
    lines, roman_notes = part_roman_notes(lines)
    laid_out = _laid_out(lines, has_pages=has_pages, is_typed=is_typed)
    blocks = with_roman_marks(laid_out.blocks, roman_notes)
    return replace(laid_out, blocks=with_star_marks(blocks, star_notes))


def _laid_out(lines: Sequence[Line], *, has_pages: bool, is_typed: bool) -> LaidOut:
    is_printed = has_pages and is_narrow(lines) and prints_labels_apart(lines)
    if not is_printed and not is_wrapped(lines) and not (is_typed and is_narrow(lines)):
        indented = any(line.indent for line in lines)
        return LaidOut("word_extraction" if indented else "one_per_line", blocks_of_lines(lines))
    lines, printed = with_bare_numbers(lines)
    if is_printed:
        laid_out = LaidOut("pdftotext", *blocks_of_pages(lines))
    else:
        laid_out = _wrapped(lines, has_pages=has_pages, is_typed=is_typed)
    return replace(laid_out, blocks=with_bracketed_marks(laid_out.blocks, printed))


def _wrapped(lines: Sequence[Line], *, has_pages: bool, is_typed: bool) -> LaidOut:
    typed = is_typed or is_hand_wrapped(lines)
    if not is_double_spaced(lines):
        paged = lines if has_pages else with_pages(lines)
        if (has_pages or paged[-1].page > 1) and shows_pages(paged):
            return LaidOut("pdftotext", *blocks_of_pages(paged))
    if typed:
        return LaidOut("hand_wrapped", blocks_of_hand_wrapped(lines))
    return LaidOut("pdf_extraction", blocks_of_wrapped_lines(lines))
