"""Lines of a page: glyphs that share a baseline, words told by the gaps between them.

Reads: glyphs. Writes: lines from top to bottom, with raised numbers apart from their words.
A raised sign is smaller than the line it belongs to and stands on a higher baseline.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from archive.parsing.readers.pdf.columns import ACROSS, LEFT, RIGHT, find_gutters
from archive.parsing.readers.pdf.glyphs import Glyph, PrintedPage
from archive.parsing.readers.pdf.words import Writer, plain, romans_in, word_gap
from archive.parsing.readers.pdf.work import refuse_lines

_BASELINE = 0.2
_SMALLER = 0.86
_HIGHEST, _LOWEST = 0.75, 0.45
_LONGEST_RAISED = 14
_NEAR, _NEAR_MARGIN = 0.6, 2.5
_SAME_SIGN = 0.15
_CELL_GAP, _GUTTER_GAP = 3.5, 0.7
_STYLE_SHARE = 0.8
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_SLANTED = re.compile(r"italic|oblique|slanted|-it\b", re.IGNORECASE)
_BARS = re.compile(r"bar ?code|3 ?of ?9|code ?(?:39|128)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a line looks: its size, and whether all of it is bold, slanted or bars."""

    size: float
    is_bold: bool = False
    is_slanted: bool = False
    is_bars: bool = False


@dataclass(slots=True, kw_only=True)
class PageLine:
    """A printed line, or a cell of one: its words, where they stand, and the raised numbers.

    ``raised`` are offsets in the words with what is printed there; ``first_word`` is how wide
    the first word is. A table is one line: ``rows`` are its rows of cells, each cell its lines.
    """

    page: int
    text: str
    x0: float
    x1: float
    y: float
    style: Style
    raised: tuple[tuple[int, str], ...] = ()
    first_word: float = 0.0
    column: int = 0
    rows: tuple[tuple[tuple["PageLine", ...], ...], ...] = ()

    @property
    def lead(self) -> str:
        """What is raised before the first word."""
        return self.raised[0][1] if self.raised and self.raised[0][0] == 0 else ""

    @property
    def where(self) -> str:
        """The place in the file, for a person."""
        return f"page {self.page}"

    @property
    def all(self) -> tuple["PageLine", ...]:
        """The line, or the lines in the cells of a table."""
        return tuple(chain.from_iterable(chain.from_iterable(self.rows))) or (self,)

    @property
    def printed(self) -> str:
        """The words with the raised numbers in them."""
        return self.with_numbers(lambda _before, _printed: True)[0]

    def with_numbers(
        self, is_word: Callable[[str, str], bool]
    ) -> tuple[str, list[tuple[int, str]]]:
        """The words with those raised numbers that are part of them, and the others.

        ``is_word`` is asked with the words before a number and what is printed.
        """
        pieces: list[str] = []
        others: list[tuple[int, str]] = []
        at = moved = 0
        for offset, printed in self.raised:
            if is_word(self.text[:offset], printed):
                pieces += [self.text[at:offset], printed]
                at, moved = offset, moved + len(printed)
            else:
                others.append((offset + moved, printed))
        return "".join([*pieces, self.text[at:]]), others


