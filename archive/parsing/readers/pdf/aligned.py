"""Tables without rules: words that stand in the same columns over several lines.

Reads: the glyphs of a page. Writes: tables as rows of cells with the glyphs that stand in each, and
the glyphs that stand in none. Between columns a strip of the page is empty in every line. Words in
the next line that begin with a small letter go on with the cells above; where that leaves rows in
doubt, each printed line is a row by itself. A masthead, a list and columns of prose are no tables.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import organ_of
from archive.parsing.readers.pdf.glyphs import Glyph
from archive.parsing.readers.pdf.lines import PageLine, Row, lines_in, rows_in

Cells = list[list[PageLine]]

_WIDE, _STRIP, _STEP, _SAME_LINE = 3.5, 1.0, 3.0, 0.2
_FEWEST_ROWS, _MOST_COLUMNS = 3, 24
_MOST_WORDS = 3


class AlignedRow:
    """A printed line of a page: where its words stand."""

    def __init__(self, row: Row, page: int) -> None:
        self.row = row
        self.y, self.size = row.y, row.size
        seen = [one for one in row.glyphs if not one.text.isspace()]
        self.spans = [(seen[0].x0, seen[0].x1)]
        for one in seen[1:]:
            start, end = self.spans[-1]
            if one.x0 - end > _STRIP * row.size:
                self.spans.append((one.x0, one.x1))
            else:
                self.spans[-1] = (start, max(end, one.x1))
        self._page = page

    @property
    def is_wide(self) -> bool:
        """Whether a gap stands between words that no space is as wide as."""
        few = 1 < len(self.spans) <= _MOST_COLUMNS
        return few and any(b[0] - a[1] > _WIDE * self.size for a, b in pairwise(self.spans))

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(line.text for line in lines_in(self.row.glyphs, self._page))

    def begins_paragraph(self) -> bool:
        """Whether its words, all in one place, are those of a paragraph and of no cell."""
        text = self.text
        _, start = split_label(text)
        return text.endswith(":") or find_opening(text[start:]) is not None


def aligned_tables(
    glyphs: Sequence[Glyph], page: int, *, lays_out: Callable[[Sequence[PageLine]], bool]
) -> tuple[list[list[Cells]], Sequence[Glyph]]:
    """The tables of a page, each its rows of cells, and the glyphs outside them.

    A table whose rows are in doubt is as many tables of one row as it has lines. The first page has
    tables only below the line that names the organ; ``lays_out`` says that a cell is none of data.
    """
    rows = [AlignedRow(row, page) for row in rows_in(glyphs)]
    if sum(row.is_wide for row in rows) < _FEWEST_ROWS:
        return [], glyphs
    named = [at for at, row in enumerate(rows) if len(row.spans) == 1 and organ_of(row.text)]
    start = named[0] + 1 if named else 0 if page > 1 else len(rows)
    tables: list[list[Cells]] = []
    stretches = list(_stretches(rows[start:]))
    within, outside = _parted(glyphs, stretches)
    for stretch, taken in zip(stretches, within, strict=True):
        lines = _cells(taken, stretch, strips=_strips(stretch), page=page)
        if _holds_data(lines) and not any(lays_out(cell) for line in lines for cell in line):
            whole = _joined(lines)
            tables += [whole] if whole else [[line] for line in lines]
        else:
            outside += taken
    return tables, outside


def _stretches(rows: Sequence[AlignedRow]) -> Iterator[list[AlignedRow]]:
    """Lines below one another that share an empty strip, at least three of them in columns."""
    at = 0
    while at < len(rows):
        if not rows[at].is_wide:
            at += 1
            continue
        stretch = _stretch(rows, at)
        if sum(row.is_wide for row in stretch) >= _FEWEST_ROWS:
            yield stretch
        at += len(stretch)


def _stretch(rows: Sequence[AlignedRow], at: int) -> list[AlignedRow]:
    """The lines from one in columns on, to the last that has columns or goes on with it."""
    strips = [(a[1], b[0]) for a, b in pairwise(rows[at].spans)]
    end = at + 1
    for index in range(at + 1, len(rows)):
        row = rows[index]
        left = _shared(strips, row)
        is_far = row.y - rows[index - 1].y > _STEP * row.size
        if is_far or not left or len(row.spans) > _MOST_COLUMNS:
            break
        if len(row.spans) == 1:
            if len(left) < len(strips) or row.begins_paragraph():
                break
            goes_on = index == end and row.text[:1].islower()
            end = index + 1 if goes_on else end
        else:
            end = index + 1
        strips = left
    return list(rows[at:end])


def _shared(strips: Sequence[tuple[float, float]], row: AlignedRow) -> list[tuple[float, float]]:
    """What of some strips is empty in a line too."""
    edges = [float("-inf"), *(edge for span in row.spans for edge in span), float("inf")]
    empty = list(zip(edges[::2], edges[1::2], strict=True))
    shared = [(max(a, start), min(b, end)) for a, b in strips for start, end in empty]
    return [(a, b) for a, b in shared if b - a > _STRIP * row.size][:_MOST_COLUMNS]


def _strips(rows: Sequence[AlignedRow]) -> list[float]:
    """The middle of each strip that is empty in all lines."""
    spans = sorted(span for row in rows for span in row.spans)
    strips: list[float] = []
    reach = spans[0][1]
    for start, end in spans:
        if start - reach > _STRIP * rows[0].size:
            strips.append((start + reach) / 2)
        reach = max(reach, end)
    return strips


def _parted(
    glyphs: Sequence[Glyph], stretches: Sequence[Sequence[AlignedRow]]
) -> tuple[list[list[Glyph]], list[Glyph]]:
    """The glyphs that stand as high as the lines of each stretch, and the others."""
    tops = [min(one.y for one in rows[0].row.glyphs) for rows in stretches]
    within: list[list[Glyph]] = [[] for _ in stretches]
    others: list[Glyph] = []
    for one in glyphs:
        at = bisect_right(tops, one.y) - 1
        is_within = at >= 0 and _height(one) <= stretches[at][-1].y
        (within[at] if is_within else others).append(one)
    return within, others


def _height(glyph: Glyph) -> float:
    """The baseline of a glyph, or just above, as those of one line differ by a little."""
    return glyph.y - _SAME_LINE * max(glyph.size, 1.0)


def _cells(
    glyphs: Sequence[Glyph], rows: Sequence[AlignedRow], *, strips: Sequence[float], page: int
) -> list[Cells]:
    """The cells of each line that has words, one for each column."""
    baselines = [row.y for row in rows]
    parts: list[list[list[Glyph]]] = [[[] for _ in range(len(strips) + 1)] for _ in rows]
    for one in glyphs:
        parts[bisect_left(baselines, _height(one))][bisect_right(strips, one.x0)].append(one)
    lines = [[lines_in(cell, page) for cell in row] for row in parts]
    return [line for line in lines if any(line)]


def _text(cell: Sequence[PageLine]) -> str:
    return " ".join(line.text for line in cell)


def _holds_data(lines: Sequence[Cells]) -> bool:
    """Whether most cells of a column behind the first are a few words, as no prose has.

    Labels beside words are a list, and so are words with a colon.
    """
    columns = [[_text(cell) for cell in column if cell] for column in zip(*lines, strict=True)]
    is_list = len(columns) == len(("label", "words")) and any(map(_is_lead, columns[0]))
    is_short = [
        2 * sum(len(text.split()) <= _MOST_WORDS for text in column) > len(column)
        for column in columns[1:]
    ]
    return any(is_short) and not is_list


def _is_lead(text: str) -> bool:
    """Whether words are a label alone, or lead to what stands beside them."""
    label, start = split_label(f"{text} x")
    return text.endswith(":") or (label is not None and start == len(text) + 1)


def _joined(lines: Sequence[Cells]) -> list[Cells] | None:
    """The rows that lines make up; None where a line may belong to the row above or the next."""
    rows: list[Cells] = []
    for line in lines:
        first = next(index for index, cell in enumerate(line) if cell)
        goes_on = bool(rows) and _text(line[first])[:1].islower()
        if goes_on and not _both_count(rows[-1], line):
            for above, cell in zip(rows[-1], line, strict=True):
                above.extend(cell)
        elif first and sum(map(bool, line)) == 1:
            return None
        else:
            rows.append([list(cell) for cell in line])
    return rows


def _both_count(above: Cells, line: Cells) -> bool:
    """Whether two lines have figures in one column, so that each is a row."""
    return any(
        _is_figure(one) and _is_figure(two) for one, two in zip(above[1:], line[1:], strict=True)
    )


def _is_figure(cell: Sequence[PageLine]) -> bool:
    return bool(cell) and cell[-1].text[-1:].isdigit()
