"""Plain text to blocks: decode, cut into lines, and choose the layout by evidence.

Reads: bytes. Writes: a Reading in format ``text``.
"""

from archive.parsing.blocks import Reading
from archive.parsing.parsed import ParseError
from archive.parsing.readers.encoding import decode
from archive.parsing.readers.layout import is_wrapped
from archive.parsing.readers.lines import cut
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
    wrapped = is_wrapped(lines)
    blocks = blocks_of_wrapped_lines(lines) if wrapped else blocks_of_lines(lines)
    return Reading(
        format="text",
        blocks=tuple(blocks),
        source_text=decoded.text,
        warnings=decoded.warnings,
        layout="pdf_extraction" if wrapped else "word_extraction",
    )
