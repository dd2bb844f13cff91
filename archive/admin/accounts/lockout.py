"""The page for whoever has typed too many wrong passwords: how long to wait, and what to do."""

import math
from collections.abc import Mapping

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

_TOO_MANY_REQUESTS = 429
_MINUTE_IN_SECONDS = 60


def locked_out(
    request: HttpRequest, _response: HttpResponse, credentials: Mapping[str, str]
) -> HttpResponse:
    """429, with the minutes to wait; django-axes asks for it."""
    seconds = _seconds_left(credentials["username"], address=request.META.get("REMOTE_ADDR"))
    response = render(
        request,
        "admin/accounts/locked_out.html",
        {"minutes": math.ceil(seconds / _MINUTE_IN_SECONDS)},
        status=_TOO_MANY_REQUESTS,
    )
    response["Retry-After"] = str(seconds)
    response["Cache-Control"] = "no-store"
    return response


def _seconds_left(name: str, *, address: str | None) -> int:
    """How long the name cannot log in from the address; at least a second."""
    attempts = AccessAttempt.objects.filter(username=name, ip_address=address)
    now = timezone.now()
    last = attempts.aggregate(last=Max("attempt_time"))["last"] or now
    left = (last + settings.AXES_COOLOFF_TIME - now).total_seconds()
    return max(1, math.ceil(left))