@dataclass(slots=True)
class Row:
    """Glyphs on one baseline, and those raised above it."""

    y: float
    glyphs: list[Glyph]
    size: float = 0.0
    smallest: float = 0.0
    raised: list[Glyph] = field(default_factory=list)

    def settle(self) -> None:
        """Put the glyphs in order, one printed twice in a place once; find the size of most."""
        self.glyphs.sort(key=_left)
        self.size = _usual_size(self.glyphs)
        self.smallest = min(one.size for one in self.glyphs)
        once: list[Glyph] = []
        for glyph in self.glyphs:
            near = once[-1] if once else None
            if near is None or near.text != glyph.text or not self._is_same(near, glyph):
                once.append(glyph)
        self.glyphs = once

    def _is_same(self, near: Glyph, glyph: Glyph) -> bool:
        is_seen = glyph.x1 > glyph.x0 and not glyph.text.isspace()
        return is_seen and glyph.x0 - near.x0 < _SAME_SIGN * self.size


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of a page from top to bottom, those of one row from left to right.

    ``source`` holds every sign of theirs, as it stands on its baseline. ``gutter`` is where a page
    of two columns is parted.
    """

    lines: list[PageLine]
    source: str
    gutter: float | None = None


def lines_of(pages: Sequence[PrintedPage], glyphs: Sequence[Sequence[Glyph]]) -> list[PageText]:
    """The lines of all pages, given the glyphs of each that are read as its text.

    A gutter that one page shows may part another with few rows. Raises ParseError: ``too_large``.
    """
    rows = [_rows(of_page) for of_page in glyphs]
    refuse_lines(sum(map(len, rows)))
    spans = [[_spans(row) for row in rows_of_page] for rows_of_page in rows]
    gutters = find_gutters(spans, [page.width for page in pages])
    return [
        _page_text(page.number, rows_of_page, gutter=gutter)
        for page, rows_of_page, gutter in zip(pages, rows, gutters, strict=True)
    ]


def usual_size(lines: Iterable[PageLine]) -> float:
    """The size of most words."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.style.size] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _page_text(page: int, rows: list[Row], *, gutter: float | None) -> PageText:
    source = "\n".join(plain("".join(one.text for one in row.glyphs)) for row in rows)
    lines: list[PageLine] = []
    for column, parted in _by_column(rows, gutter):
        lines += _lines(parted, page=page, column=column)
    return PageText(sorted(lines, key=lambda line: (line.y, line.x0)), source, gutter)


def lines_in(glyphs: Sequence[Glyph], page: int) -> list[PageLine]:
    """The lines that some glyphs of a page are by themselves."""
    return _lines(_rows(glyphs), page=page, column=LEFT)


def rows_in(glyphs: Sequence[Glyph]) -> list[Row]:
    """The glyphs by baseline from top to bottom, raised ones with the words they belong to."""
    rows = _rows(glyphs)
    _raise(rows)
    return rows


def _lines(rows: list[Row], *, page: int, column: int) -> list[PageLine]:
    _raise(rows)
    return [_line(cell, row, page=page, column=column) for row in rows for cell in _cells(row)]


def _by_column(rows: list[Row], gutter: float | None) -> list[tuple[int, list[Row]]]:
    """The rows of each column by itself: those of two columns need not stand level."""
    if gutter is None:
        return [(LEFT, rows)]
    sides: dict[int, list[Glyph]] = {ACROSS: [], LEFT: [], RIGHT: []}
    for row in rows:
        spans = _spans(row)
        runs_across = any(start < gutter < end for start, end in spans)
        for glyph in row.glyphs:
            side = LEFT if glyph.x0 < gutter else RIGHT
            sides[ACROSS if runs_across else side].append(glyph)
    return [(column, _rows(glyphs)) for column, glyphs in sides.items()]


def _spans(row: Row) -> list[tuple[float, float]]:
    """Where a row has words, from where to where, gaps as wide as a gutter left out."""
    seen = [one for one in row.glyphs if not one.text.isspace()]
    return [(run[0].x0, run[-1].x1) for run in _runs(seen, _GUTTER_GAP * row.size)]


def _left(glyph: Glyph) -> float:
    return glyph.x0


def _rows(glyphs: Sequence[Glyph]) -> list[Row]:
    """The glyphs by baseline; white space is on the baseline it is nearest to, or nowhere."""
    rows: list[Row] = []
    for glyph in sorted((one for one in glyphs if not one.text.isspace()), key=lambda one: one.y):
        if not rows or glyph.y - rows[-1].y > _BASELINE * max(glyph.size, 1.0):
            rows.append(Row(glyph.y, []))
        rows[-1].glyphs.append(glyph)
    baselines = [row.y for row in rows]
    for space in (one for one in glyphs if one.text.isspace()):
        at = bisect_left(baselines, space.y - _BASELINE * max(space.size, 1.0))
        if at < len(rows) and abs(rows[at].y - space.y) <= _BASELINE * max(space.size, 1.0):
            rows[at].glyphs.append(space)
    for row in rows:
        row.settle()
    return rows


