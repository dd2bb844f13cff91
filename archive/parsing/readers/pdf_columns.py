"""Columns of a page: where the gutter is, and on which side of it a line stands.

Reads: where each row has words. Writes: the gutter, the column of a line.
"""

from collections.abc import Sequence

#: A line across the whole page.
ACROSS, LEFT, RIGHT = -1, 0, 1

_FROM, _TO, _STEP = 0.3, 0.7, 2.0
_REACH = 0.2
_FEWEST_ROWS = 8

Spans = Sequence[tuple[float, float]]


def find_gutter(rows: Sequence[Spans], width: float) -> float | None:
    """The middle of the gutter between two columns; None for a page of one.

    On either side of a gutter there are words in many rows, and few rows run across it.
    """
    full = sum(_fills(row, width) for row in rows)
    if len(rows) < _FEWEST_ROWS or 3 * full >= len(rows):
        return None
    steps = range(int((_TO - _FROM) * width / _STEP))
    scored = [(_score(rows, _FROM * width + step * _STEP, width=width), step) for step in steps]
    best = max((score for score, _ in scored), default=0)
    if best < _FEWEST_ROWS:
        return None
    places = [_FROM * width + step * _STEP for score, step in scored if score == best]
    return places[len(places) // 2]


def _fills(row: Spans, width: float) -> bool:
    return any(start < _FROM * width and end > _TO * width for start, end in row)


def _score(rows: Sequence[Spans], x: float, *, width: float) -> int:
    """How many rows bear a gutter out, less than none where too many run across it."""
    both = across = left = right = 0
    for row in rows:
        start, end = row[0][0], row[-1][1]
        if end <= x:
            left += end > x - _REACH * width
        elif start >= x:
            right += start < x + _REACH * width
        elif any(span_start < x < span_end for span_start, span_end in row):
            across += 1
        else:
            both += 1
    score = both + min(left, right)
    return score if score > 2 * across else 0


def column_of(x0: float, x1: float, *, gutter: float | None) -> int:
    """The column of words from x0 to x1."""
    if gutter is None or x1 <= gutter:
        return LEFT
    return RIGHT if x0 >= gutter else ACROSS
