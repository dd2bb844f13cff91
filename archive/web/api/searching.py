"""``/api/v1/search``: a search with all that its page shows, as ``/search.json`` has it."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Router

from archive.search.form.fields import ChoiceField, PageField
from archive.search.form.filters import InvalidSearchError, blank_form, read_params
from archive.search.form.params import SearchParams
from archive.search.results import search as results_of
from archive.web.api.asked import refuse_what_is_empty
from archive.web.api.operations import listing
from archive.web.api.problems import RefusedError
from archive.web.api.shapes.search import SearchAnswer
from archive.web.search_formats.addresses import JSON, asked_in
from archive.web.search_formats.files import Site
from archive.web.search_formats.json import answer
from archive.web.search_formats.json_page import page_of
from archive.web.search_formats.refusals import Refusal

router = Router()

_ADDRESS = "/api/v1/search"
#: Of parameters that the form needs no help for.
_WORDS = {
    "q": _("Words (all must occur), “phrases”, OR, -exclude, prefix*, symbols."),
    "view": _("What is listed."),
    "organ": _("Of an organ: GA, HRC, CHR, ECOSOC or SC."),
    "stage": _("Adopted acts, or drafts."),
    "held": _("Whether the archive holds the text."),
    "sort": _("What comes first; relevance, or without “q” the newest, unless given."),
    "page": _("A page of 20 results, counted from 1."),
}


class _ApiSite(Site):
    """Where an answer of the API comes from: searches lead to others in the API."""

    def json_address(self, params: SearchParams) -> str:
        """The path of another search in the API."""
        return f"{_ADDRESS}?{asked_in(params, JSON).query_string}".rstrip("?")


def _parameters() -> Iterator[dict[str, Any]]:
    """What a search can be asked, from the form that reads it."""
    form = blank_form()
    for name, field in form.fields.items():
        yield {
            "name": form.add_prefix(name),
            "in": "query",
            "required": False,
            "description": str(field.help_text or _WORDS.get(name, field.label)),
            "schema": _schema(field),
        }


def _schema(field: forms.Field) -> dict[str, Any]:
    if isinstance(field, PageField):
        return {"type": "integer", "minimum": 1}
    of_one: dict[str, Any] = {"type": "string"}
    if isinstance(field, ChoiceField):
        of_one["enum"] = [str(value) for value, _label in field.choices]
    several = isinstance(field.widget, forms.SelectMultiple)
    return {"type": "array", "items": of_one} if several else of_one


@listing(
    router,
    "/search",
    page=SearchAnswer,
    summary=_("A search with its results, facets and years, as /search.json has it"),
    counts_pages=True,
    openapi_extra={"parameters": list(_parameters())},
)
def search(request: HttpRequest) -> HttpResponse:
    """A page of a search, by the parameters of its page.

    Raises RefusedError for what cannot be read, and a search that has no answer.
    """
    refuse_what_is_empty(request.GET)
    try:
        params = asked_in(read_params(request.GET), JSON)
    except InvalidSearchError as error:
        raise RefusedError(Refusal.of_address(error)) from error
    found = results_of(params)
    if found.problem and found.status is not HTTPStatus.OK:
        raise RefusedError(Refusal.of_problem(found.problem))
    return answer(page_of(found, _ApiSite(absolute=request.build_absolute_uri, params=params)))
