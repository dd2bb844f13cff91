"""``manage.py parse FILE…``: one JSON object per file, in the order given. Touches no database."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from archive.parsing.contract import Record, record_of
from archive.parsing.parsed import ParsedResolution, ParseError
from archive.parsing.pipeline import parse

_FEW = 4
_CHUNK = 4


class Command(BaseCommand):
    """Parse files and print what they say."""

    help = "Parse files and print one JSON object per file (JSON Lines). Touches no database."
    requires_system_checks: Sequence[str] = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The files."""
        parser.add_argument("files", nargs="+", metavar="FILE", help="a resolution in any format")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a record per file; exit 1 when any could not be parsed."""
        refused = 0
        for record in _with_progress(_records(options["files"]), len(options["files"])):
            refused += record["error"] is not None
            self.stdout.write(json.dumps(record, ensure_ascii=False))
        if refused:
            sys.exit(1)


def _records(files: Sequence[str]) -> Iterator[Record]:
    """The records in the order of the files, by several processes where there are several files."""
    if len(files) < _FEW:
        yield from map(parse_file, files)
        return
    with ProcessPoolExecutor() as pool:
        yield from pool.map(parse_file, files, chunksize=_CHUNK)


def parse_file(file: str) -> Record:
    """The record of one file, whatever is wrong with it."""
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return record_of(file, b"", ParseError("unreadable_file", f"{file}: {reason}."))
    return record_of(file, data, _outcome(data))


def _outcome(data: bytes) -> ParsedResolution | ParseError:
    try:
        return parse(data)
    except ParseError as error:
        return error


def _with_progress(records: Iterator[Record], total: int) -> Iterator[Record]:
    """The records, counted on standard error where that is a terminal."""
    return iter(tqdm(records, total=total, unit="file", disable=not sys.stderr.isatty()))
