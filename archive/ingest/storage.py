"""Storage: one file into the archive, whole or not at all.

Everything a file brings is written in one transaction that holds the write lock: the resolution
and its facts, the bytes as received, the text, and rows for whatever the text cites.
"""

import psycopg
from django.db import DatabaseError, transaction

from archive.ingest.facts import FactsWritten, write_known_facts
from archive.ingest.manifest import ManifestEntry
from archive.ingest.outcomes import Outcome, Verdict
from archive.ingest.publication import Publication
from archive.ingest.received import ReceivedFile, held_text_of
from archive.ingest.refusals import RefusalError
from archive.ingest.resolutions import bring
from archive.ingest.statements import statements_of_entry
from archive.ingest.write_lock import take_write_lock
from archive.models import Text
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import PARSER_VERSION

#: Why PostgreSQL turns a row away where the row is to blame.
_FAULTS_OF_A_ROW = (
    psycopg.errors.IntegrityError,
    psycopg.errors.DataError,
    psycopg.errors.ProgramLimitExceeded,
)


def store(received: ReceivedFile, parsed: ParsedResolution, *, replace: bool) -> Outcome:
    """Store a file that has been parsed, unless its bytes have come in meanwhile.

    Raises RefusalError, and then nothing of the file is stored.
    """
    version = PARSER_VERSION if replace else None
    try:
        with transaction.atomic():
            take_write_lock()
            held = held_text_of(received.sha256, parser_version=version)
            if held is not None:
                return _keep(received, held)
            return Publication(received, parsed).publish(replace=replace)
    except DatabaseError as error:
        if isinstance(error.__cause__, _FAULTS_OF_A_ROW):
            raise RefusalError("database", _fault(error.__cause__)) from error
        raise


def keep(received: ReceivedFile, held: Text) -> Outcome:
    """Leave a text whose bytes are held; only what its manifest has come to say is written.

    Raises RefusalError when the manifest says that the bytes are another resolution.
    """
    with transaction.atomic():
        take_write_lock()
        return _keep(received, held)


def _keep(received: ReceivedFile, held: Text) -> Outcome:
    symbol, entry = held.resolution.symbol, received.entry
    if entry is not None and entry.symbol.text != symbol:
        raise RefusalError(
            f"manifest, {entry.place}, symbol",
            f"These bytes are held as {symbol}; the manifest says {entry.symbol}.",
        )
    written = _write_manifest_facts(entry) if entry else FactsWritten()
    remarks = ["Facts of the manifest were written."] if written.changed else []
    if held.parser_version != PARSER_VERSION:
        remarks.append(f"Read by parser version {held.parser_version}; --replace reads it again.")
    return Outcome(
        path=received.path,
        verdict=Verdict.UNCHANGED,
        symbol=symbol,
        detail=" ".join(remarks),
        warnings=tuple(written.warnings),
    )


def _write_manifest_facts(entry: ManifestEntry) -> FactsWritten:
    statements = statements_of_entry(entry)
    rows = bring(entry.symbols)
    return write_known_facts({entry.symbol.text: statements}, rows=rows)


def _fault(error: psycopg.Error) -> str:
    """Which rule of the database a row breaks, in PostgreSQL's words."""
    said = " ".join(
        part for part in (error.diag.message_primary, error.diag.message_detail) if part
    )
    rule = error.diag.constraint_name
    return (
        f"What was read breaks the rule {rule}: {said}" if rule else f"It cannot be kept: {said}."
    )
