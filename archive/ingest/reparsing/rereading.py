"""Reading again: a file waits for the parser once more, and what people set right goes along.

Of what is published, a new ingestion is made that follows the published one; until somebody
publishes it, readers see what they saw. What nobody has published yet is parsed again as it is.
"""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from archive.ingest.editing.revisions import grow, locked
from archive.ingest.intake.claims import tell_workers
from archive.ingest.reparsing.present import successor
from archive.ingest.reparsing.taking_along import copy_corrections
from archive.models import Ingestion
from archive.parsing.pipeline import PARSER_VERSION

_State = Ingestion.State
#: An ingestion on which nobody has decided yet.
OPEN = (_State.QUEUED, _State.FAILED, _State.PARSED, _State.NEEDS_ATTENTION)


class RereadingError(Exception):
    """A file that is not read again; the message says why and what to do.

    ``already`` is the ingestion to look at instead, if there is one.
    """

    def __init__(self, message: str, *, already: Ingestion | None = None) -> None:
        super().__init__(message)
        self.already = already


def read_again(ingestion: int, *, by: AbstractBaseUser | None) -> Ingestion:
    """Have the file of an ingestion, given by its key, parsed again; the one that waits now.

    ``by`` is None where a command asks for nobody. Raises RereadingError.
    """
    with transaction.atomic():
        made = begin_again(locked(ingestion), by=by)
        tell_workers()
        return made


def begin_again(row: Ingestion, *, by: AbstractBaseUser | None) -> Ingestion:
    """As ``read_again``, of a locked ingestion, and without a word to the workers."""
    if row.state == _State.QUEUED:
        raise RereadingError("It waits to be parsed already; the parser will come to it.")
    if row.state not in {_State.PUBLISHED, _State.REJECTED}:
        return _wait_once_more(row, by=by)
    taken = _whose_place(row)
    begun = open_rereading(row) if taken is not None and taken.pk == row.pk else None
    if begun is None:
        return _follow(row, taken, by=by)
    if begun.state == _State.QUEUED or begun.parser_version == PARSER_VERSION:
        message = "It was read again already; look at that reading, and publish it or turn it down."
        raise RereadingError(message, already=begun)
    return _wait_once_more(locked(begun.pk), by=by)


def open_rereading(row: Ingestion) -> Ingestion | None:
    """The latest reading of the same file that is to follow an ingestion, and is not decided on."""
    begun = row.followed_by.filter(source_file=row.source_file_id, state__in=OPEN)
    return begun.without_parse().order_by("-pk").first()


def _whose_place(row: Ingestion) -> Ingestion | None:
    """The ingestion whose place a new reading of a decided one is to take, if any.

    Raises RereadingError for one whose text can be told no more.
    """
    if row.state == _State.REJECTED:
        return successor(row.follows) if row.follows else None
    found = successor(row)
    if found is None:
        raise RereadingError(
            "Another file was brought in its place by a command, which left no trace to follow. "
            "Send the file anew, or run “manage.py ingest --replace” with it."
        )
    return found


def _wait_once_more(row: Ingestion, *, by: AbstractBaseUser | None) -> Ingestion:
    """An ingestion that nobody has published, back in the queue with its corrections."""
    grow(
        row,
        state=_State.QUEUED,
        attempts=0,
        failure_code="",
        failure="",
        requested_by_id=by.pk if by else row.requested_by_id,
    )
    return row


def _follow(row: Ingestion, taken: Ingestion | None, *, by: AbstractBaseUser | None) -> Ingestion:
    """A new ingestion of the same file, with the corrections that stand."""
    made = Ingestion.objects.create(
        source_file=row.source_file,
        state=_State.QUEUED,
        given_symbol=row.given_symbol,
        requested_by_id=by.pk if by else None,
        follows=taken,
        ingested_at=timezone.now(),
    )
    copy_corrections(row.corrections.standing(), to=made)
    return made
