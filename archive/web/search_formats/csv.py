"""CSV: a search as a table for spreadsheets and programs. docs/exports.md names its columns.

After RFC 4180, in UTF-8 with a byte order mark: without one, spreadsheets take the file for an
older encoding and show ’ as â€™. Programs that do not expect it call the encoding “utf-8-sig”.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from itertools import chain, repeat

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from archive.search.exports.export_rows import ExportedParagraph, ExportedResolution, Row
from archive.search.exports.exports import Export
from archive.search.form.params import View
from archive.web.cite_this import own_reference
from archive.web.freshness import fresh
from archive.web.search_formats.files import FileFormat, Site, sent
from archive.web.search_formats.references import cited_row

#: Before the first line of every file.
BYTE_ORDER_MARK = "\ufeff"
#: A spreadsheet takes a cell that begins with one of these for a formula, and may run it. The last
#: four are forms of the first that some take for them.
_BEGINS_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001 these are meant

_OF_RESOLUTIONS = (
    "symbol title organ session stage adopted_as dated_on date_is_unverified is_held times_recalled"
).split()
_OF_PARAGRAPHS = "part place anchor opening wording reference".split()
_AT_THE_END = "url updated_at notice".split()
#: The columns of each view, in order.
COLUMNS = {
    View.RESOLUTIONS: (*_OF_RESOLUTIONS, *_AT_THE_END),
    View.PARAGRAPHS: (*_OF_RESOLUTIONS, *_OF_PARAGRAPHS, *_AT_THE_END),
}


@require_safe
@fresh
def search_csv(request: HttpRequest) -> HttpResponseBase:
    """A search as CSV."""
    return sent(request, FileFormat(suffix="csv", media_type="text/csv", write=_write))


def _write(found: Export, site: Site) -> Iterator[str]:
    """The names of the columns, then the rows; the first has the notice, if there is one."""
    columns = COLUMNS[found.params.view]
    yield BYTE_ORDER_MARK + csv_lines([columns])
    notices = chain([found.notice], repeat(""))
    for chunk in found.chunks():
        cells = (_cells(row, site) | {"notice": next(notices)} for row in chunk)
        yield csv_lines([one[column] for column in columns] for one in cells)


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """A whole file: the names of the columns, then the rows, whose cells have these names."""
    head = BYTE_ORDER_MARK + csv_lines([columns])
    return head + csv_lines([row[column] for column in columns] for row in rows)


def csv_lines(rows: Iterable[Iterable[object]]) -> str:
    """Rows as lines of CSV, in which no cell is a formula."""
    lines = StringIO()
    csv.writer(lines).writerows([_harmless(cell) for cell in row] for row in rows)
    return lines.getvalue()


def _harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula: an apostrophe before it makes it text."""
    if isinstance(cell, str) and cell.startswith(_BEGINS_A_FORMULA):
        return f"'{cell}"
    return cell


def _cells(row: Row, site: Site) -> dict[str, object]:
    """A row's cells by their columns, but for the notice."""
    said = _said(row, site) if isinstance(row, ExportedParagraph) else {}
    of = row.resolution if isinstance(row, ExportedParagraph) else row
    return {
        **_facts(of),
        **said,
        "url": site.absolute(row.url),
        "updated_at": row.updated_at.isoformat(timespec="seconds"),
    }


def _facts(resolution: ExportedResolution) -> dict[str, object]:
    return {
        "symbol": resolution.symbol,
        "title": resolution.title,
        "organ": resolution.organ.value,
        "session": resolution.session,
        "stage": resolution.stage.value,
        "adopted_as": resolution.adopted_as,
        "dated_on": resolution.dated_on or "",
        "date_is_unverified": _yes_or_no(resolution.date_is_unverified),
        "is_held": _yes_or_no(resolution.is_held),
        "times_recalled": resolution.times_recalled,
    }


def _said(paragraph: ExportedParagraph, site: Site) -> dict[str, object]:
    return {
        "part": paragraph.part,
        "place": paragraph.place,
        "anchor": paragraph.anchor,
        "opening": paragraph.opening,
        "wording": paragraph.wording,
        "reference": own_reference(cited_row(paragraph, absolute=site.absolute)),
    }


def _yes_or_no(truth: object) -> str:
    return "yes" if truth else "no"
