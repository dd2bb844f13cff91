"""Faults of rows: where the database turns a row away, whoever brought it is told which rule."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import DatabaseError

from archive.ingest.refusals import RefusalError

#: Why PostgreSQL turns a row away where the row is to blame.
_FAULTS_OF_A_ROW = (
    psycopg.errors.IntegrityError,
    psycopg.errors.DataError,
    psycopg.errors.ProgramLimitExceeded,
)


@contextmanager
def faults_refused() -> Iterator[None]:
    """Turn the fault of a row into a RefusalError; to be put around a whole transaction."""
    try:
        yield
    except DatabaseError as error:
        if isinstance(error.__cause__, _FAULTS_OF_A_ROW):
            raise RefusalError("database", _fault(error.__cause__)) from error
        raise


def _fault(error: psycopg.Error) -> str:
    """Which rule of the database a row breaks, in PostgreSQL's words."""
    said = " ".join(
        part for part in (error.diag.message_primary, error.diag.message_detail) if part
    )
    rule = error.diag.constraint_name
    return (
        f"What was read breaks the rule {rule}: {said}" if rule else f"It cannot be kept: {said}."
    )
