"""Tables of a text: the cells of each row, with the citations and marks that stand in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from archive.web.composition import Piece

#: A row as the column keeps it: of each cell, where its words start and end in the wording.
Row = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell in pieces; of a row of heads each is one."""

    pieces: tuple[Piece, ...]
    is_head: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; ``caption`` is what its wording says before the first cell."""

    caption: tuple[Piece, ...]
    rows: tuple[tuple[Cell, ...], ...]


def edges(rows: Sequence[Row]) -> list[int]:
    """Where the cells of a table start and end, for a wording to be cut there."""
    return [edge for row in rows for cell in row for edge in cell]


def table(rows: Sequence[Row], *, wording: str, pieces: Sequence[Piece]) -> Table:
    """The table whose wording was cut at the edges of its cells into these pieces.

    A row without a word, which a file has to set others apart, is left out.
    """
    rows = [row for row in rows if any(start < end for start, end in row)]
    starts = [piece.start for piece in pieces]
    first = min((cell[0] for row in rows for cell in row), default=0)
    has_heads = _has_heads(rows, wording)
    return Table(
        caption=_between(pieces, starts, start=0, end=first) if wording[:first].strip() else (),
        rows=tuple(
            tuple(
                Cell(
                    pieces=_between(pieces, starts, start=cell[0], end=cell[1]),
                    is_head=has_heads and index == 0,
                )
                for cell in row
            )
            for index, row in enumerate(rows)
        ),
    )


def _between(
    pieces: Sequence[Piece], starts: Sequence[int], *, start: int, end: int
) -> tuple[Piece, ...]:
    """The pieces of a stretch, with the marks and added names at its very end."""
    found = pieces[bisect_left(starts, start) : bisect_right(starts, end)]
    return tuple(piece for piece in found if piece.start < end or _has_no_length(piece))


def _has_no_length(piece: Piece) -> bool:
    return piece.marker is not None or piece.is_added


def _has_heads(rows: Sequence[Row], wording: str) -> bool:
    """Whether the first row names columns: it has no figures, and some row below has.

    A table of words alone does not show what its first row is.
    """
    if not rows:
        return False
    first, *others = ([wording[start:end] for start, end in row] for row in rows)
    return (
        all(first)
        and not _has_figures(first)
        and any(_has_figures(row) and len(row) == len(first) for row in others)
    )


def _has_figures(cells: Sequence[str]) -> bool:
    return any(sign.isdecimal() for cell in cells for sign in cell)
