"""The time line: resolutions as marks by day, a lane for each organ, and lines between them.

Marks stand exactly at their days, each with its name; where two would meet, one stands in a row
below. A line leads from a resolution to each that it recalls, always back in time. All lengths are
in SVG's units.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from archive.models import Resolution
from archive.search.network.recalls import Recall, by_day, day_of, set_on
from archive.web.years import Axis, Year, axis

WIDTH = 1352
_LEFT, _RIGHT = 20, 100
_TOP, _BELOW = 28, 8
#: Above the first row of a lane there is its name, and room for lines that bend upwards, if any.
_NAME_HEIGHT, _ROOM_FOR_LINES, _ROOM = 18, 44, 20
#: As high as a finger needs; a mark is reached by all of its row that it and its name take.
_ROW_HEIGHT = TOUCH = 24
_MARK_WIDTH, _LETTER_WIDTH, _GAP = 10, 7, 4
#: A line within a lane bends by part of its length, up to a most.
_BEND, _LEAST_BEND, _MOST_BEND = 0.2, 14, 78


class Shape(StrEnum):
    """What a mark says by its shape: held, not held, or a draft."""

    HELD = "held"
    NOT_HELD = "not_held"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The lines from a resolution to each that it recalls: a path, and what it says."""

    citing: Resolution
    cited: tuple[Resolution, ...]
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineMark:
    """A resolution at its day, in a row of its lane; ``path`` has all lines from it and to it."""

    resolution: Resolution
    shape: Shape
    x: int
    y: int
    is_centre: bool = False
    recalls_count: int = 0
    recalled_by_count: int = 0
    path: str = ""

    @property
    def label_x(self) -> int:
        """Where its name begins."""
        return self.x + _MARK_WIDTH

    @property
    def width(self) -> int:
        """How much of its row it takes, from half the height of the row before it."""
        return TOUCH // 2 + _reach(self.resolution)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The marks of one organ by day; its line is drawn at ``y``, beneath its name."""

    organ: str
    y: int
    marks: tuple[TimelineMark, ...]

    @property
    def name_y(self) -> int:
        """The height of the organ's name."""
        return self.y + _NAME_HEIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Lanes under one another over the same years; ``undated`` could not be placed.

    ``is_by_session`` says that the days of some are not known, and they stand in their sessions.
    """

    width: int
    height: int
    years: tuple[Year, ...]
    lanes: tuple[Lane, ...]
    lines: tuple[Line, ...]
    undated: tuple[Resolution, ...]
    is_by_session: bool = False


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a mark stands, and the lane it stands in."""

    x: int
    y: int
    lane: str


def timeline(
    resolutions: Sequence[Resolution],
    recalls: Sequence[Recall] = (),
    *,
    centre: Resolution | None = None,
    width: int = WIDTH,
) -> Timeline:
    """Resolutions on a time line; each comes with ``is_held`` and what was adopted.

    ``recalls`` are between these resolutions; ``centre`` is the one they are all about, if any.
    """
    days = {one.symbol: day for one in resolutions if (day := set_on(one))}
    years = axis([*days.values()], left=_LEFT, right=width - _RIGHT)
    room = _ROOM_FOR_LINES if recalls else _ROOM
    spots, tops, height = _spots(resolutions, days=days, years=years, room=room)
    drawn = [one for one in recalls if {one.citing.symbol, one.cited.symbol} <= spots.keys()]
    paths = _paths(drawn, spots)
    placed = [one for one in resolutions if one.symbol in spots]
    marks = [_mark(one, spots, paths=paths, centre=centre) for one in placed]
    return Timeline(
        width=width,
        height=height,
        years=years.named,
        lanes=tuple(_lane(organ, marks, y=y) for organ, y in tops.items()),
        lines=_lines(paths, {one.symbol: one for one in placed}),
        undated=tuple(one for one in resolutions if one.symbol not in days),
        is_by_session=any(one.symbol in days and not day_of(one) for one in resolutions),
    )


