"""Patience: how long the database may work on one search, and how it goes about it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction
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
    try:
        with transaction.atomic():
            _set({"statement_timeout": f"{round(seconds * 1000)}", **_MANNER})
            yield
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            raise SearchTooSlowError from error
        raise


def _set(values: dict[str, str]) -> None:
    """Set parameters of the database for the rest of this transaction."""
    calls = ", ".join(["set_config(%s, %s, true)"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {calls}", [part for pair in values.items() for part in pair])
