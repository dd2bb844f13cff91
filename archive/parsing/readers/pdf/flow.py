"""Margins and leading of a column, and where in it a line stands.

Reads: the lines of a page's text. Writes: the measures that tell where paragraphs start.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.parsing.readers.pdf.columns import ACROSS, LEFT, RIGHT
from archive.parsing.readers.pdf.glyphs import Rule
from archive.parsing.readers.pdf.lines import PageLine

_INDENT = 6.0
_SAME_ROW = 2.0
_WIDEST_LEADING = 2.4
_CENTRE = 5.0
_STANDS_IN = 18.0
_SPACE = 0.25
_WIDE_GAP = 1.3
_FEW = 0.1
_ACROSS, _BLANK, _MOST_CUTS = 0.8, 40.0, 50


@dataclass(frozen=True, slots=True)
class Measures:
    """The margins of a column, the distance of its lines, and how far first lines stand in."""

    left: float
    right: float
    leading: float
    first: float = 0.0

    def offset(self, line: PageLine) -> float:
        """How far a line stands in from the left margin."""
        return line.x0 - self.left

    def is_first(self, line: PageLine) -> bool:
        """Whether a line stands in as the first lines of paragraphs do."""
        return self.first > 0 and abs(self.offset(line) - self.first) <= _INDENT / 2

    def is_wide(self, gap: float) -> bool:
        """Whether lines stand further apart than those of one paragraph."""
        return gap > _WIDE_GAP * self.leading

    def had_room(self, line: PageLine, following: PageLine) -> bool:
        """Whether the first word of the next line would have had room at the end of a line."""
        space = _SPACE * line.style.size
        return line.x1 + space + following.first_word < self.right - space

    def is_centred(self, line: PageLine) -> bool:
        """Whether a line stands in the middle, in from both margins."""
        middle = (self.left + self.right) / 2
        stands_in = line.x0 > self.left + _STANDS_IN and line.x1 < self.right - _STANDS_IN
        return stands_in and abs((line.x0 + line.x1) / 2 - middle) < _CENTRE


def in_reading_order(lines: Sequence[PageLine], rules: Sequence[Rule] = ()) -> list[PageLine]:
    """The lines of a page, column by column between what runs across it: lines, rules, blanks."""
    ordered: list[PageLine] = []
    columns: dict[int, list[PageLine]] = {LEFT: [], RIGHT: []}
    if all(line.column == LEFT for line in lines):
        return list(lines)
    low = max((line.x1 for line in lines), default=0.0) - min(line.x0 for line in lines)
    cuts = [rule.y0 for rule in rules if rule.x1 - rule.x0 > _ACROSS * low][:_MOST_CUTS]
    last = lines[0].y
    for line in lines:
        is_cut = line.y - last > _BLANK or any(last < cut < line.y for cut in cuts)
        if line.column == ACROSS or is_cut:
            ordered += [*columns[LEFT], *columns[RIGHT]]
            columns = {LEFT: [], RIGHT: []}
        if line.column == ACROSS:
            ordered.append(line)
        else:
            columns[line.column].append(line)
        last = max(last, line.y)
    return [*ordered, *columns[LEFT], *columns[RIGHT]]


def measure(lines: Sequence[PageLine], *, usual: Measures | None = None) -> Measures:
    """The measures of the lines of one column; where they are few, those of the page before."""
    lines = [line for line in lines if not line.rows] or lines
    gaps = [
        round(2 * (below.y - line.y)) / 2
        for line, below in pairwise(lines)
        if _SAME_ROW < below.y - line.y < _WIDEST_LEADING * line.style.size
    ]
    leading = _smallest_usual(gaps) or (usual.leading if usual else 1.2 * lines[0].style.size)
    left = _smallest_usual([float(round(line.x0)) for line in lines])
    right = sorted(line.x1 for line in lines)[int((1 - _FEW) * (len(lines) - 1))]
    first = Counter(
        round(line.x0 - left)
        for line, below in pairwise(lines)
        if line.x0 - left > _INDENT and abs(below.x0 - left) <= _INDENT
    )
    usual_first = max(first, key=lambda offset: (first[offset], offset), default=0)
    return Measures(left, right, leading, usual_first if first[usual_first] > 1 else 0.0)


def _smallest_usual(values: Iterable[float]) -> float:
    """The smallest value that a fair share have."""
    counted = Counter(values)
    fair = max(2, 0.15 * counted.total())
    return min(
        (value for value in counted if counted[value] >= fair), default=min(counted, default=0.0)
    )
