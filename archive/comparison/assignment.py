"""Assignment: the pairs of rows and columns that are worth most together.

Reads: what each pair that may be made is worth. Writes: the pairs made; what they are worth
together is the most possible, wherever the parts that touch one another are of a usual size.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

Edges = Mapping[int, Mapping[int, int]]
#: Pairs that touch one another, beyond which those worth most are taken first.
_MOST_EDGES = 20_000


def assigned(edges: Edges) -> dict[int, int]:
    """The column of each row that gets one; what pairs are worth is whole and above 0.

    Among sets of pairs worth the same, always the same one is taken.
    """
    found: dict[int, int] = {}
    for rows in _components(edges):
        part = {row: edges[row] for row in rows}
        few = sum(map(len, part.values())) <= _MOST_EDGES
        found |= _Solver(part).solved() if few else _greedy(part)
    return found


def _components(edges: Edges) -> Iterator[list[int]]:
    """The rows that share columns with one another, directly or through others."""
    of_column: dict[int, list[int]] = {}
    for row in sorted(edges):
        for column in edges[row]:
            of_column.setdefault(column, []).append(row)
    seen: set[int] = set()
    for first in sorted(edges):
        if first in seen:
            continue
        seen.add(first)
        part = [first]
        for row in part:
            for column in edges[row]:
                for other in of_column.pop(column, ()):
                    if other not in seen:
                        seen.add(other)
                        part.append(other)
        yield sorted(part)


def _greedy(edges: Edges) -> dict[int, int]:
    """Pairs by falling worth."""
    pairs = sorted(
        (-worth, row, column) for row, of in edges.items() for column, worth in of.items()
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, row, column in pairs:
        if row not in found and column not in taken:
            found[row] = column
            taken.add(column)
    return found


@dataclass(slots=True)
class _Solver:
    """Shortest augmenting paths over prices (Kuhn, Munkres; Jonker and Volgenant).

    ``rows`` and ``columns`` hold the prices: no pair is worth more than its two prices together, a
    pair that is made is worth just that, and what has no pair has no price.
    """

    edges: Edges
    rows: dict[int, int] = field(default_factory=dict)
    columns: dict[int, int] = field(default_factory=dict)
    column_of: dict[int, int] = field(default_factory=dict)
    row_of: dict[int, int] = field(default_factory=dict)

    def solved(self) -> dict[int, int]:
        for row in sorted(self.edges):
            bids = (worth - self.columns.get(to, 0) for to, worth in self.edges[row].items())
            self.rows[row] = max([0, *bids])
            self._place(row)
        return self.column_of

    def _place(self, row: int) -> None:
        """Give a row its column, or the place of one that then goes without."""
        far = {row: 0}
        reached: dict[int, int] = {}
        came_from: dict[int, int] = {}
        ways: list[tuple[int, int, int, int]] = []
        self._open(row, 0, ways)
        while True:
            distance, column, from_row = self._nearest(ways, reached)
            if column < 0 or column not in self.row_of:
                break
            reached[column], came_from[column] = distance, from_row
            far[self.row_of[column]] = distance
            self._open(self.row_of[column], distance, ways)
        for one, at in far.items():
            self.rows[one] -= distance - at
        for one, at in reached.items():
            self.columns[one] = self.columns.get(one, 0) + distance - at
        self._turn(row, from_row, column, came_from)

    def _open(self, row: int, distance: int, ways: list[tuple[int, int, int, int]]) -> None:
        """Add the ways that go on from a row: to its columns, and to having none."""
        price = self.rows[row]
        heappush(ways, (distance + price, 1, -1, row))
        for column, worth in self.edges[row].items():
            slack = price + self.columns.get(column, 0) - worth
            heappush(ways, (distance + slack, 0, column, row))

    @staticmethod
    def _nearest(
        ways: list[tuple[int, int, int, int]], reached: Mapping[int, int]
    ) -> tuple[int, int, int]:
        while True:
            distance, _, column, row = heappop(ways)
            if column not in reached:
                return distance, column, row

    def _turn(self, first: int, row: int, column: int, came_from: Mapping[int, int]) -> None:
        """Make the pairs of the path anew, from its end back to its first row."""
        while True:
            left = self.column_of.get(row, -1)
            if column < 0:
                self.column_of.pop(row, None)
            else:
                self.column_of[row], self.row_of[column] = column, row
            if row == first:
                return
            column, row = left, came_from[left]
