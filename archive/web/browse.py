"""Browsing: the archive by organ, session, year and opening, each list with its counts."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.models import CatalogueCard, Paragraph, Resolution
from archive.parsing.symbols import Organ
from archive.search.facets.facet_kinds import decade_of
from archive.search.form.params import SearchParams
from archive.search.form.periods import Period
from archive.web import shelves
from archive.web.freshness import fresh_for_a_day
from archive.web.one_address import reads_only
from archive.web.openings import most_used, page_of_openings
from archive.web.paging import NothingListedError, paging
from archive.web.shelves import Labelled


@require_safe
@reads_only()
@fresh_for_a_day
def browse(request: HttpRequest) -> HttpResponse:
    """The ways into the archive: its organs, its years, and the openings used most."""
    cards = CatalogueCard.objects.shown()
    openings = Paragraph.objects.in_reading_language().openings_counted()
    context = {
        "organs": shelves.organs(cards.shelves_of_organs()),
        "decades": _decades(shelves.years(cards.shelves_of_years())),
        "openings": most_used(openings),
        "openings_count": len(openings),
        "canonical_url": request.build_absolute_uri(request.path),
    }
    return render(request, "browse/browse.html", context)


@require_safe
@reads_only()
@fresh_for_a_day
def browse_organ(request: HttpRequest, organ: Organ) -> HttpResponse:
    """An organ's sessions, the latest first."""
    found = CatalogueCard.objects.shown().shelves_of_sessions(organ)
    context = {
        "organ": _(organ.full_name),
        "sessions": shelves.sessions(found, organ=organ),
        "search": SearchParams(organ=organ),
        "canonical_url": request.build_absolute_uri(request.path),
    }
    return render(request, "browse/organ.html", context)


@require_safe
@reads_only("page")
@fresh_for_a_day
def browse_session(request: HttpRequest, organ: Organ, *, session: str) -> HttpResponse:
    """The acts and drafts of a session, by their numbers."""
    found = CatalogueCard.objects.shown().shelves_of_sessions(organ)
    later, here, earlier = shelves.neighbours(shelves.sessions(found, organ=organ), session)
    title = shelves.session_title(organ, session)
    if here is None:
        raise _NothingKnownError(title, instead=reverse("browse_organ", args=[organ]))
    context = {
        "title": title,
        "here": here,
        "above": _Above(reverse("browse_organ", args=[organ]), _(organ.full_name)),
        "resolutions": Resolution.objects.in_lists().of_session(organ, session),
        "search": SearchParams(organ=organ, session=session) if session else None,
        "earlier": earlier,
        "later": later,
    }
    return _listed(request, context)


@require_safe
@reads_only("page")
@fresh_for_a_day
def browse_year(request: HttpRequest, year: int) -> HttpResponse:
    """The acts adopted in a year and the drafts distributed in it, by day."""
    found = shelves.years(CatalogueCard.objects.shown().shelves_of_years())
    earlier, here, later = shelves.neighbours(found, str(year))
    if here is None:
        raise _NothingKnownError(str(year), instead=reverse("browse"))
    period = Period.of_year(year)
    context = {
        "title": str(year),
        "here": here,
        "above": None,
        "resolutions": Resolution.objects.in_lists().dated_in(year),
        "search": SearchParams(since=period, until=period),
        "earlier": earlier,
        "later": later,
    }
    return _listed(request, context)


@require_safe
@reads_only("page")
@fresh_for_a_day
def browse_openings(request: HttpRequest) -> HttpResponse:
    """Every opening in the order of the alphabet, with how many paragraphs open so."""
    openings = Paragraph.objects.in_reading_language().openings_counted()
    pages = paging(request, count=len(openings))
    context = {
        "letters": page_of_openings(openings, pages),
        "pages": pages,
        "canonical_url": request.build_absolute_uri(pages.address),
    }
    return render(request, "browse/openings.html", context)


class _Above(NamedTuple):
    """The page above a list."""

    address: str
    name: str


class _NothingKnownError(NothingListedError):
    """A session or a year of which the archive knows nothing."""

    def __init__(self, title: str, *, instead: str) -> None:
        sentence = _("The archive knows no resolution of %(what)s.") % {"what": title}
        super().__init__(sentence, instead=instead)


def _listed(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """A page of a list of resolutions, as long as the shelf says it is."""
    pages = paging(request, count=context["here"].shelf.known)
    shown = {
        "pages": pages,
        "resolutions": context["resolutions"][pages.start : pages.end],
        "canonical_url": request.build_absolute_uri(pages.address),
    }
    return render(request, "browse/listed.html", context | shown)


def _decades(years: Iterable[Labelled]) -> list[tuple[str, list[Labelled]]]:
    """Years by the first of their decades."""
    grouped = groupby(years, key=lambda one: decade_of(int(one.shelf.name)))
    return [(str(decade), list(some)) for decade, some in grouped]
