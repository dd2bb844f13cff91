"""Every search has one address, and the searches beside it have theirs."""

from typing import Any

import pytest

from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search.form import params as module
from archive.search.form.params import Part, SearchParams, Sort, View, encoded
from archive.search.form.periods import Period

EVERYTHING = SearchParams(
    q="“a b” & c",
    parts=(Part.FOOTNOTES, Part.TITLE),
    view=View.PARAGRAPHS,
    organ=Organ.GA,
    session="66",
    since=Period.read("2000"),
    until=Period.read("2011-12-19"),
    openings=("recall", "call upon"),
    cites=("A/RES/53/144", "A/RES/2200A(XXI)", "A/RES/53/144"),
    stage=Resolution.Stage.DRAFT,
    held=True,
    sort=Sort.MOST_RECALLED,
    page=2,
)
ITS_ADDRESS = (
    "q=%E2%80%9Ca+b%E2%80%9D+%26+c&in=title&in=footnotes&view=paragraphs&organ=GA&session=66"
    "&from=2000&to=2011-12-19&opening=call+upon&opening=recall"
    "&cites=A/RES/2200A%28XXI%29&cites=A/RES/53/144&stage=draft&held=yes&sort=most-recalled&page=2"
)
WRITTEN = [
    (EVERYTHING, ITS_ADDRESS),
    (SearchParams(), ""),
    (SearchParams(q="impunity"), "q=impunity"),
    (SearchParams(q="66/164", page=2), "q=66/164&page=2"),
    (SearchParams(view=View.PARAGRAPHS), "view=paragraphs"),
    (SearchParams(held=False), "held=no"),
    (SearchParams(organ=Organ.SC, page=3), "organ=SC&page=3"),
    (SearchParams(q="a", sort=Sort.RELEVANCE), "q=a"),
    (SearchParams(q="a", sort=Sort.NEWEST), "q=a&sort=newest"),
    (SearchParams(organ=Organ.SC, sort=Sort.NEWEST), "organ=SC"),
    (SearchParams(organ=Organ.SC, sort=Sort.OLDEST), "organ=SC&sort=oldest"),
    (SearchParams(page=3), ""),
]


@pytest.mark.parametrize(("params", "address"), WRITTEN, ids=[address for _, address in WRITTEN])
def test_a_search_is_written_in_one_order_without_what_goes_without_saying(
    params: SearchParams, address: str
) -> None:
    assert params.query_string == address
    assert params.is_written_as(address)


def test_repeated_values_are_in_one_order_however_they_came() -> None:
    assert EVERYTHING.parts == (Part.TITLE, Part.FOOTNOTES)
    assert EVERYTHING.openings == ("call upon", "recall")
    assert EVERYTHING.cites == ("A/RES/2200A(XXI)", "A/RES/53/144")
    assert EVERYTHING.with_(parts=(Part.ANNEX, Part.TITLE)).parts == (Part.TITLE, Part.ANNEX)
    of_two_organs = EVERYTHING.with_(cites=("A/HRC/RES/13/13", "A/RES/53/144"))
    assert of_two_organs.cites == ("A/RES/53/144", "A/HRC/RES/13/13")


@pytest.mark.parametrize(
    "address",
    ["q=a%20b&organ=GA", "q=a+b&organ=GA", "q=%61+b&organ=G%41", "q=a+b&&organ=GA"],
)
def test_ways_to_encode_the_same_signs_are_the_one(address: str) -> None:
    assert SearchParams(q="a b", organ=Organ.GA).is_written_as(address)


@pytest.mark.parametrize(
    "address",
    [
        "organ=GA&q=a+b",
        "q=a+b&organ=ga",
        "q=a+b&organ=GA&page=1",
        "q=a+b&organ=GA&session=",
        "q=a+b&organ=GA&organ=GA",
        "q=a++b&organ=GA",
    ],
)
def test_another_way_to_write_a_search_is_not_the_one(address: str) -> None:
    assert not SearchParams(q="a b", organ=Organ.GA).is_written_as(address)


