"""Files of a resolution: the address of its page with the suffix of a format.

A program that asks for another media type at the plain address is given the file there.
"""

import re
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.data.records import Record, records_of
from archive.models import READING_LANGUAGE
from archive.parsing.symbols import Symbol
from archive.web.api.doors import opened
from archive.web.data.formats import FORMATS, Format
from archive.web.data.links import file_address, link_header
from archive.web.data.refusals import answered, why_missing
from archive.web.freshness import fresh_and_unkept, today
from archive.web.languages import asked_for
from archive.web.one_address import led_to
from archive.web.search_formats.refusals import Refusal
from archive.web.symbols import FileOf

_HTML = "text/html"
_CHARSET = re.compile(r";\s*charset=[^;,]*", re.IGNORECASE)
_SUFFIX_BY_MEDIA_TYPE = {
    media_type: kind.suffix
    for kind in FORMATS.values()
    for media_type in (kind.media_type, *kind.also_accepted)
}
_Page = Callable[[HttpRequest, Symbol], HttpResponseBase]


@opened
def resolution_file(request: HttpRequest, file: FileOf) -> HttpResponseBase:
    """A resolution in a format; another spelling of its symbol leads to the one address.

    What is not there is told with its reason: 404, or 410 for a text that was withdrawn.
    """
    address = f"/{file.symbol}.{file.suffix}"
    if request.path_info != address:
        return led_to(address, request)
    return _answer(request, str(file.symbol), kind=FORMATS[file.suffix])


def negotiated(page: _Page) -> _Page:
    """A page that gives its file instead to whoever prefers another media type to HTML.

    Where nothing there is fits, 406 with what there is.
    """

    @require_safe
    @wraps(page)
    def answer(request: HttpRequest, symbol: Symbol) -> HttpResponseBase:
        media_type = _preferred(request)
        response = (
            page(request, symbol)
            if media_type == _HTML or request.path_info != f"/{symbol}/"
            else _instead_of(page, request, symbol=symbol, media_type=media_type)
        )
        patch_vary_headers(response, ["Accept"])
        return response

    return answer


def _preferred(request: HttpRequest) -> str | None:
    """The media type that is preferred of those there are; HTML where none is named.

    A charset that is asked for says nothing: everything is in UTF-8.
    """
    asked = HttpRequest()
    asked.META["HTTP_ACCEPT"] = _CHARSET.sub("", request.headers.get("Accept", "*/*"))
    if not asked.accepted_types:
        return _HTML
    return asked.get_preferred_type([_HTML, *_SUFFIX_BY_MEDIA_TYPE])


def _instead_of(
    page: _Page, request: HttpRequest, *, symbol: Symbol, media_type: str | None
) -> HttpResponseBase:
    """The file in a media type; the page where there is no such file, if that may be had."""
    if media_type is None:
        return _not_acceptable()
    kind = FORMATS[_SUFFIX_BY_MEDIA_TYPE[media_type]]
    response = _answer(request, str(symbol), kind=kind)
    is_missing = response.status_code == HTTPStatus.NOT_FOUND
    return page(request, symbol) if is_missing and request.accepts(_HTML) else response


def _not_acceptable() -> HttpResponse:
    media_types = ", ".join([_HTML, *(kind.media_type for kind in FORMATS.values())])
    return Refusal(
        happened=_("There is nothing here in a media type that the request accepts."),
        advice=_("There may be: %(media_types)s.") % {"media_types": media_types},
        status=HTTPStatus.NOT_ACCEPTABLE,
    ).in_plain_text()


def _answer(request: HttpRequest, symbol: str, *, kind: Format) -> HttpResponseBase:
    """The file, made anew only when the archive, or where it says so the day, has changed."""
    day = today() if kind.says_the_day else ""
    view = fresh_and_unkept(_made, also=lambda: f"{kind.suffix} {day}")
    return view(request, symbol, kind=kind)


def _made(request: HttpRequest, symbol: str, *, kind: Format) -> HttpResponse:
    language = asked_for(request.GET)
    record = next(iter(records_of([symbol], language=language)), None)
    if record is None or _lacks_text(record, kind, language=language):
        return answered(why_missing(symbol, language=language), media_type=kind.media_type)
    response = HttpResponse(
        kind.write(record, request.build_absolute_uri), content_type=kind.content_type
    )
    _describe(response, record, request=request, kind=kind)
    return response


def _lacks_text(record: Record, kind: Format, *, language: str) -> bool:
    return record.text is None and (kind.needs_text or language != READING_LANGUAGE)


def _describe(
    response: HttpResponse, record: Record, *, request: HttpRequest, kind: Format
) -> None:
    """What the headers say: where it is, where else, what it is called once it is saved."""
    language = record.text.language if record.text else READING_LANGUAGE
    address = file_address(record.resolution, kind, language=language)
    name = address.partition("?")[0].strip("/").replace("/", "-")
    headers = {
        "Content-Location": address,
        "Content-Language": language,
        "Link": link_header(
            record.resolution,
            is_held=record.text is not None,
            language=language,
            absolute=request.build_absolute_uri,
            shown=kind.suffix,
        ),
        "Content-Disposition": str(
            content_disposition_header(as_attachment=kind.is_saved, filename=name)
        ),
        "Access-Control-Allow-Origin": "*",
    }
    for header, value in headers.items():
        response.headers[header] = value
