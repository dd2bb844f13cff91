"""Correcting: a person changes one thing of an edition, or takes such a change back."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from archive.corrections.applying import corrected
from archive.corrections.values import Correction as Value
from archive.corrections.values import CorrectionError
from archive.ingest.editing.editions import edition_of
from archive.ingest.editing.revisions import grow, locked
from archive.models import Correction


def correct(
    ingestion: int,
    value: Value,
    *,
    by: AbstractBaseUser,
    revision: int,
    evidence: str = "",
) -> Correction:
    """Write a correction of an ingestion, given by its key and the revision it was made for.

    Raises:
        StaleRevisionError: somebody has changed the ingestion meanwhile.
        CorrectionError: the correction cannot be made; says what, where and what to do.
    """
    with transaction.atomic():
        row = locked(ingestion, revision=revision)
        edition = edition_of(row)
        _check(corrected(edition.parsed, [value]).conflicts)
        last = row.corrections.aggregate(last=Max("position"))["last"] or 0
        made = Correction.objects.create(
            ingestion=row,
            position=last + 1,
            action=value.action.value,
            where=value.where,
            before=value.before,
            after=value.after,
            evidence=evidence,
            author_id=by.pk,
            made_at=timezone.now(),
            made_in_revision=row.revision + 1,
        )
        grow(row)
        return made


def undo(correction: int, *, by: AbstractBaseUser, revision: int) -> Correction:
    """Take a correction back; it stays in the list as undone.

    Raises StaleRevisionError as ``correct``.
    """
    with transaction.atomic():
        made = Correction.objects.get(pk=correction)
        row = locked(made.ingestion_id, revision=revision)
        if made.undone_at is None:
            made.undone_at, made.undone_by_id = timezone.now(), by.pk
            made.undone_in_revision = row.revision + 1
            made.save(update_fields=["undone_at", "undone_by", "undone_in_revision"])
            grow(row)
        return made


def _check(conflicts: object) -> None:
    """Refuse what does not meet the edition it is made for."""
    if conflicts:
        raise CorrectionError("The place is not as it was; open it again and look.")
