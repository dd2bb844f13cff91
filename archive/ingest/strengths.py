"""Placing openings on the scale, moving them and taking them off, by staff.

Readers see the change at once: every page that says how strong an opening is grows old with it.
"""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from archive.models import ArchiveVersion, OpeningStrength


def place(strength: OpeningStrength, *, by: AbstractBaseUser, reason: str = "") -> None:
    """Write a place of the scale, new or changed; its history says who did it and why."""
    with transaction.atomic():
        _signed(strength, by=by, reason=reason).save()
        ArchiveVersion.objects.grow()


def take_off(strength: OpeningStrength, *, by: AbstractBaseUser) -> None:
    """Take a phrase off the scale; its history stays."""
    with transaction.atomic():
        _signed(strength, by=by, reason="").delete()
        ArchiveVersion.objects.grow()


def _signed(strength: OpeningStrength, *, by: AbstractBaseUser, reason: str) -> Any:
    """The row as the library records it: with who changes it, and why."""
    signed: Any = strength
    signed._history_user, signed._change_reason = by, reason  # noqa: SLF001 the library's names
    return signed
