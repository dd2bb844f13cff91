"""OpenAPI: the API described for programs, in the version 3.1 of that specification."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import require_safe

from archive.web.api.application import ROOT, api
from archive.web.api.citations import CitationsAsked
from archive.web.api.comparing import ComparisonAsked
from archive.web.api.doors import opened
from archive.web.api.language import LanguageAsked
from archive.web.api.paragraphs import ParagraphsAsked
from archive.web.api.resolutions import ResolutionAsked, ResolutionsAsked
from archive.web.freshness import fresh_and_unkept
from archive.web.search_formats.json import PROBLEM_TYPE

#: What each status means here; the library has only its name.
_STATUSES = {
    200: _("What was asked."),
    301: _("Another spelling; “Location” is the one address."),
    304: _("Not changed since the answer whose ETag is in “If-None-Match”."),
    400: _("A parameter cannot be read, or there is none of that name."),
    404: _("Nothing of that name is known."),
    410: _("The text was withdrawn; the reason is told."),
    503: _("The archive did not answer in time."),
}
_DESCRIPTION = _(
    "United Nations resolutions on human rights defenders, for reading. Texts are reproduced with "
    "acknowledgement of the United Nations as their source; the official record is the United "
    "Nations’ own."
)

Described = dict[str, Any]
_ASKED = frozenset(
    one.__name__
    for one in (
        ResolutionsAsked,
        ResolutionAsked,
        ParagraphsAsked,
        CitationsAsked,
        ComparisonAsked,
        LanguageAsked,
    )
)


@cache
def document() -> Described:
    """The whole description; the same for every process of a release."""
    written: Described = dict(api.get_openapi_schema(path_prefix=f"/{ROOT}"))
    written["info"] |= {"description": _DESCRIPTION}
    written["servers"] = [{"url": "/"}]
    written["paths"] = {
        address: {"get": _operation(methods["get"])}
        for address, methods in written["paths"].items()
    }
    written["components"] = {"schemas": dict(sorted(_answered(written["components"])))}
    return written


def _answered(components: Described) -> Iterator[tuple[str, Described]]:
    """The shapes of what is answered; those of what is asked are in the parameters."""
    for name, shape in components["schemas"].items():
        if name not in _ASKED:
            yield name, shape


def _operation(library: Described) -> Described:
    """An operation without what the library makes of names."""
    answers = {status: _answer(status, told) for status, told in library["responses"].items()}
    answers[304] = {"description": _STATUSES[304]}
    asked, left_out = library["parameters"], ("description", "x-example")
    told = {name: value for name, value in library.items() if name not in left_out}
    return told | {
        "parameters": [_parameter(one, library) for one in sorted(asked, key=_is_of_query)],
        "responses": {str(status): answers[status] for status in sorted(answers)},
    }


def _is_of_query(parameter: Described) -> bool:
    return bool(parameter["in"] == "query")


def _parameter(library: Described, operation: Described) -> Described:
    """A parameter, with what it is said of said once; an example, not a list of them."""
    schema = {
        name: value
        for name, value in library["schema"].items()
        if name not in {"description", "examples", "title"}
    }
    [example] = library["schema"].get("examples", [operation.get("x-example")])
    told = {name: value for name, value in library.items() if name != "examples"}
    return told | {"schema": schema} | ({"example": example} if example else {})


def _answer(status: int, library: Described) -> Described:
    """An answer; what is wrong has a media type of its own."""
    told = {"description": _STATUSES[status]}
    if "content" not in library:
        return told
    [shape] = library["content"].values()
    return told | {"content": {PROBLEM_TYPE if status >= 400 else "application/json": shape}}


@opened
@fresh_and_unkept
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The description, as JSON."""
    return JsonResponse(document(), json_dumps_params={"ensure_ascii": False, "indent": 1})
