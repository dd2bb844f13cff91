"""Neighbours in a series: which adopted resolution comes before another one, and which after.

A resolution is of a series where its membership was accepted, by the fact that names the series or
by a person; what is only proposed is of none yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet, Subquery

from archive.models.series import Membership, slug_of

if TYPE_CHECKING:
    from archive.models.resolution import Resolution
    from archive.models.resolution_questions import ResolutionQuerySet


def of_series(name: str) -> Q:
    """Those of a series, given as facts name it."""
    accepted = Membership.objects.accepted().filter(series__slug=slug_of(name))
    return Q(pk__in=accepted.values("resolution"))


def neighbouring(shown: ResolutionQuerySet, one: Resolution) -> Q:
    """The nearest before and after one in its series, among those that lists show.

    A draft stands where it was distributed, between adopted ones. Without a series, or without a
    date, nothing stands beside it.
    """
    day = one.day
    if day is None:
        return Q(pk__in=())
    series = shown.filter(_beside(one), stage="adopted", adopted_on__isnull=False)
    before = Q(adopted_on__lt=day) | Q(adopted_on=day, symbol__lt=one.symbol)
    after = Q(adopted_on__gt=day) | Q(adopted_on=day, symbol__gt=one.symbol)
    return Q(pk=_first(series.filter(before).order_by("-adopted_on", "-symbol"))) | Q(
        pk=_first(series.filter(after).order_by("adopted_on", "symbol"))
    )


def _beside(one: Resolution) -> Q:
    """Those of the series that one is of."""
    accepted = Membership.objects.accepted()
    of_one = accepted.filter(resolution=one.pk).values("series")
    return Q(pk__in=accepted.filter(series__in=of_one).values("resolution"))


def _first(ordered: QuerySet[Resolution]) -> Subquery:
    return Subquery(ordered.values("pk")[:1])
