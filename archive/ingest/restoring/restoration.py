"""Restorations: the corrections that bring something past back, looked at before they are made.

They are corrections like any others, of the published ingestion; so the edition and the rows agree,
and restoring is itself in the history.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from archive.comparison.texts import PlaceDifference, differences
from archive.corrections.values import Correction as Value
from archive.ingest.editing.correcting import correct_all
from archive.ingest.editing.editions import Edition, edition_of, is_parsed
from archive.ingest.outcomes import Outcome
from archive.ingest.publishing.publication import hold, publish
from archive.ingest.reparsing.present import present_ingestion, published_edition
from archive.models import Ingestion, Text
from archive.parsing.parsed import ParsedResolution


class RestoringError(Exception):
    """Something past that cannot come back; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoration:
    """What brings something past back.

    ``what`` says it in a few words, ``evidence`` what it rests on. ``differences`` are those
    between what readers see and what they will see once it is published, ``left`` those between
    that and what was to come back.
    """

    ingestion: Ingestion
    values: Sequence[Value]
    what: str
    evidence: str
    differences: Sequence[PlaceDifference]
    left: Sequence[PlaceDifference] = ()

    @property
    def has_company(self) -> bool:
        """Whether changes of others wait to be published, and would be with it."""
        return self.ingestion.has_unpublished_changes


def correctable(text: Text) -> Edition:
    """The edition of a text that corrections change. Raises RestoringError where there is none."""
    present = present_ingestion(text)
    if present is None or not is_parsed(present):
        raise RestoringError(
            "The archive kept no parse of what is published, so nothing can be corrected in it. "
            "Have the file parsed again first."
        )
    return edition_of(present)


def restoration(
    edition: Edition,
    values: Sequence[Value],
    *,
    what: str,
    evidence: str,
    wanted: ParsedResolution | None = None,
) -> Restoration:
    """The restoration that corrections of an edition are, with what comes of it."""
    after = edition.after(values).parsed
    published = published_edition(edition.ingestion)
    return Restoration(
        ingestion=edition.ingestion,
        values=tuple(values),
        what=what,
        evidence=evidence,
        differences=differences(published or edition.parsed, after),
        left=differences(after, wanted) if wanted else (),
    )


def make(found: Restoration, *, by: AbstractBaseUser, revision: int, words: str = "") -> None:
    """Write a restoration; readers see it once it is published. ``words`` say why, if anybody does.

    Raises StaleRevisionError and CorrectionError as ``correct_all``.
    """
    evidence = f"{found.evidence} {words}".strip()
    correct_all(found.ingestion.pk, found.values, by=by, revision=revision, evidence=evidence)


def make_and_publish(
    found: Restoration, *, by: AbstractBaseUser, revision: int, words: str = ""
) -> Outcome:
    """Write a restoration and publish it, both or nothing.

    Raises as ``make``, and PublishRefusedError where something speaks against publishing.
    """
    with transaction.atomic():
        hold(found.ingestion.pk)
        make(found, by=by, revision=revision, words=words)
        reason = f"Restored {found.what}. {words}".strip()
        return publish(found.ingestion.pk, by=by, revision=revision + 1, reason=reason)
