"""The page to which a draft is brought, and its report, which is sent while it is made.

Nothing of a draft is kept: it is held in memory while its request lasts, parsed in a process that
writes no file, and the database is asked by numbers made of its words.
"""

import logging
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from archive.parsing.contract import Record, parsed_of
from archive.search.matches.patience import SearchTooSlowError
from archive.web.draft.checking import Progress, checked
from archive.web.draft.form import DraftForm
from archive.web.draft.reading import carried
from archive.web.draft.received import (
    MOST_BYTES,
    MOST_PASTED_CHARACTERS,
    NotReceivedError,
    receive,
)
from archive.web.draft.shown import shown
from archive.web.draft.turns import RETRY_AFTER_SECONDS, NoTurnError, Turn
from archive.web.draft.values import CheckedDraft

#: Where the report goes within the page that is around it.
_HERE = "[the report is put here]"

_logger = logging.getLogger(__name__)


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest) -> HttpResponseBase:
    """The form; of a draft that is sent, the report. What it brings is received, then checked."""
    try:
        if request.method == "POST":
            receive(request)
    except NotReceivedError as error:
        return _asked(request, DraftForm(), problem=str(error), status=error.status)
    return _answered(request)


@csrf_protect
def _answered(request: HttpRequest) -> HttpResponseBase:
    if request.method != "POST":
        return _asked(request, DraftForm())
    try:
        turn = Turn()
    except NoTurnError as error:
        return _no_turn(request, str(error))
    form = DraftForm(request.POST, request.FILES)
    if form.is_valid():
        return _report(request, form.record, turn=turn)
    turn.end()
    return _asked(request, form, status=form.status)


def _no_turn(request: HttpRequest, problem: str) -> HttpResponse:
    """503: the form with what was pasted, which is not read."""
    form = DraftForm(initial={"pasted": request.POST.get("pasted", "")})
    response = _asked(request, form, problem=problem, status=HTTPStatus.SERVICE_UNAVAILABLE)
    response["Retry-After"] = RETRY_AFTER_SECONDS
    return response


def _asked(
    request: HttpRequest,
    form: DraftForm,
    *,
    problem: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """The form, with what is wrong with what was sent."""
    context: dict[str, Any] = {
        "problem": problem,
        "errors": {name: form.errors.get(name, []) for name in ("pasted", "chosen")},
        "pasted": form["pasted"].value() or "",
        "most_pasted": MOST_PASTED_CHARACTERS,
        "most_megabytes": MOST_BYTES // 1_000_000,
        "canonical_url": request.build_absolute_uri(request.path),
    }
    return render(request, "draft/draft.html", context, status=status)


def _report(request: HttpRequest, record: Record, *, turn: Turn) -> StreamingHttpResponse:
    """The report, sent as it is made, so that a reader sees how far it has come."""
    told = {"here": _HERE, "canonical_url": request.build_absolute_uri(request.path)}
    around = render_to_string("draft/report.html", told, request)
    before, after = around.split(_HERE)
    carrying = {"carried": carried(record), "csrf_token": get_token(request)}

    def pieces() -> Iterator[str]:
        yield before
        yield from _told(record, carrying, turn=turn)
        yield after

    request.META.pop("HTTP_ACCEPT_ENCODING", None)  # compressed, it would be held back to its end
    response = StreamingHttpResponse(pieces())
    response["X-Accel-Buffering"] = "no"  # nor is a proxy to hold it back
    return response


def _told(record: Record, carrying: dict[str, Any], *, turn: Turn) -> Iterator[str]:
    """How far it has come, line by line, then the report; or why there is none."""
    try:
        yield '<div class="draft-steps" role="status">'
        for found in checked(parsed_of(record)):
            if isinstance(found, Progress):
                yield _step(found)
            else:
                report = _whole(found, carrying)
                turn.end()  # who reads slowly holds up nobody
                yield report
    except SearchTooSlowError:
        yield _failed(_("The comparison took too long, and was ended. Check the draft in parts."))
    except (OperationalError, InterfaceError):
        _logger.error("The database does not answer while a draft is checked.")  # noqa: TRY400 without its words
        yield _failed(_("The database does not answer. Send the draft again in a minute."))
    finally:
        turn.end()


def _step(found: Progress) -> str:
    return render_to_string("draft/step.html", {"progress": found})


def _whole(found: CheckedDraft, carrying: dict[str, Any]) -> str:
    return "</div>" + render_to_string("draft/found.html", {"shown": shown(found), **carrying})


def _failed(words: str) -> str:
    return "</div>" + render_to_string("draft/failed.html", {"words": words})
