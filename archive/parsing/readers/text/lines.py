"""Lines of a text file.

Reads: text. Writes: its lines that have words, and a line by itself as a block.
"""

import re
from dataclasses import dataclass

from archive.parsing.blocks import Block, BlockKind, squeeze
from archive.parsing.printed_lines import LineKind, kind_of_line
from archive.parsing.readers.text.columns import in_columns

_GAP = re.compile(r"\s{3,}")
_FURNITURE = {LineKind.PAGE, LineKind.RULE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line that is not blank: its squeezed text, its indent in columns, what is above.

    ``cells`` are its words where wide gaps part them, ``width`` the columns it takes from its
    indent on; ``page`` counts form feeds. A line is ``stranded`` below the foot of its page, and
    has a ``lost_hyphen`` where extraction joined its end to what stood below, and a ``label_apart``
    where its label stood on a line of its own beside a blank one.
    """

    number: int
    text: str
    indent: int
    after_blank: bool
    page: int = 1
    cells: tuple[str, ...] = ()
    width: int = 0
    stranded: bool = False
    lost_hyphen: bool = False
    label_apart: bool = False

    @property
    def where(self) -> str:
        """The place in the file, for a person."""
        return f"line {self.number}"


def cut(text: str) -> list[Line]:
    """The lines of a text that have words, numbered from 1 as in the file."""
    lines = []
    after_blank = True
    page = 1
    for number, raw in in_columns(text):
        page += raw.count("\f")
        words = squeeze(raw)
        if words:
            lines.append(_line(raw.strip("\f"), number, after_blank=after_blank, page=page))
        after_blank = not words
    return lines


def _line(raw: str, number: int, *, after_blank: bool, page: int) -> Line:
    return Line(
        number=number,
        text=squeeze(raw),
        indent=len(raw) - len(raw.lstrip()),
        after_blank=after_blank,
        page=page,
        cells=tuple(squeeze(cell) for cell in _GAP.split(raw.strip())),
        width=len(raw.strip()),
    )


def line_block(line: Line) -> Block:
    """A line by itself as a block: a page number or a rule is furniture, all else text."""
    furniture = kind_of_line(line.text) in _FURNITURE
    return Block(BlockKind.FURNITURE if furniture else BlockKind.TEXT, line.text, line.where)
