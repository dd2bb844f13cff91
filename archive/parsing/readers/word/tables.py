"""Tables of a Word document: those that lay out a page, and those that hold data.

Reads: the parts of a story. Writes: lines, where a table only places text on the page, in reading
order; grids of cells, where the rows and columns mean something.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import OF_THE_COVER, LineKind, kind_of_line
from archive.parsing.readers.word.lines import Line, joined, with_words_before
from archive.parsing.readers.word.story import Part, Table

_SHORTEST_PARAGRAPH = 40
_MOST_CELLS_BESIDE_A_LABEL = 2
_ENDS = (",", ";", ".", ":")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of data: rows of cells, the words of each cell as one line."""

    rows: tuple[tuple[Line, ...], ...]


def laid_out(parts: Sequence[Part]) -> Iterator[Line | Grid]:
    """The lines and grids of a story; whatever stands before the text is laid out by its tables."""
    start = next((index for index, part in enumerate(parts) if _begins_text(part)), len(parts))
    for index, part in enumerate(parts):
        if isinstance(part, Line):
            yield part
        elif index < start or _lays_out(part):
            yield from _unrolled(part)
        else:
            yield Grid(tuple(_cells(row) for row in part.rows))


def _begins_text(part: Part) -> bool:
    """Whether the resolution's own words begin in a part."""
    return any(
        kind_of_line(line.text) is LineKind.ORGAN or find_opening(line.text) is not None
        for line in ([part] if isinstance(part, Line) else lines_in(part))
    )


def lines_in(table: Table) -> Iterator[Line]:
    """Every line of a table and of the tables inside it."""
    for row in table.rows:
        for cell in row:
            for part in cell:
                yield from [part] if isinstance(part, Line) else lines_in(part)


def _lays_out(table: Table) -> bool:
    """Whether a table has paragraphs or printed lines, and no rows and columns that mean much."""
    if max(len(row) for row in table.rows) == 1:
        return True
    if any(isinstance(part, Table) for row in table.rows for cell in row for part in cell):
        return True
    return any(_is_of_page(line) for line in lines_in(table)) or _has_labels_beside(table)


def _is_of_page(line: Line) -> bool:
    """Whether a line is one that stands around a resolution, or is a whole paragraph of it."""
    if kind_of_line(line.text) in OF_THE_COVER:
        return True
    _, start = split_label(line.text)
    is_long = len(line.text) >= _SHORTEST_PARAGRAPH and line.text.endswith(_ENDS)
    return is_long and find_opening(line.text[start:]) is not None


def _has_labels_beside(table: Table) -> bool:
    """Whether the first cells are labels, and the second ones the paragraphs they belong to."""
    rows = [row for row in table.rows if len(row) == _MOST_CELLS_BESIDE_A_LABEL and row[1]]
    return bool(rows) and all(_is_label(row[0]) and _is_long(row[1]) for row in rows)


def _is_long(cell: Sequence[Part]) -> bool:
    return any(isinstance(part, Line) and len(part.text) >= _SHORTEST_PARAGRAPH for part in cell)


def _is_label(cell: Sequence[Part]) -> bool:
    """Whether a cell holds nothing but a label, typed or automatic."""
    if len(cell) != 1 or not isinstance(cell[0], Line):
        return False
    line = cell[0]
    return not line.text if line.label else _is_typed_label(line.text)


def _is_typed_label(text: str) -> bool:
    label, _ = split_label(text)
    return label is not None and label.printed == text


def _unrolled(table: Table) -> Iterator[Line | Grid]:
    """The cells of a table one after another; a label goes to the paragraph beside it."""
    for row in table.rows:
        cells = [cell for cell in row if cell]
        if len(cells) > 1 and _is_label(cells[0]):
            cells = [_labelled(cells[0][0], cells[1]), *cells[2:]]
        for cell in cells:
            yield from laid_out_again(cell)


def laid_out_again(cell: Sequence[Part]) -> Iterator[Line | Grid]:
    """What stands in a cell of a table that lays out."""
    for part in cell:
        if isinstance(part, Line):
            yield part
        else:
            yield from (
                _unrolled(part)
                if _lays_out(part)
                else [Grid(tuple(_cells(row) for row in part.rows))]
            )


def _labelled(label: Part, cell: Sequence[Part]) -> tuple[Part, ...]:
    first, *rest = cell
    if not isinstance(label, Line) or not isinstance(first, Line) or first.label:
        return (label, *cell)
    if label.label:
        return (replace(first, label=label.label), *rest)
    return (with_words_before(label.text, first), *rest)


def _cells(row: Sequence[Sequence[Part]]) -> tuple[Line, ...]:
    return tuple(_one_line(list(_lines_of_cell(cell))) for cell in row)


def _lines_of_cell(cell: Sequence[Part]) -> Iterator[Line]:
    for part in cell:
        yield from [part] if isinstance(part, Line) else lines_in(part)


def _one_line(lines: Sequence[Line]) -> Line:
    """The lines of a cell as one; automatic numbers are words of it."""
    words = [with_words_before(line.label, line) for line in lines]
    return joined(words) if words else Line(text="", where="")
