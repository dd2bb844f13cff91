"""The application: everything the API answers, and the addresses where it does."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter
from django.utils.translation import gettext
from ninja import NinjaAPI
from ninja.errors import ValidationError

from archive.web.api import citations, comparing, language, paragraphs, resolutions, searching
from archive.web.api.doors import opened
from archive.web.api.pages import moved
from archive.web.api.problems import RefusedError, nothing_there, told, unreadable
from archive.web.freshness import fresh_and_unkept
from archive.web.search_formats.refusals import Reason

ROOT = "api/v1/"
#: A page that the library adds, at the root; it only says that there is none.
_OF_THE_LIBRARY = "api-root"


class AnythingConverter(StringConverter):
    """The rest of an address, whatever is in it; it may be empty."""

    regex = "(?s:.*)"


register_converter(AnythingConverter, "anything")

api = NinjaAPI(title="Recalling", version="1", openapi_url=None, docs_url=None)
for part in (resolutions, paragraphs, citations, comparing, searching, language):
    api.add_router("", part.router)


@api.exception_handler(RefusedError)
def _refused(_request: HttpRequest, error: RefusedError) -> HttpResponse:
    return told(error.refusal)


@api.exception_handler(ValidationError)
def _invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    """400: each parameter that cannot be read, by the name it has in the address."""
    reasons = [Reason(parameter=str(one["loc"][-1]), words=_words(one)) for one in error.errors]
    return told(unreadable(reasons))


def _words(error: dict[str, Any]) -> str:
    """What is wrong with a parameter; that it is not there, in words of our own."""
    missing = gettext("It is not given, and is needed.")
    return missing if error["type"] == "missing" else str(error["msg"])


def patterns() -> Iterator[URLPattern]:
    """The addresses, each with everything that they have in common; then what is none of them."""
    for pattern in api.urls[0]:
        assert isinstance(pattern, URLPattern)
        if pattern.name != _OF_THE_LIBRARY:
            view = opened(fresh_and_unkept(pattern.callback))
            yield path(f"{ROOT}{pattern.pattern}", view, name=f"api_{pattern.name}")
    yield path(f"{ROOT}<anything:rest>", opened(_unknown), name="api_unknown")


def _unknown(request: HttpRequest, rest: str) -> HttpResponseBase:
    """404: no such address. A slash too much at the end leads to the one without."""
    address = rest.rstrip("/")
    if address != rest and address:
        return moved(f"/{ROOT}{address}", request)
    return told(nothing_there(gettext("The API has no such address.")))
