"""Neighbours in a series: which adopted resolution comes before another one, and which after.

A resolution is of the series that a fact names, but for those that a person has refused, and of
one into which somebody has accepted it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from archive.models.series import Membership

if TYPE_CHECKING:
    from archive.models.resolution import Resolution
    from archive.models.resolution_questions import ResolutionQuerySet


def of_series(shown: ResolutionQuerySet, name: str) -> Q:
    """Those of a series, given as facts name it."""
    accepted = Membership.objects.accepted().filter(series__name=name)
    return Q(pk__in=_by_fact(shown, name).union(accepted.values("resolution")))


def neighbouring(shown: ResolutionQuerySet, one: Resolution) -> Q:
    """The nearest before and after one in its series, among those that lists show.

    A draft stands where it was distributed, between adopted ones. Without a series, or without a
    date, nothing stands beside it.
    """
    day = one.day
    if day is None:
        return Q(pk__in=())
    series = shown.filter(_beside(shown, one), stage="adopted", adopted_on__isnull=False)
    before = Q(adopted_on__lt=day) | Q(adopted_on=day, symbol__lt=one.symbol)
    after = Q(adopted_on__gt=day) | Q(adopted_on=day, symbol__gt=one.symbol)
    return Q(pk=_first(series.filter(before).order_by("-adopted_on", "-symbol"))) | Q(
        pk=_first(series.filter(after).order_by("adopted_on", "symbol"))
    )


def _beside(shown: ResolutionQuerySet, one: Resolution) -> Q:
    """Those of the series that one is of."""
    of_one = Membership.objects.accepted().filter(resolution=one.pk).values("series")
    accepted = Membership.objects.accepted().filter(series__in=of_one).values("resolution")
    if not one.series:
        return Q(pk__in=accepted)
    refused = Membership.objects.refused_from(one.series).filter(resolution=one.pk)
    by_fact = _by_fact(shown, one.series).exclude(Exists(refused))
    return Q(pk__in=by_fact.union(accepted))


def _by_fact(shown: ResolutionQuerySet, name: str) -> QuerySet[Resolution, Any]:
    """Those of which a fact names a series, but for those refused from it."""
    refused = Membership.objects.refused_from(name).filter(resolution=OuterRef("pk"))
    return shown.order_by().filter(series=name).exclude(Exists(refused)).values("pk")


def _first(ordered: QuerySet[Resolution]) -> Subquery:
    return Subquery(ordered.values("pk")[:1])
