"""A statement that takes too long is stopped, and only within a search."""

import pytest
from django.db import OperationalError, connection
from pytest_django import DjangoAssertNumQueries

from archive.search.matches import patience
from archive.search.matches.patience import SearchTooSlowError, at_most

pytestmark = pytest.mark.django_db


def _run(sql: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return str(cursor.fetchone())


def test_a_statement_that_takes_too_long_is_stopped_and_the_next_one_runs() -> None:
    with pytest.raises(SearchTooSlowError), at_most(0.05):
        _run("SELECT pg_sleep(5)")
    assert _run("SELECT 1") == "(1,)"


def test_a_statement_in_time_is_not() -> None:
    with at_most(5):
        assert _run("SELECT 1") == "(1,)"
        assert "5s" in _run("SHOW statement_timeout")


def test_other_failures_of_the_database_stay_what_they_are() -> None:
    with pytest.raises(OperationalError), at_most(5):
        raise OperationalError("the connection is lost")


def test_a_search_reads_no_table_from_end_to_end_where_an_index_will_do(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(4), at_most(5):
        assert "off" in _run("SHOW enable_seqscan")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("setting", ["statement_timeout", *patience._MANNER])
def test_the_limit_and_the_manner_end_with_the_search(setting: str) -> None:
    before = _run(f"SHOW {setting}")
    with at_most(5):
        assert _run(f"SHOW {setting}") != before
    assert _run(f"SHOW {setting}") == before
