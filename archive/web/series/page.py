"""The page of a series: its matrix, with what every text changed."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.models import Series
from archive.search.form.reading import InvalidAddressError, filled
from archive.search.lineages.form import SeriesForm
from archive.search.lineages.matrix import Matrix
from archive.search.lineages.params import SeriesParams
from archive.web.freshness import fresh_for_a_day
from archive.web.lineage.states import MEANINGS, SIGNS, WORDS
from archive.web.lineage.unheld import unheld_of
from archive.web.paging import paging
from archive.web.search_form import fields_as_typed, reasons
from archive.web.series.addresses import SeriesPages, series_address
from archive.web.series.asked import answered, asked_series
from archive.web.series.table import columns, narrowed, table_parts
from archive.web.series.without import without

#: Texts side by side; of more the latest are shown, and years lead to the others.
MOST_TEXTS = 24
#: Openings that are suggested, the most frequent first; and members that are listed, the latest.
_MOST_SUGGESTED, _MOST_MEMBERS = 100, 100
_KEY = tuple((SIGNS[state], WORDS[state], MEANINGS[state]) for state in MEANINGS)


@require_safe
@fresh_for_a_day
def series_page(request: HttpRequest, slug: str) -> HttpResponseBase:
    """A series: its lineages down, its texts across, and what each text added and dropped."""

    def shown(found: Matrix, params: SeriesParams) -> HttpResponseBase:
        return _rendered(
            request, found.series, params=params, told=_told(request, found, params=params)
        )

    try:
        return answered(request, slug, shown=shown, name="series", most_texts=MOST_TEXTS)
    except InvalidAddressError as error:
        told = {"reasons": reasons(error.form), "rest": series_address(slug, error.params)}
        status = HTTPStatus.BAD_REQUEST
        return _rendered(request, asked_series(slug), params=error.params, told=told, status=status)


def _told(request: HttpRequest, found: Matrix, *, params: SeriesParams) -> dict[str, Any]:
    """What a page of the matrix shows. Raises NothingListedError for a page it has not."""
    page = paging(request, count=len(found.rows))
    pages = SeriesPages(
        path=page.path, number=page.number, count=page.count, slug=found.series.slug, params=params
    )
    return {
        "matrix": found,
        "members": found.members[-_MOST_MEMBERS:],
        "columns": columns(found),
        "parts": table_parts(found.rows[pages.start : pages.end], found),
        "counted": narrowed(found),
        "unheld": unheld_of(found.unheld),
        "without": without(found, params),
        "pages": pages,
        "openings": found.openings[:_MOST_SUGGESTED],
    }


#: What a page that shows no matrix does not tell.
_NOTHING = dict.fromkeys(
    (
        *("matrix", "members", "columns", "parts", "counted", "pages"),
        *("unheld", "without", "reasons", "rest"),
    )
)


def _rendered(
    request: HttpRequest,
    series: Series,
    *,
    params: SeriesParams,
    told: dict[str, Any],
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """The page, with its form as the address fills it."""
    slug = series.slug
    context = {
        "series": series,
        "params": params,
        "fields": fields_as_typed(
            filled(SeriesForm, request.GET), openings=told.get("openings", ())
        ),
        "key": _KEY,
        "csv": series_address(slug, params.whole, name="series_csv"),
        "json": series_address(slug, params.whole, name="series_json"),
        "canonical_url": request.build_absolute_uri(series_address(slug, params)),
    }
    return render(request, "series/series.html", {**_NOTHING, **context, **told}, status=status)
