"""A search has two connections, which the database answers at the same time."""

from collections.abc import Iterator

import pytest
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from archive.search.form.params import SearchParams, View
from archive.search.matches import patience
from archive.search.matches.patience import SearchTooSlowError, side_by_side
from archive.search.matches.statements import Statement, answered, sent, sent_together
from archive.search.results import search
from tests.search.answering import many

BESIDE = "beside"
_LOCK = 5_387

pytestmark = pytest.mark.django_db(transaction=True, databases=[DEFAULT_DB_ALIAS, BESIDE])


@pytest.fixture(autouse=True)
def two_connections(settings: Settings) -> Iterator[None]:
    """As an archive has them that is not tested; the second is closed, so that tables can go."""
    settings.SEARCH_BESIDE = BESIDE
    yield
    connections[BESIDE].close()


def test_what_is_asked_beside_is_not_waited_for() -> None:
    """A connection that has a lock gives it back, and the other, which waits for it, goes on."""
    process: Statement = "SELECT pg_backend_pid()", []
    with side_by_side(5):
        answered(("SELECT pg_advisory_lock(%s)", [_LOCK]))
        beside = sent(
            ("SELECT pg_backend_pid() FROM pg_advisory_xact_lock(%s)", [_LOCK]), using=BESIDE
        )
        assert answered(("SELECT pg_advisory_unlock(%s)", [_LOCK])) == [(True,)]
        assert beside.rows() != answered(process)


def test_rows_come_back_in_whichever_order_they_are_asked_for() -> None:
    with side_by_side(5):
        first, second = (sent(("SELECT %s::integer", [number])) for number in (1, 2))
        beside = sent_together([("SELECT %s::integer", [3])], using=BESIDE)
        assert (second.rows(), beside.rows(), first.rows()) == ([(2,)], [(3,)], [(1,)])


@pytest.mark.parametrize("using", [DEFAULT_DB_ALIAS, BESIDE])
def test_a_statement_that_takes_too_long_is_stopped_on_either(using: str) -> None:
    with pytest.raises(SearchTooSlowError), side_by_side(0.05):
        sent(("SELECT pg_sleep(5)", []), using=using).rows()
    with side_by_side(5):
        assert sent(("SELECT 1", []), using=using).rows() == [(1,)]


@pytest.mark.parametrize("using", [DEFAULT_DB_ALIAS, BESIDE])
def test_what_nobody_waits_for_is_stopped_in_time_too(using: str) -> None:
    with pytest.raises(SearchTooSlowError), side_by_side(0.05):
        sent(("SELECT pg_sleep(5)", []), using=using)


@pytest.mark.parametrize("using", [DEFAULT_DB_ALIAS, BESIDE])
@pytest.mark.parametrize("setting", ["statement_timeout", *patience._MANNER])
def test_the_limit_and_the_manner_hold_on_both_and_end_with_the_search(
    setting: str, using: str
) -> None:
    asked: Statement = f"SHOW {setting}", []
    before = sent(asked, using=using).rows()
    with side_by_side(4):
        assert sent(asked, using=using).rows() != before
    assert sent(asked, using=using).rows() == before


def test_a_lost_connection_is_no_slow_search() -> None:
    with pytest.raises(OperationalError), side_by_side(5):
        sent(("SELECT pg_terminate_backend(pg_backend_pid())", []), using=BESIDE).rows()


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("typed", ["impunity", '"condemns impunity" OR 53/144', "nowhere"])
def test_two_connections_answer_as_one_does(typed: str, view: View, settings: Settings) -> None:
    many(3)
    params = SearchParams(q=typed, view=view)
    with CaptureQueriesContext(connections[BESIDE]) as beside:
        page = search(params)
    settings.SEARCH_BESIDE = DEFAULT_DB_ALIAS
    assert page == search(params)
    assert beside.captured_queries
