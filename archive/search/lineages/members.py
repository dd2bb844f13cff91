"""Members of a series: what readers may see of it, in its order, held or only known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from archive.comparison.histories import TextInSeries
from archive.models import Membership, Resolution
from archive.models.series_order import order_in_series


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A resolution of a series, why it is one, and the key of its text; None without a text."""

    resolution: Resolution
    reason: str
    text: int | None

    @property
    def standing(self) -> TextInSeries:
        """Its organ, and whether it is a draft."""
        return TextInSeries(self.resolution.organ, self.resolution.is_draft)

    @property
    def day(self) -> date | None:
        """When it was adopted; a draft, when it was distributed."""
        return self.resolution.day


def members(series: int) -> list[Member]:
    """The members of a series, by key, by day, those without one last: one query.

    Each resolution comes as for lists.
    """
    rows: Any = Resolution.objects.in_lists()
    accepted = Membership.State.ACCEPTED
    of_it = rows.filter(memberships__series=series, memberships__state=accepted)
    told = of_it.annotate(reason=F("memberships__reason"), text=F("card__text"))
    return [
        Member(resolution=one, reason=one.reason, text=one.text)
        for one in told.order_by(*order_in_series())
    ]


def with_texts(found: Iterable[Member]) -> list[Member]:
    """Those of which the archive holds a text."""
    return [one for one in found if one.text is not None]
