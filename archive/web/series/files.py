"""A series as files: its matrix as CSV, and all of it as JSON.

docs/formats/series.md tells of columns and members. They have every lineage, narrowed as the
address says, but nothing is left out unsaid: what is more than a file holds is refused. Of what
texts did with lineages no more is held at a time than a row says.
"""

import json
from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.data.members import Absolute, Members
from archive.search.form.reading import InvalidAddressError
from archive.search.lineages.courses import InText
from archive.search.lineages.matrix import Matrix, MatrixRow, TooLargeError
from archive.search.lineages.params import SeriesParams
from archive.web.freshness import fresh
from archive.web.lineage.file import VERSION, named_series, resolution_members
from archive.web.search_formats.csv import BYTE_ORDER_MARK, csv_lines
from archive.web.search_formats.json import problem
from archive.web.search_formats.refusals import Reason, Refusal, reasons_of
from archive.web.series.addresses import series_address
from archive.web.series.asked import UnknownSeriesError, answered

#: Texts that a file can hold side by side, and cells: so many lineages along so many texts.
MOST_TEXTS, MOST_CELLS = 500, 200_000
#: What a row of the CSV says of a lineage, before what each text did with it.
COLUMNS = ("lineage", "part", "opening", "first_use", "may_be_older", "last_use", "wording", "url")
_WRITTEN: dict[str, Any] = {"ensure_ascii": False}


