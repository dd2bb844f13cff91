"""``manage.py parse FILE…``: one JSON object per file, in the order given. Touches no database."""

import io
import json
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from archive.ingest.parsers import pool_of
from archive.parsing.contract import Record
from archive.parsing.files import parse_file


class Command(BaseCommand):
    """Parse files and print what they say."""

    help = "Parse files and print one JSON object per file (JSON Lines). Touches no database."
    requires_system_checks: tuple[str, ...] = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The files."""
        parser.add_argument(
            "files",
            nargs="+",
            type=_path,
            metavar="FILE",
            help="a resolution as text, PDF, Word, HTML or Akoma Ntoso",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print a record per file; exit 1 when any could not be parsed."""
        _print_utf8()
        try:
            refused = self._print(options["files"])
        except BrokenPipeError:
            _print_nothing_more()
            refused = True
        except BrokenProcessPool as error:
            raise CommandError(
                "A process that parsed was ended from outside, perhaps for want of memory. Give "
                "the files that are not printed one at a time."
            ) from error
        if refused:
            sys.exit(1)

    def _print(self, files: Sequence[str]) -> bool:
        """Print the records; whether any file was refused."""
        refused = False
        with closing(_records(files)) as records:
            for record in _with_progress(records, len(files)):
                refused = refused or record["error"] is not None
                self.stdout.write(json.dumps(record, ensure_ascii=False))
        self.stdout.flush()
        return refused


def _path(written: str) -> str:
    """A path; an empty one, as of a variable that is not set, names no file."""
    if not written:
        raise ArgumentTypeError("it is empty; name a file.")
    return written


def _print_nothing_more() -> None:
    """Let the interpreter end without a word about an output that nobody reads any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_utf8() -> None:
    """Print UTF-8 whatever the locale; file names that are not UTF-8 get JSON escapes."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def _records(files: Sequence[str]) -> Generator[Record]:
    """The records in the order of the files, by several processes where there are several files.

    Closed before its end, it leaves undone what no process has begun.
    """
    if len(files) == 1:
        yield parse_file(files[0])
        return
    with pool_of() as pool:
        yield from pool.map(parse_file, files)


def _with_progress(records: Iterator[Record], total: int) -> Iterator[Record]:
    """The records, counted on standard error where that is a terminal."""
    return iter(tqdm(records, total=total, unit="file", disable=not sys.stderr.isatty()))
