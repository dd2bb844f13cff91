"""Neighbours in a series: which adopted resolution comes before another one, and which after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet, Subquery

if TYPE_CHECKING:
    from archive.models.resolution import Resolution
    from archive.models.resolution_questions import ResolutionQuerySet


def neighbouring(shown: ResolutionQuerySet, one: Resolution) -> Q:
    """The nearest before and after one in its series, among those that lists show.

    A draft stands where it was distributed, between adopted ones. Without a series, or without a
    date, nothing stands beside it.
    """
    day = one.adopted_on or one.distributed_on
    if not one.series or day is None:
        return Q(pk__in=())
    series = shown.filter(series=one.series, stage="adopted", adopted_on__isnull=False)
    before = Q(adopted_on__lt=day) | Q(adopted_on=day, symbol__lt=one.symbol)
    after = Q(adopted_on__gt=day) | Q(adopted_on=day, symbol__gt=one.symbol)
    return Q(pk=_first(series.filter(before).order_by("-adopted_on", "-symbol"))) | Q(
        pk=_first(series.filter(after).order_by("adopted_on", "symbol"))
    )


def _first(ordered: QuerySet[Resolution]) -> Subquery:
    return Subquery(ordered.values("pk")[:1])
