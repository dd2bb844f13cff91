"""From combinations of values comes what each facet counts with every filter but its own."""

from typing import Any

import pytest

from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search.facets.cells import Cell, Cells, unfiltered
from archive.search.form.params import Part, SearchParams
from archive.search.form.periods import Period


def _cell(organ: str, number: int, **values: Any) -> Cell:
    usual: dict[str, Any] = {
        "session": "66",
        "year": 2011,
        "stage": "adopted",
        "is_held": True,
        "is_in_time": True,
    }
    return Cell(organ=organ, number=number, **(usual | values))


#: Dates are sought, and the last two cells have none of them.
IN_TIME: dict[str, Any] = {"since": Period.read("2011")}
CELLS = (
    _cell("GA", 1),
    _cell("GA", 2, session="70", year=2015),
    _cell("GA", 4, session="70", year=2015, stage="draft"),
    _cell("HRC", 8, session="13", year=2010, is_in_time=False),
    _cell("HRC", 16, session="13", year=None, is_held=False, is_in_time=False),
)


@pytest.mark.parametrize(
    ("by", "counts"),
    [
        ("organ", {"GA": 7, "HRC": 24}),
        ("session", {"66": 1, "70": 6, "13": 24}),
        ("stage", {"adopted": 27, "draft": 4}),
        ("held", {True: 15, False: 16}),
    ],
)
def test_without_filters_every_cell_counts(by: str, counts: dict[Any, int]) -> None:
    assert Cells(CELLS, SearchParams()).counted(by) == counts


@pytest.mark.parametrize(
    ("narrowing", "counts"),
    [
        ({"organ": Organ.GA}, {"GA": 7}),
        ({"session": "70"}, {"GA": 6}),
        ({"stage": Resolution.Stage.DRAFT}, {"GA": 4}),
        ({"held": False}, {}),
        ({"held": True}, {"GA": 7}),
    ],
)
def test_a_facet_counts_with_its_own_filter_left_out(
    narrowing: dict[str, Any], counts: dict[str, int]
) -> None:
    cells = Cells(CELLS, SearchParams(**IN_TIME, **narrowing))
    assert cells.counted("organ") == (counts if "organ" not in narrowing else {"GA": 7})
    assert cells.counted("stage")["draft"] == (4 if counts else 0)


def test_dates_are_left_out_of_what_years_count() -> None:
    cells = Cells(CELLS, SearchParams(**IN_TIME))
    assert cells.counted("dates") == {2011: 1, 2015: 6, 2010: 8, None: 16}
    assert (cells.size(), cells.size(without="dates")) == (7, 31)


def test_sizes_are_of_what_passes_every_filter_but_the_named_one() -> None:
    params = SearchParams(**IN_TIME, organ=Organ.HRC, stage=Resolution.Stage.ADOPTED)
    cells = Cells(CELLS, params)
    assert cells.size(without="dates") == 24
    assert cells.size(without="organ") == 3
    assert cells.size() == 0


def test_the_organs_are_counted_of_what_was_found_of_any_session() -> None:
    assert Cells(CELLS, SearchParams(session="70")).organ_count == 2
    assert Cells(CELLS, SearchParams(session="70", organ=Organ.GA)).organ_count == 1
    assert Cells(CELLS, SearchParams(**IN_TIME, session="70")).organ_count == 1


def test_drafts_are_counted_among_what_passes() -> None:
    assert Cells(CELLS, SearchParams(organ=Organ.GA)).size(stage="draft") == 4
    assert Cells(CELLS, SearchParams(organ=Organ.HRC)).size(stage="draft") == 0


def test_what_cells_cannot_tell_still_narrows_what_they_are_made_from() -> None:
    params = SearchParams(
        q="impunity", parts=(Part.TITLE,), openings=("recall",), cites=("A/RES/53/144",)
    )
    narrowed = params.with_(
        organ=Organ.GA,
        session="66",
        since=Period.read("2000"),
        until=Period.read("2001"),
        stage=Resolution.Stage.DRAFT,
        held=False,
    )
    assert unfiltered(narrowed) == params
