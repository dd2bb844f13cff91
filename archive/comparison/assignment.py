"""Assignment: the pairs of rows and columns that are worth most together.

Reads: what each pair that may be made is worth. Writes: the pairs made: of all ways to pair, one
that is worth the most, wherever the parts that touch one another are of a usual size.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

#: What pairs of a row and a column are worth, in whole numbers above 0.
Edges = Mapping[int, Mapping[int, int]]
#: Pairs that touch one another, beyond which those worth most are taken first.
_MOST_EDGES = 20_000
#: A row goes without a column.
_NONE = -1


def assigned(edges: Edges) -> dict[int, int]:
    """The column of each row that gets one; the same pairs for the same worths, always."""
    found: dict[int, int] = {}
    for rows in _components(edges):
        part = {row: edges[row] for row in rows}
        few = sum(map(len, part.values())) <= _MOST_EDGES
        found |= _Solver(part).solved() if few else _dearest_first(part)
    return found


def _components(edges: Edges) -> Iterator[list[int]]:
    """The rows that share columns with one another, directly or through others."""
    rows_of: dict[int, list[int]] = {}
    for row, worths in edges.items():
        for column in worths:
            rows_of.setdefault(column, []).append(row)
    left = set(edges)
    for first in sorted(edges):
        if first in left:
            part = _reached(edges, first, rows_of=rows_of)
            left -= part
            yield sorted(part)


def _reached(edges: Edges, first: int, *, rows_of: Mapping[int, Sequence[int]]) -> set[int]:
    """A row and those it shares columns with, and those they do."""
    part, columns, waiting = {first}, set[int](), [first]
    while waiting:
        for column in edges[waiting.pop()].keys() - columns:
            columns.add(column)
            waiting += [row for row in rows_of[column] if row not in part]
            part.update(rows_of[column])
    return part


def _dearest_first(edges: Edges) -> dict[int, int]:
    """Pairs by falling worth."""
    pairs = [(-worth, row, column) for row, of in edges.items() for column, worth in of.items()]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, row, column in sorted(pairs):
        if row not in found and column not in taken:
            found[row] = column
            taken.add(column)
    return found


@dataclass(slots=True)
class _Solver:
    """Shortest augmenting paths over prices (Kuhn, Munkres; Jonker and Volgenant 1987).

    ``rows`` and ``columns`` hold the prices: no pair is worth more than its two prices together, a
    pair that is made is worth just that, and what has no pair has no price. Then no other pairs
    are worth more together.
    """

    edges: Edges
    rows: dict[int, int] = field(default_factory=dict)
    columns: dict[int, int] = field(default_factory=dict)
    column_of: dict[int, int] = field(default_factory=dict)
    row_of: dict[int, int] = field(default_factory=dict)

    def solved(self) -> dict[int, int]:
        """The column of each row that gets one."""
        for row in sorted(self.edges):
            self._place(row)
        return self.column_of

    def _place(self, row: int) -> None:
        """Give a row its column, or the place of one that then goes without."""
        bids = [worth - self.columns.get(to, 0) for to, worth in self.edges[row].items()]
        self.rows[row] = max([0, *bids])
        path = _Path(self, row)
        path.search()
        for one, distance in path.rows.items():
            self.rows[one] -= path.length - distance
        for one, distance in path.columns.items():
            self.columns[one] = self.columns.get(one, 0) + path.length - distance
        for one, column in path.turns():
            self._give(one, column)

    def _give(self, row: int, column: int) -> None:
        if column == _NONE:
            self.column_of.pop(row, None)
        else:
            self.column_of[row], self.row_of[column] = column, row


class _Path:
    """The cheapest way from a row to a column that is free or to a row that goes without.

    ``rows`` and ``columns`` are how far what was passed is; ``length`` is how far the end is.
    """

    def __init__(self, solver: _Solver, row: int) -> None:
        """Begin at a row."""
        self._solver, self._first = solver, row
        self._ways: list[tuple[int, int, int, int]] = []
        self._came_from: dict[int, int] = {}
        self.rows: dict[int, int] = {}
        self.columns: dict[int, int] = {}
        self.length = 0
        self._end = (_NONE, row)
        self._open(row)

    def search(self) -> None:
        """Go on from what is nearest to the end (Dijkstra)."""
        while True:
            self.length, _, column, row = heappop(self._ways)
            if column in self.columns:
                continue
            if column not in self._solver.row_of:
                self._end = (column, row)
                return
            self.columns[column], self._came_from[column] = self.length, row
            self._open(self._solver.row_of[column])

    def _open(self, row: int) -> None:
        """Add the ways that go on from a row: to its columns, and to having none."""
        self.rows[row] = self.length
        price = self.length + self._solver.rows[row]
        heappush(self._ways, (price, 1, _NONE, row))
        for column, worth in self._solver.edges[row].items():
            slack = price + self._solver.columns.get(column, 0) - worth
            heappush(self._ways, (slack, 0, column, row))

    def turns(self) -> Iterator[tuple[int, int]]:
        """The rows on the way, from its end, with the column that each now gets."""
        column, row = self._end
        while row != self._first:
            left = self._solver.column_of[row]
            yield row, column
            column, row = left, self._came_from[left]
        yield row, column
