"""Storage: one file into the archive, whole or not at all.

Everything a file brings is written in one transaction that holds the write lock: the resolution
and its facts, the bytes as received, the text, rows for whatever the text cites, and the history.
"""

from django.db import transaction

from archive.ingest.facts import FactsWritten, write_known_facts
from archive.ingest.faults import faults_refused
from archive.ingest.manifest import ManifestEntry
from archive.ingest.outcomes import Outcome, Verdict
from archive.ingest.publication import Publication
from archive.ingest.publishing.records import Change, Records
from archive.ingest.received import ReceivedFile, held_text_of
from archive.ingest.refusals import RefusalError
from archive.ingest.resolutions import bring
from archive.ingest.statements import statements_of_entry
from archive.ingest.write_lock import take_write_lock
from archive.models import Text
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import PARSER_VERSION

#: What the history says where nobody gave a reason of their own.
REASON = "manage.py ingest"


def store(
    received: ReceivedFile, parsed: ParsedResolution, *, replace: bool, by: int | None = None
) -> Outcome:
    """Store a file that has been parsed, unless its bytes have come in meanwhile.

    ``by`` is the key of the person who brings it. Raises RefusalError, and then nothing of the
    file is stored.
    """
    version = PARSER_VERSION if replace else None
    with faults_refused(), transaction.atomic():
        take_write_lock()
        records = _records(by, replace=replace)
        held = held_text_of(received.sha256, parser_version=version)
        if held is not None:
            return _keep(received, held, records=records)
        outcome = Publication(received, parsed, records=records).publish(replace=replace)
        records.write()
        return outcome


def keep(received: ReceivedFile, held: Text, *, by: int | None = None) -> Outcome:
    """Leave a text whose bytes are held; only what its manifest has come to say is written.

    Raises RefusalError when the manifest says that the bytes are another resolution.
    """
    with transaction.atomic():
        take_write_lock()
        return _keep(received, held, records=_records(by))


def _records(by: int | None, *, replace: bool = False) -> Records:
    return Records(Change(reason=f"{REASON} --replace" if replace else REASON, by=by))


def _keep(received: ReceivedFile, held: Text, *, records: Records) -> Outcome:
    symbol, entry = held.resolution.symbol, received.entry
    if entry is not None and entry.symbol.text != symbol:
        raise RefusalError(
            f"manifest, {entry.place}, symbol",
            f"These bytes are held as {symbol}; the manifest says {entry.symbol}.",
        )
    written = _write_manifest_facts(entry, records) if entry else FactsWritten()
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


def _write_manifest_facts(entry: ManifestEntry, records: Records) -> FactsWritten:
    statements = statements_of_entry(entry)
    rows = bring(entry.symbols, records=records)
    written = write_known_facts({entry.symbol.text: statements}, rows=rows, records=records)
    records.write()
    return written
