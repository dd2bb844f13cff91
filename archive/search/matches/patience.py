"""Patience: how long the database may work on one search, and how it goes about it."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from types import MappingProxyType

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.errors import QueryCanceled

#: What a search asks of the planner. Without sequential scans, an index answers what stands in the
#: keys of cards, and none of them is read; compiling, or starting processes that help, would take
#: longer than any search does. Rows are grouped by hashes: PostgreSQL knows nothing of how often
#: keys come together, expects a handful of rows, and would sort thirty thousand. A prepared
#: statement is planned once, whatever its values.
_MANNER = {
    "enable_seqscan": "off",
    "enable_sort": "off",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "plan_cache_mode": "force_generic_plan",
    "work_mem": "32MB",
}


class SearchTooSlowError(Exception):
    """A search that the database did not finish in time."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Each statement within is stopped after so many seconds; then raises SearchTooSlowError.

    One database query, besides those of the transaction it opens.
    """
    with _too_slow_after_a_time_out(), transaction.atomic():
        _set_limits(seconds, using=DEFAULT_DB_ALIAS)
        yield


@contextmanager
def stopped_after(seconds: float) -> Iterator[None]:
    """As ``at_most``, but the database plans as it likes, for statements that read all there is."""
    with _too_slow_after_a_time_out(), transaction.atomic():
        _set_limits(seconds, using=DEFAULT_DB_ALIAS, manner={"jit": "off", "work_mem": "32MB"})
        yield


@contextmanager
def side_by_side(seconds: float) -> Iterator[None]:
    """As ``at_most``, where statements may be sent before the one ahead of them is answered.

    Those sent to ``SEARCH_BESIDE``, a second connection, are worked on at the same time. Both are
    limited by one query each. Until the end, what is sent to one connection is one transaction,
    since PostgreSQL takes a pipeline for one.
    """
    with _too_slow_after_a_time_out(), ExitStack() as opened:
        for using in dict.fromkeys((DEFAULT_DB_ALIAS, settings.SEARCH_BESIDE)):
            opened.enter_context(_pipeline(connections[using]))
            _set_limits(seconds, using=using)
        yield


@contextmanager
def _pipeline(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """A connection that waits for no answer; its errors are Django's, those at the end too."""
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.pipeline():
        yield


@contextmanager
def _too_slow_after_a_time_out() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            raise SearchTooSlowError from error
        raise


def _set_limits(
    seconds: float, *, using: str, manner: Mapping[str, str] = MappingProxyType(_MANNER)
) -> None:
    """Set parameters of the database for the rest of this transaction."""
    values = {"statement_timeout": f"{round(seconds * 1000)}", **manner}
    calls = ", ".join(["set_config(%s, %s, true)"] * len(values))
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT {calls}", [part for pair in values.items() for part in pair])
