"""Publication by a person: an edition becomes what readers see, or is turned down.

The rows of a text always equal the edition of its latest published ingestion. An ingestion that
takes the place of another keeps that one's file and parse, which say what replaced them and why.
"""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from archive.ingest.differences import difference_between
from archive.ingest.editing.editions import Edition, edition_of, is_parsed
from archive.ingest.editing.revisions import grow, lock_followed, locked
from archive.ingest.fact_columns import in_words
from archive.ingest.faults import faults_refused
from archive.ingest.outcomes import Outcome, Verdict
from archive.ingest.publishing.blocking import Blocker, blockers
from archive.ingest.publishing.claims import claims, held_by
from archive.ingest.publishing.records import Change, Records
from archive.ingest.publishing.retracted import retracted
from archive.ingest.publishing.stated import statements_of_edition
from archive.ingest.publishing.writing import Given, gone, retire, symbols_in, write_given
from archive.ingest.refusals import RefusalError
from archive.ingest.resolutions import bring
from archive.ingest.write_lock import take_write_lock
from archive.models import Ingestion, Text
from archive.parsing.parsed import ParseWarning

_STILL_WITHDRAWN = "The text is withdrawn, and stays so; readers see it once it is restored."


class PublishRefusedError(Exception):
    """An edition that cannot be published; ``blockers`` say why."""

    def __init__(self, blockers: Sequence[Blocker]) -> None:
        super().__init__(" ".join(blocker.message for blocker in blockers))
        self.blockers = tuple(blockers)


def publish(
    ingestion: int, *, by: AbstractBaseUser | None, revision: int, reason: str = ""
) -> Outcome:
    """Publish the edition of an ingestion, given by its key and the revision a person has seen.

    ``by`` is None where a command does it for nobody; the reason then names the command.
    ``reason`` is asked for where another file takes the place of a held one.

    Raises:
        StaleRevisionError: somebody has changed the ingestion meanwhile.
        PublishRefusedError: something speaks against it; nothing is written then.
    """
    try:
        with faults_refused(), transaction.atomic():
            hold(ingestion)
            row = locked(ingestion, revision=revision)
            return _publish(row, by=by, reason=" ".join(reason.split()))
    except RefusalError as refusal:
        found = Blocker(code="refused", message=refusal.reason, where=refusal.place)
        raise PublishRefusedError([found]) from refusal


def hold(ingestion: int) -> None:
    """Take the locks of publishing in their order, before whatever else a transaction locks.

    Without it two who publish, one of whom corrects first, would wait for one another in a circle.
    """
    take_write_lock()
    lock_followed(ingestion)


def reject(ingestion: int, *, by: AbstractBaseUser, revision: int, reason: str) -> Ingestion:
    """Turn an ingestion down for a reason; what it follows, and what is published, stays.

    Raises StaleRevisionError as ``publish``, and PublishRefusedError without a reason or where it
    is published or turned down already.
    """
    with transaction.atomic():
        row = locked(ingestion, revision=revision)
        words = " ".join(reason.split())
        _refuse(_against_rejecting(row, words))
        at = Change.made_by(by, reason=words).at
        grow(row, state=Ingestion.State.REJECTED, reason=words, reviewer_id=by.pk, reviewed_at=at)
        return row


def _against_rejecting(row: Ingestion, reason: str) -> Sequence[Blocker]:
    if row.state == Ingestion.State.PUBLISHED:
        message = "It is published. Withdraw its text, or have another file take its place."
        return [Blocker(code="published", message=message, where="file")]
    if row.state == Ingestion.State.REJECTED:
        message = f"It was turned down before: {row.reason}"
        return [Blocker(code="rejected", message=message, where="file")]
    if not reason:
        message = "Say why it is turned down; whoever brought the file will ask."
        return [Blocker(code="no_reason", message=message, where="file")]
    return []


def _refuse(found: Sequence[Blocker]) -> None:
    if found:
        raise PublishRefusedError(found)


def _publish(row: Ingestion, *, by: AbstractBaseUser | None, reason: str) -> Outcome:
    _refuse(_against_any_edition(row))
    edition = edition_of(row)
    held = held_by(edition)
    _refuse([*blockers(edition), *_unexplained(row, held, reason)])
    publication = _Publication(edition, held, reason=reason, by=by)
    return publication.publish() if _is_new(row, held) else publication.nothing_new()


