"""Guides: what the archive is, how to search it, and how far everybody can use it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

import archive
from archive.models import Resolution
from archive.web.freshness import fresh_for_a_day
from archive.web.one_address import reads_only


@require_safe
@reads_only()
@fresh_for_a_day
def about(request: HttpRequest) -> HttpResponse:
    """What the archive is, what its words mean, and how its texts and data may be used."""
    context = {"holdings": Resolution.objects.holdings(), **_place_of(request)}
    return render(request, "about/about.html", context)


@require_safe
@reads_only()
@fresh_for_a_day
def search_help(request: HttpRequest) -> HttpResponse:
    """How to search, to quote and to take away."""
    return render(request, "help/help.html", _place_of(request))


@require_safe
@reads_only()
@fresh_for_a_day
def accessibility(request: HttpRequest) -> HttpResponse:
    """How far everybody can use the archive, what is known not to do, and whom to tell."""
    context = {"version": archive.__version__, **_place_of(request)}
    return render(request, "accessibility/accessibility.html", context)


def _place_of(request: HttpRequest) -> dict[str, str]:
    return {
        "canonical_url": request.build_absolute_uri(request.path),
        "path": request.path,
    }
