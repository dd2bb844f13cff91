"""Statements: questions to the database as text with values, put together from smaller ones."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import Cursor

#: What PostgreSQL is asked, with ``%s`` where each of the values belongs.
Statement = tuple[str, list[Any]]
Rows = list[tuple[Any, ...]]


def framed(statement: Statement, frame: tuple[str, str]) -> Statement:
    """A statement with words before and after."""
    before, after = frame
    sql, values = statement
    return before + sql + after, values


def joined(statements: Iterable[Statement], sign: str) -> Statement:
    """Several statements, or pieces of one, with a sign between them."""
    asked = list(statements)
    return sign.join(sql for sql, _ in asked), [value for _, values in asked for value in values]


def answered(statement: Statement | tuple[str, Mapping[str, Any]]) -> Rows:
    """The rows of a statement, whose values may have names: one database query."""
    with _cursor() as cursor:
        cursor.execute(*statement)
        rows: Rows = cursor.fetchall()
    return rows


def _cursor() -> CursorWrapper:
    """A cursor that sends values apart from their statement, so that it need be planned but once.

    PostgreSQL keeps the plan for as long as the connection lasts (``prepare_threshold``).
    """
    connection.ensure_connection()
    wrapped = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    cursor: Any = Cursor(connection.connection)
    return wrapped(cursor)


def together(statements: Iterable[Statement]) -> Rows:
    """The rows of all statements, which have the same columns: one database query, or none."""
    asked = [framed(statement, ("(", ")")) for statement in statements]
    return answered(joined(asked, "\nUNION ALL\n")) if asked else []
