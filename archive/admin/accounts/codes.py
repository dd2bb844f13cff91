"""The form for a code of the second factor."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from archive.admin.accounts.devices import app_with_code, device_with_code, seconds_to_wait
from archive.admin.plain_forms import PlainForm

if TYPE_CHECKING:
    from django_otp.models import Device


class CodeForm(PlainForm, forms.Form):
    """A code that an app made, or one on paper; ``device`` is what it came from.

    With ``is_new`` the app is being set up, and nothing else will do.
    """

    code = forms.CharField(
        label="Code",
        strip=True,
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autofocus": True, "class": "vTextField"}
        ),
    )

    def __init__(self, user: User, *arguments: Any, is_new: bool, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._user = user
        self._is_new = is_new
        self.device: Device | None = None

    def clean_code(self) -> str:
        """Check the code. Raises ValidationError: it is wrong, or comes too soon after others."""
        code = "".join(self.cleaned_data["code"].split()).lower()
        wait = seconds_to_wait(self._user)
        if wait:
            raise ValidationError(
                f"After wrong codes no other is looked at for a while. Wait {_seconds(wait)}, then "
                "type the code that is shown by then."
            )
        find = app_with_code if self._is_new else device_with_code
        self.device = find(self._user, code)
        if self.device is None:
            raise ValidationError(
                "That is not the code of this moment. Type the one that the app shows now; if it "
                "is refused again, see that the telephone’s clock is right."
            )
        return code


def _seconds(count: int) -> str:
    return "1 second" if count == 1 else f"{count} seconds"
