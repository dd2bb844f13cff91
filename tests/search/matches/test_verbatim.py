"""Words are compared as they were typed, whatever case they have and whatever stands between."""

import pytest
from django.db import connection

from archive.search.form.params import SearchParams, View
from archive.search.language.query import Query
from archive.search.matches.verbatim import (
    IN_ORDER,
    SPELLED,
    WORD_COUNT,
    in_order,
    single_words,
    spelled,
    wording_of,
)
from archive.search.results import search
from tests import factories as make


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wording",
    [
        "Calls upon States, in particular:",
        "the “Paris Principles”—see 48/134 (annex)",
        "State’s, State's; gender-based",
        " Défenseurs  des droits ",
        "…",
    ],
)
def test_the_database_spells_a_wording_as_we_do(wording: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {SPELLED.format(wording='%s::text')}", [wording])
        assert cursor.fetchone()[0].strip() == spelled(wording).strip()


def test_words_have_spaces_round_them_and_no_signs_between() -> None:
    assert spelled("Calls upon States, in particular:") == " calls upon states in particular "
    assert spelled("…") == ""


_SPELLED = spelled("Calls upon States, in particular:")


def _of_spelled(column: str, *, ordered: str = "") -> object:
    """What the database says of the wording, asked for words in their order."""
    named = column.format(spelled="said.wording", ordered="said.ordered")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {named} FROM (VALUES (%s, %s)) AS said (wording, ordered)",
            [_SPELLED, in_order(spelled(ordered))],
        )
        return cursor.fetchone()[0]


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["calls States particular", "calls upon States", "particular"])
def test_words_stand_in_their_order_whatever_is_between(typed: str) -> None:
    assert _of_spelled(IN_ORDER, ordered=typed) is True


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["States calls", "calls all", "upon upon", "state", "…"])
def test_words_in_another_order_or_within_others_are_not_in_order(typed: str) -> None:
    assert _of_spelled(IN_ORDER, ordered=typed) is False


@pytest.mark.django_db
def test_the_words_of_a_wording_are_counted() -> None:
    assert _of_spelled(WORD_COUNT) == 5


@pytest.mark.parametrize("typed", ["impunity OR remedy", "impunity -remedy", "…"])
def test_alternatives_and_exclusions_are_no_wording(typed: str) -> None:
    assert wording_of(Query.read(typed), typed=typed) == ""


def test_words_that_are_passed_over_belong_to_what_was_typed() -> None:
    typed = "“Right of everyone”, to a remedy"
    assert wording_of(Query.read(typed), typed=typed) == " right of everyone to a remedy "


def test_each_word_that_is_sought_stands_for_itself_once() -> None:
    assert single_words(Query.read("“human rights” rights -women")) == [" human ", " rights "]


@pytest.mark.django_db
def test_words_pasted_without_their_commas_come_first_where_they_follow_one_another() -> None:
    text = make.make_text()
    make.make_paragraph(text, "In particular all States")
    make.make_paragraph(text, "Calls upon all of these many States, in particular those concerned")
    params = SearchParams(q="states in particular", view=View.PARAGRAPHS)
    assert [found.anchor for found in search(params).paragraphs] == ["op2", "op1"]


@pytest.mark.django_db
def test_a_word_is_not_found_in_its_very_form_within_another() -> None:
    text = make.make_text()
    make.make_paragraph(text, "Rights")
    make.make_paragraph(text, "The right that is meant")
    params = SearchParams(q="right", view=View.PARAGRAPHS)
    assert [found.anchor for found in search(params).paragraphs] == ["op2", "op1"]
