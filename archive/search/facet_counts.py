"""How many resolutions have each value of each facet: two statements, however many were found.

The first counts combinations of what cards say of a resolution, and in which parts the words stand.
The second reads the lists of openings and of cited symbols: of all that was found, or of a sample.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.db.models import BooleanField, Case, Count, Expression, Q, QuerySet, Value, When

from archive.models import CatalogueCard
from archive.search.cells import Cell, Cells, unfiltered
from archive.search.matching import Search, cards
from archive.search.params import Part, SearchParams
from archive.search.statements import Rows, Statement, framed, together
from archive.search.tallies import MOST_VALUES, Tallies, Tally, in_two_figures

#: Of so many resolutions every list is read; of more, those of a sample of about so many.
MOST_READ = 2_000
SAMPLE_SIZE = 1_000


class NarrowCounts(NamedTuple):
    """What was counted without reading a list: cells, and the sizes of some sets by name.

    Sets are named by a part in which the words stand, and "openings" for what was found with any.
    """

    cells: Cells
    sizes: Mapping[str, int]

    def size(self, *, without: str) -> int:
        """How many were found with every filter but the named one."""
        return self.sizes.get(without, self.cells.size(without=without))


def tallied_resolutions(search: Search) -> Tallies:
    """The tallies of the resolutions found: two statements."""
    narrow = narrow_counts(search)
    return {**narrow_tallies(narrow, search), **listed_tallies(narrow, search)}


# -- Narrow columns --------------------------------------------------------------------------------

_CELL = "organ", "session", "year", "stage", "is_held", "is_in_time"
_CELLS = "SELECT 'cell', cell.* FROM (", ") AS cell"
_SIZE = "SELECT %s, NULL, NULL, NULL, NULL, NULL, NULL, count(*) FROM (", ") AS found"


def narrow_counts(search: Search) -> NarrowCounts:
    """Cells and sizes: one statement."""
    rows = together(_narrow_statements(search))
    cells = tuple(Cell(*row[1:]) for row in rows if row[0] == "cell")
    sizes = {row[0]: row[-1] for row in rows if row[0] != "cell"}
    return NarrowCounts(Cells(cells, search.params), sizes)


def narrow_tallies(narrow: NarrowCounts, search: Search, **more: Any) -> Tallies:
    """The tallies of all facets but those of lists."""
    is_about = {"is_about": search.is_about} | more
    cells = narrow.cells
    tallies = {
        name: Tally.of(cells.counted(name), total=cells.size(without=name), **is_about)
        for name in ("organ", "session", "dates", "stage", "held")
    }
    if cells.organ_count != 1:
        del tallies["session"]
    if search.asked.keys():
        counts = {part: narrow.sizes.get(part, 0) for part in Part}
        tallies["parts"] = Tally.of(counts, total=narrow.size(without="parts"), **is_about)
    return tallies


def _narrow_statements(search: Search) -> Iterator[Statement]:
    """Each has as columns what is counted, those of a cell, and the number."""
    params = search.params
    found = cards(search.with_params(unfiltered(params))).annotate(is_in_time=_in_time(params))
    yield framed(found.values_list(*_CELL).annotate(number=Count("pk")).order_by(), _CELLS)
    if search.asked.keys():
        for part in Part:
            yield _size(part, cards(search.with_params(params.with_(parts=(part,)))))
    for name in ("parts", "openings"):
        if getattr(params, name):
            yield _size(name, cards(search, without=name))


def _size(name: str, found: QuerySet[CatalogueCard]) -> Statement:
    sql, values = framed(found.values("pk"), _SIZE)
    return sql, [name, *values]


def _in_time(params: SearchParams) -> Expression:
    """Whether a card has a date that is sought."""
    days = Q()
    if params.since:
        days &= Q(dated_on__gte=params.since.first)
    if params.until:
        days &= Q(dated_on__lte=params.until.last)
    always = Value(value=True, output_field=BooleanField())
    return Case(When(days, then=always), default=False) if days else always


# -- Lists -----------------------------------------------------------------------------------------

#: What part of all numbers of resolutions is looked at: those below a limit, once they are spread
#: evenly over 32 bits by a multiplier (2^32 divided by the golden ratio).
_SPREAD = 2**32
_LIST = (
    """
SELECT %s AS list, counted.*, coalesce(resolution.title, '') FROM (
    WITH looked_at AS MATERIALIZED (
        SELECT list FROM (
""",
    """
        ) AS found (pk, list) WHERE (pk * 2654435761) %% 4294967296 < %s
    )
    SELECT value, count(*) AS number, count(*) OVER () AS value_count,
           (SELECT count(*) FROM looked_at) AS looked_at
    FROM looked_at CROSS JOIN LATERAL unnest(list) AS value
    GROUP BY value ORDER BY value = ANY(%s) DESC, number DESC, value LIMIT %s
) AS counted LEFT JOIN archive_resolution AS resolution ON resolution.symbol = counted.value
""",
)


def listed_tallies(narrow: NarrowCounts, search: Search) -> Tallies:
    """The tallies of openings and of cited symbols: one statement."""
    totals = {name: narrow.size(without=name) for name in ("openings", "cites")}
    rows = together(_list_statement(search, name, total=total) for name, total in totals.items())
    known = _known(search.params, found=narrow.cells.size())
    return {
        name: _listed_tally(
            [row[1:] for row in rows if row[0] == name],
            total=total,
            known=known[name],
            is_about=search.is_about,
        )
        for name, total in totals.items()
    }


def _list_statement(search: Search, name: str, *, total: int) -> Statement:
    column = {"openings": "openings", "cites": "cited"}[name]
    found = cards(search, without="openings" if name == "openings" else "")
    sql, values = framed(found.values_list("pk", column), _LIST)
    limit = _SPREAD if total <= MOST_READ else _SPREAD * SAMPLE_SIZE // total
    chosen = list(getattr(search.params, name))
    return sql, [name, *values, limit, chosen, MOST_VALUES + len(chosen)]


def _known(params: SearchParams, *, found: int) -> Mapping[str, Mapping[str, int]]:
    """The numbers of chosen values that are known without a look: all that was found has them."""
    openings = params.openings if len(params.openings) == 1 else ()
    return {
        "openings": dict.fromkeys(openings, found),
        "cites": dict.fromkeys(params.cites, found),
    }


def _listed_tally(rows: Rows, *, total: int, known: Mapping[str, int], is_about: bool) -> Tally:
    """A tally from values with their numbers among those looked at."""
    looked_at = rows[0][3] if rows else 0
    is_sampled = looked_at < total
    counts = {value: number for value, number, *_rest in rows}
    if is_sampled:
        counts = {
            value: min(total, in_two_figures(round(number * total / looked_at)))
            for value, number in counts.items()
        }
    return Tally(
        counts={value: count for value, count in {**counts, **known}.items() if count},
        total=total,
        value_count=max(len(counts), rows[0][2]) if rows else 0,
        titles={row[0]: row[4] for row in rows if row[4]},
        is_about=is_about,
        is_sampled=is_sampled,
        exact=frozenset(known),
    )
