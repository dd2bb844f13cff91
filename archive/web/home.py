"""The home page: what the archive is, its series on a time line, and what is recalled most."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from archive.models import Resolution
from archive.web.timeline import timeline

SERIES = "human rights defenders"
MOST_RECALLED_COUNT = 10


@require_safe
@cache_control(no_cache=True)
def home(request: HttpRequest) -> HttpResponse:
    """What the archive is, the series, and the resolutions that others recall most."""
    resolutions = Resolution.objects.with_what_was_adopted().with_is_held().with_doubts()
    series = list(resolutions.with_times_recalled().in_series(SERIES))
    context = {
        "series": series,
        "timeline": timeline(series),
        "most_recalled": resolutions.most_recalled()[:MOST_RECALLED_COUNT],
        "holdings": Resolution.objects.holdings(),
        "canonical_url": request.build_absolute_uri("/"),
    }
    return render(request, "home/home.html", context)
