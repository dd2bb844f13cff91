"""Columns of a page: where the gutter between them is.

Reads: where each row has words. Writes: the gutter of each page that has one.
"""

from collections import Counter
from collections.abc import Sequence

#: A line across the whole page.
ACROSS, LEFT, RIGHT = -1, 0, 1

_FROM, _TO, _STEP = 0.3, 0.7, 2.0
_REACH = 0.2
#: Those of a page of 5,000 points; the largest sheets have fewer, a false size has millions.
_MOST_STEPS = 1_000
_FEWEST_ROWS, _MOST_ROWS = 8, 1_000
_MOST_GUTTERS, _FEW_ACROSS = 4, 0.15

Spans = Sequence[tuple[float, float]]


def find_gutters(pages: Sequence[Sequence[Spans]], widths: Sequence[float]) -> list[float | None]:
    """The middle of the gutter of each page; None for a page of one column.

    Where a page has too few rows to tell, a gutter that another page has holds if no row crosses
    it.
    """
    found = [find_gutter(rows, width) for rows, width in zip(pages, widths, strict=True)]
    known = Counter(gutter for gutter in found if gutter is not None).most_common(_MOST_GUTTERS)
    return [
        gutter if gutter is not None else _borrowed(rows, [place for place, _ in known])
        for gutter, rows in zip(found, pages, strict=True)
    ]


def _borrowed(rows: Sequence[Spans], known: Sequence[float]) -> float | None:
    crossed = (
        (sum(start < place < end for row in rows for start, end in row), place) for place in known
    )
    fewest, place = min(crossed, default=(0, None))
    return place if fewest <= _FEW_ACROSS * len(rows) else None


def find_gutter(rows: Sequence[Spans], width: float) -> float | None:
    """The middle of the gutter between two columns of one page.

    On either side of a gutter there are words in many rows, and few rows run across it.
    """
    full = sum(_fills(row, width) for row in rows)
    if not _FEWEST_ROWS <= len(rows) <= _MOST_ROWS or 3 * full >= len(rows):
        return None
    steps = range(min(_MOST_STEPS, int((_TO - _FROM) * width / _STEP)))
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
