"""Neighbours in a series: which adopted resolution comes before another one, and which after.

A resolution is of a series where its membership was accepted, by the fact that names the series or
by a person; what is only proposed is of none yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q, QuerySet, Subquery

from archive.models.series import Membership, slug_of
from archive.models.series_order import stands_on

if TYPE_CHECKING:
    from archive.models.resolution import Resolution
    from archive.models.resolution_questions import ResolutionQuerySet


class Neighbours(NamedTuple):
    """Which is the nearest before one in its series, and which the nearest after."""

    before: Q
    after: Q


def of_series(name: str) -> Q:
    """Those of a series, given as facts name it."""
    accepted = Membership.objects.accepted().filter(series__slug=slug_of(name))
    return Q(pk__in=accepted.values("resolution"))


def neighbouring(shown: ResolutionQuerySet, one: Resolution) -> Neighbours:
    """The nearest before and after one in its series, among those that lists show.

    A draft has its neighbours among adopted ones. Without a series, or where it cannot be said
    when it came, nothing stands beside it.
    """
    day = Subquery(shown.filter(pk=one.pk).values_list(stands_on()))
    series = shown.alias(placed_on=stands_on()).filter(_beside(one), stage="adopted")
    of_the_day = Q(placed_on=day) & ~Q(pk=one.pk)
    symbols = Q(symbol__gte="") if one.is_draft else Q(symbol__gt=one.symbol)
    before = series.filter(Q(placed_on__lt=day) | of_the_day & ~symbols).order_by(
        "-placed_on", "-symbol"
    )
    after = series.filter(Q(placed_on__gt=day) | of_the_day & symbols).order_by(
        "placed_on", "symbol"
    )
    return Neighbours(before=Q(pk=_first(before)), after=Q(pk=_first(after)))


def _beside(one: Resolution) -> Q:
    """Those of the series that one is of."""
    accepted = Membership.objects.accepted()
    of_one = accepted.filter(resolution=one.pk).values("series")
    return Q(pk__in=accepted.filter(series__in=of_one).values("resolution"))


def _first(ordered: QuerySet[Resolution]) -> Subquery:
    return Subquery(ordered.values("pk")[:1])
