"""Cells: how many were found of each organ, session, year and stage together.

A search finds at most some hundreds of such combinations, however many rows it finds. From them
comes what each of these facets counts with every filter but its own.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from archive.search.form.params import SearchParams


class Cell(NamedTuple):
    """A combination of values, whether its days are within those sought, and how many have it."""

    organ: str
    session: str
    year: int | None
    stage: str
    is_held: bool
    is_in_time: bool
    number: int


#: What of a search is a filter of cells, and whether a cell passes one that narrows.
_NARROWS: Mapping[str, Callable[[SearchParams], bool]] = {
    "organ": lambda params: params.organ is not None,
    "session": lambda params: params.session != "",
    "dates": lambda params: params.since is not None or params.until is not None,
    "stage": lambda params: params.stage is not None,
    "held": lambda params: params.held is not None,
}
_PASSES: Mapping[str, Callable[[Cell, SearchParams], bool]] = {
    "organ": lambda cell, params: cell.organ == params.organ,
    "session": lambda cell, params: cell.session == params.session,
    "dates": lambda cell, _params: cell.is_in_time,
    "stage": lambda cell, params: cell.stage == params.stage,
    "held": lambda cell, params: cell.is_held is params.held,
}
_COLUMNS = {"dates": "year", "held": "is_held"}


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a search, found with none of the filters that ``counted`` knows."""

    cells: tuple[Cell, ...]
    params: SearchParams

    def counted(self, by: str) -> Counter[Any]:
        """How many have each value of "organ", "session", "dates" (a year), "stage" or "held".

        Every filter counts but that one. What has no value is under None, or "".
        """
        column = Cell._fields.index(_COLUMNS.get(by, by))
        counts: Counter[Any] = Counter()
        for cell in self._passing(without=by):
            counts[cell[column]] += cell[-1]
        return counts

    def size(self, *, without: str = "", stage: str = "") -> int:
        """How many pass every filter but the named one; of a stage, if one is given."""
        passing = self._passing(without=without)
        return sum([cell.number for cell in passing if not stage or stage == cell.stage])

    @property
    def organ_count(self) -> int:
        """Of how many organs are those that pass every filter but that of the session."""
        return len({cell.organ for cell in self._passing(without="session")})

    def _passing(self, *, without: str) -> Iterable[Cell]:
        narrowing = [name for name, narrows in _NARROWS.items() if narrows(self.params)]
        passing: Iterable[Cell] = self.cells
        for name in narrowing:
            if name != without:
                passing = [cell for cell in passing if _PASSES[name](cell, self.params)]
        return passing


def unfiltered(params: SearchParams) -> SearchParams:
    """The search whose cells are wanted: with none of the filters that cells know."""
    return params.with_(organ=None, session="", since=None, until=None, stage=None, held=None)
