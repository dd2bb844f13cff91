"""Which series there are: the list as a page, and whole as JSON.

docs/formats/series.md is the contract of the JSON.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from archive.data.members import Absolute, Members
from archive.models import Series
from archive.web.freshness import fresh, fresh_for_a_day
from archive.web.lineage.file import VERSION, named_series
from archive.web.one_address import reads_only
from archive.web.paging import paging
from archive.web.search_formats.json import answer


@require_safe
@reads_only("page")
@fresh_for_a_day
def series_index(request: HttpRequest) -> HttpResponse:
    """Every series with how much of it is known and held."""
    found = Series.objects.listed()
    pages = paging(request, count=found.count())
    context = {
        "pages": pages,
        "series": found[pages.start : pages.end],
        "canonical_url": request.build_absolute_uri(pages.address),
    }
    return render(request, "series/index.html", context)


@require_safe
@reads_only()
@fresh
def series_index_json(request: HttpRequest) -> HttpResponse:
    """Every series, in the order of the page."""
    absolute = request.build_absolute_uri
    members = {
        "version": VERSION,
        "url": absolute(reverse("series_index")),
        "series": [_listed(one, absolute=absolute) for one in Series.objects.listed()],
    }
    return answer(members)


def _listed(one: Series, *, absolute: Absolute) -> Members:
    address = one.get_absolute_url()
    return {
        **named_series(one, absolute=absolute),
        "members_count": one.members,
        "held_count": one.held,
        "json": absolute(f"{address.removesuffix('/')}.json"),
    }
