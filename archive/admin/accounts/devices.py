"""What staff prove themselves by besides a password: an app that makes codes, codes on paper."""

import math
from base64 import b32encode
from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django_otp import devices_for_user, match_token
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES_COUNT = 10
_APP = "app"
_PAPER = "recovery codes"


def has_app(user: User) -> bool:
    """Whether somebody has set up an app, and shown that it works."""
    return bool(TOTPDevice.objects.filter(user=user, confirmed=True).exists())


def new_app(user: User) -> TOTPDevice:
    """The app that somebody is setting up; asked again, or by two windows at once, the same."""
    begun = TOTPDevice.objects.filter(user=user, name=_APP, confirmed=False).order_by("pk").first()
    made = begun or TOTPDevice.objects.create(user=user, name=_APP, confirmed=False)
    assert isinstance(made, TOTPDevice), "the library has no types"
    return made


def app_with_code(user: User, code: str) -> Device | None:
    """The app being set up, from now on in use, if it made the code."""
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().get(pk=new_app(user).pk)
        if not device.verify_token(code):
            return None
        device.confirmed = True
        device.save(update_fields=["confirmed"])
        return device


def device_with_code(user: User, code: str) -> Device | None:
    """What a code comes from: the app, or the codes on paper, of which it is then used up."""
    found: Device | None = match_token(user, code)
    return found


def seconds_to_wait(user: User) -> int:
    """How long no code is looked at after wrong ones; 0 where the next one is."""
    now = timezone.now()
    ends = _ends_of_waiting(devices_for_user(user, confirmed=None))
    return max((math.ceil((end - now).total_seconds()) for end in ends), default=0)


def _ends_of_waiting(devices: Iterable[Device]) -> list[datetime]:
    said = (device.verify_is_allowed() for device in devices)
    return [why["locked_until"] for is_allowed, why in said if not is_allowed and why]


def secret_in_groups(device: TOTPDevice) -> str:
    """The secret of an app for typing, in groups of four signs."""
    letters = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


@transaction.atomic
def new_recovery_codes(user: User) -> list[str]:
    """Ten new codes for paper; those from before no longer work."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name=_PAPER)
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES_COUNT)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def recovery_codes_count(user: User) -> int:
    """How many codes on paper have not been used."""
    return int(StaticToken.objects.filter(device__user=user).count())


@transaction.atomic
def forget(user: User) -> None:
    """Take away everything; with the next password a new app is set up."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
