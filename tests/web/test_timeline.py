"""Marks stand at their days, under no other mark, and keep their names where there is room."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from archive.models import Resolution
from archive.web.timeline import WIDTH, Shape, Timeline, timeline


def _resolution(symbol: str, on: date | None, **fields: Any) -> Resolution:
    organ = "HRC" if "HRC" in symbol else "GA"
    resolution = Resolution(symbol=symbol, organ=organ, adopted_on=on, **fields)
    resolution.is_held = False
    return resolution


def _marks(line: Timeline) -> dict[str, int]:
    return {mark.resolution.symbol: mark.x for lane in line.lanes for mark in lane.marks}


def test_nothing_makes_an_empty_line() -> None:
    line = timeline([])
    assert (line.lanes, line.years, line.undated, line.height) == ((), (), (), 0)


def test_later_stands_further_right_in_proportion() -> None:
    line = timeline(
        [
            _resolution("A/RES/53/144", date(1998, 1, 1)),
            _resolution("A/RES/60/161", date(2005, 7, 2)),
            _resolution("A/RES/66/164", date(2012, 12, 31)),
        ]
    )
    first, middle, last = _marks(line).values()
    assert 0 < first < middle < last < WIDTH
    assert abs((middle - first) - (last - middle)) <= 1


def test_each_organ_has_a_line_of_its_own_with_its_name() -> None:
    line = timeline(
        [
            _resolution("A/HRC/RES/13/13", date(2010, 3, 25)),
            _resolution("A/RES/66/164", date(2011, 12, 19)),
        ]
    )
    assert [lane.organ for lane in line.lanes] == ["General Assembly", "Human Rights Council"]
    first, second = line.lanes
    assert first.name_y < first.y < second.name_y < second.y < line.height
    assert all(mark.y == lane.y for lane in line.lanes for mark in lane.marks)


def test_shapes_say_what_is_held_not_held_or_a_draft() -> None:
    held = _resolution("A/RES/66/164", date(2011, 12, 19))
    held.is_held = True
    adopted = _resolution("A/RES/70/161", date(2015, 12, 17))
    draft = _resolution("A/C.3/70/L.46", None, stage="draft", adopted_as=adopted)
    draft.is_held = True
    [lane] = timeline([held, adopted, draft]).lanes
    assert {mark.resolution.symbol: mark.shape for mark in lane.marks} == {
        "A/RES/66/164": Shape.HELD,
        "A/RES/70/161": Shape.NOT_HELD,
        "A/C.3/70/L.46": Shape.DRAFT,
    }


def test_marks_of_one_day_stand_side_by_side() -> None:
    day = date(2011, 12, 19)
    line = timeline([_resolution(f"A/RES/66/{number}", day) for number in range(1, 4)])
    places = sorted(_marks(line).values())
    assert all(after - before >= 15 for before, after in pairwise(places))


def test_names_never_run_into_each_other() -> None:
    days = [date(2011, 1, 1) + timedelta(days=30 * month) for month in range(48)]
    line = timeline([_resolution(f"A/RES/66/{n}", day) for n, day in enumerate(days)])
    [lane] = line.lanes
    heights = {mark.label_y for mark in lane.marks}
    assert None in heights
    for height in heights - {None}:
        places = [mark.x for mark in lane.marks if mark.label_y == height]
        assert all(b - a >= 58 for a, b in pairwise(places))


def test_many_years_are_named_evenly_and_apart() -> None:
    line = timeline(
        [_resolution("A/RES/1(I)", date(1946, 1, 24)), _resolution("A/RES/80/1", date(2025, 9, 1))]
    )
    numbers = [year.number for year in line.years]
    steps = {after - before for before, after in pairwise(numbers)}
    assert len(steps) == 1
    places = [year.x for year in line.years]
    assert all(after - before >= 30 for before, after in pairwise(places))


def test_what_has_no_day_is_named_apart() -> None:
    undated = _resolution("A/RES/74/146", None)
    line = timeline([undated, _resolution("A/RES/53/144", date(1998, 12, 9))])
    assert line.undated == (undated,)
    assert list(_marks(line)) == ["A/RES/53/144"]


def test_only_undated_resolutions_draw_no_line() -> None:
    line = timeline([_resolution("A/RES/74/146", None)])
    assert (line.lanes, line.years, len(line.undated)) == ((), (), 1)
