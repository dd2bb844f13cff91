"""Lengths: whatever is longer than its column is refused before it is written.

PostgreSQL refuses a value that is too long, but shortens one that comes with a cast, and rows that
Django writes many at a time come with casts. So lengths are looked at here.
"""

from collections.abc import Iterable
from functools import cache

from django.db.models import CharField, Model

from archive.ingest.refusals import RefusalError

_SHOWN = 60


def check_lengths(rows: Iterable[tuple[str, Model]]) -> None:
    """Refuse the first value that is too long; each row comes with its place in the file.

    Raises RefusalError with that place.
    """
    for place, row in rows:
        for name, room in _rooms(type(row)):
            value = getattr(row, name)
            if len(value) > room:
                raise RefusalError(
                    place,
                    f"“{value[:_SHOWN]}…” has {len(value)} characters; "
                    f"{name.replace('_', ' ')} has room for {room}.",
                )


@cache
def _rooms(model: type[Model]) -> list[tuple[str, int]]:
    """The columns of a model that have a limit, and the limit in characters."""
    return [
        (field.attname, field.max_length)
        for field in model._meta.concrete_fields
        if isinstance(field, CharField) and field.max_length is not None
    ]
