"""Deciding on a reading: all of it, some of it, or none."""

from collections.abc import Collection

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from archive.corrections.values import CorrectionError
from archive.ingest.editing.correcting import correct_all
from archive.ingest.editing.revisions import locked
from archive.ingest.outcomes import Outcome
from archive.ingest.publishing.publication import hold, publish
from archive.ingest.reparsing.comparing import comparison_of
from archive.ingest.reparsing.turning_down import ways_back
from archive.models import Correction, Ingestion


def keep_as_published(
    ingestion: int, keys: Collection[str], *, by: AbstractBaseUser, revision: int
) -> list[Correction]:
    """Turn differences of an ingestion down, by their keys: corrections back to what is published.

    Raises:
        StaleRevisionError: somebody has changed the ingestion meanwhile.
        CorrectionError: one cannot be turned down by itself; nothing is written then.
    """
    with transaction.atomic():
        row = locked(ingestion, revision=revision)
        found = comparison_of(row)
        if found is None or found.published is None:
            raise CorrectionError("There is nothing published to keep; correct what is wrong.")
        values = ways_back(found.edition, found.published, keys=keys)
        evidence = f"Kept as published; {_instead(row, of_another=found.is_of_another_file)}"
        return correct_all(ingestion, values, by=by, revision=revision, evidence=evidence)


def accept(
    ingestion: int,
    *,
    but: Collection[str],
    by: AbstractBaseUser,
    revision: int,
    reason: str = "",
) -> Outcome:
    """Publish an ingestion but for the differences named by their keys, all at once or not at all.

    Raises as ``keep_as_published`` and as ``publish``.
    """
    with transaction.atomic():
        hold(ingestion)
        if but:
            keep_as_published(ingestion, but, by=by, revision=revision)
            revision += 1
        return publish(ingestion, by=by, revision=revision, reason=reason)


def _instead(row: Ingestion, *, of_another: bool) -> str:
    read = f"from {row.source_file}" if of_another else f"by parser {row.parser_version}"
    return f"what was read {read} was turned down."
