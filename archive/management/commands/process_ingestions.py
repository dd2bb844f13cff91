"""``manage.py process_ingestions``: parses the files that people have brought."""

from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from archive.ingest.intake.wakeups import wakeups
from archive.ingest.intake.worker import Worker, WorkOptions
from archive.management.database_words import told_in_one_sentence
from archive.management.dumping import kept_files

_MOST_JOBS = 64
_STANDARD_INPUT = 0
_NOTHING_IS_LOST = "No file is lost: what was not parsed waits; run the same command again."


class Command(BaseCommand):
    """Parses waiting files, one after another or several at once, for as long as it runs."""

    help = (
        "Parse the files that people have brought through the pages for staff, as they come, "
        "until told to stop (SIGTERM, Ctrl-C). Any number may run at once, on one machine or on "
        "several; killed, they lose nothing. Meanwhile the files of the whole archive, at /data/, "
        "are made anew whenever something was published."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """How long, which, and how many at once."""
        parser.add_argument("--once", action="store_true", help="end when no file waits")
        parser.add_argument(
            "--batch", type=_number, metavar="N", help="only the files of the batch of this number"
        )
        parser.add_argument(
            "--jobs", type=_jobs, default=1, metavar="N", help="files parsed at once (1)"
        )
        parser.add_argument(
            "--until-input-ends",
            action="store_true",
            help="stop, too, when standard input ends, as it does with the program that writes it",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Work, with a line for each file."""
        work = WorkOptions(jobs=options["jobs"], batch=options["batch"], once=options["once"])
        lifeline = _STANDARD_INPUT if options["until_input_ends"] else None
        is_service = not (work.once or work.batch)
        with (
            told_in_one_sentence(then=_NOTHING_IS_LOST),
            wakeups(lifeline=lifeline) as woken,
            kept_files() as files,
        ):
            meanwhile = files.keep if is_service else bool
            Worker(work, wakeups=woken, report=self._report, meanwhile=meanwhile).run()

    def _report(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _number(written: str) -> int:
    if not written.isdecimal():
        raise ArgumentTypeError(f"“{written}” is no number.")
    return int(written)


def _jobs(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= _MOST_JOBS:
        raise ArgumentTypeError(
            f"“{written}” is no number of files; write one from 1 to {_MOST_JOBS}."
        )
    return int(written)
