"""Lines of a text file, and the evidence they give of the layout."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from archive.parsing.blocks import Block, BlockKind, squeeze
from archive.parsing.printed_lines import LineKind, kind_of_line

_ENDS_A_PARAGRAPH = frozenset(",;:.!?)]”\"’'0123456789*_>")
_LONG_ENOUGH = 30
_OPEN_SHARE = 0.4
_BLANK_SHARE = 0.6
_FURNITURE = {LineKind.PAGE, LineKind.RULE}


@dataclass(frozen=True, slots=True)
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
            lines.append(Line(number, words, indent, after_blank))
        after_blank = not words
    return lines


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether lines were cut by width: most long ones stop in the middle of a sentence."""
    long_lines = [line for line in lines if len(line.text) >= _LONG_ENOUGH]
    stopped_short = sum(line.text[-1] not in _ENDS_A_PARAGRAPH for line in long_lines)
    return stopped_short > _OPEN_SHARE * len(long_lines)


def is_double_spaced(lines: Sequence[Line]) -> bool:
    """Whether a blank line follows most lines, so that it does not end a paragraph."""
    long_lines = [line for line in lines if len(line.text) >= _LONG_ENOUGH]
    return sum(line.after_blank for line in long_lines) > _BLANK_SHARE * len(long_lines)


def usual_indent(lines: Sequence[Line]) -> int:
    """The indent most long lines share."""
    counted = Counter(line.indent for line in lines if len(line.text) >= _LONG_ENOUGH)
    return counted.most_common(1)[0][0] if counted else 0


def line_block(line: Line) -> Block:
    """A line by itself as a block: a page number or a rule is furniture, all else text."""
    furniture = kind_of_line(line.text) in _FURNITURE
    return Block(BlockKind.FURNITURE if furniture else BlockKind.TEXT, line.text, line.where)
