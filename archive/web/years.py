"""Years along an axis, in SVG's units: each as wide as what is set in it needs.

Resolutions crowd in some years and are rare in others, decades of which would leave nothing but
white. So years with more of them are wider; one without any is narrow, but never left out.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

#: How wide a year without any is, against one with one; what each further one adds, up to a most.
_EMPTY, _ONE, _EACH, _MOST = 0.12, 1.0, 0.25, 6.0
_ROOM_FOR_A_NAME = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year's name and where it begins."""

    number: int
    x: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Years from the first to the last, and the units at which each begins and the last ends."""

    first: int
    edges: tuple[float, ...]
    named: tuple[Year, ...]

    def x(self, day: date) -> int:
        """Where a day of these years stands."""
        place = day.year - self.first
        begins, ends = self.edges[place : place + 2]
        new_year = date(day.year, 1, 1)
        return round(begins + (ends - begins) * (day - new_year).days / 366)


def axis(days: Sequence[date], *, left: int, right: int) -> Axis:
    """The years of some days, between two places."""
    if not days:
        return Axis(first=0, edges=(), named=())
    counts = Counter(day.year for day in days)
    years = range(min(counts), max(counts) + 1)
    widths = [_width(counts[year]) for year in years]
    unit = (right - left) / sum(widths)
    edges = tuple(accumulate((width * unit for width in widths), initial=float(left)))
    places = {year: round(edge) for year, edge in zip(years, edges, strict=False)}
    return Axis(first=years[0], edges=edges, named=_named(places, filled=counts))


def _width(count: int) -> float:
    return min(_ONE + _EACH * (count - 1), _MOST) if count else _EMPTY


def _named(places: dict[int, int], *, filled: Iterable[int]) -> tuple[Year, ...]:
    """The years whose names have room: first those with something in them, then the others."""
    taken: list[int] = []
    named: list[Year] = []
    for year in [*sorted(filled), *places]:
        x = places[year]
        at = bisect_left(taken, x)
        if all(abs(x - other) >= _ROOM_FOR_A_NAME for other in taken[max(at - 1, 0) : at + 1]):
            taken.insert(at, x)
            named.append(Year(number=year, x=x))
    return tuple(sorted(named, key=lambda one: one.number))
