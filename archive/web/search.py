"""The search page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from archive.search.params import InvalidSearchError, SearchParams
from archive.search.results import SearchPage, resolution_named, search


@require_safe
@cache_control(no_cache=True)
def search_page(request: HttpRequest) -> HttpResponse:
    """Results for ``q``; a symbol leads to its resolution, another spelling to the one address."""
    try:
        params = SearchParams.read(request.GET)
    except InvalidSearchError as error:
        return _rendered(request, SearchPage.refusing(error))
    if not params.is_written_as(request.GET):
        return redirect(_address(params))
    named = resolution_named(params.q)
    return redirect(named) if named else _rendered(request, search(params))


def _rendered(request: HttpRequest, page: SearchPage) -> HttpResponse:
    canonical_url = request.build_absolute_uri(_address(page.params))
    context = {"page": page, "canonical_url": canonical_url}
    return render(request, "search/search.html", context, status=page.status)


def _address(params: SearchParams) -> str:
    query = params.query_string
    return f"{reverse('search')}?{query}" if query else reverse("search")
