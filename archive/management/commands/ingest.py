"""``manage.py ingest``: files and folders into the archive."""

import os
from argparse import ArgumentTypeError
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from archive.ingest.files import Finding, find_files, names_under, printable
from archive.ingest.manifest import Manifest, read_manifest
from archive.ingest.outcomes import Outcome, Verdict, closing_table, pace
from archive.ingest.refusals import RefusalError
from archive.ingest.runs import RunOptions, ingest_files
from archive.management.accounts import key_of
from archive.management.database_words import told_in_one_sentence

_MOST_JOBS = 64


class Command(BaseCommand):
    """Brings texts in, each whole or not at all, and says what became of each."""

    help = (
        "Ingest resolutions from files and folders: plain text, PDF, Word (.docx, and .doc where "
        "LibreOffice is installed), HTML and Akoma Ntoso, told by content. From a folder come the "
        "files its manifest.toml names and those whose names end as such files do; the rest is "
        "passed over. Exit 1 when anything was refused."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Paths and how to run."""
        parser.add_argument("paths", nargs="+", type=_path, metavar="PATH")
        parser.add_argument(
            "--manifest", type=_path, metavar="FILE", help="for every path, by the files’ names"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would happen and store nothing"
        )
        parser.add_argument(
            "--jobs",
            type=_number_of_jobs,
            default=min(os.cpu_count() or 1, _MOST_JOBS),
            help="processes that parse",
        )
        parser.add_argument(
            "--replace", action="store_true", help="put new texts in the place of held ones"
        )
        parser.add_argument(
            "--by", metavar="USERNAME", help="for whom it runs, as the history is to say"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Find the files, bring them in, close with the table."""
        manifest = _manifest(options["manifest"], options["paths"])
        finding = find_files(options["paths"], manifest=manifest)
        run = RunOptions(
            jobs=options["jobs"],
            replace=options["replace"],
            dry_run=options["dry_run"],
            by=key_of(options["by"]),
        )
        began = monotonic()
        outcomes = self._run(finding, run)
        self.stdout.write(closing_table(outcomes))
        if finding.passed_over:
            names = ", ".join(printable(path) for path in finding.passed_over)
            self.stdout.write(f"Passed over: {names}.")
        if run.dry_run:
            self.stdout.write("This was a dry run: nothing was stored.")
        self.stdout.write(pace(len(outcomes), monotonic() - began))
        refused = sum(outcome.verdict is Verdict.REFUSED for outcome in outcomes)
        if refused:
            raise CommandError(f"{refused} of {len(outcomes)} were refused.", returncode=1)

    def _run(self, finding: Finding, run: RunOptions) -> list[Outcome]:
        then = "What was added before stays; run the same command again."
        try:
            with told_in_one_sentence(then=then):
                outcomes = ingest_files(finding.files, options=run)
                return list(self._shown(outcomes, len(finding.files)))
        except BrokenProcessPool as error:
            raise CommandError(
                "A process that parsed was ended from outside, perhaps for want of memory. What "
                "was added before stays; run the same command again with --jobs 1."
            ) from error

    def _shown(self, outcomes: Iterator[Outcome], total: int) -> Iterator[Outcome]:
        """The outcomes, with a bar on a terminal, else with a line for each."""
        if self.stderr.isatty():
            yield from tqdm(outcomes, total=total, unit="file", leave=False)
            return
        for number, outcome in enumerate(outcomes, 1):
            self.stderr.write(f"{number} of {total}: {outcome.line}")
            yield outcome


def _path(written: str) -> Path:
    """A path; an empty one, as of a variable that is not set, is not this folder."""
    if not written:
        raise ArgumentTypeError("it is empty; write “.” for the folder you are in.")
    return Path(written)


def _number_of_jobs(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= _MOST_JOBS:
        raise ArgumentTypeError(
            f"“{written}” is no number of processes; write one from 1 to {_MOST_JOBS}."
        )
    return int(written)


def _manifest(path: Path | None, paths: Sequence[Path]) -> Manifest | None:
    """The manifest given by option, whose files may stand beside it or among the paths."""
    if path is None:
        return None
    try:
        return read_manifest(path, elsewhere=names_under(paths))
    except RefusalError as refusal:
        raise CommandError(f"{path}, {refusal} Nothing was ingested.") from refusal
