"""Statements are put together from smaller ones, and planned once for each connection."""

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from archive.search.matches.patience import at_most
from archive.search.matches.statements import Statement, answered, framed, joined, together


def _number(value: int) -> Statement:
    return "SELECT %s::integer", [value]


def test_values_stand_in_the_order_of_their_places() -> None:
    pieces = [("a = %s", [1]), ("b", []), ("c IN (%s, %s)", [2, 3])]
    assert joined(pieces, " AND ") == ("a = %s AND b AND c IN (%s, %s)", [1, 2, 3])
    assert joined([], " AND ") == ("", [])
    assert framed(_number(1), ("(", ")")) == ("(SELECT %s::integer)", [1])


@pytest.mark.django_db
def test_all_statements_are_one_query_and_none_is_none(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(1):
        assert together([_number(2), _number(1), _number(2)]) == [(2,), (1,), (2,)]
    with django_assert_num_queries(0):
        assert together([]) == []


@pytest.mark.django_db
def test_a_value_that_has_a_name_may_stand_in_several_places() -> None:
    asked = "SELECT %(one)s::text || %(one)s::text, '100%%'", {"one": "'); %s {}"}
    assert answered(asked) == [("'); %s {}'); %s {}", "100%")]


@pytest.mark.django_db
def test_a_statement_is_planned_once_whatever_its_values() -> None:
    with at_most(5):
        for value in range(4):
            assert answered(_number(value)) == [(value,)]
        planned = _planned("SELECT $1::integer")
    assert planned == [(3, 0)]


def _planned(statement: str) -> list[tuple[int, int]]:
    """How often a prepared statement was asked by the one plan, and how often by a new one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT generic_plans, custom_plans FROM pg_prepared_statements WHERE statement = %s",
            [statement],
        )
        return list(cursor)
