"""Withdrawal: a text is taken from readers for a reason that they are told, and given back.

Nothing is deleted. Where the text is the one that the archive reads, its resolution goes from every
list with it, and has no title meanwhile, so that no page and no search can say a word of the text.
"""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Max, Q

from archive.ingest.catalogue import catalogue
from archive.ingest.lineages.following import follow
from archive.ingest.publishing.history import history_of
from archive.ingest.publishing.records import Change, Records
from archive.ingest.wordings import keep_wordings
from archive.ingest.write_lock import take_write_lock
from archive.models import Evidence, Resolution, Text


class WithdrawalError(Exception):
    """A withdrawal that cannot be made; the message says why and what to do."""


class StaleTextError(WithdrawalError):
    """Somebody has changed the text since a person saw it; says who, when and what."""


def last_change_of(text: int) -> int:
    """The key of the latest state of a text, which grows with each: what a person has seen."""
    return int(history_of(Text).filter(id=text).aggregate(last=Max("history_id"))["last"] or 0)


def withdraw(text: int, *, by: AbstractBaseUser, reason: str, seen: int | None = None) -> Text:
    """Take a text, given by its key, from readers; nothing of it is deleted.

    ``seen`` is the latest change that the person knows of, as ``last_change_of`` gives it.

    Raises WithdrawalError without a reason, and for a text that is withdrawn; StaleTextError where
    the text has been changed since it was seen.
    """
    words = " ".join(reason.split())
    with transaction.atomic():
        row = _locked(text)
        _check_seen(row, seen)
        if row.is_withdrawn:
            raise WithdrawalError(f"{row.resolution} is withdrawn already.")
        if not words:
            raise WithdrawalError("Say why it is withdrawn; readers are told.")
        change = Change.made_by(by, reason=f"Withdrawn: {words}")
        row.withdrawn_at, row.withdrawn_by_id = change.at, by.pk
        row.withdrawal_reason = words
        _write(row, Records(change), title="")
        return row


def restore(text: int, *, by: AbstractBaseUser, seen: int | None = None) -> Text:
    """Give a withdrawn text back to readers as it was.

    Raises WithdrawalError for a text that is not withdrawn, and StaleTextError as ``withdraw``.
    """
    with transaction.atomic():
        row = _locked(text)
        _check_seen(row, seen)
        if not row.is_withdrawn:
            raise WithdrawalError(f"{row.resolution} is not withdrawn; readers see it.")
        row.withdrawn_at, row.withdrawn_by, row.withdrawal_reason = None, None, ""
        _write(row, Records(Change.made_by(by, reason="Restored")), title=_title_of(row))
        return row


def _locked(text: int) -> Text:
    take_write_lock()
    rows = Text.objects.select_related("resolution").defer("search_vector")
    return rows.select_for_update(of=("self",)).get(pk=text)


def _check_seen(row: Text, seen: int | None) -> None:
    """Refuse what was asked for in view of an earlier state."""
    if seen is None or seen == last_change_of(row.pk):
        return
    last = history_of(Text).select_related("history_user").filter(id=row.pk).first()
    who, at = last.history_user or "A command", last.history_date
    raise StaleTextError(
        f"The text was changed meanwhile. {who}, {at.day} {at:%B %Y, %H:%M} UTC: "
        f"{last.history_change_reason or 'no reason given'}. Nothing was done; look at it as it is "
        "now."
    )


def _write(row: Text, records: Records, *, title: str) -> None:
    """Write that a text is withdrawn or no more, and all that follows from it."""
    Text.objects.filter(pk=row.pk).update(
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=row.withdrawn_by_id,
        withdrawal_reason=row.withdrawal_reason,
    )
    records.changed(Text, [row.pk])
    if not row.is_translation and row.resolution.title != title:
        Resolution.objects.filter(pk=row.resolution_id).update(title=title)
        records.changed(Resolution, [row.resolution_id])
    catalogue([row.resolution_id])
    keep_wordings([row.resolution_id])
    follow([row.resolution_id], records=records)
    records.write()


def _title_of(row: Text) -> str:
    """The title of a resolution before its text was withdrawn.

    Of a title that rests on the text, what the text has now: it may have been published anew
    meanwhile. Any other is in the history.
    """
    by_text = Q(origin=Evidence.Origin.PERSON) | Q(origin=Evidence.Origin.MASTHEAD)
    evidence = row.resolution.evidence.filter(by_text, fact=Evidence.Fact.TITLE)
    if evidence.exists():
        return row.title
    before = history_of(Resolution).filter(id=row.resolution_id).exclude(title="").first()
    return before.title if before else ""
