"""The search page."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from archive.search.facets.chips import cleared
from archive.search.form.filters import InvalidSearchError, read_params
from archive.search.form.known_openings import known_openings
from archive.search.results import SearchPage, resolution_named, search
from archive.templatetags.addresses import search_address
from archive.web.cited_results import cited_results
from archive.web.freshness import fresh_for_a_day
from archive.web.one_address import is_elsewhere
from archive.web.search_form import FormField, fields_as_typed, fields_of, reasons
from archive.web.search_tools import search_tools


@require_safe
@fresh_for_a_day
def search_page(request: HttpRequest) -> HttpResponse:
    """What was found; a symbol leads to its resolution, another spelling to the one address."""
    try:
        params = read_params(request.GET)
    except InvalidSearchError as error:
        page = SearchPage(params=error.params, form=error.form, problem=error.problem)
        return _rendered(request, page)
    address = search_address(params)
    if is_elsewhere(request, params, address=address):
        return redirect(address)
    named = resolution_named(params.q) if params.may_be_a_name else None
    return redirect(named) if named else _rendered(request, search(params))


def _rendered(request: HttpRequest, page: SearchPage) -> HttpResponse:
    tools = search_tools(page.params)
    context = {
        "page": page,
        "citing": cited_results(page, host=request.build_absolute_uri("/").rstrip("/")),
        "typed": page.params.q.replace("\0", ""),
        "tools": tools,
        "exports": tools.exports if page.count.number else (),
        "cleared": cleared(page.params),
        "is_in_vain": page.problem is not None and not page.count.number,
        "fields": _fields(page),
        "reasons": reasons(page.form) if page.form else (),
        "canonical_url": request.build_absolute_uri(search_address(page.params)),
    }
    return render(request, "search/search.html", context, status=page.status)


def _fields(page: SearchPage) -> tuple[FormField, ...]:
    openings = _openings(page)
    if page.form:
        return fields_as_typed(page.form, openings=openings)
    return fields_of(page.params, openings=openings)


def _openings(page: SearchPage) -> tuple[str, ...]:
    """The openings to suggest: of what was found, or else every one there is."""
    if page.problem:
        return () if page.status == HTTPStatus.SERVICE_UNAVAILABLE else known_openings()
    facets = page.facets or ()
    return tuple(one.value for facet in facets for one in facet.values if facet.name == "opening")
