"""Two columns of a printed page, side by side in a text that keeps its layout.

Reads: the raw lines of a text with their numbers. Writes: the same, a left column above its right.
Columns are parted at a gutter that is blank in line after line of prose; a table's are left.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from statistics import median

Row = tuple[int, str]

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_FURTHEST, _LONGEST_LINE = 120, 240
_FEWEST_ROWS, _FEWEST_SHARE = 10, 0.2
_LEAST_WIDTH = 25
#: In a longer text nothing is looked for: it is no resolution.
_MOST_LINES = 200_000
_GOES_ON_SHARE = 0.3


def in_columns(text: str) -> Iterator[Row]:
    """The lines of a text, numbered from 1, with two columns of prose one below the other."""
    rows = enumerate(text.split("\n"), start=1)
    if text.count("\n") > _MOST_LINES:
        return rows
    starts = accumulate(("\f" in line for line in text.split("\n")), initial=0)
    next(starts)
    pages = groupby(zip(starts, rows, strict=True), key=lambda one: one[0])
    return (row for _, page in pages for row in _of_page([row for _, row in page]))


def _of_page(rows: Sequence[Row]) -> Iterator[Row]:
    gutter = _gutter(line for _, line in rows)
    if gutter is None:
        yield from rows
        return
    for is_clear, run in groupby(rows, key=lambda row: _is_clear(row[1], gutter)):
        block = list(run)
        yield from _parted(block, gutter) if is_clear and _is_prose(block, gutter) else block


def _gutter(lines: Iterable[str]) -> int | None:
    """The column before the last that most lines have in a gap between words, if so many do."""
    changes = [0] * (_FURTHEST + 1)
    for line in lines:
        for gap in _GAP.finditer(line[:_LONGEST_LINE]):
            if gap.end() <= _FURTHEST:
                changes[gap.start()] += 1
                changes[gap.end()] -= 1
    counts = list(accumulate(changes))
    most = max(counts[_LEAST_WIDTH:])
    last = max(at for at, count in enumerate(counts) if count == most)
    return last - 1 if most >= _FEWEST_ROWS else None


def _is_clear(line: str, gutter: int) -> bool:
    return not line[gutter : gutter + 2].strip()


def _is_prose(rows: Sequence[Row], gutter: int) -> bool:
    """Whether rows have words on both sides, as wide as columns are, that go on line by line."""
    sides = [(line[:gutter].strip(), line[gutter:].strip()) for _, line in rows]
    both = [(left, right) for left, right in sides if left and right]
    if len(both) < max(_FEWEST_ROWS, _FEWEST_SHARE * sum(map(any, sides))):
        return False
    for side in zip(*both, strict=True):
        going_on = sum(words[0].islower() for words in side)
        if median(map(len, side)) < _LEAST_WIDTH or going_on < _GOES_ON_SHARE * len(side):
            return False
    return True


def _parted(rows: Sequence[Row], gutter: int) -> Iterator[Row]:
    """The left sides of rows, then the right; where only one side is blank it has no row."""
    left = [(number, line[:gutter]) for number, line in rows if line[:gutter].strip(" ")]
    right = [(number, line[gutter:]) for number, line in rows if line[gutter:].strip()]
    margin = min(len(line) - len(line.lstrip()) for _, line in right)
    blank = [row for row in rows if not row[1].strip(" ")]
    yield from sorted([*left, *(row for row in blank if row[0] < left[-1][0])])
    inside = [row for row in blank if row[0] > right[0][0]]
    yield from sorted([*((number, line[margin:]) for number, line in right), *inside])
