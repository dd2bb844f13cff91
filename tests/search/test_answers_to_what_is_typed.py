"""Whatever is typed has an answer: signs, exclusions alone, symbols known and unknown."""

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.parsing.symbols import Organ
from archive.search.form.params import View
from archive.search.results import resolution_named
from tests import factories as make
from tests.search.answering import answered, held, symbols

pytestmark = pytest.mark.django_db


SAYS_NOTHING = {
    "": "Search the archive",
    '"': "There is no word and no number in this search.",
    "& | !": "There is no word and no number in this search.",
    "the of": "These words stand in every text, so nothing can be found by them.",
    '"to be or not to be"': "These words stand in every text, so nothing can be found by them.",
}


@pytest.mark.parametrize("q", SAYS_NOTHING)
def test_a_search_that_says_nothing_gets_an_explanation_and_never_the_whole_archive(q: str) -> None:
    held("A/RES/66/164")
    page = answered(q)
    assert (page.status, page.results, page.title) == (200, (), SAYS_NOTHING[q])
    assert page.problem is not None
    assert page.problem.advice.endswith(".")


def test_where_nothing_is_asked_the_whole_archive_can_be_narrowed() -> None:
    held("A/RES/66/164")
    held("A/HRC/RES/13/13")
    page = answered()
    assert page.facets is not None
    counts = {
        facet.name: {value.value: value.count for value in facet.values} for facet in page.facets
    }
    assert counts["organ"] == {"GA": 1, "HRC": 1}
    assert (page.results, page.count.number) == ((), 0)
    assert answered("the").facets is None


def test_words_that_say_nothing_do_not_hide_what_the_filters_find() -> None:
    held("A/RES/66/164")
    held("A/HRC/RES/13/13")
    page = answered("the", organ=Organ.HRC)
    assert symbols(page) == ["A/HRC/RES/13/13"]
    assert page.ignored


def test_what_only_excludes_finds_all_the_rest() -> None:
    held("A/RES/66/164")
    held("A/RES/62/152", "Other words;")
    assert symbols(answered("-impunity")) == ["A/RES/62/152"]


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize(
    "q",
    [
        "\0",
        "impunity\0",
        "🕊 impunity",
        "\u202eimpunity\u202c",
        "x" * 10_000,
        "impunity " * 1_100,
        "(((",
    ],
)
def test_whatever_is_typed_has_an_answer(q: str, view: View) -> None:
    held("A/RES/66/164")
    assert answered(q, view=view).status == 200


# -- Symbols -----------------------------------------------------------------------------------


def test_of_several_resolutions_with_a_number_the_likeliest_that_exists_is_named() -> None:
    council = make.make_resolution("A/HRC/RES/53/144")
    assert resolution_named("53/144") == council
    assembly = make.make_resolution("A/RES/53/144")
    assert resolution_named("53/144") == assembly
    assert resolution_named("Council resolution 53/144") == council


@pytest.mark.parametrize("words", ["", "impunity", "66/164 impunity", '"66/164"', "66/165", "\0"])
def test_other_words_name_no_resolution(words: str) -> None:
    make.make_resolution("A/RES/66/164")
    assert resolution_named(words) is None


def test_words_that_spell_no_symbol_ask_the_database_nothing(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(0):
        assert resolution_named("impunity") is None


def test_a_symbol_in_quotation_marks_finds_the_texts_that_name_it() -> None:
    make.make_resolution("A/RES/53/144", title="Declaration")
    held("A/RES/66/164", "Recalling resolution 53/144;")
    for q in ('"53/144"', "53/144"):
        page = answered(q)
        assert symbols(page) == ["A/RES/53/144", "A/RES/66/164"]
        assert page.unknown_symbols == ()


def test_a_symbol_that_is_not_known_finds_the_texts_that_name_it() -> None:
    held("A/RES/66/164", "Recalling resolution 53/44;")
    page = answered("53/44")
    assert "53/44" in page.title
    assert page.unknown_symbols[0].text == "A/RES/53/44"
    assert [part.anchor for part in page.results[0].snippets] == ["op1"]


def test_a_document_is_found_in_the_notes_that_cite_it_in_any_form() -> None:
    paragraph = make.make_paragraph(make.make_text(make.make_resolution("A/RES/58/178")), "Notes;")
    note = make.make_footnote(paragraph, "E/CN.4/2001/94, E/CN.4/2002/106 and Add.1 and 2.")
    make.make_citation(note, "2.", "E/CN.4/2002/106/Add.2")
    for symbol in ("E/CN.4/2001/94", "e/cn.4/2002/106", "E/CN.4/2002/106/Add.2"):
        page = answered(symbol)
        assert [part.place for part in page.results[0].snippets] == ["note 1"]


def test_a_symbol_that_nobody_names_is_said_to_be_unknown_in_each_of_its_meanings() -> None:
    page = answered("resolution 58/178")
    assert page.title == "The archive does not know A/RES/58/178 or A/HRC/RES/58/178."
    assert (page.status, page.results) == (200, ())


# -- Counts that are not sure ------------------------------------------------------------------
