"""Lines of a text file.

Reads: text. Writes: its lines that have words, and a line by itself as a block.
"""

from dataclasses import dataclass

from archive.parsing.blocks import Block, BlockKind, squeeze
from archive.parsing.printed_lines import LineKind, kind_of_line

_FURNITURE = {LineKind.PAGE, LineKind.RULE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line that is not blank: its squeezed text, its indent in columns, what is above."""

    number: int
    text: str
    indent: int
    after_blank: bool

    @property
    def where(self) -> str:
        """The place in the file, for a person."""
        return f"line {self.number}"


def cut(text: str) -> list[Line]:
    """The lines of a text that have words, numbered from 1 as in the file."""
    lines = []
    after_blank = True
    for number, raw in enumerate(text.split("\n"), start=1):
        words = squeeze(raw)
        if words:
            indent = len(raw) - len(raw.lstrip())
            lines.append(Line(number=number, text=words, indent=indent, after_blank=after_blank))
        after_blank = not words
    return lines


def line_block(line: Line) -> Block:
    """A line by itself as a block: a page number or a rule is furniture, all else text."""
    furniture = kind_of_line(line.text) in _FURNITURE
    return Block(BlockKind.FURNITURE if furniture else BlockKind.TEXT, line.text, line.where)
