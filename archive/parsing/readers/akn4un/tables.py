"""Tables of Akoma Ntoso: cells as spans of one text.

Reads: a table element. Writes: its words, and its rows with as many cells as the grid has columns.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from archive.parsing.parsed import Row
from archive.parsing.readers.akn4un.words import Words, words_of
from archive.parsing.readers.akn4un.xml import Element, name_of

_GROUPS = {"thead", "tbody", "tfoot"}
_CELLS = {"td", "th"}
_WIDEST = 30
_TALLEST = 1000
_LONGEST_COUNT = 5
#: Empty cells that spans may leave in one table; beyond it the file is no table but a trap.
_MOST_EMPTY = 50_000


def read_table(table: Element) -> tuple[Words, tuple[Row, ...]]:
    """The words of a table and its rows; a cell that reaches over others leaves them empty."""
    grid = _Grid()
    rows = tuple(grid.read_row(row) for row in _rows_of(table))
    return grid.words, rows


def is_table(table: Element) -> bool:
    """Whether an element is built as a table: words stand in its cells and nowhere else."""
    return not _is_stray(table.text) and all(
        not _is_stray(child.tail)
        and (
            name_of(child) == "caption"
            or (name_of(child) in _GROUPS and is_table(child))
            or (name_of(child) == "tr" and _is_row(child))
        )
        for child in table
    )


def _is_row(row: Element) -> bool:
    cells = all(name_of(cell) in _CELLS and not _is_stray(cell.tail) for cell in row)
    return cells and not _is_stray(row.text)


def _is_stray(text: str | None) -> bool:
    return bool((text or "").strip())


def _rows_of(element: Element) -> Iterator[Element]:
    """Its rows in order, and not those of a table in a cell."""
    for child in element:
        if name_of(child) == "tr":
            yield child
        elif name_of(child) in _GROUPS:
            yield from _rows_of(child)


@dataclass(slots=True)
class _Grid:
    """A table as it is read; ``_below`` counts by column the rows a cell still reaches into."""

    words: Words = field(default_factory=Words)
    _below: dict[int, int] = field(default_factory=dict)
    _left: int = _MOST_EMPTY

    def read_row(self, row: Element) -> Row:
        """The cells of a row, and those that others reach into as empty ones."""
        cells: list[tuple[int, int]] = []
        for cell in (child for child in row if name_of(child) in _CELLS):
            self._pass_taken(cells)
            height = _span(cell, "rowspan", most=_TALLEST) - 1
            width = min(_span(cell, "colspan", most=_WIDEST), 1 + self._left)
            for column in range(len(cells), len(cells) + width if height else 0):
                self._below[column] = height
            cells.append(self.words.add_words(words_of(cell)))
            self._leave_empty(cells, width - 1)
        self._pass_taken(cells)
        return tuple(cells)

    def _pass_taken(self, cells: list[tuple[int, int]]) -> None:
        """Leave the columns empty that a cell of a row above takes."""
        while self._below.get(len(cells), 0) and self._left:
            self._below[len(cells)] -= 1
            self._leave_empty(cells, 1)

    def _leave_empty(self, cells: list[tuple[int, int]], count: int) -> None:
        cells += [(self.words.length, self.words.length)] * count
        self._left -= count


def _span(cell: Element, name: str, *, most: int) -> int:
    """How many columns or rows a cell takes; one where it does not say so, or says nonsense."""
    written = (cell.get(name) or "").strip()
    if not written.isdecimal() or len(written) > _LONGEST_COUNT:
        return 1
    return max(1, min(int(written), most))
