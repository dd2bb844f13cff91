"""A slip of the pen is mended with a word of the texts, where something is found by it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from archive.ingest.catalogue import catalogue
from archive.models import Resolution, Text
from archive.parsing.symbols import Organ
from archive.search import results
from archive.search.form.params import SearchParams, View
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches.matching import Search
from archive.search.remedies.corrections import Correction, correction, distance
from tests import factories as make

WORDING = (
    "Condemns impunity for gender-based violence against women and human rights defenders, "
    "counter-terrorism and the défense of organizations;"
)


@pytest.fixture
def held(db: None) -> Resolution:
    resolution = make.adopted("A/RES/66/164", 2011, title="Promotion of the Declaration")
    make.make_paragraph(make.make_text(resolution), WORDING)
    return resolution


def _correction(q: str, **narrowing: Any) -> Correction | None:
    params = SearchParams(q=q, **narrowing)
    return correction(Search.of(params, ask(Query.read(q))))


MENDED = {
    "impuntiy": "impunity",
    "Impunitty": "impunity",
    "wmoen": "women",
    "hmuan": "human",
    "defendres": "defenders",
    "proomtion": "promotion",
    "IMPUNTIY": "impunity",
    "impunité": "impunity",
    "defens": "defense",
    "impuntiy women": "impunity women",
    "impuntiy wmoen": "impunity women",
    '"human rihgts"': '"human rights"',
    '"human rihgts" impuntiy': '"human rights" impunity',
    "gendre-based": "gender-based",
    "impuntiy -zebras": "impunity -zebras",
    "zebras OR impuntiy": "zebras OR impunity",
    "impuntiy OR violense": "impunity OR violence",
    "wom* impuntiy": "wom* impunity",
}


@pytest.mark.parametrize("typed", MENDED)
def test_slips_are_mended_and_the_rest_of_the_search_stays(held: Resolution, typed: str) -> None:
    found = _correction(typed)
    assert found
    assert (found.q, found.params.q, found.count.number) == (MENDED[typed], MENDED[typed], 1)


@pytest.mark.parametrize(
    "typed",
    [
        "zebra",
        "impunity zebra",
        "qwertyuiop",
        "xyz",
        "12345",
        "66/165",
        "-impuntiy women zebra",
        "wom",
        "impnty*",
        "of the",
    ],
)
def test_what_is_like_no_word_is_left_alone(held: Resolution, typed: str) -> None:
    assert _correction(typed) is None


def test_nothing_is_proposed_that_finds_nothing(held: Resolution) -> None:
    assert _correction("impuntiy zebra") is None
    assert _correction("impuntiy zebra", organ=Organ.HRC) is None
    assert _correction('"impuntiy women"') is None
    assert _correction("impuntiy", organ=Organ.GA)


def test_where_a_filter_stands_in_the_way_too_the_correction_goes_without_it(
    held: Resolution,
) -> None:
    found = _correction("impuntiy wmoen", organ=Organ.HRC, view=View.PARAGRAPHS)
    assert found
    assert found.params == SearchParams(q="impunity women", view=View.PARAGRAPHS)
    assert (found.is_everywhere, found.count.number) == (True, 1)
    within = _correction("impuntiy wmoen", organ=Organ.GA)
    assert within
    assert not within.is_everywhere


def test_a_word_of_texts_that_are_gone_is_not_proposed(held: Resolution) -> None:
    Text.objects.all().delete()
    catalogue([held.pk])
    assert _correction("impuntiy") is None


def test_a_word_that_some_card_says_is_never_mended(held: Resolution) -> None:
    make.make_resolution("A/RES/53/144", title="Impunitas")
    assert _correction("impunitas women") is None


def test_words_that_are_passed_over_are_no_slips(held: Resolution) -> None:
    make.make_resolution("A/RES/53/144", title="The impunity then")
    found = _correction('"the impuntiy"')
    assert found
    assert found.q == '"the impunity"'


def test_filters_view_and_order_stay_and_the_page_is_the_first(held: Resolution) -> None:
    found = _correction("impuntiy", organ=Organ.GA, view=View.PARAGRAPHS, page=3)
    assert found
    assert found.params == SearchParams(q="impunity", organ=Organ.GA, view=View.PARAGRAPHS)
    assert found.count.in_words == "1 paragraph"


def test_the_nearest_word_wins_over_a_longer_one(held: Resolution) -> None:
    make.make_resolution("A/RES/53/144", title="Womens Womenfolk Women")
    found = _correction("womne")
    assert found
    assert found.q == "women"


def test_where_the_nearest_word_finds_nothing_another_may(held: Resolution) -> None:
    make.make_resolution("A/HRC/RES/13/13", title="Impurity")
    found = _correction("impuxity", organ=Organ.GA)
    assert found
    assert found.q == "impunity"


def test_the_count_is_that_of_the_search_it_leads_to(held: Resolution) -> None:
    for number in range(1, 5):
        make.make_resolution(f"A/RES/70/{number}", title="Impunity")
    for view in View:
        found = _correction("impuntiy", view=view)
        assert found
        assert found.count == results.found(found.params).count


def test_nothing_mistyped_takes_one_query_and_a_correction_three(
    held: Resolution, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for typed, queries in (("impunity zebra", 1), ("impuntiy", 3), ("66/165", 0)):
        search = Search.of(SearchParams(q=typed), ask(Query.read(typed)))
        with django_assert_num_queries(queries):
            correction(search)


# -- How many letters are wrong ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("", "", 0),
        ("", "abc", 3),
        ("women", "women", 0),
        ("wmoen", "women", 1),
        ("wmen", "women", 1),
        ("woomen", "women", 1),
        ("womin", "women", 1),
        ("women", "woman's", 3),
        ("ca", "abc", 3),
        ("impunity", "punity", 2),
    ],
)
def test_letters_that_are_wrong_are_counted(one: str, other: str, letters: int) -> None:
    assert distance(one, other) == letters


SOME = st.text(alphabet="abc", max_size=7)


@given(one=SOME, other=SOME)
def test_it_is_as_far_back_and_nothing_is_farther_than_the_longer_word(
    one: str, other: str
) -> None:
    assert distance(one, other) == distance(other, one)
    assert abs(len(one) - len(other)) <= distance(one, other) <= max(len(one), len(other))
    assert (distance(one, other) == 0) is (one == other)


@given(word=SOME.filter(bool), place=st.integers(0, 6), letter=st.sampled_from("abc"))
def test_one_slip_is_at_most_one_letter(word: str, place: int, letter: str) -> None:
    place %= len(word)
    before, after = word[:place], word[place:]
    for slip in (
        before + letter + after,
        before + after[1:],
        before + letter + after[1:],
        before + after[1:2] + after[:1] + after[2:],
    ):
        assert distance(word, slip) <= 1
