"""Marks stand at their days with their names apart; lines lead from who recalls to the recalled."""

from datetime import date, timedelta
from itertools import combinations
from typing import Any

from archive.models import Resolution
from archive.search.network.recalls import Recall
from archive.web.timeline import WIDTH, Shape, Timeline, TimelineMark, timeline


def _resolution(symbol: str, on: date | None, **fields: Any) -> Resolution:
    organ = "HRC" if "HRC" in symbol else "GA"
    resolution = Resolution(symbol=symbol, organ=organ, adopted_on=on, **fields)
    resolution.is_held = False
    return resolution


def _marks(line: Timeline) -> dict[str, TimelineMark]:
    return {mark.resolution.symbol: mark for lane in line.lanes for mark in lane.marks}


def _recall(citing: Resolution, cited: Resolution) -> Recall:
    return Recall(citing=citing, cited=cited, places=())


DECLARATION = _resolution("A/RES/53/144", date(1998, 12, 9))
COUNCIL = _resolution("A/HRC/RES/13/13", date(2010, 3, 25))
LATER = _resolution("A/RES/66/164", date(2011, 12, 19))


def test_nothing_makes_an_empty_line() -> None:
    line = timeline([])
    assert (line.lanes, line.years, line.lines, line.undated, line.height) == ((), (), (), (), 0)


def test_later_stands_further_right() -> None:
    marks = _marks(timeline([LATER, DECLARATION, COUNCIL]))
    assert 0 < marks["A/RES/53/144"].x < marks["A/HRC/RES/13/13"].x < marks["A/RES/66/164"].x
    assert marks["A/RES/66/164"].label_x < WIDTH


def test_each_organ_has_a_lane_of_its_own_with_its_name() -> None:
    line = timeline([COUNCIL, LATER])
    assert [lane.organ for lane in line.lanes] == ["General Assembly", "Human Rights Council"]
    first, second = line.lanes
    [upper], [lower] = first.marks, second.marks
    assert first.y < first.name_y < upper.y < second.y < second.name_y < lower.y < line.height


def test_shapes_say_what_is_held_not_held_or_a_draft() -> None:
    held = _resolution("A/RES/66/164", date(2011, 12, 19))
    held.is_held = True
    adopted = _resolution("A/RES/70/161", date(2015, 12, 17))
    draft = _resolution("A/C.3/70/L.46", None, stage="draft", adopted_as=adopted)
    draft.is_held = True
    marks = _marks(timeline([held, adopted, draft]))
    assert {symbol: mark.shape for symbol, mark in marks.items()} == {
        "A/RES/66/164": Shape.HELD,
        "A/RES/70/161": Shape.NOT_HELD,
        "A/C.3/70/L.46": Shape.DRAFT,
    }
    assert marks["A/C.3/70/L.46"].x == marks["A/RES/70/161"].x


def test_names_and_marks_never_run_into_each_other() -> None:
    days = [date(2011, 1, 1) + timedelta(days=9 * step) for step in range(48)]
    resolutions = [_resolution(f"A/RES/66/{n}", day) for n, day in enumerate(days, 100)]
    same_day = [_resolution(f"A/RES/67/{n}", date(2011, 12, 19)) for n in range(100, 110)]
    for one, other in combinations(_marks(timeline([*resolutions, *same_day])).values(), 2):
        left, right = sorted((one, other), key=lambda mark: mark.x)
        is_apart = right.x - left.label_x >= 7 * len("66/100")
        assert one.y != other.y or is_apart, f"{one.resolution} and {other.resolution}"


def test_those_of_one_day_stand_under_one_another_in_their_order() -> None:
    day = date(2011, 12, 19)
    line = timeline([_resolution(f"A/RES/66/{number}", day) for number in (130, 9, 10)])
    [lane] = line.lanes
    assert [mark.resolution.symbol for mark in lane.marks] == [
        "A/RES/66/9",
        "A/RES/66/10",
        "A/RES/66/130",
    ]
    assert len({mark.x for mark in lane.marks}) == 1
    assert len({mark.y for mark in lane.marks}) == 3


def test_without_a_day_it_stands_in_its_session_and_that_is_told() -> None:
    undated = _resolution("A/RES/60/161", None)
    line = timeline([DECLARATION, undated, LATER])
    marks = _marks(line)
    assert marks["A/RES/53/144"].x < marks["A/RES/60/161"].x < marks["A/RES/66/164"].x
    assert line.is_by_session
    assert not timeline([DECLARATION, LATER]).is_by_session


def test_what_has_neither_day_nor_session_is_named_apart() -> None:
    lost = _resolution("A/C.3/70/L.46", None, stage="draft")
    line = timeline([lost, DECLARATION], [_recall(lost, DECLARATION)])
    assert line.undated == (lost,)
    assert list(_marks(line)) == ["A/RES/53/144"]
    assert line.lines == ()


def test_a_line_leads_from_who_recalls_to_each_that_it_recalls() -> None:
    line = timeline(
        [DECLARATION, COUNCIL, LATER], [_recall(LATER, DECLARATION), _recall(LATER, COUNCIL)]
    )
    [from_later] = line.lines
    assert from_later.citing == LATER
    assert from_later.cited == (DECLARATION, COUNCIL)
    marks = _marks(line)
    begins = f"M{marks['A/RES/66/164'].x} {marks['A/RES/66/164'].y}C"
    first, second = from_later.path.removeprefix(begins).split(begins)
    assert first.endswith(f" {marks['A/RES/53/144'].x} {marks['A/RES/53/144'].y}")
    assert second.endswith(f" {marks['A/HRC/RES/13/13'].x} {marks['A/HRC/RES/13/13'].y}")


def test_a_mark_has_the_lines_from_it_and_to_it_and_counts_them() -> None:
    recalls = [_recall(LATER, DECLARATION), _recall(LATER, COUNCIL), _recall(COUNCIL, DECLARATION)]
    marks = _marks(timeline([DECLARATION, COUNCIL, LATER], recalls, centre=COUNCIL))
    counts = {
        symbol: (mark.recalls_count, mark.recalled_by_count, mark.path.count("M"))
        for symbol, mark in marks.items()
    }
    assert counts == {
        "A/RES/53/144": (0, 2, 2),
        "A/HRC/RES/13/13": (1, 1, 2),
        "A/RES/66/164": (2, 0, 2),
    }
    assert [mark.resolution for mark in marks.values() if mark.is_centre] == [COUNCIL]


def test_a_line_of_any_length_stays_within_the_picture() -> None:
    oldest = _resolution("A/RES/217A(III)", date(1948, 12, 10))
    line = timeline([oldest, LATER], [_recall(LATER, oldest)])
    [mark] = [mark for mark in _marks(line).values() if mark.resolution == LATER]
    _start, _, bends = mark.path.partition("C")
    bend = mark.y - int(bends.split()[1])
    highest = mark.y - bend * 3 / 4  # of a cubic curve whose ends are level
    assert line.lanes[0].y < highest < mark.y
