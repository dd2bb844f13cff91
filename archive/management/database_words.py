"""What the database says when it gives up, as people read it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import CommandError
from django.db import OperationalError, ProgrammingError
from psycopg.errors import UndefinedTable

from archive.embedded.failures import EmbeddedServerError


@contextmanager
def told_in_one_sentence(*, then: str) -> Iterator[None]:
    """Turn a database that gives up, or has no tables yet, into a CommandError.

    ``then`` is a sentence that says what became of the work. What keeps the private server from
    running is told in its own words.
    """
    try:
        yield
    except EmbeddedServerError as error:
        raise CommandError(str(error)) from error
    except OperationalError as error:
        words = " ".join(str(error).split()).rstrip(".")
        raise CommandError(f"The database gave up: {words}. {then}") from error
    except ProgrammingError as error:
        if not isinstance(error.__cause__, UndefinedTable):
            raise
        raise CommandError(
            "The database has no tables yet. Make them with: uv run manage.py migrate"
        ) from error
