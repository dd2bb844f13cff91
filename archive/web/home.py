"""The home page: the ways into the archive, its series on a time line, what is recalled most."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from archive.models import CatalogueCard, Resolution
from archive.search.lineages.named import series_named
from archive.web import shelves
from archive.web.freshness import fresh_for_a_day
from archive.web.one_address import reads_only
from archive.web.timeline import timeline

SERIES = "human rights defenders"
MOST_RECALLED_COUNT = 10
PUBLISHED_COUNT = 5


@require_safe
@reads_only()
@fresh_for_a_day
def home(request: HttpRequest) -> HttpResponse:
    """What the archive is, the series, what others recall most, and what was published last."""
    resolutions = Resolution.objects.in_lists()
    series = list(resolutions.in_series(SERIES))
    context = {
        "organs": shelves.organs(CatalogueCard.objects.shown().shelves_of_organs()),
        "series": series,
        "in_paragraphs": series_named(SERIES),
        "timeline": timeline(series),
        "most_recalled": resolutions.most_recalled()[:MOST_RECALLED_COUNT],
        "published": resolutions.lately_published()[:PUBLISHED_COUNT],
        "holdings": Resolution.objects.holdings(),
        "canonical_url": request.build_absolute_uri("/"),
    }
    return render(request, "home/home.html", context)