def _against_any_edition(row: Ingestion) -> Sequence[Blocker]:
    """What speaks against publishing an ingestion, whatever has been set right in it."""
    if not is_parsed(row):
        message = "There is no parse of it. Wait for it, or have the file parsed again."
        return [Blocker(code="not_parsed", message=message, where="file")]
    if row.state == Ingestion.State.REJECTED:
        message = (
            f"It was turned down: {row.reason} Have its file parsed again if it is to be "
            "published after all."
        )
        return [Blocker(code="rejected", message=message, where="file")]
    return []


def _unexplained(row: Ingestion, held: Text | None, reason: str) -> Sequence[Blocker]:  # noqa: PLR0917
    """Whether a file takes the place of another, and nobody says why."""
    if reason or held is None or held.source_file_id == row.source_file_id:
        return []
    message = (
        f"It takes the place of {held.source_file}, from which readers have had {held.resolution} "
        "so far. Say why it is the better one."
    )
    return [Blocker(code="no_reason", message=message, where="file")]


def _is_new(row: Ingestion, held: Text | None) -> bool:
    """Whether publishing would change what readers see, or what is said of it."""
    return held is None or row.text_id is None or row.has_unpublished_changes


class _Publication:
    """An edition on its way into the rows, in the place of the held text, if one is held."""

    def __init__(
        self, edition: Edition, held: Text | None, *, by: AbstractBaseUser | None, reason: str
    ) -> None:
        self._edition = edition
        self._row = edition.ingestion
        self._held = held
        self._reason = reason
        self._symbol = claims(edition, held=held)[0].symbol
        self._records = Records(Change(reason=self._kind(), by=by.pk if by else None))

    def _kind(self) -> str:
        """What the history calls it."""
        if self._held is None:
            said = "Published"
        elif self._row.text_id == self._held.pk:
            said = "Corrected"
        elif self._row.source_file_id == self._held.source_file_id:
            said = f"Read again by parser {self._edition.parsed.parser_version}"
        else:
            said = f"Replaced by {self._row.source_file}"
        return f"{said}: {self._reason}" if self._reason else said

    def publish(self) -> Outcome:
        """Write all of it."""
        given = self._given()
        rows = bring(symbols_in(given), records=self._records)
        warnings = self._retired()
        written = write_given(
            given, rows=rows, ingestion=self._row, held=self._held, records=self._records
        )
        warnings += written.warnings
        self._finish(written.text, warnings)
        self._records.write()
        return self._outcome(self._verdict(), warnings=[*warnings, *written.conflicts])

    def nothing_new(self) -> Outcome:
        """The outcome where readers see this very edition."""
        return self._outcome(Verdict.UNCHANGED, warnings=())

    def _given(self) -> Given:
        assert self._symbol is not None, "an edition without a symbol is refused"
        statements = statements_of_edition(self._edition, self._symbol)
        return Given(
            symbol=self._symbol,
            parsed=self._edition.parsed,
            statements=statements,
            retracted=retracted(self._held, statements),
        )

    def _retired(self) -> list[ParseWarning]:
        """What is lost with the text that is held; another ingestion of it says what came of it."""
        if self._held is None:
            return []
        difference = difference_between(self._held, self._edition.parsed)
        if self._row.text_id == self._held.pk:
            return gone(difference)
        return retire(self._held, difference, why=self._why())

    def _why(self) -> str:
        day = in_words(self._records.change.at.date())
        file = self._row.source_file
        if self._held is not None and self._held.source_file_id == file.pk:
            said = f"Read again by parser {self._edition.parsed.parser_version} on {day}."
        else:
            said = f"Replaced on {day} by {file.name}, SHA-256 {file.sha256}."
        return f"{said} Why: {self._reason}" if self._reason else said

    def _finish(self, text: Text, warnings: Sequence[ParseWarning]) -> None:
        """Write what became of the ingestion."""
        told = [*self._edition.parsed.warnings, *warnings]
        change = self._records.change
        grow(
            self._row,
            state=Ingestion.State.PUBLISHED,
            text=text,
            warnings=[asdict(warning) for warning in told],
            published_revision=self._row.revision + 1,
            reviewer_id=change.by,
            reviewed_at=change.at,
            reason="",
        )

    def _verdict(self) -> Verdict:
        if self._held is None:
            return Verdict.ADDED
        is_same = self._row.source_file_id == self._held.source_file_id
        return Verdict.CORRECTED if is_same else Verdict.REPLACED

    def _outcome(self, verdict: Verdict, *, warnings: Sequence[ParseWarning]) -> Outcome:
        is_withdrawn = self._held is not None and self._held.is_withdrawn
        return Outcome(
            path=Path(self._row.source_file.name),
            verdict=verdict,
            symbol=str(self._symbol),
            detail=_STILL_WITHDRAWN if is_withdrawn else "",
            warnings=tuple(warnings),
        )
