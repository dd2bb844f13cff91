"""A statement that takes too long is stopped, and only within a search."""

import pytest
from django.db import OperationalError, connection

from archive.search.patience import SearchTooSlowError, at_most

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


@pytest.mark.django_db(transaction=True)
def test_the_limit_ends_with_the_search() -> None:
    before = _run("SHOW statement_timeout")
    with at_most(5):
        pass
    assert _run("SHOW statement_timeout") == before