def _raise(rows: list[Row]) -> None:
    """Move small glyphs above or below a line's baseline to the line they stand beside."""
    for index, row in enumerate(rows):
        for near in (*rows[index + 1 : index + 3], *rows[max(0, index - 2) : index][::-1]):
            rise = near.y - row.y
            if row.smallest < _SMALLER * near.size and -_LOWEST < rise / near.size < _HIGHEST:
                taken = _beside(row, near)
                near.glyphs += taken
                near.raised += taken if rise > 0 else []
                moved = {id(one) for one in taken}
                row.glyphs = [one for one in row.glyphs if id(one) not in moved]
                near.glyphs.sort(key=_left)
    rows[:] = [row for row in rows if any(not one.text.isspace() for one in row.glyphs)]


def _beside(row: Row, line: Row) -> list[Glyph]:
    """The small glyphs of a row that stand close to a line's: a run of them at a time."""
    small = [one for one in row.glyphs if one.size < _SMALLER * line.size]
    body = [one for one in line.glyphs if one.size * _SMALLER > row.smallest]
    starts, ends = [one.x0 for one in body], sorted(one.x1 for one in body)
    near = _NEAR * line.size
    taken: list[Glyph] = []
    for run in _runs(small, near):
        before = bisect_left(ends, run[0].x0 - near)
        behind = bisect_left(starts, run[-1].x1 - near)
        if len(run) > _LONGEST_RAISED:
            continue
        follows = before < len(ends) and ends[before] < run[0].x0 + near
        leads = behind < len(starts) and starts[behind] < run[-1].x1 + near
        gap = starts[0] - run[-1].x1 if starts else 0.0
        if follows or leads or (starts and -near < gap < _NEAR_MARGIN * line.size):
            taken += run
    return taken


def _runs(glyphs: Sequence[Glyph], gap: float) -> list[list[Glyph]]:
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if not runs or glyph.x0 - runs[-1][-1].x1 > gap:
            runs.append([])
        runs[-1].append(glyph)
    return runs


def _cells(row: Row) -> list[list[Glyph]]:
    """The glyphs of a row, parted at gaps no space between words has."""
    cells: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in row.glyphs:
        if not glyph.text.isspace():
            if last is None or glyph.x0 - last.x1 > _CELL_GAP * row.size:
                cells.append([])
            last = glyph
        if cells:
            cells[-1].append(glyph)
    return cells


def _line(glyphs: Sequence[Glyph], row: Row, *, page: int, column: int) -> PageLine:
    """One line of glyphs in order."""
    raised = {id(one) for one in row.raised}
    romans = romans_in(glyphs, raised, size=row.size) if raised else frozenset()
    writer = Writer(word_gap(glyphs, row.size))
    for glyph in glyphs:
        writer.add(glyph, is_raised=id(glyph) in raised, is_roman=id(glyph) in romans)
    writer.end()
    words = [one for one in glyphs if not one.text.isspace()]
    return PageLine(
        page=page,
        text=writer.text,
        x0=words[0].x0,
        x1=max(one.x1 for one in words),
        y=row.y,
        style=_style(words),
        raised=writer.raised,
        first_word=writer.first_word or words[-1].x1 - words[0].x0,
        column=column,
    )


def _usual_size(glyphs: Iterable[Glyph]) -> float:
    sizes = Counter(round(one.size, 1) for one in glyphs)
    return max(sizes, key=lambda size: (sizes[size], size))


def _style(glyphs: Sequence[Glyph]) -> Style:
    fonts = Counter(one.font for one in glyphs)
    most = _STYLE_SHARE * len(glyphs)

    def share(pattern: re.Pattern[str]) -> bool:
        return sum(count for font, count in fonts.items() if pattern.search(font)) >= most

    return Style(
        size=_usual_size(glyphs),
        is_bold=share(_BOLD),
        is_slanted=share(_SLANTED),
        is_bars=share(_BARS),
    )
