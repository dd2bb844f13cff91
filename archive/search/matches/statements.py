"""Statements: questions to the database as text with values, put together from smaller ones."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.utils import CursorWrapper
from psycopg import Cursor

#: What PostgreSQL is asked, with ``%s`` where each of the values belongs.
Statement = tuple[str, list[Any]]
#: The same, with ``%(name)s`` where the value of that name belongs.
NamedStatement = tuple[str, Mapping[str, Any]]
Rows = list[tuple[Any, ...]]

_Told = TypeVar("_Told")
#: What a statement that is sent will tell; a call waits for its rows, and is made once.
Pending = Callable[[], _Told]


@dataclass(frozen=True, slots=True)
class Sent:
    """A statement that the database is at work on, or none; within ``patience.side_by_side``.

    Elsewhere sending it has waited for the rows.
    """

    _cursor: CursorWrapper | None

    def rows(self) -> Rows:
        """The rows, once they are there; to be asked for once."""
        if self._cursor is None:
            return []
        with self._cursor as cursor:
            rows: Rows = cursor.fetchall()
        return rows


def framed(statement: Statement, frame: tuple[str, str]) -> Statement:
    """A statement with words before and after."""
    before, after = frame
    sql, values = statement
    return before + sql + after, values


def joined(statements: Iterable[Statement], sign: str) -> Statement:
    """Several statements, or pieces of one, with a sign between them."""
    asked = list(statements)
    return sign.join(sql for sql, _ in asked), [value for _, values in asked for value in values]


def answered(statement: Statement | NamedStatement) -> Rows:
    """The rows of a statement: one database query."""
    return sent(statement).rows()


def sent(statement: Statement | NamedStatement, *, using: str = DEFAULT_DB_ALIAS) -> Sent:
    """A statement whose rows are read later: one database query."""
    cursor = _cursor(using)
    cursor.execute(*statement)
    return Sent(cursor)


def _cursor(using: str) -> CursorWrapper:
    """A cursor that sends values apart from their statement, so that it need be planned but once.

    PostgreSQL keeps the plan for as long as the connection lasts (``prepare_threshold``).
    """
    connection = connections[using]
    connection.ensure_connection()
    wrapped = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    cursor: Any = Cursor(connection.connection)
    return wrapped(cursor)


def together(statements: Iterable[Statement]) -> Rows:
    """The rows of all statements, which have the same columns: one database query, or none."""
    return sent_together(statements, using=DEFAULT_DB_ALIAS).rows()


def sent_together(statements: Iterable[Statement], *, using: str) -> Sent:
    """All statements, which have the same columns and are read later: one query, or none."""
    asked = [framed(statement, ("(", ")")) for statement in statements]
    return sent(joined(asked, "\nUNION ALL\n"), using=using) if asked else Sent(None)
