"""Each thing that narrows a search is said in words, and can be taken away by itself."""

from typing import Any

import pytest

from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search.facets.chips import chips, cleared, dates_in_words
from archive.search.form.params import Part, SearchParams, Sort, View
from archive.search.form.periods import Period

EVERYTHING = SearchParams(
    q="impunity",
    parts=(Part.PREAMBULAR, Part.OPERATIVE),
    view=View.PARAGRAPHS,
    organ=Organ.GA,
    session="66",
    since=Period.read("2000"),
    until=Period.read("2015"),
    openings=("call upon", "recall"),
    cites=("A/RES/53/144", "A/RES/217A(III)"),
    stage=Resolution.Stage.ADOPTED,
    held=True,
    sort=Sort.OLDEST,
    page=3,
)


def test_every_value_that_narrows_has_one_chip_in_the_order_of_the_address() -> None:
    assert [chip.label for chip in chips(EVERYTHING)] == [
        "in preambular paragraphs",
        "in operative paragraphs",
        "General Assembly",
        "sixty-sixth session",
        "adopted 2000 to 2015",
        "opens with “call upon”",
        "opens with “recall”",
        "cites A/RES/217A(III)",
        "cites A/RES/53/144",
        "adopted",
        "held",
    ]


def test_what_only_shows_results_otherwise_has_no_chip() -> None:
    assert chips(SearchParams(q="a", view=View.PARAGRAPHS, sort=Sort.OLDEST, page=2)) == ()


@pytest.mark.parametrize("number", range(11))
def test_a_chip_takes_its_own_value_away_and_nothing_else(number: int) -> None:
    chip = chips(EVERYTHING)[number]
    left = [other.label for other in chips(chip.params)]
    assert left == [other.label for other in chips(EVERYTHING) if other != chip]
    assert (chip.params.q, chip.params.view, chip.params.sort) == ("impunity", *_SHOWN)
    assert chip.params.page == 1


_SHOWN = View.PARAGRAPHS, Sort.OLDEST


def test_all_can_be_taken_away_at_once() -> None:
    left = cleared(EVERYTHING)
    assert left == SearchParams(q="impunity", view=View.PARAGRAPHS, sort=Sort.OLDEST)
    assert not left.is_narrowed


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2000", "2015", "adopted 2000 to 2015"),
        ("2011", "2011", "adopted in 2011"),
        ("2011-12-19", "2011-12-19", "adopted on 19 December 2011"),
        ("2011-12-19", "2015", "adopted 19 December 2011 to 2015"),
        ("2011-12-19", "2011", "adopted 19 December 2011 to 31 December 2011"),
        ("2011", "2011-12-19", "adopted 1 January 2011 to 19 December 2011"),
        ("2011-12-31", "2011", "adopted on 31 December 2011"),
        ("2000", "", "adopted from 2000"),
        ("", "2015-03-01", "adopted until 1 March 2015"),
        ("", "", ""),
    ],
)
def test_dates_are_said_as_typed_but_within_a_year_by_their_days(
    since: str, until: str, words: str
) -> None:
    periods = [Period.read(typed) if typed else None for typed in (since, until)]
    assert dates_in_words(SearchParams(since=periods[0], until=periods[1])) == words


@pytest.mark.parametrize(
    ("narrowing", "label"),
    [
        ({"parts": (Part.TITLE,)}, "in the title"),
        ({"parts": (Part.ANNEX,)}, "in annexes"),
        ({"parts": (Part.FOOTNOTES,)}, "in notes"),
        ({"session": "S-21"}, "twenty-first special session"),
        ({"session": "XXI"}, "twenty-first session"),
        ({"session": "2000"}, "session 2000"),
        ({"stage": Resolution.Stage.DRAFT}, "draft"),
        ({"held": False}, "not held"),
    ],
)
def test_values_are_said_in_words(narrowing: dict[str, Any], label: str) -> None:
    assert [chip.label for chip in chips(SearchParams(**narrowing))] == [label]


def test_drafts_were_distributed_not_adopted() -> None:
    params = SearchParams(stage=Resolution.Stage.DRAFT, since=Period.read("2015"))
    assert dates_in_words(params) == "distributed from 2015"
