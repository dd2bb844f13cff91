"""Claims: which worker parses which file.

A claim is a lock of the worker's session in PostgreSQL, which frees it when the session ends,
however that comes about: killed, a worker gives its files back to the queue by itself. How often a
file was begun is kept before it is; one that has ended three processes is begun no more.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction
from django.utils import timezone

from archive.models import Ingestion

#: How often a file is begun before it is given up.
MOST_ATTEMPTS = 3
#: What workers listen to; each file that begins to wait is told there.
CHANNEL = "archive_waiting_files"
#: The class of the locks, a number no other user of the database's advisory locks has cause to
#: choose. Its second half is the key of an ingestion, or 0, which every worker shares.
_CLASS = 0x4649_4C45
_A_WORKER = 0
_HELD = f"""
    SELECT objid::bigint FROM pg_locks
    WHERE locktype = 'advisory' AND classid::bigint = {_CLASS} AND objsubid = 2 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""  # noqa: S608 numbers of this module
_FREE = f"""
    SELECT id FROM archive_ingestion
    WHERE state = 'queued' AND attempts < %(most)s AND id NOT IN ({_HELD})
    AND (%(batch)s::bigint IS NULL
         OR id IN (SELECT ingestion_id FROM archive_batchfile WHERE batch_id = %(batch)s))
    ORDER BY attempts, ingested_at, id LIMIT %(count)s FOR UPDATE SKIP LOCKED
"""  # noqa: S608 another of its statements
_HOLD = "SELECT id FROM unnest(%(found)s::int[]) AS id WHERE pg_try_advisory_lock(%(class)s, id)"
_BEGIN = """
    UPDATE archive_ingestion SET attempts = attempts + 1 WHERE id = ANY(%(held)s)
    RETURNING id, attempts, source_file_id
"""
_GIVE_UP = f"""
    UPDATE archive_ingestion
    SET state = 'failed', failure_code = 'ends_the_parser', failure = %(why)s, parsed_at = %(now)s
    WHERE state = 'queued' AND attempts >= %(most)s AND id NOT IN ({_HELD})
"""  # noqa: S608 likewise
_ENDS_THE_PARSER = (
    f"The process that parsed it ended {MOST_ATTEMPTS} times, for want of memory or of time or "
    "through a fault of the parser. The file is kept as received; save it anew as plain text or "
    "as another kind, and send that."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An ingestion that this session parses, its file, and which attempt that is."""

    ingestion: int
    source_file: int
    attempt: int


def claim_waiting(count: int, *, batch: int | None = None) -> list[Claim]:
    """Claim at most so many waiting files, of one batch or of any; those tried least come first.

    A file that another worker takes at the same moment is passed over, not waited for.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        limits = {"most": MOST_ATTEMPTS, "batch": batch, "count": count}
        cursor.execute(_FREE, limits)
        found = [key for (key,) in cursor.fetchall()]
        cursor.execute(_HOLD, {"found": found, "class": _CLASS})
        cursor.execute(_BEGIN, {"held": [key for (key,) in cursor.fetchall()]})
        begun = sorted(cursor.fetchall())
    return [
        Claim(ingestion=key, attempt=attempt, source_file=source_file)
        for key, attempt, source_file in begun
    ]


def free(claim: Claim) -> None:
    """Let go of a file: it waits again, unless what became of it has been written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_CLASS, claim.ingestion])


def give_up() -> int:
    """Let those files fail that have ended too many processes; how many there were."""
    with connection.cursor() as cursor:
        now = timezone.now().isoformat()
        cursor.execute(_GIVE_UP, {"why": _ENDS_THE_PARSER, "now": now, "most": MOST_ATTEMPTS})
        return int(cursor.rowcount)


def are_waiting(*, batch: int | None = None) -> bool:
    """Whether files wait or are being parsed, of one batch or of any."""
    waiting = Ingestion.objects.waiting()
    return (waiting if batch is None else waiting.of_batch(batch)).exists()


@contextmanager
def at_work() -> Iterator[None]:
    """Within it others see that a worker runs, which hears of files; the session’s end ends it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock_shared(%s, %s)", [_CLASS, _A_WORKER])
        cursor.execute(f"LISTEN {CHANNEL}")
    yield
    with connection.cursor() as cursor:
        cursor.execute(f"UNLISTEN {CHANNEL}")
        cursor.execute("SELECT pg_advisory_unlock_shared(%s, %s)", [_CLASS, _A_WORKER])


def a_worker_runs() -> bool:
    """Whether any worker runs, on whatever machine."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_A_WORKER} IN ({_HELD})")
        (runs,) = cursor.fetchone()
    return bool(runs)


def tell_workers() -> None:
    """Tell workers of a file that waits, when the transaction is committed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])
