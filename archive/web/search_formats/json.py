"""JSON: a page of a search for programs. docs/exports.md is the contract, whose version is 1.

What is added leaves the version as it is; what is taken away or changes its meaning raises it.
What is wrong with a search is told as RFC 9457 has it.
"""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from archive.data.members import Members
from archive.search.form.filters import InvalidSearchError, read_params
from archive.search.results import search
from archive.web.freshness import fresh
from archive.web.one_address import is_elsewhere
from archive.web.search_formats.addresses import JSON, asked_in, in_format
from archive.web.search_formats.files import Site
from archive.web.search_formats.json_page import page_of
from archive.web.search_formats.refusals import Refusal

PROBLEM_TYPE = "application/problem+json"
#: Letters beyond ASCII as they are: JSON is in UTF-8 anyhow.
_WRITTEN: dict[str, Any] = {"ensure_ascii": False}


@require_safe
@fresh
def search_json(request: HttpRequest) -> HttpResponse:
    """A page of a search, as JSON; another spelling leads to its one address."""
    try:
        params = asked_in(read_params(request.GET), JSON)
    except InvalidSearchError as error:
        return problem(Refusal.of_address(error))
    address = in_format(params, JSON)
    if is_elsewhere(request, params, address=address):
        return redirect(address)
    found = search(params)
    if found.problem and found.status is not HTTPStatus.OK:
        return problem(Refusal.of_problem(found.problem))
    site = Site(absolute=request.build_absolute_uri, params=params)
    return answer(page_of(found, site))


def answer(members: Members) -> JsonResponse:
    """Members as an answer."""
    return JsonResponse(members, json_dumps_params=_WRITTEN)


def problem(refusal: Refusal) -> JsonResponse:
    """What happened and what to do, as members of a problem."""
    told = {
        "type": "about:blank",
        "title": refusal.happened,
        "status": refusal.status,
        "detail": refusal.advice,
        "errors": [{"parameter": one.parameter, "detail": one.words} for one in refusal.reasons],
    }
    return JsonResponse(
        told, status=refusal.status, content_type=PROBLEM_TYPE, json_dumps_params=_WRITTEN
    )
