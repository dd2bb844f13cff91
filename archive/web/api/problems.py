"""Problems: what is wrong with a request, told as RFC 9457 has it (``application/problem+json``).

``title`` says what happened, ``detail`` what to do, ``errors`` why each parameter cannot be read.
"""

from collections.abc import Sequence
from http import HTTPStatus

from django.http import HttpResponse, HttpResponseNotAllowed
from django.utils.translation import gettext as _
from ninja import Schema

from archive.web.search_formats.json import PROBLEM_TYPE, problem
from archive.web.search_formats.refusals import Reason, Refusal

METHODS = ("GET", "HEAD", "OPTIONS")

_RETRY_AFTER_SECONDS = "30"


class ProblemReason(Schema):
    """Why a parameter cannot be read; its name is empty where it is of none, or of several."""

    parameter: str
    detail: str


class Problem(Schema):
    """What happened, and what to do."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[ProblemReason]


class RefusedError(Exception):
    """A request that is not answered; ``refusal`` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.happened)
        self.refusal = refusal


def told(refusal: Refusal) -> HttpResponse:
    """A refusal as an answer; where the archive is too busy, with when to ask again."""
    response = problem(refusal)
    if refusal.status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = _RETRY_AFTER_SECONDS
        response.headers["Cache-Control"] = "no-store"
    return response


def unreadable(reasons: Sequence[Reason]) -> Refusal:
    """400: parameters that cannot be read, or that there are not."""
    several = _("Several things in this request cannot be read.")
    return Refusal(
        happened=reasons[0].words if len(reasons) == 1 else several,
        advice=_("Change it, or leave it out; /api/ has a list of what there is."),
        status=HTTPStatus.BAD_REQUEST,
        reasons=tuple(reasons),
    )


def nothing_there(what: str) -> Refusal:
    """404: no such address, or nothing of that name."""
    advice = _("Check the address; /api/ has a list of those there are.")
    return Refusal(happened=what, advice=advice, status=HTTPStatus.NOT_FOUND)


def too_slow() -> Refusal:
    """503: the database did not answer in time, or at all."""
    return Refusal(
        happened=_("The archive did not answer in time."),
        advice=_("Ask for less at once, or again in half a minute."),
        status=HTTPStatus.SERVICE_UNAVAILABLE,
    )


def for_reading_only() -> HttpResponse:
    """405: a method that would write."""
    refusal = Refusal(
        happened=_("The archive is for reading only."),
        advice=_("Use GET or HEAD."),
        status=HTTPStatus.METHOD_NOT_ALLOWED,
    )
    content = told(refusal).content
    return HttpResponseNotAllowed(METHODS, content=content, content_type=PROBLEM_TYPE)
