"""Patience: how long the database may work on one search."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction
from psycopg.errors import QueryCanceled


class SearchTooSlowError(Exception):
    """A search that the database did not finish in time."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Each statement within is stopped after so many seconds; then raises SearchTooSlowError."""
    try:
        with transaction.atomic():
            _limit_statements(milliseconds=round(seconds * 1000))
            yield
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            raise SearchTooSlowError from error
        raise


def _limit_statements(*, milliseconds: int) -> None:
    """Limit each statement of this transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(milliseconds)])
