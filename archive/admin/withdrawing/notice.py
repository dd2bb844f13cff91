"""What readers will see of a withdrawn text, before it is."""

from dataclasses import dataclass

from django.utils import timezone

from archive.admin.links import address_of
from archive.models import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The text as it would be, and its address, which answers 410 with the notice then."""

    text: Text
    address: str


def notice_of(text: Text, *, reason: str) -> Notice:
    """The notice of a text, unsaved, that would be withdrawn now for a reason."""
    shown = Text(
        pk=text.pk,
        resolution=text.resolution,
        language=text.language,
        withdrawn_at=timezone.now(),
        withdrawal_reason=reason,
    )
    return Notice(text=shown, address=address_of(text))
