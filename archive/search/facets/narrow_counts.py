"""How many resolutions have each value of the facets that cards tell without reading a list.

One statement, however many were found: it counts combinations of what cards say of a resolution,
and in which parts the words stand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from archive.models import Resolution
from archive.search.facets.cells import Cell, Cells, unfiltered
from archive.search.facets.tallies import Tallies, Tally
from archive.search.form.params import Part, SearchParams
from archive.search.matches import counts
from archive.search.matches.matching import Search, cards, in_time
from archive.search.matches.statements import Pending, Rows, Statement, framed, sent_together


@dataclass(frozen=True, slots=True)
class NarrowCounts:
    """What was counted without reading a list: cells, and the sizes of some sets by name.

    Sets are named by a part in which the words stand, and "openings" for what was found with any.
    """

    cells: Cells
    sizes: Mapping[str, int]

    def size(self, *, without: str = "") -> int:
        """How many were found with every filter, or with every one but the named."""
        return self.sizes.get(without, self.cells.size(without=without))

    def count(self, search: Search) -> counts.Count:
        """The count that the list of resolutions has."""
        return counts.Count(
            number=self.cells.size(),
            kind=counts.Certainty.ABOUT if search.is_about else counts.Certainty.EXACT,
            drafts=self.cells.size(stage=Resolution.Stage.DRAFT),
        )


_COUNTED_BY = "organ", "session", "dates", "stage", "held"
_CELLS = """
SELECT 'cell', organ, session, year, stage, is_held, {in_time}, count(*)
FROM {found} GROUP BY {groups}
"""
_SIZE = "SELECT %s::text, NULL, NULL, NULL, NULL, NULL, NULL, count(*) FROM ", ""


def narrow_counts(search: Search) -> NarrowCounts:
    """Cells and sizes: one statement."""
    return ask_narrow_counts(search)()


def ask_narrow_counts(search: Search) -> Pending[NarrowCounts]:
    """Cells and sizes, to be counted beside whatever else is asked: one statement."""
    asked = sent_together(_narrow_statements(search), using=settings.SEARCH_BESIDE)
    return lambda: _narrow_counts(asked.rows(), search.params)


def _narrow_counts(rows: Rows, params: SearchParams) -> NarrowCounts:
    cells = tuple([Cell._make(row[1:]) for row in rows if row[0] == "cell"])
    sizes = {row[0]: row[-1] for row in rows if row[0] != "cell"}
    return NarrowCounts(Cells(cells, params), sizes)


def narrow_tallies(narrow: NarrowCounts, search: Search, **more: Any) -> Tallies:
    """The tallies of all facets but those of lists."""
    is_about = {"is_about": search.is_about} | more
    cells = narrow.cells
    counted = {name: cells.counted(name) for name in _COUNTED_BY}
    tallies = {
        name: Tally.of(found, total=found.total(), **is_about) for name, found in counted.items()
    }
    if cells.organ_count != 1:
        del tallies["session"]
    if search.asked.keys():
        by_part = {part: narrow.sizes.get(part, 0) for part in Part}
        tallies["parts"] = Tally.of(by_part, total=narrow.size(without="parts"), **is_about)
    return tallies


def _narrow_statements(search: Search) -> Iterator[Statement]:
    """Each has as columns what is counted, those of a cell, and the number."""
    params = search.params
    yield _cells(search)
    if search.asked.keys():
        for part in Part:
            yield _size(part, cards(search.with_params(params.with_(parts=(part,)))))
    for name in ("parts", "openings"):
        if getattr(params, name):
            yield _size(name, cards(search, without=name))


def _cells(search: Search) -> Statement:
    found, values = cards(search.with_params(unfiltered(search.params)))
    sought, days = in_time(search.params)
    groups = "2, 3, 4, 5, 6, 7" if days else "2, 3, 4, 5, 6"  # of what is the same for all, none
    return _CELLS.format(in_time=sought, found=found, groups=groups), [*days, *values]


def _size(name: str, found: Statement) -> Statement:
    sql, values = framed(found, _SIZE)
    return sql, [name, *values]
