"""Answers for the frame in which a source is shown: nothing in them can run or reach anything.

The frame is on pages of the archive alone. Policies: Content Security Policy Level 3. They have no
``sandbox``, in which not every viewer of PDF starts; what may not load a script runs none.
"""

from collections.abc import Mapping

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from archive.models.source_file import printable_name

_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
_OF_A_PAGE = f"{_NOTHING}; style-src 'self'"


def pdf(content: bytes, *, name: str) -> HttpResponse:
    """A PDF for the browser’s own viewer."""
    disposition = content_disposition_header(as_attachment=False, filename=printable_name(name))
    response = HttpResponse(content, content_type="application/pdf")
    return _framed(response, {"Content-Disposition": disposition or "inline"}, policy=_NOTHING)


def page(response: HttpResponse) -> HttpResponse:
    """A page of our own, which has a style and nothing else."""
    return _framed(response, {}, policy=_OF_A_PAGE)


def _framed(response: HttpResponse, headers: Mapping[str, str], *, policy: str) -> HttpResponse:
    """The answer with its policy; a header that is set is left alone by what comes after."""
    for name, value in headers.items():
        response[name] = value
    response["Content-Security-Policy"] = policy
    response["X-Frame-Options"] = "SAMEORIGIN"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
