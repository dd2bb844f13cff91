"""Rows of source files, with their bytes sent to PostgreSQL as they are.

Django writes the values of a statement into its words, bytes as hexadecimal, which takes eight
times their size in memory; a web process that takes in 20 MB has no room for that.
"""

from dataclasses import dataclass
from datetime import datetime

import psycopg
from django.db import connection

#: To be stored, 20 MB take a second or two, more than a web process has for a statement when others
#: are at work.
_LONGEST_WRITE = "60s"
_KEEP = """
    INSERT INTO archive_sourcefile (
        content, sha256, size_bytes, name, media_type, received_at, received_by_id, received_from
    ) VALUES (
        %(content)b, %(sha256)s, %(size_bytes)s, %(name)s, %(media_type)s,
        %(received_at)s, %(received_by)s, %(received_from)s
    ) ON CONFLICT (sha256) DO NOTHING RETURNING id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A source file as its row has it; ``received_by`` is the key of a member of staff."""

    content: bytes
    sha256: str
    name: str
    media_type: str
    received_at: datetime
    received_by: int
    received_from: str


def keep(received: Received) -> int | None:
    """Keep a file, and give the key of its row; None where the bytes are there already.

    Runs in the transaction of whoever keeps it. One that keeps the same bytes is waited for.
    """
    values = {name: getattr(received, name) for name in Received.__slots__}
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [_LONGEST_WRITE])
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(_KEEP, values | {"size_bytes": len(received.content)})
        row = cursor.fetchone()
    return None if row is None else int(row[0])
