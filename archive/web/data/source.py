"""The file a text is from, as it was received, byte for byte.

Nothing in it is trusted: browsers save it and never show it, and where one shows it all the same,
nothing of it runs.
"""

from base64 import b64encode

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from archive.models import SourceFile
from archive.parsing.symbols import Symbol
from archive.web.api.doors import opened
from archive.web.data.refusals import why_missing
from archive.web.freshness import fresh
from archive.web.languages import asked_for
from archive.web.one_address import led_to

_NOTHING_RUNS = "sandbox; default-src 'none'"


@opened
def source(request: HttpRequest, symbol: Symbol) -> HttpResponseBase:
    """The file of a resolution's text, in the language that is asked for.

    Where there is none, its reason in plain text: 404, or 410 for a text that was withdrawn.
    """
    address = f"/{symbol}/source"
    if request.path_info != address:
        return led_to(address, request)
    return _file(request, str(symbol))


@fresh
def _file(request: HttpRequest, symbol: str) -> HttpResponseBase:
    """The file; sent as a stream, so that nobody keeps it."""
    language = asked_for(request.GET)
    found = SourceFile.objects.behind(symbol, language=language).first()
    if found is None:
        return why_missing(symbol, language=language).in_plain_text()
    # Compressed on its way it would have neither its length nor its digest.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    content = bytes(found.content)
    response = StreamingHttpResponse([content], content_type=found.media_type)
    response.headers["Content-Length"] = str(len(content))
    response.headers["Content-Disposition"] = str(
        content_disposition_header(as_attachment=True, filename=found.printable_name)
    )
    response.headers["Content-Security-Policy"] = _NOTHING_RUNS
    digest = b64encode(bytes.fromhex(found.sha256)).decode()
    response.headers["Repr-Digest"] = f"sha-256=:{digest}:"
    response.headers["Link"] = f'<{request.build_absolute_uri(f"/{symbol}/")}>; rel="describes"'
    return response
