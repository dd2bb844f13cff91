"""Stretches: a list, so many rows at a time, in an order that never changes.

A stretch begins after a place, not after a number of rows: it is found by an index however far down
the list it is, and what is published or withdrawn meanwhile makes no row come twice, or not at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Q, QuerySet

#: Rows beyond are not counted: to know how many there are takes longer than to list some of them.
MOST_COUNTED = 10_000

_RowT_co = TypeVar("_RowT_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Mark:
    """The place after which a stretch begins: a symbol, and a position in its text from 1."""

    symbol: str
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """How many rows a list has; ``is_exact`` is False where it has more than so many."""

    number: int
    is_exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch(Generic[_RowT_co]):
    """Rows of a list in order; ``end`` is the mark after which it goes on, None at its end."""

    rows: Sequence[_RowT_co]
    total: Total
    end: Mark | None


def total_of(rows: QuerySet[Any]) -> Total:
    """How many there are: one statement, which counts no further than it must."""
    number = rows.order_by()[: MOST_COUNTED + 1].count()
    return Total(number=min(number, MOST_COUNTED), is_exact=number <= MOST_COUNTED)


def beyond(mark: Mark | None, *, symbol: str) -> Q:
    """Of rows that have a symbol, under a name, and a position, those after a mark.

    The first condition follows from the second; an index answers it.
    """
    if mark is None:
        return Q()
    later = Q(**{f"{symbol}__gt": mark.symbol}) | Q(position__gt=mark.position)
    return Q(**{f"{symbol}__gte": mark.symbol}) & later
