"""The layout of a text file, by the evidence of its lines.

Reads: lines. Writes: whether they were cut by width, and how they show where paragraphs start.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from archive.parsing.printed_lines import kind_of_line
from archive.parsing.readers.text.lines import Line

#: A line that is a note's number and nothing else.
LONE_NUMBER = re.compile(r"[1-9]\d{0,2}")
_ENDS_A_PARAGRAPH = frozenset(",;:.!?)]”\"’'0123456789/*_>")
_LONG_ENOUGH = 30
_OPEN_SHARE = 0.4
_LONGEST_CUT = 120
_BLANK_SHARE = 0.6
_FAIR_SHARE = 0.15
_FEWEST_INDENTED, _LINES_PER_INDENTED = 2, 50


class Layout:
    """How a text shows its paragraphs: by indent, by blank lines, or by words alone."""

    def __init__(self, all_lines: Sequence[Line]) -> None:
        lines = _placed_by_layout(all_lines)
        self.base_indent = usual_indent(lines)
        self.double_spaced = is_double_spaced(lines)
        indented = sum(line.indent > self.base_indent for line in lines)
        self.by_indent = indented >= max(_FEWEST_INDENTED, len(lines) / _LINES_PER_INDENTED)
        self.start_indent = _usual_start(lines, self.base_indent)
        self.by_blank = not self.double_spaced and any(line.after_blank for line in lines[1:])

    def shows_start(self, line: Line) -> bool | None:
        """Whether the line's place says that it starts a paragraph; None where it does not tell."""
        if self.by_indent:
            return self.is_indented(line)
        return line.after_blank if self.by_blank else None

    def is_indented(self, line: Line) -> bool:
        """Whether the line stands in from the margin."""
        return line.indent > self.base_indent

    def stands_deeper(self, line: Line) -> bool:
        """Whether the line stands in further than starts do: so does a start that tops a page."""
        return line.indent > self.start_indent > self.base_indent

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
    """Whether lines were cut by width: most long ones stop in the middle of a sentence.

    In a short text one is enough, if no line is longer than a page is wide. Lines of mastheads
    and trailers tell nothing: they end without a stop in any layout.
    """
    long_lines = [
        line for line in lines if len(line.text) >= _LONG_ENOUGH and kind_of_line(line.text) is None
    ]
    stopped_short = sum(_stops_short(line) for line in long_lines)
    return stopped_short > _OPEN_SHARE * len(long_lines) or _goes_on_below(lines)


def is_narrow(lines: Sequence[Line]) -> bool:
    """Whether no line is longer than a page is wide."""
    return all(len(line.text) <= _LONGEST_CUT for line in lines)


def _stops_short(line: Line) -> bool:
    return line.text[-1] not in _ENDS_A_PARAGRAPH


def _goes_on_below(lines: Sequence[Line]) -> bool:
    """Whether a sentence goes on in the next line, in a text without long lines."""
    if not is_narrow(lines):
        return False
    return any(
        len(line.text) >= _LONG_ENOUGH
        and below.text[0].islower()
        and (_stops_short(line) or line.text[-1].isdigit())
        for line, below in pairwise(lines)
    )


def _usual_start(lines: Sequence[Line], base_indent: int) -> int:
    """The indent that most lines share of those that stand in from the margin."""
    counted = Counter(line.indent for line in lines if line.indent > base_indent)
    return min(counted, key=lambda indent: (-counted[indent], indent), default=base_indent)


def is_double_spaced(lines: Sequence[Line]) -> bool:
    """Whether a blank line follows most lines, so that it does not end a paragraph."""
    long_lines = [line for line in lines if len(line.text) >= _LONG_ENOUGH]
    return sum(line.after_blank for line in long_lines) > _BLANK_SHARE * len(long_lines)


def usual_indent(lines: Sequence[Line]) -> int:
    """The margin: the smallest indent that a fair share of the long lines have."""
    counted = Counter(line.indent for line in lines if len(line.text) >= _LONG_ENOUGH)
    fair = _FAIR_SHARE * counted.total()
    return min((indent for indent in counted if counted[indent] >= fair), default=0)
