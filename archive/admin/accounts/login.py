"""Logging in with a name and a password, and the lines of the log that tell of it.

A password is never among what is logged, nor a name that no account has: it may be a password that
was typed into the wrong field.
"""

import logging

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from archive.admin.accounts.sessions import forget_ended_sessions
from archive.admin.plain_forms import PlainForm

_logger = logging.getLogger(__name__)


class StaffLoginForm(PlainForm, AdminAuthenticationForm):
    """The form of Django’s admin, which also tells the log who came in and who did not.

    Whoever comes in sweeps: sessions that have ended go, so that nobody has to see to it.
    """

    def clean(self) -> dict[str, object]:
        """Check name and password. Raises ValidationError where they are not those of staff."""
        assert self.request is not None, "the view gives its request"
        try:
            cleaned: dict[str, object] = super().clean()
        except ValidationError:
            _tell_of_refusal(self.request, self.cleaned_data.get("username") or "")
            raise
        if self.user_cache is not None:
            _logger.info("%s logged in from %s.", self.user_cache, address_of(self.request))
            forget_ended_sessions()
        return cleaned


def address_of(request: HttpRequest) -> str:
    """The visitor's network address, for the log."""
    return request.META.get("REMOTE_ADDR") or "an unknown address"


def _tell_of_refusal(request: HttpRequest, name: str) -> None:
    account = User.objects.filter(username=name).first()
    _logger.warning(
        "Refused a login from %s as %s%s.",
        address_of(request),
        account or "somebody who has no account",
        ": too many wrong passwords" if getattr(request, "axes_locked_out", False) else "",
    )
