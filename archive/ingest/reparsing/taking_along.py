"""Taking along: corrections of a file go with it to its next reading, as they were made.

Author, day and evidence stay. The published ingestion may be corrected while its next reading is
looked at; what is left behind then is told, and can be taken along, before readers see that one.
"""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from archive.ingest.editing.attention import fields_of
from archive.ingest.editing.editions import edition_of
from archive.ingest.editing.revisions import grow, locked
from archive.ingest.reparsing.left_behind import left_behind
from archive.models import Correction, Ingestion

_State = Ingestion.State
#: States that follow from what is left to look at.
_LOOKED_AT = frozenset({_State.PARSED, _State.NEEDS_ATTENTION})


def take_along(ingestion: int, *, by: AbstractBaseUser, revision: int) -> Ingestion:
    """Bring a reading, given by its key, level with the corrections of the one it follows.

    Raises StaleRevisionError where somebody has changed it meanwhile.
    """
    with transaction.atomic():
        row = locked(ingestion, revision=revision)
        found = left_behind(row)
        if not found:
            return row
        keys = [one.pk for one in found.undone]
        Correction.objects.filter(pk__in=keys).update(
            undone_at=timezone.now(), undone_by=by.pk, undone_in_revision=row.revision + 1
        )
        copy_corrections(found.made, to=row)
        grow(row, **(fields_of(edition_of(row)) if row.state in _LOOKED_AT else {}))
        return row


def copy_corrections(corrections: Iterable[Correction], *, to: Ingestion) -> None:
    """Write corrections once more, for another ingestion, behind those it has."""
    last = to.corrections.aggregate(last=Max("position"))["last"] or 0
    Correction.objects.bulk_create(
        Correction(
            ingestion=to,
            position=position,
            action=one.action,
            where=one.where,
            before=one.before,
            after=one.after,
            evidence=one.evidence,
            author_id=one.author_id,
            made_at=one.made_at,
            made_in_revision=0,
        )
        for position, one in enumerate(corrections, last + 1)
    )
