"""Runs: many files into the archive, one after another, and what became of each."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from django.db import transaction

from archive.ingest.files import FoundFile
from archive.ingest.outcomes import Outcome
from archive.ingest.parsers import Ask, Parse, parsers
from archive.ingest.received import ReceivedFile, held_text_of, receive
from archive.ingest.refusals import RefusalError
from archive.ingest.storage import keep, store
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


def ingest_files(files: Iterable[FoundFile], *, options: RunOptions) -> Generator[Outcome]:
    """Bring files in, in their order, and yield what became of each as soon as it is known.

    A dry run does all that a run does, in one transaction that is undone at its end; other writers
    wait for it.
    """
    ahead = _AHEAD * options.jobs if options.jobs > 1 else 0
    with _undone(only_tried=options.dry_run), parsers(options.jobs) as ask:
        waiting: deque[Callable[[], Outcome]] = deque()
        for found in files:
            waiting.append(_begin(found, ask, options=options))
            if len(waiting) > ahead:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()


@contextmanager
def _undone(*, only_tried: bool) -> Iterator[None]:
    if not only_tried:
        yield
        return
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _begin(found: FoundFile, ask: Ask, *, options: RunOptions) -> Callable[[], Outcome]:
    """Read a file and ask for its parse, unless its bytes are held; what remains is returned."""
    try:
        received = receive(found)
    except RefusalError as refusal:
        return partial(Outcome.refused, found.path, refusal)
    version = PARSER_VERSION if options.replace else None
    held = held_text_of(received.sha256, parser_version=version)
    if held is not None:
        return partial(_end, received, partial(keep, received, held, by=options.by))
    parse = ask(received.content)
    return partial(_end, received, partial(_store, received, parse, options=options))


def _end(received: ReceivedFile, write: Callable[[], Outcome]) -> Outcome:
    try:
        return write()
    except RefusalError as refusal:
        return Outcome.refused(received.path, refusal)


def _store(received: ReceivedFile, parse: Callable[[], Parse], *, options: RunOptions) -> Outcome:
    """Store a file when its parse is there."""
    parsed = parse()
    if isinstance(parsed, ParsedResolution):
        return store(received, parsed, replace=options.replace, by=options.by)
    _, message = parsed
    raise RefusalError("file", message)
