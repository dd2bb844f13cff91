"""Parsers at work: files parsed by several processes, while the caller writes.

The processes know no database. They end with the process that started them, even when that one is
killed, and leave interrupts to it. Nothing is parsed before it is asked for, so memory holds no
more files than the caller has asked for at once.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

from archive.parsing.parsed import ParsedResolution, ParseError
from archive.parsing.pipeline import parse

#: What a parse yields: the values, or the code and message of the error that refused the file.
Parse = ParsedResolution | tuple[str, str]

#: Asks for a parse of some bytes; what it returns waits for it.
Ask = Callable[[bytes], Callable[[], Parse]]

#: Far longer than any resolution takes.
LONGEST_PARSE_IN_SECONDS = 300


def parse_content(content: bytes) -> Parse:
    """Parse a file; an error is returned, not raised, so that it can go between processes."""
    try:
        return parse(content)
    except ParseError as error:
        return error.code, error.message


def parse_in_time(content: bytes) -> Parse:
    """Parse a file, or end this process when it takes too long, even deep within a library."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(LONGEST_PARSE_IN_SECONDS)
    try:
        return parse_content(content)
    finally:
        signal.alarm(0)


@contextmanager
def parsers(jobs: int) -> Iterator[Ask]:
    """As many processes as jobs, started when first needed; with one job, this process itself."""
    if jobs == 1:
        yield lambda content: lambda: parse_content(content)
        return
    pool = pool_of(jobs)
    try:
        yield lambda content: pool.submit(parse_content, content).result
    finally:
        pool.shutdown(cancel_futures=True)


def pool_of(jobs: int | None = None) -> ProcessPoolExecutor:
    """Processes that end with this one, however it ends, and leave interrupts to it.

    Each is started when first needed; without a number there is one for each processor.
    """
    return _Pool(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_serve)


class _Pool(ProcessPoolExecutor):
    """A pool whose processes hear no interrupt, from their first moment on."""

    def submit(self, *asked: Any, **named: Any) -> Future[Any]:
        """Ask for a call; a process that this starts inherits that interrupts are held back."""
        with _interrupts_held_back():
            return super().submit(*asked, **named)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """An interrupt that comes meanwhile is heard afterwards."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve() -> None:
    """Prepare a process that parses."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None, "only a process that was started runs this"
    parent.join()
    os._exit(1)