def _spots(
    resolutions: Iterable[Resolution], *, days: dict[str, date], years: Axis, room: int
) -> tuple[dict[str, _Spot], dict[str, int], int]:
    """Where each dated resolution stands, where each organ's lane begins, and the whole height."""
    spots: dict[str, _Spot] = {}
    tops: dict[str, int] = {}
    top = _TOP
    for organ in Resolution.Organ:
        of_it = [one for one in resolutions if one.organ == organ and one.symbol in days]
        if not of_it:
            continue
        tops[organ] = top
        placed = _in_rows(of_it, days=days, years=years)
        first = top + _NAME_HEIGHT + room
        for symbol, (x, row) in placed.items():
            spots[symbol] = _Spot(x, first + row * _ROW_HEIGHT, organ)
        top = max(spots[symbol].y for symbol in placed) + _ROW_HEIGHT + _BELOW
    return spots, tops, top if tops else 0


def _in_rows(
    resolutions: Iterable[Resolution], *, days: dict[str, date], years: Axis
) -> dict[str, tuple[int, int]]:
    """By symbol, where a mark stands, and the first row in which it and its name have room."""
    placed: dict[str, tuple[int, int]] = {}
    ends: list[int] = []
    for one in sorted(resolutions, key=by_day):
        x = years.x(days[one.symbol])
        free = (row for row, end in enumerate(ends) if end <= x - TOUCH // 2)
        row = next(free, len(ends))
        end = x + _reach(one) + _GAP
        ends[row : row + 1] = [end]
        placed[one.symbol] = x, row
    return placed


def _reach(resolution: Resolution) -> int:
    """From the middle of its mark to the end of its name."""
    return _MARK_WIDTH + _LETTER_WIDTH * len(resolution.identity.short)


def _paths(recalls: Iterable[Recall], spots: dict[str, _Spot]) -> dict[tuple[str, str], str]:
    """By symbols of who recalls and who is recalled, the line between them."""
    return {
        (one.citing.symbol, one.cited.symbol): _path(
            spots[one.citing.symbol], spots[one.cited.symbol]
        )
        for one in recalls
    }


def _path(citing: _Spot, cited: _Spot) -> str:
    """Within a lane it bends upwards; from one to another it leaves and arrives upright."""
    if citing.lane == cited.lane:
        bend = round(_BEND * abs(citing.x - cited.x))
        bend = min(max(bend, _LEAST_BEND), _MOST_BEND)
        heights = citing.y - bend, cited.y - bend
    else:
        heights = ((citing.y + cited.y) // 2,) * 2
    bends = f"{citing.x} {heights[0]} {cited.x} {heights[1]}"
    return f"M{citing.x} {citing.y}C{bends} {cited.x} {cited.y}"


def _lines(
    paths: dict[tuple[str, str], str], resolutions: dict[str, Resolution]
) -> tuple[Line, ...]:
    """The lines of each that recalls any, as one."""
    cited = defaultdict[str, list[str]](list)
    for one, other in paths:
        cited[one].append(other)
    return tuple(
        Line(
            citing=resolutions[one],
            cited=tuple(resolutions[other] for other in others),
            path="".join(paths[one, other] for other in others),
        )
        for one, others in cited.items()
    )


def _mark(
    resolution: Resolution,
    spots: dict[str, _Spot],
    *,
    paths: dict[tuple[str, str], str],
    centre: Resolution | None,
) -> TimelineMark:
    symbol = resolution.symbol
    spot = spots[symbol]
    return TimelineMark(
        resolution=resolution,
        shape=_shape(resolution),
        x=spot.x,
        y=spot.y,
        is_centre=resolution == centre,
        recalls_count=sum(one == symbol for one, _ in paths),
        recalled_by_count=sum(other == symbol for _, other in paths),
        path="".join(path for pair, path in paths.items() if symbol in pair),
    )


def _lane(organ: str, marks: Iterable[TimelineMark], *, y: int) -> Lane:
    of_it = [mark for mark in marks if mark.resolution.organ == organ]
    return Lane(
        organ=str(Resolution.Organ(organ).label),
        y=y,
        marks=tuple(sorted(of_it, key=lambda mark: (mark.x, mark.y))),
    )


def _shape(resolution: Resolution) -> Shape:
    if resolution.is_draft:
        return Shape.DRAFT
    return Shape.HELD if resolution.is_held else Shape.NOT_HELD
