"""What somebody who is still typing may mean: a symbol, a title, an opening."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.models import CatalogueCard, Resolution, Word
from archive.search.form.params import SearchParams
from archive.search.suggestions.suggestions import (
    MOST_OPENINGS,
    MOST_SYMBOLS,
    MOST_TITLES,
    Suggestion,
    suggestions,
)
from tests import factories as make

pytestmark = pytest.mark.django_db

DECLARATION = "Declaration on the Right and Responsibility of Individuals"


def _titled(symbol: str, title: str, *, recalled: int = 0) -> Resolution:
    resolution = make.adopted(symbol, 1998, title=title)
    CatalogueCard.objects.of(resolution).update(times_recalled=recalled)
    return resolution


def _opening(form: str, printed: str = "Opening", *, times: int = 1) -> None:
    for _ in range(times):
        make.make_paragraph(make.make_text(), f"{printed} this;", opening=printed, form=form)


def _words(typed: str) -> list[str]:
    return [suggestion.words for suggestion in suggestions(typed)]


def _openings(typed: str) -> list[str]:
    searches = [one.leads_to for one in suggestions(typed)]
    return [one.openings[0] for one in searches if isinstance(one, SearchParams)]


def test_a_symbol_leads_to_its_resolution_and_says_what_that_is() -> None:
    _titled("A/RES/53/144", DECLARATION)
    assert suggestions("53/1") == (
        Suggestion(
            words="A/RES/53/144",
            about=f"19 December 1998 · not held · {DECLARATION}",
            leads_to="/A/RES/53/144/",
        ),
    )


@pytest.mark.parametrize(
    "typed", ["53", "53/1", "53/144", "A/RES/53", "a/res/53/1", "resolution 53/1", " 53/14 "]
)
def test_a_symbol_is_suggested_by_whatever_it_begins_with(typed: str) -> None:
    _titled("A/RES/53/144", DECLARATION)
    _titled("A/RES/54/170", DECLARATION)
    assert _words(typed) == ["A/RES/53/144"]


@pytest.mark.parametrize("typed", ["2200", "2200 A", "2200A(", "2200 a (xxi)", "2200(XXI)"])
def test_a_symbol_of_an_old_session_is_suggested_by_its_number(typed: str) -> None:
    _titled("A/RES/2200A(XXI)", "International Covenants")
    assert _words(typed) == ["A/RES/2200A(XXI)"]


def test_the_symbol_typed_whole_is_first_and_then_those_recalled_most() -> None:
    _titled("A/RES/66/1", "One")
    _titled("A/RES/66/12", "Two", recalled=3)
    _titled("A/RES/66/164", "Three", recalled=9)
    assert _words("66/1") == ["A/RES/66/1", "A/RES/66/164", "A/RES/66/12"]


def test_signs_that_stand_for_others_in_a_pattern_stand_for_themselves() -> None:
    _titled("A/RES/53/144", DECLARATION)
    assert _words("A/RES/5_/144") == _words("A/RES/5%") == _words("%") == []


def test_a_draft_and_a_text_that_is_held_say_so() -> None:
    make.make_text(make.make_draft(title="Of a draft"))
    (draft,) = suggestions("A/C.3/70/L")
    assert draft.about == "draft · Of a draft"


@pytest.mark.parametrize(
    "typed",
    [
        "declaration",
        "Declar",
        "right and resp",
        "the right",
        "declaration on the",
        "declaration o",
        "responsibilities individual",
        "RESPONSIBILI",
    ],
)
def test_a_title_is_suggested_by_its_words_and_the_beginning_of_the_last(typed: str) -> None:
    _titled("A/RES/53/144", DECLARATION)
    _titled("A/RES/66/1", "World summit")
    assert suggestions(typed) == (
        Suggestion(
            words=DECLARATION,
            about="A/RES/53/144 · 19 December 1998 · not held",
            leads_to="/A/RES/53/144/",
        ),
    )


@pytest.mark.parametrize("stop", range(3, len("universities") + 1))
def test_a_title_stays_while_its_word_is_typed_to_the_end(stop: int) -> None:
    _titled("A/RES/66/1", "Universities in danger")
    assert _words("universities"[:stop]) == ["Universities in danger"]


@pytest.mark.parametrize("typed", ["cote", "Côte", "côt", "CÔTE d"])
def test_a_title_is_suggested_with_and_without_its_accents(typed: str) -> None:
    _titled("A/RES/66/1", "Situation in Côte d’Ivoire")
    assert _words(typed) == ["Situation in Côte d’Ivoire"]


@pytest.mark.usefixtures("spellings")
@pytest.mark.parametrize("typed", ["organisation", "organisations in"])
def test_a_title_is_suggested_in_another_spelling(typed: str) -> None:
    _titled("A/RES/66/1", "International organizations in danger")
    assert _words(typed) == ["International organizations in danger"]


def test_small_words_alone_ask_for_nothing_but_what_the_last_may_become() -> None:
    _titled("A/RES/66/1", "Terrorism and the world")
    assert _words("and t") == ["Terrorism and the world"]
    assert _words("and the") == []


def test_a_title_is_suggested_by_a_beginning_that_many_words_have() -> None:
    Word.objects.bulk_create(Word(word=f"coa{a}{b}") for a in "abcdefg" for b in "abcdefg")
    _titled("A/RES/66/1", "Situation in Côte d’Ivoire")
    assert _words("CÔ") == ["Situation in Côte d’Ivoire"]


def test_the_most_recalled_of_many_titles_is_among_those_suggested() -> None:
    for number in range(1, 43):
        _titled(f"A/RES/66/{number}", f"Protection {number}")
    _titled("A/RES/67/1", "Protection of all", recalled=1)
    assert _words("protection")[0] == "Protection of all"


def test_all_words_must_stand_in_the_title() -> None:
    _titled("A/RES/53/144", DECLARATION)
    assert _words("declaration women") == []


def test_titles_come_by_how_often_they_are_recalled_and_each_once() -> None:
    _titled("A/RES/62/1", "Protection of defenders", recalled=1)
    _titled("A/RES/66/1", "Protection of defenders", recalled=5)
    _titled("A/RES/60/1", "Protection of women", recalled=3)
    _titled("A/RES/68/1", "Protection of civilians", recalled=9)
    found = suggestions("protect")
    assert [one.leads_to for one in found] == ["/A/RES/68/1/", "/A/RES/66/1/", "/A/RES/60/1/"]


def test_one_resolution_is_suggested_by_its_symbol_or_its_title() -> None:
    _titled("A/RES/53/144", "Follow-up to session 53")
    assert _words("53") == ["A/RES/53/144"]
    assert _words("session 53") == ["Follow-up to session 53"]


@pytest.mark.parametrize(
    "typed", ["call", "Calls upon", "calls", "calling u", "CALL UPON", "cal", "callin", "c", "upon"]
)
def test_an_opening_leads_to_the_search_for_it(typed: str) -> None:
    _opening("call upon", "Calls upon")
    assert suggestions(typed) == (
        Suggestion(
            words="call upon",
            about="opening of paragraphs",
            leads_to=SearchParams(openings=("call upon",)),
        ),
    )


def test_an_opening_is_suggested_without_its_modifiers_and_by_a_later_word() -> None:
    _opening("concerned", "Deeply concerned")
    _opening("call upon", "Calls upon")
    assert _openings("Deeply concerned") == ["concerned"]
    assert _openings("UPON") == ["call upon"]


def test_openings_that_begin_so_come_first_and_of_these_the_commonest() -> None:
    _opening("express concern", times=3)
    _opening("condemn", times=1)
    _opening("confirm", times=2)
    assert _openings("con") == ["confirm", "condemn", "express concern"]
    assert _openings("express concern") == ["express concern"]
    assert _openings("impunity") == []


def test_there_are_at_most_so_many_of_each_kind() -> None:
    for number in range(1, 9):
        _titled(f"A/RES/66/{number}", f"Call for peace {'abcdefgh'[number - 1]}", recalled=number)
        _opening(f"call {'abcdefgh'[number - 1]}")
    assert len(suggestions("66/")) == MOST_SYMBOLS
    assert len(suggestions("call")) == MOST_TITLES + MOST_OPENINGS


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "\0",
        "\0\0'",
        "'",
        '"',
        "\\",
        "%",
        "&|!():*<->",
        "💚",
        "حقوق",
        "ﬁ",
        "\ud7ff",
        "a" * 10_000,
        "a " * 5_000,
        "word'); DROP TABLE archive_word; --",
        "{}",
        "the of",
        "1" * 150,
    ],
)
def test_whatever_is_typed_is_no_error(typed: str) -> None:
    _titled("A/RES/53/144", DECLARATION)
    assert suggestions(typed) == ()


@pytest.fixture
def statements() -> Callable[[str], list[str]]:
    """The statements that suggestions take."""

    def taken(typed: str) -> list[str]:
        with CaptureQueriesContext(connection) as queries:
            suggestions(typed)
        return [query["sql"] for query in queries]

    return taken


@pytest.mark.parametrize(
    ("typed", "most"), [("", 0), ("a" * 300, 0), ("%", 4), ("call", 5), ("66/1", 6), ("2200 A", 6)]
)
def test_suggestions_take_three_queries_at_most(
    statements: Callable[[str], list[str]], *, typed: str, most: int
) -> None:
    """Besides a savepoint, its release, and what a search asks of the planner."""
    assert len(statements(typed)) == most
