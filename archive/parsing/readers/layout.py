"""The layout of a text file, by the evidence of its lines.

Reads: lines. Writes: whether they were cut by width, and how they show where paragraphs start.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from archive.parsing.readers.lines import Line

#: A line that is a note's number and nothing else.
LONE_NUMBER = re.compile(r"[1-9]\d{0,2}")
_ENDS_A_PARAGRAPH = frozenset(",;:.!?)]”\"’'0123456789*_>")
_LONG_ENOUGH = 30
_OPEN_SHARE = 0.4
_BLANK_SHARE = 0.6
_FEWEST_INDENTED, _LINES_PER_INDENTED = 2, 50


class Layout:
    """How a text shows its paragraphs: by indent, by blank lines, or by words alone."""

    def __init__(self, all_lines: Sequence[Line]) -> None:
        lines = _placed_by_layout(all_lines)
        self.base_indent = usual_indent(lines)
        self.double_spaced = is_double_spaced(lines)
        indented = sum(line.indent > self.base_indent for line in lines)
        self.by_indent = indented >= max(_FEWEST_INDENTED, len(lines) / _LINES_PER_INDENTED)
        self.by_blank = not self.double_spaced and any(line.after_blank for line in lines[1:])

    def shows_start(self, line: Line) -> bool | None:
        """Whether the line's place says that it starts a paragraph; None where it does not tell."""
        if self.by_indent:
            return self.is_indented(line)
        return line.after_blank if self.by_blank else None

    def is_indented(self, line: Line) -> bool:
        """Whether the line stands in from the margin."""
        return line.indent > self.base_indent

    def tops_a_page(self, line: Line) -> bool:
        """Whether a line follows another directly where blank lines are the rule, yet stands in."""
        return (
            (self.double_spaced or self.by_blank)
            and not line.after_blank
            and self.is_indented(line)
        )


def _placed_by_layout(lines: Sequence[Line]) -> list[Line]:
    """The lines whose place tells of the layout: a note's number moves the line below it."""
    return list(lines[:1]) + [
        line for above, line in pairwise(lines) if not LONE_NUMBER.fullmatch(above.text)
    ]


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
    """The indent most long lines share, the smaller of two as usual."""
    counted = Counter(line.indent for line in lines if len(line.text) >= _LONG_ENOUGH)
    return min(counted, key=lambda indent: (-counted[indent], indent), default=0)
