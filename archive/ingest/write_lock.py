"""The write lock: one transaction at a time brings resolutions in.

Reading and parsing need no lock and take nearly all the time; a write takes milliseconds. With one
writer at a time, what a transaction has looked up stays true until it commits: a symbol is held or
not, a citation has a row to link to or not. PostgreSQL frees the lock with the transaction,
whatever ends it.
"""

from django.db import connection

#: A number no other user of the database's advisory locks has cause to choose.
_KEY = 0x5245_4341_4C4C
_LONGEST_WAIT_SECONDS = 120


def take_write_lock() -> None:
    """Wait for the lock inside the current transaction.

    Raises OperationalError after two minutes: then another writer holds it without end.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{_LONGEST_WAIT_SECONDS}s"])
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_KEY])
