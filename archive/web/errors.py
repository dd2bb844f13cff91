"""Pages for what went wrong: one sentence on what happened, one on what to do."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template import loader

from archive.web.asked_text import UnknownSymbol
from archive.web.paging import NothingListedError

_LONGEST_TYPED = 200
_RETRY_AFTER_SECONDS = "30"


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """400: the request cannot be read."""
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """403: not for this visitor."""
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403: a form came without its token, or with an old one."""
    return render(request, "403_csrf.html", status=403)


def not_found(request: HttpRequest, exception: Http404) -> HttpResponse:
    """404: nothing at this address; offers a search for what was typed, or the list meant."""
    context = {"what": "", "typed": "", "instead": ""}
    match exception:
        case UnknownSymbol():
            context |= {"what": str(exception), "typed": str(exception.symbol)}
        case NothingListedError():
            context |= {"what": str(exception), "instead": exception.instead}
        case _:
            context |= {"typed": _typed(request.path_info)}
    return render(request, "404.html", context, status=404)


def server_error(_request: HttpRequest) -> HttpResponse:
    """500: a fault of ours. The page asks nothing of the database, the request or static files."""
    return HttpResponseServerError(loader.render_to_string("500.html"))


def unavailable(request: HttpRequest) -> HttpResponse:
    """503: the database does not answer; come back in half a minute."""
    response = render(request, "503.html", status=503)
    response["Retry-After"] = _RETRY_AFTER_SECONDS
    response["Cache-Control"] = "no-store"
    return response


def _typed(path: str) -> str:
    """What a visitor typed after the host, as search words: printable, and not endless."""
    printable = "".join(sign if sign.isprintable() else " " for sign in path)
    return " ".join(printable.strip("/ ").split())[:_LONGEST_TYPED]
