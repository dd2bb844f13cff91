"""``manage.py reparse``: texts behind the parser are read again."""

import os
from argparse import ArgumentTypeError
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from time import monotonic
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from archive.ingest.outcomes import pace
from archive.ingest.reparsing.runs import ReparseOptions, reread, texts_behind
from archive.ingest.reparsing.told import Reread, Result, closing_table
from archive.management.accounts import key_of
from archive.management.database_words import told_in_one_sentence
from archive.models import Text
from archive.parsing.symbols import Symbol, SymbolError

_MOST_JOBS = 64
_THEN = "What was read before stays; run the same command again."


class Command(BaseCommand):
    """Reads texts again that an earlier parser has read, and says what became of each."""

    help = (
        "Read the files again of texts that another version of the parser has read, of all or of "
        "some by symbol. Readers see nothing of it before somebody publishes it in the pages for "
        "staff; with --accept-unchanged, what does not differ is published at once. What people "
        "set right goes along. Exit 1 when a file could not be read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Which texts, and how to run."""
        parser.add_argument("symbols", nargs="*", type=_symbol, metavar="SYMBOL")
        parser.add_argument(
            "--accept-unchanged",
            action="store_true",
            help="publish those of which readers see nothing else",
        )
        parser.add_argument(
            "--jobs",
            type=_number_of_jobs,
            default=min(os.cpu_count() or 1, _MOST_JOBS),
            metavar="N",
            help="processes that parse",
        )
        parser.add_argument(
            "--by", metavar="USERNAME", help="for whom it runs, as the history is to say"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read again, close with the table."""
        key = key_of(options["by"])
        run = ReparseOptions(
            accept_unchanged=options["accept_unchanged"],
            jobs=options["jobs"],
            by=get_user_model().objects.get(pk=key) if key else None,
        )
        began = monotonic()
        found = [*_up_to_date(options["symbols"]), *self._run(options["symbols"], run)]
        self.stdout.write(closing_table(found))
        self.stdout.write(pace(len(found), monotonic() - began))
        refused = sum(one.result is Result.REFUSED for one in found)
        if refused:
            raise CommandError(f"{refused} of {len(found)} were refused.", returncode=1)

    def _run(self, symbols: Sequence[str], run: ReparseOptions) -> list[Reread]:
        try:
            with told_in_one_sentence(then=_THEN):
                texts = texts_behind(symbols)
                return list(self._shown(reread(texts, options=run), len(texts)))
        except BrokenProcessPool as error:
            raise CommandError(
                f"A process that parsed was ended from outside, perhaps for want of memory. {_THEN}"
            ) from error

    def _shown(self, found: Iterator[Reread], total: int) -> Iterator[Reread]:
        """What became of texts, with a bar on a terminal, else with a line for each."""
        if self.stderr.isatty():
            yield from tqdm(found, total=total, unit="text", leave=False)
            return
        for number, one in enumerate(found, 1):
            self.stderr.write(f"{number} of {total}: {one.line}")
            yield one


def _up_to_date(symbols: Sequence[str]) -> list[Reread]:
    """Texts that are named, and that need not be read again.

    Raises CommandError for symbols of which no text is held.
    """
    if not symbols:
        return []
    behind = {one.pk for one in texts_behind(symbols)}
    texts = Text.objects.filter(resolution__symbol__in=symbols).with_source()
    held = list(texts.select_related("resolution").order_by("resolution__symbol", "language"))
    if missing := set(symbols) - {one.resolution.symbol for one in held}:
        raise CommandError(f"No text is held of {', '.join(sorted(missing))}. Nothing was read.")
    return [
        Reread(text=one, result=Result.UP_TO_DATE, detail=_why(one))
        for one in held
        if one.pk not in behind
    ]


def _why(text: Text) -> str:
    return f"Read by parser {text.parser_version}; nobody is to decide on it."


def _symbol(written: str) -> str:
    try:
        return Symbol.read(written).text
    except SymbolError as error:
        raise ArgumentTypeError(f"{error} Write it in full, such as A/RES/66/164.") from error


def _number_of_jobs(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= _MOST_JOBS:
        raise ArgumentTypeError(
            f"“{written}” is no number of processes; write one from 1 to {_MOST_JOBS}."
        )
    return int(written)
