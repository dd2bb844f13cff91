"""The one address of what is asked, to which its other spellings lead."""

from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from archive.search.form.params import WrittenParams
from archive.web.search_formats.refusals import Refusal

#: Django sends nobody to a longer address; a page of text has one when it is pasted.
LONGEST_REDIRECT = 16_384

_Arguments = ParamSpec("_Arguments")
_View = Callable[Concatenate[HttpRequest, _Arguments], HttpResponseBase]


def is_elsewhere(request: HttpRequest, params: WrittenParams, *, address: str) -> bool:
    """Whether the search that was asked has another address, to which the visitor can be sent.

    A search whose address is too long for that is answered where it was asked.
    """
    is_there = params.is_written_as(request.META["QUERY_STRING"])
    return not is_there and len(address) <= LONGEST_REDIRECT


def led_to(
    path: str,
    request: HttpRequest,
    *,
    refused: Callable[[Refusal], HttpResponse] = Refusal.in_plain_text,
) -> HttpResponse:
    """301 to the one path of what is asked, query and all; 414 where that is too long."""
    query = request.META.get("QUERY_STRING", "")
    address = f"{path}?{query}" if query else path
    if len(address) > LONGEST_REDIRECT:
        return refused(_too_long(path))
    return HttpResponsePermanentRedirect(address)


def link_to_page(address: str) -> str:
    """The header ``Link`` of a file: the page that shows the same (RFC 8288)."""
    return f'<{address}>; rel="alternate"; type="text/html"'


def reads_only(*names: str, **defaults: str) -> Callable[[_View[_Arguments]], _View[_Arguments]]:
    """A page that reads these parameters alone, some with a default.

    An address with others leads to it without them, and so does one that says a default, or nothing
    for a parameter that has one.
    So there is one address for each answer, and what others append to links makes no page anew.
    """

    def decorated(view: _View[_Arguments]) -> _View[_Arguments]:
        @wraps(view)
        def answer(
            request: HttpRequest, /, *args: _Arguments.args, **kwargs: _Arguments.kwargs
        ) -> HttpResponseBase:
            address = _with_only(dict.fromkeys(names) | defaults, request)
            return HttpResponseRedirect(address) if address else view(request, *args, **kwargs)

        return answer

    return decorated


def _with_only(defaults: Mapping[str, str | None], request: HttpRequest) -> str:
    """The address that has only these parameters, each once; empty where it was asked."""
    given = {name: request.GET[name] for name in defaults if name in request.GET}
    read = {
        name: value
        for name, value in given.items()
        if defaults[name] is None or value not in ("", defaults[name])
    }
    query = urlencode(read, safe="/")
    if query == request.META.get("QUERY_STRING", ""):
        return ""
    path = request.get_full_path().partition("?")[0]
    address = f"{path}?{query}" if query else path
    return address if len(address) <= LONGEST_REDIRECT else ""


def _too_long(path: str) -> Refusal:
    return Refusal(
        happened=_("This address is too long to lead on from."),
        advice=_("What is asked for is at %(path)s.") % {"path": path},
        status=HTTPStatus.REQUEST_URI_TOO_LONG,
    )
