"""Tables of a page, told by the rules around their cells.

Reads: the rules and boxes of a page, its glyphs. Writes: tables as rows of cells with the glyphs
that stand in each, and the glyphs that stand in none. pdfplumber finds where rules cross and what
they enclose; it is asked within limits, as its time grows with the square of the crossings.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from archive.parsing.readers.pdf.glyphs import Glyph, PrintedPage, Rule

_SHORTEST_EDGE = 6.0
_TOLERANCE = 3.0
_FEWEST_ALONG, _FEWEST_ROWS, _FEWEST_COLUMNS = 2, 2, 2
#: The most edges along and across of one page, as each pair of them is looked at.
_MOST_PAIRS = 20_000
#: Crossings on one page and in one file, edges in one file; a page beyond them has no table, only
#: its words.
_MOST_ON_PAGE, _MOST_IN_FILE, _MOST_EDGES = 600, 6_000, 60_000
_ABOVE_BASELINE = 0.3

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Grid:
    """A table: where each cell stands, row by row, and what is printed in it."""

    rows: list[list[Box]]
    cells: dict[Box, list[Glyph]] = field(default_factory=dict)
    _tops: list[float] = field(default_factory=list)
    _bands: list[list[Box]] = field(default_factory=list)

    def __post_init__(self) -> None:
        boxes = [box for row in self.rows for box in row]
        self.cells = {box: [] for box in boxes}
        self._tops = sorted({edge for box in boxes for edge in (box[1], box[3])})
        self._bands = [sorted(box for box in boxes if box[1] <= top < box[3]) for top in self._tops]

    @property
    def edges(self) -> Box:
        """The left, upper, right and lower edge of the whole."""
        left, top, right, bottom = zip(*self.cells, strict=True)
        return min(left), min(top), max(right), max(bottom)

    def take(self, glyph: Glyph) -> bool:
        """Put a glyph into the cell it stands in, and say whether there is one."""
        y = glyph.y - _ABOVE_BASELINE * glyph.size
        x = (glyph.x0 + glyph.x1) / 2
        band = self._bands[at] if (at := bisect_right(self._tops, y) - 1) >= 0 else []
        beside = bisect_right(band, x, key=_left) - 1
        if beside < 0 or x > band[beside][2]:
            return False
        self.cells[band[beside]].append(glyph)
        return True


def _left(box: Box) -> float:
    return box[0]


class TableFinder:
    """Finds the tables of page after page of one file, until it has cost too much."""

    def __init__(self) -> None:
        self._crossings = _MOST_IN_FILE
        self._edges = _MOST_EDGES

    def find(
        self, page: PrintedPage, glyphs: Sequence[Glyph]
    ) -> tuple[list[Grid], Sequence[Glyph]]:
        """The tables of a page with what is printed in them, and the glyphs outside them."""
        edges = list(_edges(page))
        along = sum(edge["orientation"] == "h" for edge in edges)
        if min(along, len(edges) - along) < _FEWEST_ALONG or len(edges) > self._edges:
            return [], glyphs
        self._edges -= len(edges)
        grids = self._grids(edges)
        outside = [one for one in glyphs if not any(grid.take(one) for grid in grids)]
        return grids, outside if grids else glyphs

    def _grids(self, edges: list[dict[str, Any]]) -> list[Grid]:
        """The tables that edges enclose, none where they are too many."""
        from pdfplumber import table as plumber  # noqa: PLC0415

        merged = plumber.merge_edges(edges, _TOLERANCE, _TOLERANCE, _TOLERANCE, _TOLERANCE)
        along = sum(edge["orientation"] == "h" for edge in merged)
        if along * (len(merged) - along) > _MOST_PAIRS:
            return []
        crossings = plumber.edges_to_intersections(merged, _TOLERANCE, _TOLERANCE)
        if len(crossings) > min(_MOST_ON_PAGE, self._crossings):
            return []
        self._crossings -= len(crossings)
        tables = plumber.cells_to_tables(plumber.intersections_to_cells(crossings))
        return [Grid(rows) for rows in map(_rows, tables) if _is_grid(rows)]


def _rows(boxes: Sequence[Any]) -> list[list[Box]]:
    """Cells by the line they begin at, from left to right."""
    rows: dict[float, list[Box]] = {}
    for left, top, right, bottom in boxes:
        rows.setdefault(top, []).append((left, top, right, bottom))
    return [sorted(rows[top]) for top in sorted(rows)]


def _is_grid(rows: Sequence[Sequence[Box]]) -> bool:
    """Whether cells stand beside and below one another: one row, or one column, is a frame."""
    return len(rows) >= _FEWEST_ROWS and max(map(len, rows)) >= _FEWEST_COLUMNS


def _edges(page: PrintedPage) -> Iterator[dict[str, Any]]:
    """The edges that may bound cells: rules, and the sides of boxes."""
    for rule in [*page.rules, *(side for box in page.boxes for side in _sides(box))]:
        wide, high = rule.x1 - rule.x0, rule.y1 - rule.y0
        x, y = (rule.x0 + rule.x1) / 2, (rule.y0 + rule.y1) / 2
        if wide >= max(high, _SHORTEST_EDGE):
            yield _edge("h", rule._replace(y0=y, y1=y))
        elif high >= _SHORTEST_EDGE:
            yield _edge("v", rule._replace(x0=x, x1=x))


def _edge(orientation: str, rule: Rule) -> dict[str, Any]:
    """A rule in the form that pdfplumber keeps edges in."""
    return {
        "orientation": orientation,
        "x0": rule.x0,
        "x1": rule.x1,
        "top": rule.y0,
        "bottom": rule.y1,
        "width": rule.x1 - rule.x0,
        "height": rule.y1 - rule.y0,
    }


def _sides(box: Rule) -> Iterator[Rule]:
    yield box._replace(y1=box.y0)
    yield box._replace(y0=box.y1)
    yield box._replace(x1=box.x0)
    yield box._replace(x0=box.x1)
