"""The time line: a series of resolutions as marks on a line for each organ, in SVG's units."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from archive.models import Resolution

WIDTH = 1352
_LEFT, _RIGHT = 24, 1320
_TOP, _LANE_HEIGHT, _NAME_HEIGHT, _BELOW = 76, 104, -40, 44
_LABEL_HEIGHTS = (-16, 26)
_ROOM_FOR_A_LABEL, _ROOM_FOR_A_YEAR, _ROOM_FOR_A_MARK = 58, 36, 15


class Shape(StrEnum):
    """What a mark says by its shape: held, not held, or a draft."""

    HELD = "held"
    NOT_HELD = "not_held"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineMark:
    """A resolution on its lane's line; ``label_y`` is None where its name finds no room."""

    resolution: Resolution
    shape: Shape
    x: int
    y: int
    label_y: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The marks of one organ, and the height its line is drawn at."""

    organ: str
    y: int
    marks: tuple[TimelineMark, ...]

    @property
    def name_y(self) -> int:
        """The height of the organ's name, above the names of its marks."""
        return self.y + _NAME_HEIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year's name and where it begins."""

    number: int
    x: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Lanes under one another over the same years; ``undated`` could not be placed."""

    width: int
    height: int
    years: tuple[Year, ...]
    lanes: tuple[Lane, ...]
    undated: tuple[Resolution, ...]


def day_of(resolution: Resolution) -> date | None:
    """The day it is set at; a draft at the adoption of what was adopted in its place."""
    replaced_by = resolution.adopted_as
    return (
        resolution.adopted_on
        or (replaced_by.adopted_on if replaced_by else None)
        or resolution.distributed_on
    )


def timeline(resolutions: Sequence[Resolution]) -> Timeline:
    """A series on a time line; each resolution comes with ``is_held`` and what was adopted."""
    days = [day for resolution in resolutions if (day := day_of(resolution))]
    years = range(min(days).year, max(days).year + 1) if days else range(0)
    organs = [organ for organ in Resolution.Organ if any(r.organ == organ for r in resolutions)]
    lanes = tuple(
        lane
        for organ in organs
        if (lane := _lane([r for r in resolutions if r.organ == organ], years=years)).marks
    )
    placed = tuple(_at(lane, y=_TOP + row * _LANE_HEIGHT) for row, lane in enumerate(lanes))
    return Timeline(
        width=WIDTH,
        height=_TOP + (len(lanes) - 1) * _LANE_HEIGHT + _BELOW if lanes else 0,
        years=_years(years),
        lanes=placed,
        undated=tuple(r for r in resolutions if day_of(r) is None),
    )


def _x(day: date, years: range) -> int:
    """Where a day stands between the first day of the first year and the last of the last."""
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    return _LEFT + round((_RIGHT - _LEFT) * (day - first) / (last - first))


def _years(years: range) -> tuple[Year, ...]:
    """As many years as have room for their names, evenly."""
    step = 1
    while len(years) // step * _ROOM_FOR_A_YEAR > _RIGHT - _LEFT:
        step += 1
    return tuple(Year(number=year, x=_x(date(year, 1, 1), years)) for year in years[::step])


def _lane(resolutions: Iterable[Resolution], *, years: range) -> Lane:
    """An organ's marks by day; a mark or a name that has no room moves right, or below the line."""
    dated = sorted(
        ((day, r) for r in resolutions if (day := day_of(r))),
        key=lambda pair: (pair[0], pair[1].symbol),
    )
    last = dict.fromkeys(_LABEL_HEIGHTS, -_ROOM_FOR_A_LABEL)
    marks: list[TimelineMark] = []
    for day, resolution in dated:
        x = _x(day, years)
        if marks:
            x = max(x, marks[-1].x + _ROOM_FOR_A_MARK)
        free = [y for y in _LABEL_HEIGHTS if x - last[y] >= _ROOM_FOR_A_LABEL]
        label_y = min(free, key=lambda y: last[y], default=None)
        if label_y is not None:
            last[label_y] = x
        marks.append(
            TimelineMark(resolution=resolution, shape=_shape(resolution), x=x, y=0, label_y=label_y)
        )
    organ = dated[0][1].get_organ_display() if dated else ""
    return Lane(organ=organ, y=0, marks=tuple(marks))


def _at(lane: Lane, *, y: int) -> Lane:
    marks = tuple(
        replace(mark, y=y, label_y=None if mark.label_y is None else y + mark.label_y)
        for mark in lane.marks
    )
    return replace(lane, y=y, marks=marks)


def _shape(resolution: Resolution) -> Shape:
    if resolution.is_draft:
        return Shape.DRAFT
    return Shape.HELD if resolution.is_held else Shape.NOT_HELD
