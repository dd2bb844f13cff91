"""Doors: what every answer of the API has in common, whatever it is asked.

Any page on the web may read the answers (Cross-Origin Resource Sharing, as the Fetch standard has
it): they are public, and no cookie is sent with what asks for them from elsewhere.
"""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

from archive.web.api.problems import METHODS, for_reading_only, told, too_slow

View = Callable[..., HttpResponseBase]

_logger = logging.getLogger(__name__)

#: On every answer: who may read it, and which headers of it.
_OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After",
}
#: On the answer to a browser that asks before it asks: what it may send.
_ALLOWED = {
    "Access-Control-Allow-Methods": ", ".join(METHODS),
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def opened(view: View) -> View:
    """A view that any page on the web may read, and nobody may write to.

    Where the database does not answer, 503 as a problem.
    """

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = _answer(view, request, *args, **kwargs)
        for name, value in _OPEN.items():
            response.headers[name] = value
        return response

    return answer


def _answer(view: View, request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": ", ".join(METHODS), **_ALLOWED})
    if request.method not in METHODS:
        return for_reading_only()
    try:
        return view(request, *args, **kwargs)
    except (OperationalError, InterfaceError):
        _logger.exception("The database does not answer.")
        return told(too_slow())
