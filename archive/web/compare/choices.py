"""What may be compared: where one text is chosen, those of its series and its drafts."""

from dataclasses import dataclass

from archive.models import Resolution
from archive.templatetags.addresses import comparing
from archive.web.compare.params import CompareParams

#: Of a series without end, the oldest so many are offered; any other one can be typed.
MOST_CHOICES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A text to compare the chosen one with, and the address of that comparison."""

    resolution: Resolution
    address: str


def choices(params: CompareParams) -> tuple[Choice, ...]:
    """Held texts of the same series, and drafts, of the one that is chosen, oldest first."""
    chosen = params.before or params.after
    if not chosen:
        return ()
    found = Resolution.objects.comparable_with(chosen)[:MOST_CHOICES]
    return tuple(
        Choice(
            resolution=one,
            address=comparing(chosen, one.symbol)
            if params.before
            else comparing(one.symbol, chosen),
        )
        for one in found
    )
