"""CSV of a dump: RFC 4180 in UTF-8, the words as they are.

No byte order mark and no apostrophe before what a spreadsheet might take for a formula: these files
are for programs, which need every sign as it is. The files of a search are for spreadsheets.
"""

import csv
from collections.abc import Iterable
from datetime import date, datetime
from io import StringIO
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from archive.data.members import Members
from archive.dump.tables import Table

#: Between the values of a list.
BETWEEN = "; "
_ENCODER = DjangoJSONEncoder()


def head_of(table: Table) -> str:
    """The names of its columns."""
    return _lines([[column.name for column in table.columns]])


def rows_of(table: Table, rows: Iterable[Members]) -> str:
    """Its rows."""
    names = [column.name for column in table.columns]
    return _lines([cell(row[name]) for name in names] for row in rows)


def cell(value: Any) -> str:
    """A value as a cell: nothing for None, instants as JSON has them, the values of a list."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime() | date():
            return str(_ENCODER.default(value))
        case list():
            return BETWEEN.join(map(str, value))
        case _:
            return str(value)


def _lines(rows: Iterable[Iterable[str]]) -> str:
    written = StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()
