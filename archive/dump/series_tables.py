"""Tables of series: members and lineages, which are of many resolutions and so of no one record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils.translation import gettext_noop as _

from archive.data.members import Members
from archive.dump.csv_rows import head_of, rows_of
from archive.dump.summed_files import Folder
from archive.dump.tables import TABLES, Table, columns_of
from archive.models import LineagePlace, Membership
from archive.models.series_order import order_in_series

_ROWS_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesTable(Table):
    """A table whose ``rows`` are read by themselves, some at a time: one query."""

    rows: Callable[[], Iterator[Members]]


def write_series_tables(folder: Folder) -> dict[str, int]:
    """Write the tables of series; how many rows each has."""
    counts = dict.fromkeys((table.name for table in SERIES_TABLES), 0)
    for table in SERIES_TABLES:
        with folder.file(table.file_name) as file:
            file.write(head_of(table))
            for row in table.rows():
                file.write(rows_of(table, [row]))
                counts[table.name] += 1
    return counts


def _members() -> Iterator[Members]:
    rows = Membership.objects.shown().order_by("series__slug", *order_in_series("resolution__"))
    named: dict[str, Any] = {
        "slug": F("series__slug"),
        "title": F("series__title"),
        "symbol": F("resolution__symbol"),
    }
    found: Any = rows.values("origin", "reason", **named)
    yield from found.iterator(_ROWS_AT_ONCE)


def _lineages() -> Iterator[Members]:
    text = "paragraph__text__resolution__"
    order = ("lineage__series__slug", "lineage__name", *order_in_series(text))
    named: dict[str, Any] = {
        "series": F("lineage__series__slug"),
        "name": F("lineage__name"),
        "symbol": F(f"{text}symbol"),
        "anchor": F("paragraph__anchor"),
        "before_symbol": F("before__text__resolution__symbol"),
        "before_anchor": F("before__anchor"),
    }
    rows = LineagePlace.objects.order_by(*order, "paragraph__position")
    found: Any = rows.values("fate", "likeness", "is_moved", **named)
    for row in found.iterator(_ROWS_AT_ONCE):
        yield {**row, "lineage": row["name"], "url": f"/lineage/{row['name']}/"}


_MEMBER_COLUMNS = """
slug string The series, as its address has it.
title string Its title.
symbol string The resolution or draft that is of it.
origin string What first spoke for it: fact, citation, title or person.
reason string Why it is of the series, in words.
"""
_LINEAGE_COLUMNS = """
series string The series, as its address has it.
lineage string The lineage, by the symbol and anchor of the paragraph it was first made for.
symbol string The resolution or draft in which it stands.
anchor string The paragraph of it: op5.
fate string new, kept, moved, reworded, split or merged, against the paragraph before.
likeness number How much of the words of both is the same: 1 of the same words, 0 of a new one.
is_moved boolean Whether it left the order of the others.
before_symbol string The last earlier resolution or draft that has it; empty of its first use.
before_anchor string The paragraph of that one.
url string The path of the page of the lineage on the archive’s site.
"""

SERIES_TABLES = (
    SeriesTable(
        name="series",
        holds=_("Which resolutions are of a series on one subject, and why."),
        key=("slug", "symbol"),
        columns=columns_of(_MEMBER_COLUMNS),
        rows=_members,
    ),
    SeriesTable(
        name="lineages",
        holds=_("Which paragraphs are one paragraph through the texts of a series."),
        key=("symbol", "anchor"),
        columns=columns_of(_LINEAGE_COLUMNS),
        rows=_lineages,
    ),
)
ALL_TABLES: tuple[Table, ...] = (*TABLES, *SERIES_TABLES)
