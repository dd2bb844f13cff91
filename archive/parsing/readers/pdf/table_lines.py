"""Tables among the lines of a page: each is one line, with its rows of cells.

Reads: pages. Writes: the lines of each page. A table that only lays a page out, as a masthead or
columns of paragraphs in frames, is none: its words are lines like any other.
"""

from collections.abc import Sequence
from dataclasses import replace

from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import OF_THE_COVER, LineKind, kind_of_line
from archive.parsing.readers.pdf.aligned import aligned_tables
from archive.parsing.readers.pdf.columns import ACROSS, LEFT, RIGHT
from archive.parsing.readers.pdf.glyphs import Glyph, PrintedPage, Rule
from archive.parsing.readers.pdf.lines import PageLine, PageText, Style, lines_in, lines_of
from archive.parsing.readers.pdf.tables import Box, Grid, TableFinder
from archive.parsing.readers.pdf.words import as_read

_OF_THE_PAGE = OF_THE_COVER | {LineKind.DISTRIBUTION}
_SHORTEST_PARAGRAPH = 40
_FEWEST_FILLED = 2
_ENDS = (",", ";", ".", ":")


def texts_of(pages: Sequence[PrintedPage]) -> list[PageText]:
    """The lines of all pages, tables among them; the rules of a table part nothing else.

    Raises ParseError: ``too_large``.
    """
    finder = TableFinder()
    tables: list[list[PageLine]] = []
    outside: list[Sequence[Glyph]] = []
    for page in pages:
        found, rest = _tables(page, finder)
        tables.append(found)
        outside.append(rest)
    texts = lines_of(pages, outside)
    return [_with(text, found) for text, found in zip(texts, tables, strict=True)]


def _tables(page: PrintedPage, finder: TableFinder) -> tuple[list[PageLine], Sequence[Glyph]]:
    """The tables of a page as lines, and the glyphs outside them."""
    grids, outside = finder.find(page, as_read(page.glyphs))
    tables: list[PageLine] = []
    for grid in grids:
        rows = [[lines_in(grid.cells[box], page.number) for box in row] for row in grid.rows]
        if _is_table(rows):
            tables.append(_line(rows, page=page.number, edges=grid.edges))
            page.rules = [rule for rule in page.rules if not _is_within(rule, grid)]
        else:
            outside = [*outside, *(glyph for cell in grid.cells.values() for glyph in cell)]
    aligned, outside = aligned_tables(outside, page.number, lays_out=_lays_out)
    return [*tables, *(_line(rows, page=page.number) for rows in aligned)], outside


def _is_table(rows: Sequence[Sequence[Sequence[PageLine]]]) -> bool:
    """Whether cells hold data: several have words, and none a line of a masthead or a paragraph."""
    filled = [cell for row in rows for cell in row if cell]
    return len(filled) >= _FEWEST_FILLED and not any(map(_lays_out, filled))


def _lays_out(cell: Sequence[PageLine]) -> bool:
    """Whether a line of a cell stands around a resolution, or the cell is a paragraph of it."""
    if any(kind_of_line(line.text) in _OF_THE_PAGE for line in cell):
        return True
    text = " ".join(line.text for line in cell)
    _, start = split_label(text)
    is_long = len(text) >= _SHORTEST_PARAGRAPH and text.endswith(_ENDS)
    return is_long and find_opening(text[start:]) is not None


def _is_within(rule: Rule, grid: Grid) -> bool:
    left, top, right, bottom = grid.edges
    slack = 3.0
    return (
        rule.x0 >= left - slack
        and rule.x1 <= right + slack
        and rule.y0 >= top - slack
        and rule.y1 <= bottom + slack
    )


def _line(
    rows: Sequence[Sequence[list[PageLine]]], *, page: int, edges: Box | None = None
) -> PageLine:
    """A table as one line of its page; without edges it is as wide as its words."""
    lines = [line for row in rows for cell in row for line in cell]
    left, top, right, _ = edges or (
        min(line.x0 for line in lines),
        0.0,
        max(line.x1 for line in lines),
        0.0,
    )
    return PageLine(
        page=page,
        text=" ".join(line.text for line in lines),
        x0=left,
        x1=right,
        y=max(top, min(line.y for line in lines)),
        style=Style(size=max(line.style.size for line in lines)),
        rows=tuple(tuple(map(tuple, row)) for row in rows),
    )


def _with(text: PageText, tables: Sequence[PageLine]) -> PageText:
    """The lines of a page with its tables among them, each in the column it stands in."""
    if not tables:
        return text
    placed = [replace(table, column=_column(table, text.gutter)) for table in tables]
    lines = sorted([*text.lines, *placed], key=lambda line: (line.y, line.x0))
    source = "\n".join(
        [
            text.source,
            *(cell.printed for one in tables for row in one.rows for at in row for cell in at),
        ]
    )
    return replace(text, lines=lines, source=source)


def _column(table: PageLine, gutter: float | None) -> int:
    if gutter is None or table.x1 <= gutter:
        return LEFT
    return RIGHT if table.x0 >= gutter else ACROSS
