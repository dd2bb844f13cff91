"""The histogram: how many were found of each year, as bars in SVG's units and as a table.

Every year from the first to the last has a bar, those in which nothing was found one of no height.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archive.search.form.links import Link, Links
from archive.search.form.params import SearchParams
from archive.search.form.periods import Period
from archive.search.matches.counts import Noun

HEIGHT = 100
_STEP, _BAR_WIDTH = 10, 8
#: So that a single one is seen beside hundreds.
_LEAST_HEIGHT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A year and how many were found of it; ``link`` leads to the search of that year alone.

    ``is_within`` says that the dates sought include the year. ``x`` and ``height`` place the
    bar, from the bottom left. Of a year in which nothing was found, ``link`` is None.
    """

    year: int
    count: int
    link: Link | None
    is_within: bool
    x: int
    height: int

    @property
    def path(self) -> str:
        """What draws it, from its foot up."""
        return f"M{self.x} 0v{self.height}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """Bars for consecutive years, and what they count; ``undated`` have no date.

    ``is_approximate`` says that the list beside it is known approximately too.
    """

    bars: tuple[Bar, ...]
    noun: Noun
    undated: int = 0
    is_approximate: bool = False
    height: int = HEIGHT
    bar_width: int = _BAR_WIDTH

    @property
    def width(self) -> int:
        """The width of all bars."""
        return len(self.bars) * _STEP

    @property
    def first_year(self) -> int:
        """The year of the first bar."""
        return self.bars[0].year

    @property
    def last_year(self) -> int:
        """The year of the last bar."""
        return self.bars[-1].year

    @property
    def found(self) -> tuple[Bar, ...]:
        """The years in which something was found: the rows of the table."""
        return tuple(bar for bar in self.bars if bar.count)


def bars(counts: Mapping[int, int], params: SearchParams) -> tuple[Bar, ...]:
    """A bar for each year from the first that has a count to the last."""
    return tuple(_bars(counts, params)) if counts else ()


def in_years(params: SearchParams, first: int, *, last: int) -> dict[str, Period | None]:
    """The dates of a search from a year to a year; where it is that already, of any time."""
    since, until = Period.of_year(first), Period.of_year(last)
    if (params.since, params.until) == (since, until):
        return {"since": None, "until": None}
    return {"since": since, "until": until}


def _bars(counts: Mapping[int, int], params: SearchParams) -> Iterator[Bar]:
    first, most, links = min(counts), max(counts.values()), Links(params)
    for year in range(first, max(counts) + 1):
        count = counts.get(year, 0)
        height = max(_LEAST_HEIGHT, round(HEIGHT * count / most)) if count else 0
        yield Bar(
            year=year,
            count=count,
            link=links.to(in_years(params, year, last=year)) if count else None,
            is_within=_is_within(year, params),
            x=(year - first) * _STEP,
            height=height,
        )


def _is_within(year: int, params: SearchParams) -> bool:
    """Whether dates are sought that include a day of the year."""
    whole, since, until = Period.of_year(year), params.since, params.until
    begins_in_time = until is None or whole.first <= until.last
    ends_in_time = since is None or since.first <= whole.last
    return (since or until) is not None and begins_in_time and ends_in_time
