"""Plain text to blocks: decode, cut into lines, and choose the layout by evidence.

Reads: bytes. Writes: a Reading in format ``text``.
"""

from collections.abc import Sequence

from archive.parsing.blocks import Block, Reading
from archive.parsing.parsed import ParseError
from archive.parsing.readers.encoding import decode
from archive.parsing.readers.layout import is_wrapped
from archive.parsing.readers.lines import Line, cut
from archive.parsing.readers.one_line import blocks_of_lines
from archive.parsing.readers.wrapped import blocks_of_wrapped_lines

#: Far more than any resolution has; beyond it a file is something else.
MOST_LINES = 500_000


def read(data: bytes) -> Reading:
    """Read a text file in whichever layout it has.

    Raises ParseError: ``too_large`` for too many lines, else as ``decode`` does.
    """
    decoded = decode(data)
    lines = cut(decoded.text)
    if len(lines) > MOST_LINES:
        raise ParseError(
            "too_large",
            f"The file has {len(lines):,} lines with words; give one resolution per file.",
        )
    layout, blocks = blocks_by_layout(lines)
    return Reading(
        format="text",
        blocks=tuple(blocks),
        source_text=decoded.text,
        warnings=decoded.warnings,
        layout=layout,
    )


def blocks_by_layout(lines: Sequence[Line]) -> tuple[str, list[Block]]:
    """The layout of lines, told by evidence, and their blocks in it."""
    if is_wrapped(lines):
        return "pdf_extraction", blocks_of_wrapped_lines(lines)
    return "word_extraction", blocks_of_lines(lines)
