"""``manage.py parser_report DIR…``: what the parser makes of many files. Touches no database."""

import sys
from argparse import ArgumentTypeError
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from archive.ingest.files import find_files, printable
from archive.ingest.manifest import Manifest
from archive.ingest.parsers import pool_of
from archive.management.baselines import BaselineError, line_of, opened_baseline, written_whole
from archive.management.comparisons import Comparison
from archive.parsing.contract import Record
from archive.parsing.files import measure_file
from archive.parsing.report import Report

#: Files parsed ahead of the one that is counted, so that memory stays flat.
_AHEAD = 16
_BAD_USE = 2
_NO_MANIFEST = Manifest(path=Path(), entries={})


class Command(BaseCommand):
    """Parse files, count what they hold, compare with what an earlier parser found."""

    help = (
        "Parse files and folders and print, for each layout, what was found: paragraphs, notes, "
        "citations, mends, leftovers, warnings, refusals with their reasons, files per second. "
        "With a baseline: what was lost, gained and changed, file by file; exit 1 on a loss."
    )
    requires_system_checks: tuple[str, ...] = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        """Paths, and what to compare with or to write."""
        parser.add_argument("paths", nargs="+", type=_path, metavar="DIR", help="folders or files")
        parser.add_argument("--baseline", type=_path, metavar="FILE", help="compare with this")
        parser.add_argument("--write", type=_path, metavar="FILE", help="make a baseline")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the report and the comparison; exit 1 when something was lost."""
        try:
            lost = self._report(options)
        except (_BadUseError, BaselineError) as error:
            raise CommandError(str(error), returncode=_BAD_USE) from error
        except BrokenProcessPool as error:
            raise CommandError(
                "A process that parsed was ended from outside, perhaps for want of memory. Give "
                "fewer files at a time."
            ) from error
        if lost:
            sys.exit(1)

    def _report(self, options: Mapping[str, Any]) -> bool:
        """Parse and count; whether anything is lost against the baseline."""
        (files, passed_over), report = _named(options["paths"]), Report()
        comparison, written = None, None
        with ExitStack() as stack:
            if options["baseline"]:
                baseline = stack.enter_context(opened_baseline(options["baseline"]))
                comparison = Comparison(baseline)
            if options["write"]:
                written = stack.enter_context(written_whole(options["write"]))
            for record, seconds in _with_progress(_parsed(files), len(files)):
                report.add(record, seconds)
                if comparison:
                    comparison.add(record)
                if written:
                    written.write(line_of(record))
        lines = [*report.lines(), *_told(passed_over)]
        self.stdout.write("\n".join([*lines, *(comparison.lines() if comparison else ())]))
        return comparison is not None and comparison.has_loss


class _BadUseError(Exception):
    """What was asked cannot be done: why, and what to ask instead."""


def _told(passed_over: Sequence[Path]) -> Iterator[str]:
    """What the folders hold beside files whose names end as those of texts do."""
    if passed_over:
        yield "passed over"
        yield from (f"  {printable(path)}" for path in passed_over)


def _named(paths: Sequence[Path]) -> tuple[dict[str, Path], list[Path]]:
    """Files by their names in a baseline: the folder's name and the place in it; others. Raises."""
    files: dict[str, Path] = {}
    passed_over: list[Path] = []
    for root in paths:
        finding = find_files([root], manifest=_NO_MANIFEST)
        passed_over += finding.passed_over
        found = finding.files
        if not root.exists() or any(one.refusal and one.path == root for one in found):
            raise _BadUseError(
                f"{printable(root)} holds no text; name a file or a folder of texts."
            )
        for one in found:
            name = _name_of(one.path, root)
            if files.setdefault(name, one.path) != one.path:
                raise _BadUseError(
                    f"{printable(one.path)} and {printable(files[name])} would both be called "
                    f"{name} in a baseline; give them in two runs."
                )
    return files, passed_over


def _name_of(path: Path, root: Path) -> str:
    if path == root:
        return printable(Path(path.name))
    return printable(root.resolve().name / path.relative_to(root))


def _parsed(files: Mapping[str, Path]) -> Iterator[tuple[Record, float]]:
    """The record of each file in order, by its name, and the seconds of one processor it took."""
    for name, (record, seconds) in zip(files, _measured(list(files.values())), strict=True):
        yield record | {"file": name}, seconds


def _measured(paths: Sequence[Path]) -> Iterator[tuple[Record, float]]:
    """By several processes where there are several files, a few ahead of the one asked for."""
    if len(paths) == 1:
        yield measure_file(str(paths[0]))
        return
    waiting: deque[Callable[[], tuple[Record, float]]] = deque()
    with pool_of() as pool:
        for path in paths:
            waiting.append(pool.submit(measure_file, str(path)).result)
            if len(waiting) > _AHEAD:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()


def _with_progress(
    records: Iterator[tuple[Record, float]], total: int
) -> Iterator[tuple[Record, float]]:
    """The records, counted on standard error where that is a terminal."""
    return iter(tqdm(records, total=total, unit="file", disable=not sys.stderr.isatty()))


def _path(written: str) -> Path:
    """A path; an empty one, as of a variable that is not set, is not this folder."""
    if not written:
        raise ArgumentTypeError("it is empty; write “.” for the folder you are in.")
    return Path(written)
