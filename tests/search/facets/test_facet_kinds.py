"""A value takes the place of another of its kind, and is taken away by choosing it again."""

from typing import Any

import pytest

from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search.facets.facet_kinds import KINDS, FacetKind, decade_of
from archive.search.form.params import Part, SearchParams, Sort
from archive.search.form.periods import Period

KIND: dict[str, FacetKind] = {kind.name: kind for kind in KINDS}
SEARCH = SearchParams(q="impunity", sort=Sort.OLDEST, page=3)
#: Of each kind: two values as they are tallied, and how the search is narrowed by each.
VALUES: dict[str, list[tuple[Any, dict[str, Any]]]] = {
    "organ": [("GA", {"organ": Organ.GA}), ("SC", {"organ": Organ.SC})],
    "decade": [
        (2000, {"since": Period.read("2000"), "until": Period.read("2009")}),
        (1990, {"since": Period.read("1990"), "until": Period.read("1999")}),
    ],
    "session": [("66", {"session": "66"}), ("XXI", {"session": "XXI"})],
    "in": [(Part.TITLE, {"parts": (Part.TITLE,)}), (Part.ANNEX, {"parts": (Part.ANNEX,)})],
    "opening": [("recall", {"openings": ("recall",)}), ("note", {"openings": ("note",)})],
    "stage": [
        ("adopted", {"stage": Resolution.Stage.ADOPTED}),
        ("draft", {"stage": Resolution.Stage.DRAFT}),
    ],
    "held": [(True, {"held": True}), (False, {"held": False})],
}


def _toggled(kind: FacetKind, value: Any, *, search: SearchParams = SEARCH) -> SearchParams:
    return search.with_(**kind.toggled(search, value))


@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_set_put_in_the_place_of_another_and_taken_away(name: str) -> None:
    kind, ((one, narrowed), (other, otherwise)) = KIND[name], VALUES[name]
    with_one = _toggled(kind, one)
    assert with_one == SEARCH.with_(**narrowed)
    assert _toggled(kind, other, search=with_one) == SEARCH.with_(**otherwise)
    assert _toggled(kind, one, search=with_one) == SEARCH.with_()


@pytest.mark.parametrize("name", VALUES)
def test_a_value_that_is_set_has_the_type_that_a_search_wants(name: str) -> None:
    for value, narrowed in VALUES[name]:
        params = _toggled(KIND[name], value)
        for field, wanted in narrowed.items():
            assert repr(getattr(params, field)) == repr(wanted)


@pytest.mark.parametrize("name", VALUES)
def test_what_is_chosen_is_told_from_what_is_not(name: str) -> None:
    kind, ((one, _narrowed), (other, _otherwise)) = KIND[name], VALUES[name]
    assert kind.chosen(SEARCH) == ()
    assert one in kind.chosen(_toggled(kind, one))
    assert other not in kind.chosen(_toggled(kind, one))


@pytest.mark.parametrize("years", [("0001", "0009"), ("0001", None), ("2001", "2010")])
def test_years_that_are_no_decade_choose_none(years: tuple[str, str | None]) -> None:
    since, until = (Period.read(year) if year else None for year in years)
    assert KIND["decade"].chosen(SearchParams(since=since, until=until)) == ()


def test_every_kind_but_that_of_symbols_is_tried() -> None:
    assert {*VALUES, "cites"} == set(KIND)


def test_symbols_add_up_since_a_resolution_cites_many() -> None:
    cites = KIND["cites"]
    both = _toggled(cites, "A/RES/53/144", search=_toggled(cites, "A/RES/66/164"))
    assert both == SEARCH.with_(cites=("A/RES/53/144", "A/RES/66/164"))
    assert _toggled(cites, "A/RES/53/144", search=both).cites == ("A/RES/66/164",)


def test_of_several_chosen_ones_a_value_takes_away_itself_alone() -> None:
    both = SEARCH.with_(openings=("note", "recall"), parts=(Part.TITLE, Part.ANNEX))
    assert _toggled(KIND["opening"], "note", search=both).openings == ("recall",)
    assert _toggled(KIND["opening"], "urge", search=both).openings == ("urge",)
    assert _toggled(KIND["in"], Part.ANNEX, search=both).parts == (Part.TITLE,)


@pytest.mark.parametrize(("since", "until"), [("2000", None), ("2000", "2010"), ("2001", "2009")])
def test_dates_that_are_no_decade_choose_none(since: str, until: str | None) -> None:
    dates = {"since": Period.read(since), "until": until and Period.read(until)}
    assert KIND["decade"].chosen(SEARCH.with_(**dates)) == ()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("organ", "GA", "General Assembly"),
        ("decade", 1990, "1990s"),
        ("session", "66", "sixty-sixth"),
        ("session", "S-21", "twenty-first special"),
        ("session", "2000", "2000"),
        ("in", Part.FOOTNOTES, "notes"),
        ("opening", "call upon", "call upon"),
        ("cites", "A/RES/53/144", "A/RES/53/144"),
        ("stage", "draft", "draft"),
        ("held", True, "held"),
        ("held", False, "not held"),
    ],
)
def test_values_are_said_in_words(name: str, value: object, words: str) -> None:
    assert KIND[name].named(value) == words


def test_a_decade_begins_with_a_year_that_ends_in_nought() -> None:
    assert [decade_of(year) for year in (1989, 1990, 1999, 2000)] == [1980, 1990, 1990, 2000]
