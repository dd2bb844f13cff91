"""Runs: many files into the archive, one after another, and what became of each."""

import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryFile

from django.db import transaction

from archive.ingest.files import FoundFile
from archive.ingest.outcomes import Outcome
from archive.ingest.parsers import Ask, Parse, parsers
from archive.ingest.received import ReceivedFile, held_text_of, receive
from archive.ingest.refusals import RefusalError
from archive.ingest.storage import keep, store
from archive.models import Text
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import PARSER_VERSION

#: Files that are read ahead for each process that parses, so that none waits for work.
_AHEAD = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """How to run: processes that parse, whether held texts are replaced, whether all is undone.

    ``by`` is the key of the person who has it done, where one is named.
    """

    jobs: int = 1
    replace: bool = False
    dry_run: bool = False
    by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A file that has been read: its parse, or the text that its bytes are held as."""

    received: ReceivedFile
    parse: Parse | None = None
    held: Text | None = None


def ingest_files(files: Iterable[FoundFile], *, options: RunOptions) -> Generator[Outcome]:
    """Bring files in, in their order, and yield what became of each as soon as it is known.

    A dry run does all that a run does, in one transaction that is undone at its end; other writers
    wait for it, so it begins when every file is parsed.
    """
    with _read_files(files, options=options) as found:
        for one in found:
            yield one if isinstance(one, Outcome) else _written(one, options=options)


@contextmanager
def _read_files(
    files: Iterable[FoundFile], *, options: RunOptions
) -> Iterator[Iterator[_Read | Outcome]]:
    """The files as they are to be written; in a dry run nothing of that is kept."""
    with parsers(options.jobs) as ask:
        read = _read_in_order(files, ask, options=options)
        if not options.dry_run:
            yield read
            return
        with _put_aside(read) as found, transaction.atomic():
            yield found
            transaction.set_rollback(True)


@contextmanager
def _put_aside(read: Iterable[_Read | Outcome]) -> Iterator[Iterator[_Read | Outcome]]:
    """All of them once they have been read, from a file that nobody else has."""
    with TemporaryFile() as aside:
        count = 0
        for one in read:
            pickle.dump(one, aside)
            count += 1
        aside.seek(0)
        yield (pickle.load(aside) for _ in range(count))  # noqa: S301 as it was written above


def _read_in_order(
    files: Iterable[FoundFile], ask: Ask, *, options: RunOptions
) -> Iterator[_Read | Outcome]:
    """Each file when it has been read, while the processes that parse are at work on the next."""
    ahead = _AHEAD * options.jobs if options.jobs > 1 else 0
    waiting: deque[Callable[[], _Read | Outcome]] = deque()
    for found in files:
        waiting.append(_begin(found, ask, options=options))
        if len(waiting) > ahead:
            yield waiting.popleft()()
    while waiting:
        yield waiting.popleft()()


def _begin(found: FoundFile, ask: Ask, *, options: RunOptions) -> Callable[[], _Read | Outcome]:
    """Read a file and ask for its parse, unless its bytes are held; what is returned waits."""
    try:
        received = receive(found)
    except RefusalError as refusal:
        outcome = Outcome.refused(found.path, refusal)
        return lambda: outcome
    version = PARSER_VERSION if options.replace else None
    held = held_text_of(received.sha256, parser_version=version)
    if held is not None:
        return lambda: _Read(received=received, held=held)
    parse = ask(received.content)
    return lambda: _Read(received=received, parse=parse())


def _written(read: _Read, *, options: RunOptions) -> Outcome:
    """Write what was read, or say why it is not."""
    try:
        if read.held is not None:
            return keep(read.received, read.held, by=options.by)
        parsed = _parsed(read)
        return store(read.received, parsed, replace=options.replace, by=options.by)
    except RefusalError as refusal:
        return Outcome.refused(read.received.path, refusal)


def _parsed(read: _Read) -> ParsedResolution:
    """What was read in a file. Raises RefusalError where that is no resolution."""
    match read.parse:
        case ParsedResolution() as parsed:
            return parsed
        case (_, message):
            raise RefusalError("file", message)
    raise AssertionError("a file is held or was parsed")
