"""Agreed language as files: JSON, CSV, and a list with notes as plain text.

docs/formats/language.md tells of their members and columns.
"""

from collections.abc import Callable, Iterator
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from archive.data.members import Absolute
from archive.search.agreed.language import LanguageFound, language
from archive.search.agreed.params import LanguageParams
from archive.search.agreed.values import AgreedWording, Use
from archive.web.freshness import fresh
from archive.web.language.addresses import language_address
from archive.web.language.asked import Find, answered
from archive.web.language.members import language_members
from archive.web.language.words import footnoted
from archive.web.one_address import link_to_page
from archive.web.search_formats.csv import csv_table
from archive.web.search_formats.json import answer, problem
from archive.web.search_formats.refusals import Refusal

#: A file has so many wordings that say what is asked, besides those that are near.
MOST_IN_A_FILE = 500

COLUMNS = (
    "match likeness wording opening resolutions_count drafts_count organs adoption_methods"
    " first first_place first_stage first_dated_on first_date_is_unverified first_url"
    " last last_place last_stage last_dated_on last_date_is_unverified last_url"
).split()

Write = Callable[[LanguageFound, Absolute], HttpResponse]


@require_safe
@fresh
def language_json(request: HttpRequest) -> HttpResponseBase:
    """A page of the wordings, as JSON."""
    return _sent(request, _json, name="language_json", refused=problem)


@require_safe
@fresh
def language_csv(request: HttpRequest) -> HttpResponseBase:
    """The wordings as CSV, a row for each."""
    find = partial(language, per_page=MOST_IN_A_FILE, most_uses=1)
    return _sent(request, _csv, name="language_csv", find=find)


@require_safe
@fresh
def language_txt(request: HttpRequest) -> HttpResponseBase:
    """A page of the wordings as a list with notes."""
    return _sent(request, _txt, name="language_txt")


def _sent(
    request: HttpRequest,
    write: Write,
    *,
    name: str,
    refused: Callable[[Refusal], HttpResponse] = Refusal.in_plain_text,
    find: Find = language,
) -> HttpResponseBase:
    """What was found as a file, with a link to the page that shows it."""

    def shown(found: LanguageFound) -> HttpResponse:
        response = write(found, request.build_absolute_uri)
        page = request.build_absolute_uri(language_address(found.params))
        response.headers["Link"] = link_to_page(page)
        return response

    def told(refusal: Refusal, _params: LanguageParams) -> HttpResponse:
        return refused(refusal)

    return answered(request, shown, name=name, refused=told, find=find)


def _json(found: LanguageFound, absolute: Absolute) -> HttpResponse:
    members = language_members(found, absolute=absolute)
    return answer(members)


def _txt(found: LanguageFound, _absolute: Absolute) -> HttpResponse:
    lines = footnoted(found)
    return HttpResponse(f"{lines}\n" if lines else "", content_type="text/plain; charset=utf-8")


def _csv(found: LanguageFound, absolute: Absolute) -> HttpResponse:
    rows = (dict(_cells(one, absolute)) for one in found.wordings)
    response = HttpResponse(csv_table(COLUMNS, rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename="language.csv"
    )
    return response


def _cells(one: AgreedWording, absolute: Absolute) -> Iterator[tuple[str, object]]:
    yield "match", one.match.value
    yield "likeness", round(one.likeness, 3)
    yield "wording", one.text
    yield "opening", one.opening
    yield "resolutions_count", one.resolutions_count
    yield "drafts_count", one.drafts_count
    yield "organs", "; ".join(one.organs)
    yield "adoption_methods", "; ".join(method or "not known" for method in one.adoption_methods)
    yield from _of_use("first", one.first, absolute=absolute)
    yield from _of_use("last", one.last, absolute=absolute)


def _of_use(name: str, use: Use, *, absolute: Absolute) -> Iterator[tuple[str, object]]:
    yield name, use.symbol
    yield f"{name}_place", use.place
    yield f"{name}_stage", use.stage
    yield f"{name}_dated_on", use.dated_on or ""
    yield f"{name}_date_is_unverified", "yes" if use.date_is_unverified else "no"
    yield f"{name}_url", absolute(use.address)
