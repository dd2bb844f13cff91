"""Where nothing is found, what stands in the way is named, with what would be found without it."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search import results
from archive.search.form.params import Part, SearchParams, View
from archive.search.form.periods import Period
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches.matching import Search
from archive.search.remedies.loosening import MOST_SHOWN, Droppable, droppable
from tests import factories as make
from tests.search.archives import make_archive

pytestmark = pytest.mark.django_db


def _held(symbol: str, *wordings: str, **fields: Any) -> Resolution:
    resolution = make.adopted(symbol, 2011, title="A title", **fields)
    text = make.make_text(resolution)
    for wording in wordings:
        make.make_paragraph(text, wording)
    return resolution


def _droppable(q: str = "", **narrowing: Any) -> tuple[Droppable, ...]:
    params = SearchParams(q=q, **narrowing)
    return droppable(Search.of(params, ask(Query.read(q))))


def _shown(found: tuple[Droppable, ...]) -> dict[str, int]:
    return {one.label: one.count.number for one in found}


def test_each_filter_that_stands_in_the_way_is_named_with_what_is_found_without_it() -> None:
    for number in range(1, 4):
        _held(f"A/RES/66/{number}", "Impunity;")
    _held("A/HRC/RES/13/13", "Impunity;")
    assert _shown(_droppable("impunity", organ=Organ.GA, parts=(Part.TITLE,))) == {
        "all that narrows": 4,
        "in the title": 3,
    }
    both = _droppable("impunity", organ=Organ.HRC, since=Period.read("2012"))
    assert _shown(both) == {"all that narrows": 4, "adopted from 2012": 1}


def test_every_kind_of_filter_may_stand_in_the_way() -> None:
    make_archive(1)
    for narrowing, label in (
        ({"parts": (Part.TITLE, Part.ANNEX)}, "in the title or in annexes"),
        ({"organ": Organ.ECOSOC}, "Economic and Social Council"),
        ({"session": "12"}, "twelfth session"),
        ({"since": Period.read("1990"), "until": Period.read("1991")}, "adopted 1990 to 1991"),
        ({"openings": ("deplore", "dread")}, "opens with “deplore” or opens with “dread”"),
        ({"cites": ("A/RES/1/1",)}, "cites A/RES/1/1"),
        ({"stage": Resolution.Stage.DRAFT}, "draft"),
        ({"held": False}, "not held"),
    ):
        found = _droppable("zebra OR defenders", **narrowing)
        assert found == () or _shown(found)[label] > 0
        if label in _shown(found):
            (one,) = (one for one in found if one.label == label)
            assert one.params == SearchParams(q="zebra OR defenders")


def test_of_symbols_that_must_all_be_cited_each_may_be_dropped_by_itself() -> None:
    paragraph = make.make_paragraph(make.make_text(make.make_resolution("A/RES/66/164")), "66/1;")
    make.make_citation(paragraph, "66/1", "A/RES/66/1")
    found = _droppable(cites=("A/RES/66/1", "A/RES/66/2"))
    assert _shown(found) == {"cites A/RES/66/2": 1}
    assert found[0].params == SearchParams(cites=("A/RES/66/1",))


def test_each_word_that_stands_in_the_way_is_named() -> None:
    _held("A/RES/66/1", "Impunity of defenders;")
    _held("A/RES/66/2", "Impunity;")
    found = _droppable("impunity zebra")
    assert _shown(found) == {"zebra": 2}
    assert found[0].params.q == "impunity"
    assert _shown(_droppable("zebra impunity -defenders -impunity")) == {}
    assert _shown(_droppable("impunity -impunity")) == {"but not impunity": 2}


def test_what_finds_nothing_without_it_is_left_out() -> None:
    _held("A/RES/66/1", "Impunity;")
    assert _droppable("zebra giraffe") == ()
    assert _droppable("zebra giraffe impunity", organ=Organ.HRC) == ()


def test_where_no_one_thing_suffices_a_word_goes_with_all_that_narrows() -> None:
    _held("A/RES/66/1", "Impunity;")
    found = _droppable("zebra impunity", organ=Organ.HRC)
    assert _shown(found) == {"zebra and all that narrows": 1}
    assert found[0].params == SearchParams(q="impunity")


def test_nothing_is_proposed_that_no_longer_asks_for_anything() -> None:
    _held("A/RES/66/1", "Impunity;")
    assert _droppable("zebra") == ()
    assert _droppable("zebra", organ=Organ.GA) == ()
    assert _droppable(organ=Organ.HRC) == ()
    assert _droppable("the of", organ=Organ.HRC) == ()


def test_a_phrase_may_lose_its_quotation_marks() -> None:
    _held("A/RES/66/1", "Defenders and their impunity;")
    found = _droppable('"impunity defenders"')
    assert _shown(found) == {"the quotation marks": 1}
    assert found[0].params.q == "impunity defenders"


def test_a_phrase_that_stays_is_verified_when_a_word_goes() -> None:
    _held("A/RES/66/1", "The rights women have; women defenders;", "rights women defenders")
    _held("A/RES/66/2", "Rights women; women defenders;")
    found = _droppable('"rights women defenders" zebra')
    assert _shown(found) == {"zebra": 1}
    assert _shown(_droppable('zebra "women defenders" OR giraffe')) == {"zebra": 2}
    assert _shown(_droppable('impunity "women defenders"', organ=Organ.GA)) == {
        "impunity": 2,
    }
    _held("A/RES/66/3", "Impunity;")
    assert _shown(_droppable('impunity "women defenders"')) == {
        "impunity": 2,
        "“women defenders”": 1,
    }


def test_where_no_paragraph_says_it_all_a_resolution_may() -> None:
    _held("A/RES/66/1", "Impunity;", "Defenders;")
    found = _droppable("impunity defenders", view=View.PARAGRAPHS)
    assert _shown(found) == {"in one paragraph": 1, "impunity": 1, "defenders": 1}
    assert found[0].params == SearchParams(q="impunity defenders")


def test_what_finds_most_comes_first_and_no_more_is_shown_than_a_reader_takes_in() -> None:
    for number in range(1, 13):
        _held(f"A/RES/66/{number}", " ".join(f"word{place}" for place in range(number)))
    found = _droppable("word1 word2 word3 word4 word5 word12", organ=Organ.GA, session="66")
    numbers = [one.count.number for one in found]
    assert numbers == sorted(numbers, reverse=True)
    assert 0 < len(numbers) <= MOST_SHOWN
    assert all(numbers)


def test_counts_are_those_of_the_searches_they_lead_to() -> None:
    make_archive(4)
    for q, narrowing in (
        ('"human rights of the child" zebra', {}),
        ('"gender-based violence" zebra -child', {"parts": (Part.OPERATIVE,)}),
        ("violence zebra", {"view": View.PARAGRAPHS, "openings": ("note",)}),
        ('"gender-based violence"', {"view": View.PARAGRAPHS, "session": "12"}),
        ('"human rights violence human"', {"view": View.PARAGRAPHS, "session": "66"}),
    ):
        found = _droppable(q, **narrowing)
        counts = {one.label: results.found(one.params).count for one in found}
        assert counts == {one.label: one.count for one in found}
        assert found, q


def test_one_statement_counts_them_all(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_archive(1)
    params = SearchParams(q="impunity zebra -child", organ=Organ.GA)
    search = Search.of(params, ask(Query.read(params.q)))
    with django_assert_num_queries(1):
        assert droppable(search)


def test_a_search_without_anything_to_drop_has_nothing_to_count(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    search = Search.of(SearchParams(q="zebra"), ask(Query.read("zebra")))
    with django_assert_num_queries(0):
        assert droppable(search) == ()
