"""Settling: a person decides between what somebody set before and what the parser reads now."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from archive.corrections.naming import begun, named
from archive.corrections.values import Conflict, CorrectionError
from archive.ingest.editing.attention import fields_of
from archive.ingest.editing.correcting import check_correctable
from archive.ingest.editing.editions import edition_of
from archive.ingest.editing.revisions import grow, locked
from archive.ingest.restoring.instants import told
from archive.models import Correction, Ingestion


def keep_value(correction: int, *, by: AbstractBaseUser, revision: int) -> Correction:
    """Keep what a person set, given the correction’s key, over what is found in its place now.

    Its author, day and evidence stay; the evidence says who kept it and over what.

    Raises:
        StaleRevisionError: somebody has changed the ingestion meanwhile.
        NotCorrectableError: nothing can be corrected in it.
        CorrectionError: it is in no conflict, or its place is not there any more.
    """
    with transaction.atomic():
        made = Correction.objects.select_related("ingestion").get(pk=correction)
        row = locked(made.ingestion_id, revision=revision)
        check_correctable(row)
        conflict = _conflict_of(made, row)
        made.before = conflict.found
        made.evidence = f"{made.evidence} {_kept(row, by=by)}".strip()
        made.save(update_fields=["before", "evidence"])
        grow(row, **fields_of(edition_of(row)))
        return made


def _conflict_of(made: Correction, row: Ingestion) -> Conflict:
    """The conflict of a correction that its value can be kept in."""
    if made.made_in_revision != 0:
        raise CorrectionError("It was made for this very reading; take it back, or make another.")
    edition = edition_of(row)
    for conflict in edition.conflicts:
        if conflict.correction == made.value:
            if conflict.is_applied:
                return conflict
            raise CorrectionError(
                f"{begun(made.where)} is not there any more, so its value cannot be kept. Take the "
                "correction back, and set right in the text what is wrong."
            )
    raise CorrectionError(f"What was set at {named(made.where)} is in no conflict any more.")


def _kept(row: Ingestion, *, by: AbstractBaseUser) -> str:
    at = row.parsed_at or row.ingested_at
    return f"Kept by {by} over what parser {row.parser_version} read on {told(at)}."
