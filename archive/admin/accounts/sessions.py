"""Sessions of staff: they go on while pages for staff are asked for, and end after an idle time."""

import time
from collections.abc import Callable
from datetime import datetime

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse

#: A session is written no more often than this; it may end so much earlier than settings say.
_WRITTEN_EVERY_SECONDS = 5 * 60
_USED_AT = "used_at"


class StaffSessionMiddleware:
    """Lets the session of a member of staff begin its idle time anew with a page for staff.

    Pages for readers leave it alone, so that they are the same for everybody.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on, and note afterwards that the session was used."""
        response = self.get_response(request)
        found = request.resolver_match
        if found and found.app_name == "admin" and request.user.is_authenticated:
            _note_use(request.session, request.user.last_login)
        return response


def forget_ended_sessions() -> None:
    """Delete the sessions whose time is over, as ``manage.py clearsessions`` does."""
    SessionStore.clear_expired()


def _note_use(session: SessionBase, began_at: datetime | None) -> None:
    """Write the session, unless it has just been written; the login wrote it first."""
    now = int(time.time())
    written = session.get(_USED_AT, int(began_at.timestamp()) if began_at else 0)
    if now - written >= _WRITTEN_EVERY_SECONDS:
        session[_USED_AT] = now
