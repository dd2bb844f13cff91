"""Statements: several questions to the database asked at once, each built on a queryset."""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from archive.search.matches.matching import compiled

Statement = tuple[str, list[Any]]
Rows = list[tuple[Any, ...]]


def framed(queryset: QuerySet[Any, Any], frame: tuple[str, str]) -> Statement:
    """A queryset as a statement, with words before and after."""
    before, after = frame
    sql, values = compiled(queryset)
    return before + sql + after, values


def together(statements: Iterable[Statement]) -> Rows:
    """The rows of all statements, which have the same columns: one database query, or none."""
    asked = list(statements)
    if not asked:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "\nUNION ALL\n".join(f"({sql})" for sql, _values in asked),
            [value for _sql, values in asked for value in values],
        )
        return list(cursor)