@require_safe
@fresh
def series_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The matrix of a series, a row for each lineage."""

    def sent(found: Matrix, _params: SeriesParams) -> HttpResponseBase:
        lines = "".join(_csv(found, request.build_absolute_uri))
        response = HttpResponse(lines, content_type="text/csv; charset=utf-8")
        disposition = content_disposition_header(as_attachment=True, filename=f"series-{slug}.csv")
        response.headers["Content-Disposition"] = str(disposition)
        return response

    return _sent(request, slug, sent=sent, name="series_csv", refused=Refusal.in_plain_text)


@require_safe
@fresh
def series_json(request: HttpRequest, slug: str) -> HttpResponseBase:
    """A series, its texts and its lineages."""

    def sent(found: Matrix, params: SeriesParams) -> HttpResponseBase:
        body = "".join(_json(found, params, absolute=request.build_absolute_uri))
        return HttpResponse(body, content_type="application/json")

    return _sent(request, slug, sent=sent, name="series_json", refused=problem)


def _sent(
    request: HttpRequest,
    slug: str,
    *,
    sent: Callable[[Matrix, SeriesParams], HttpResponseBase],
    name: str,
    refused: Callable[[Refusal], HttpResponse],
) -> HttpResponseBase:
    """A series as a file; what is wrong is told with its reason."""

    def shown(found: Matrix, params: SeriesParams) -> HttpResponseBase:
        is_cut = found.texts_count > len(found.texts)
        return refused(_too_many(found)) if is_cut else sent(found, params)

    try:
        return answered(
            request, slug, shown=shown, name=name, most_texts=MOST_TEXTS, most_cells=MOST_CELLS
        )
    except UnknownSeriesError as error:
        advice = _("Those there are stand at /series/.")
        return refused(_refusal(str(error), advice, status=HTTPStatus.NOT_FOUND))
    except InvalidAddressError as error:
        return refused(_of_address(error))
    except TooLargeError as error:
        return refused(_too_large(error))


def _too_many(found: Matrix) -> Refusal:
    told = {"count": found.texts_count, "most": MOST_TEXTS}
    happened = _("This series has %(count)s texts; a file holds %(most)s.") % told
    return _refusal(happened, _("Choose years with “from” and “to”."))


def _too_large(error: TooLargeError) -> Refusal:
    told = {"lineages": error.lineages, "texts": error.texts, "most": MOST_CELLS}
    happened = _(
        "These are %(lineages)s lineages through %(texts)s texts; a file holds %(most)s cells."
    )
    advice = _("Choose years with “from” and “to”, or an organ with “organ”.")
    return _refusal(happened % told, advice)


def _of_address(error: InvalidAddressError) -> Refusal:
    return _refusal(
        _("What the address asks cannot be read."),
        _("Change it, or leave it out."),
        reasons=reasons_of(error.form),
    )


def _refusal(
    happened: str,
    advice: str,
    *,
    status: HTTPStatus = HTTPStatus.BAD_REQUEST,
    reasons: tuple[Reason, ...] = (),
) -> Refusal:
    return Refusal(happened=happened, advice=advice, status=status, reasons=reasons)


def _csv(found: Matrix, absolute: Absolute) -> Iterator[str]:
    """The names of the columns, symbols of texts last; then a row for each lineage."""
    symbols = [one.resolution.symbol for one in found.texts]
    yield BYTE_ORDER_MARK + csv_lines([[*COLUMNS, *symbols]])
    yield csv_lines(_row(row, found, absolute=absolute) for row in found.rows)


def _row(row: MatrixRow, found: Matrix, *, absolute: Absolute) -> list[object]:
    lineage, first, cells = row.course.lineage, row.latest.paragraphs[0], row.cells
    texts = zip(row.texts, cells, strict=True)
    using = [text.resolution.symbol for text, cell in texts if cell.use]
    return [
        lineage.name,
        first.part,
        first.opening,
        using[0],
        "yes" if row.may_be_older(found.known, cells=cells) else "no",
        using[-1],
        row.latest.wording,
        absolute(lineage.get_absolute_url()),
        *map(_told, cells),
    ]


def _told(cell: InText) -> str:
    """What a text did, in a word, and where the words stand in it: “reworded: op. 5”."""
    paragraphs = cell.use.paragraphs if cell.use else cell.parts
    places = "; ".join(one.place for one in paragraphs)
    return f"{cell.state}: {places}" if places else str(cell.state)


def _json(found: Matrix, params: SeriesParams, *, absolute: Absolute) -> Iterator[str]:
    """All that the page of a series tells: its members, then its lineages one by one."""
    head = json.dumps(_members(found, params, absolute=absolute), cls=DjangoJSONEncoder, **_WRITTEN)
    yield f'{head.removesuffix("}")}, "lineages": ['
    for at, row in enumerate(found.rows):
        lineage = json.dumps(_lineage(row, found, absolute=absolute), **_WRITTEN)
        yield f", {lineage}" if at else lineage
    yield "]}"


def _members(found: Matrix, params: SeriesParams, *, absolute: Absolute) -> Members:
    """What a series is, and which texts are of it."""
    series = found.series
    return {
        "version": VERSION,
        "series": named_series(series, absolute=absolute),
        "parameters": _parameters(params),
        "url": absolute(series_address(series.slug, params)),
        "members": [
            {
                **resolution_members(one.resolution, absolute=absolute),
                "is_held": one.text is not None,
                "reason": one.reason,
            }
            for one in found.members
        ],
        "texts": [one.resolution.symbol for one in found.texts],
        "not_held": [one.resolution.symbol for one in found.unheld],
    }


def _parameters(params: SeriesParams) -> dict[str, Any]:
    """Every parameter by its name, with what it is where the address leaves it out."""
    return {
        "organ": list(params.organs),
        "without": params.without,
        "part": list(params.parts),
        "opening": list(params.openings),
        "stage": params.stage,
        "from": params.since and str(params.since),
        "to": params.until and str(params.until),
    }


def _lineage(row: MatrixRow, found: Matrix, *, absolute: Absolute) -> Members:
    lineage, cells = row.course.lineage, row.cells
    return {
        "lineage": lineage.name,
        "url": absolute(lineage.get_absolute_url()),
        "wording": row.latest.wording,
        "may_be_older": row.may_be_older(found.known, cells=cells),
        "texts": [
            _in_text(text.resolution.symbol, cell)
            for text, cell in zip(row.texts, cells, strict=True)
        ],
    }


def _in_text(symbol: str, cell: InText) -> Members:
    use = cell.use
    return {
        "symbol": symbol,
        "state": cell.state,
        "fates": [one.fate for one in use.places] if use else [],
        "anchors": [one.anchor for one in (use.paragraphs if use else cell.parts)],
        "openings": [one.opening for one in use.paragraphs] if use else [],
    }
