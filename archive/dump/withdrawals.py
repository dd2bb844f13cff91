"""Withdrawals: whether readers may still have what they could have at an earlier moment."""

from django.db.models import Q

from archive.ingest.publishing.history import history_of
from archive.ingest.publishing.records import Sign
from archive.models import Text


def last_withdrawal() -> str:
    """A name of the last state in which a text was withdrawn or removed; empty without any.

    While it is the same, nothing has been taken from readers. Keys of states grow from one
    transaction that withdraws to the next, as one at a time writes; the instant tells apart what
    came after a backup was put back. A text that was given back may have come back in other words,
    so it counts too. One query.
    """
    gone = Q(withdrawn_at__isnull=False) | Q(history_type=Sign.REMOVED)
    states = history_of(Text).filter(gone).order_by("-history_id")
    last = states.values_list("history_id", "history_date").first()
    return f"{last[0]} {last[1].isoformat()}" if last else ""
