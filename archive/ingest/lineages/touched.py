"""What is touched: resolutions that have changed, with what their series depend on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from archive.models import Membership, Resolution, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """Resolutions by key: the series that facts name, titles of those shown, and memberships."""

    series: Mapping[int, str]
    titles: Mapping[int, str]
    memberships: Mapping[int, Membership]

    @property
    def accepted(self) -> dict[int, int]:
        """The series that each is a member of, by key, of those that are members."""
        rows = self.memberships.values()
        members = (one for one in rows if one.state == Membership.State.ACCEPTED)
        return {one.resolution_id: one.series_id for one in members}


def touched(resolutions: Collection[int]) -> Touched:
    """What is known of resolutions, by key, and of drafts that became them: two queries.

    A draft of which nobody knows when it was distributed stands in its series where they do.
    """
    withdrawn = Text.objects.withdrawn().filter(resolution=OuterRef("pk"))
    of_them = Q(pk__in=resolutions) | Q(adopted_as__in=resolutions)
    rows = Resolution.objects.filter(of_them).order_by("pk")
    told = list(
        rows.annotate(is_hidden=Exists(withdrawn)).values_list("pk", "series", "title", "is_hidden")
    )
    return Touched(
        series={pk: series for pk, series, _, _ in told if series},
        titles={pk: title for pk, _, title, is_hidden in told if not is_hidden},
        memberships=Membership.objects.filter(resolution__in=[pk for pk, *_ in told]).in_bulk(),
    )
