"""What a search may be narrowed by, with counts that are those of the lists its links lead to."""

from collections.abc import Mapping

import pytest

from archive.parsing.symbols import Organ
from archive.search.facets.facets import Facets, FacetValue, arranged
from archive.search.facets.tallies import Tally, in_two_figures
from archive.search.form.links import Links
from archive.search.form.params import Part, SearchParams
from archive.search.form.periods import Period
from archive.search.matches.counts import Noun
from tests.search.facets.links import facet_named

SEARCH = SearchParams(q="impunity")
LINK = Links(SEARCH).to({"organ": Organ.GA})
TALLIES: Mapping[str, Tally] = {
    "organ": Tally.of({"HRC": 3, "GA": 5, "SC": 0}, total=8),
    "dates": Tally.of({1999: 2, 2011: 4, 2015: 1, None: 1}, total=8),
}


def _arranged(tallies: Mapping[str, Tally], params: SearchParams = SEARCH) -> Facets:
    return arranged({**TALLIES, **tallies}, params, noun=Noun.RESOLUTION)


def _names(found: Facets) -> list[str]:
    return [facet.name for facet in found]


def test_values_stand_with_the_most_frequent_first_and_values_of_none_go() -> None:
    organ = facet_named("organ", _arranged({}))
    shown = [(value.value, value.label, value.count) for value in organ.values]
    assert shown == [("GA", "General Assembly", 5), ("HRC", "Human Rights Council", 3)]
    assert organ.label == "Organ"


def test_decades_stand_in_order_the_latest_first_and_what_has_no_date_is_in_none() -> None:
    decades = facet_named("decade", _arranged({})).values
    assert [(value.label, value.count) for value in decades] == [("2010s", 5), ("1990s", 2)]
    assert decades[0].link.params == SEARCH.with_(
        since=Period.read("2010"), until=Period.read("2019")
    )


def test_at_most_eight_values_are_shown_and_how_many_more_there_are() -> None:
    openings = {f"opening {number:02}": 30 - number for number in range(20)}
    facet = facet_named("opening", _arranged({"openings": Tally.of(openings, total=30)}))
    assert [value.label for value in facet.values] == list(openings)[:8]
    assert facet.more_count == 12


def test_a_chosen_value_is_shown_however_few_have_it() -> None:
    openings = {f"opening {number:02}": 30 - number for number in range(20)}
    params = SEARCH.with_(openings=("opening 19",))
    facet = facet_named("opening", _arranged({"openings": Tally.of(openings, total=30)}, params))
    assert [value.label for value in facet.values if value.is_chosen] == ["opening 19"]
    assert (len(facet.values), facet.more_count) == (9, 11)
    assert facet.values[-1].link.params == SEARCH.with_()


def test_values_as_frequent_as_one_another_stand_in_alphabetical_order() -> None:
    facet = facet_named(
        "opening", _arranged({"openings": Tally.of({"urge": 1, "note": 1}, total=2)})
    )
    assert [value.label for value in facet.values] == ["note", "urge"]


def test_sessions_as_frequent_as_one_another_stand_with_the_latest_first() -> None:
    sessions = dict.fromkeys(["S-21", "58", "70", "XXI", "S-9", "62"], 1) | {"55": 2}
    facet = facet_named("session", _arranged({"session": Tally.of(sessions, total=8)}))
    assert [value.value for value in facet.values] == ["55", "70", "62", "58", "XXI", "S-21", "S-9"]


def test_a_facet_is_left_out_that_would_narrow_nothing() -> None:
    only = {"organ": Tally.of({"GA": 8}, total=8), "stage": Tally.of({}, total=8)}
    assert _names(_arranged(only)) == ["decade"]
    assert "organ" in _names(_arranged({"organ": Tally.of({"GA": 7}, total=8)}))
    assert "organ" in _names(_arranged(only, SEARCH.with_(organ=Organ.GA)))


def test_a_facet_of_no_values_is_left_out_even_where_one_is_chosen() -> None:
    none = {"organ": Tally.of({}, total=0)}
    assert "organ" not in _names(_arranged(none, SEARCH.with_(organ=Organ.GA)))


def test_two_values_that_all_have_narrow_nothing_either_but_a_third_does() -> None:
    parts = {Part.TITLE: 8, Part.OPERATIVE: 8}
    assert "in" not in _names(_arranged({"parts": Tally.of(parts, total=8)}))
    parts[Part.ANNEX] = 1
    assert "in" in _names(_arranged({"parts": Tally.of(parts, total=8)}))


def test_values_are_written_as_the_address_writes_them() -> None:
    found = _arranged(
        {
            "held": Tally.of({True: 5, False: 3}, total=8),
            "parts": Tally.of({Part.TITLE: 5, Part.FOOTNOTES: 3}, total=8),
            "stage": Tally.of({"adopted": 5, "draft": 3}, total=8),
        }
    )
    for name, written in {
        "held": ["yes", "no"],
        "in": ["title", "footnotes"],
        "stage": ["adopted", "draft"],
        "decade": ["2010", "1990"],
    }.items():
        assert [value.value for value in facet_named(name, found).values] == written


def test_a_cited_resolution_comes_with_its_title() -> None:
    symbol = "A/RES/53/144"
    cites = Tally(counts={symbol: 1}, total=2, value_count=1, titles={symbol: "Declaration"})
    (value,) = facet_named("cites", _arranged({"cites": cites})).values
    assert (value.label, value.detail) == (symbol, "Declaration")


def test_what_was_counted_is_said_where_the_list_shows_something_else() -> None:
    tally = Tally.of({"GA": 5, "HRC": 3}, total=8)
    assert facet_named("organ", _arranged({"organ": tally})).note == ""
    found = arranged({**TALLIES, "organ": tally}, SEARCH, noun=Noun.PARAGRAPH)
    assert facet_named("organ", found).note == "These are numbers of resolutions."


def test_years_are_bars_unless_all_are_of_one() -> None:
    histogram = _arranged({}).histogram
    assert histogram
    assert {bar.year: bar.count for bar in histogram.found} == {1999: 2, 2011: 4, 2015: 1}
    assert (histogram.undated, histogram.noun) == (1, Noun.RESOLUTION)
    one = {"dates": Tally.of({2011: 8}, total=8)}
    assert _arranged(one).histogram is None
    assert _arranged(one, SEARCH.with_(since=Period.read("2000"))).histogram
    assert _arranged({"dates": Tally.of({}, total=8)}).histogram is None


@pytest.mark.parametrize(
    ("number", "about"),
    [(0, 0), (7, 7), (42, 42), (123, 120), (1_250, 1_200), (1_251, 1_300), (99_600, 100_000)],
)
def test_what_is_known_approximately_is_said_in_two_figures(number: int, about: int) -> None:
    assert in_two_figures(number) == about


def test_a_count_says_whether_it_is_approximate() -> None:
    value = FacetValue(value="GA", label="General Assembly", count=12_000, link=LINK)
    assert value.count_in_words == "12,000"
    about = FacetValue(value="GA", label="", count=12_000, link=LINK, is_approximate=True)
    assert about.count_in_words == "about 12,000"