def test_signs_that_say_nothing_are_another_way_to_ask_nothing() -> None:
    assert SearchParams().is_written_as("")
    assert not SearchParams().is_written_as("&")


def test_repeated_names_that_stand_apart_are_another_way() -> None:
    params = SearchParams(q="a", parts=(Part.TITLE, Part.ANNEX))
    assert params.is_written_as("q=a&in=title&in=annex")
    assert not params.is_written_as("in=title&q=a&in=annex")


def test_signs_that_are_no_utf_8_are_read_alike_everywhere() -> None:
    assert SearchParams(q="\ufffd").is_written_as("q=%FF")


def test_words_as_long_as_a_page_are_not_kept_once_they_are_written() -> None:
    kept = module._remembered.cache_info()
    assert encoded("é" * 10_000) == "%C3%A9" * 10_000
    assert module._remembered.cache_info() == kept


def test_another_page_is_the_same_search() -> None:
    assert EVERYTHING.on_page(5).page == 5
    assert EVERYTHING.on_page(5).with_() == EVERYTHING.on_page(1)


def test_another_value_begins_on_the_first_page() -> None:
    changed = EVERYTHING.with_(organ=None, held=None)
    assert (changed.organ, changed.held, changed.page) == (None, None, 1)
    assert changed.with_(organ=Organ.GA, held=True, page=2) == EVERYTHING


def test_without_words_the_newest_come_first() -> None:
    assert SearchParams(organ=Organ.GA).order is Sort.NEWEST
    assert SearchParams(q="a").order is Sort.RELEVANCE
    assert SearchParams(sort=Sort.OLDEST).order is Sort.OLDEST


def test_only_words_that_spell_a_symbol_may_be_a_name() -> None:
    assert SearchParams(q="66/164").may_be_a_name
    assert SearchParams(q="General Assembly resolution 66/164").may_be_a_name
    others = [
        SearchParams(q="impunity"),
        SearchParams(q="“66/164”"),
        SearchParams(q="66/164", keeps_view=True),
        SearchParams(q="66/164", organ=Organ.GA),
        SearchParams(q="66/164", view=View.PARAGRAPHS),
        SearchParams(q="66/164", sort=Sort.NEWEST),
        SearchParams(q="66/164", page=2),
        SearchParams(),
    ]
    assert [params for params in others if params.may_be_a_name] == []


def test_a_symbol_that_stays_a_search_says_so_in_its_address() -> None:
    stays = SearchParams(q="66/164", keeps_view=True)
    assert stays.query_string == "q=66/164&view=resolutions"
    assert stays.is_written_as("q=66/164&view=resolutions")
    assert SearchParams(q="impunity", keeps_view=True).query_string == "q=impunity"
    assert SearchParams(q="66/164", page=2, keeps_view=True).query_string == "q=66/164&page=2"


def test_a_link_to_fewer_filters_or_to_the_first_page_never_leaves_the_search() -> None:
    assert SearchParams(q="66/164", organ=Organ.GA).with_(organ=None).query_string == (
        "q=66/164&view=resolutions"
    )
    assert SearchParams(q="66/164", page=2).on_page(1).query_string == "q=66/164&view=resolutions"


def test_what_narrows_a_search_is_neither_its_words_nor_how_it_is_listed() -> None:
    listed = SearchParams(q="a", view=View.PARAGRAPHS, sort=Sort.OLDEST, page=2)
    assert not listed.is_narrowed
    assert not listed.is_empty
    assert listed.with_(q="").is_empty
    narrowing: list[dict[str, Any]] = [
        {"parts": (Part.TITLE,)},
        {"organ": Organ.GA},
        {"session": "66"},
        {"since": Period.of_year(2000)},
        {"until": Period.of_year(2000)},
        {"openings": ("recall",)},
        {"cites": ("A/RES/53/144",)},
        {"stage": Resolution.Stage.ADOPTED},
        {"held": False},
    ]
    for values in narrowing:
        assert SearchParams(**values).is_narrowed, values
        assert not SearchParams(**values).is_empty, values


def test_each_part_has_a_letter_of_its_own() -> None:
    assert [part.letter for part in Part] == ["t", "p", "o", "a", "n"]
