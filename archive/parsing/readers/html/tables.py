"""Tables of a page: those of data stay tables, those that only place words are unrolled.

Reads: lines with the cells they stand in. Writes: lines, and tables with rows of cells.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.parsed import Row
from archive.parsing.printed_lines import LineKind, kind_of_line
from archive.parsing.readers.html.page import PageLine, joined
from archive.parsing.readers.html.words import PageMark

_LONGEST_CELL = 300
_FEWEST = 2
_FIGURES = re.compile(r"[-–—\u2212+$€£]?[ (]?\d[\d,. %()–—-]{0,40}")
_OUTSIDE_TABLES = frozenset(LineKind) - {LineKind.PAGE, LineKind.RULE, LineKind.DATE}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTable:
    """A table of data: its words as one line, and the cells of its rows as spans of them."""

    line: PageLine
    rows: tuple[Row, ...]


def unroll(lines: Sequence[PageLine]) -> Iterator[PageLine | PageTable]:
    """The lines in order; a table of data as one, a label in a cell with the words beside it."""
    nested = _nested(lines)
    for table, group in groupby(lines, key=_table_of):
        members = list(group)
        if table is None:
            yield from members
        elif table not in nested and _is_data(members):
            yield _table(members)
        else:
            yield from _beside_labels(members)


def _table_of(line: PageLine) -> int | None:
    return line.cell.table if line.cell else None


def _nested(lines: Sequence[PageLine]) -> set[int]:
    """The tables that are parted by lines of others, which stand in their cells."""
    runs = Counter(table for table, _ in groupby(lines, key=_table_of) if table is not None)
    return {table for table, count in runs.items() if count > 1}


def _is_data(lines: Sequence[PageLine]) -> bool:
    """Whether several rows of several short cells hold no words that stand in a text.

    Words with a label are an item of the table where figures stand in another cell of its row.
    """
    cells = [line.cell for line in lines if line.cell]
    rows = {cell.row for cell in cells}
    columns = {cell.column for cell in cells}
    if len(rows) < _FEWEST or len(columns) < _FEWEST:
        return False
    if any(len(line.text) > _LONGEST_CELL or _stands_in_text(line) for line in lines):
        return False
    counted = {line.cell.row for line in lines if line.cell and _is_figures(line)}
    return all(line.cell and line.cell.row in counted for line in lines if _is_labelled(line))


def _stands_in_text(line: PageLine) -> bool:
    _, end = split_label(line.text)
    is_opened = find_opening(line.text[end:].lstrip()) is not None
    return bool(line.label) or is_opened or kind_of_line(line.text) in _OUTSIDE_TABLES


def _is_labelled(line: PageLine) -> bool:
    return split_label(line.text)[0] is not None


def _is_figures(line: PageLine) -> bool:
    return not _is_labelled(line) and _FIGURES.fullmatch(line.text) is not None


def _table(lines: Sequence[PageLine]) -> PageTable:
    pieces: list[str] = []
    marks = list[PageMark]()
    cells: dict[int, dict[int, tuple[int, int]]] = {}
    at = 0
    for line in lines:
        assert line.cell is not None
        row = cells.setdefault(line.cell.row, {})
        start, _ = row.get(line.cell.column, (at, at))
        row[line.cell.column] = (start, at + len(line.text))
        marks += [replace(mark, offset=mark.offset + at) for mark in line.marks]
        pieces.append(line.text)
        at += len(line.text) + 1
    whole = replace(lines[0], text=" ".join(pieces), marks=tuple(marks))
    return PageTable(line=whole, rows=tuple(_row(cells[number]) for number in sorted(cells)))


def _row(cells: dict[int, tuple[int, int]]) -> Row:
    """A row's cells in order; an empty one is an empty span."""
    row: list[tuple[int, int]] = []
    for column in range(max(cells) + 1):
        before = row[-1][1] if row else min(cells.values())[0]
        row.append(cells.get(column, (before, before)))
    return tuple(row)


def _beside_labels(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    """Lines of a table that places words: a cell with a label alone goes before the next."""
    for _, group in groupby(lines, key=lambda line: line.cell and line.cell.row):
        labels: list[PageLine] = []
        for line in group:
            if _is_label(line):
                labels.append(line)
            else:
                yield joined([*labels, line]) if labels else line
                labels = []
        yield from labels


def _is_label(line: PageLine) -> bool:
    """Whether a line is a label and nothing else, or a raised number and nothing else."""
    if not line.text:
        return bool(line.marks)
    label, end = split_label(line.text)
    return label is not None and end == len(line.text)
