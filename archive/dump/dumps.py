"""Dumps: the whole archive written into a folder, at one state and in one order.

The same state gives the same bytes: rows are in the order of languages and symbols, values are the
archive’s own, and nothing says when or where the files were made. Some resolutions are in memory at
a time, and one source file.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction

from archive.data.records import Record, records_of
from archive.dump.codebook import codebook
from archive.dump.package import FILE_NAME as PACKAGE
from archive.dump.package import Issue, issue_of, package
from archive.dump.record_files import line_of, record_files
from archive.dump.series_tables import write_series_tables
from archive.dump.summed_files import Folder
from archive.dump.withdrawals import last_withdrawal
from archive.models import READING_LANGUAGE, ArchiveVersion, CatalogueCard, Text
from archive.search.exports.changes import NEVER, last_change

SUMS = "SHA256SUMS"
_RECORDS_AT_ONCE = 100
_AT_ONE_STATE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """A dump that was written: which it is, its files, and the archive's version it is of.

    ``last_withdrawal`` names the last one before it.
    """

    issue: Issue
    folder: Folder
    archive_version: int
    last_withdrawal: str


def dump(root: Path) -> Dump:
    """Write the archive into a folder that is empty or not there yet.

    Raises OSError where the folder cannot be written.
    """
    root.mkdir(parents=True, exist_ok=True)
    folder = Folder(root)
    with _one_state():
        archive_version = ArchiveVersion.objects.number()
        withdrawal = last_withdrawal()
        changed_at = last_change() or NEVER
        counts = _write_records(folder) | write_series_tables(folder)
    folder.write("codebook.md", codebook())
    issue = issue_of(folder.sums, changed_at=changed_at, counts=counts)
    folder.write(PACKAGE, package(issue, folder.sums))
    folder.write(SUMS, folder.lines())
    _date(folder, issue)
    return Dump(
        issue=issue,
        folder=folder,
        archive_version=archive_version,
        last_withdrawal=withdrawal,
    )


@contextmanager
def _one_state() -> Iterator[None]:
    """All that is read within is of one moment, whatever is published meanwhile."""
    is_first = not connection.in_atomic_block
    with transaction.atomic():
        if is_first:
            with connection.cursor() as cursor:
                cursor.execute(_AT_ONE_STATE)
        yield


def _write_records(folder: Folder) -> dict[str, int]:
    """Every record into its files; how many rows each table has."""
    symbols = sorted(CatalogueCard.objects.shown().values_list("symbol", flat=True))
    with (
        record_files(folder, known=frozenset(symbols)) as files,
        folder.file("translations.jsonl") as translations,
    ):
        for record in _records(symbols, language=READING_LANGUAGE):
            files.write(record)
        for language, of_language in _translated():
            for record in _records(of_language, language=language):
                translations.write(line_of(record))
                files.write_rows(record)
    return dict(files.counts)


def _records(symbols: Sequence[str], *, language: str) -> Iterator[Record]:
    """Records in order, some at a time."""
    for first in range(0, len(symbols), _RECORDS_AT_ONCE):
        yield from records_of(symbols[first : first + _RECORDS_AT_ONCE], language=language)


def _translated() -> Iterator[tuple[str, list[str]]]:
    """Each other language with the symbols of the texts in it."""
    texts = Text.objects.shown_translations().order_by()
    for language in sorted(set(texts.values_list("language", flat=True))):
        named = texts.filter(language=language).values_list("resolution__symbol", flat=True)
        yield language, sorted(named)


def _date(folder: Folder, issue: Issue) -> None:
    """Give every file the archive's own date."""
    at = issue.changed_at.timestamp()
    for one in folder.sums:
        os.utime(folder.root / one.path, (at, at))
