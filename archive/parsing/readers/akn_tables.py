"""Tables of Akoma Ntoso: cells as spans of one text.

Reads: a table element. Writes: its words, and its rows with as many cells as the grid has columns.
"""

from collections.abc import Iterator

from archive.parsing.parsed import Row
from archive.parsing.readers.akn_words import Words, words_of
from archive.parsing.readers.akn_xml import Element, name_of

_CELLS = {"td", "th"}
_WIDEST = 100
_TALLEST = 1000
_LONGEST_COUNT = 5


def read_table(table: Element) -> tuple[Words, tuple[Row, ...]]:
    """The words of a table and its rows; a cell that reaches over others leaves them empty."""
    words = Words()
    below: dict[int, int] = {}
    rows = [_read_row(row, words, below=below) for row in _rows_of(table)]
    return words, tuple(rows)


def _rows_of(element: Element) -> Iterator[Element]:
    """Its rows in order, and not those of a table in a cell."""
    for child in element:
        if name_of(child) == "tr":
            yield child
        elif name_of(child) in {"thead", "tbody", "tfoot"}:
            yield from _rows_of(child)


def _read_row(row: Element, words: Words, *, below: dict[int, int]) -> Row:
    """One row; ``below`` counts, by column, the rows a cell above still reaches into."""
    cells: list[tuple[int, int]] = []
    for cell in (child for child in row if name_of(child) in _CELLS):
        _pass_taken(cells, below, at=words.length)
        height = _span(cell, "rowspan", most=_TALLEST) - 1
        width = _span(cell, "colspan", most=_WIDEST)
        for column in range(len(cells), len(cells) + width if height else 0):
            below[column] = height
        cells.append(words.add_words(words_of(cell)))
        cells += [(words.length, words.length)] * (width - 1)
    _pass_taken(cells, below, at=words.length)
    return tuple(cells)


def _pass_taken(cells: list[tuple[int, int]], below: dict[int, int], *, at: int) -> None:
    """Leave the columns empty that a cell of a row above takes."""
    while below.get(len(cells), 0):
        below[len(cells)] -= 1
        cells.append((at, at))


def _span(cell: Element, name: str, *, most: int) -> int:
    """How many columns or rows a cell takes; one where it does not say so, or says nonsense."""
    written = (cell.get(name) or "").strip()
    return (
        max(1, min(int(written), most))
        if written.isdecimal() and len(written) < _LONGEST_COUNT
        else 1
    )
