"""Lanes: processes that parse, one file at a time each, so that whose file ended one is known."""

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from archive.ingest.intake.claims import Claim
from archive.ingest.parsers import Parse, parse_in_time, pool_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A file that is parsed, or has been."""

    claim: Claim
    content: bytes
    parse: Future[Parse]

    @property
    def found(self) -> Parse | BaseException | None:
        """What was found in a file that is done; None where the process ended over it."""
        error = self.parse.exception()
        return None if isinstance(error, BrokenProcessPool) else error or self.parse.result()


class Lane:
    """One process that parses, started when first needed and started again when it has ended.

    ``when_done`` is called, in another thread, at the end of each file.
    """

    def __init__(self, when_done: Callable[[], None]) -> None:
        self._when_done = when_done
        self._pool = pool_of(1)
        self.work: Work | None = None

    def begin(self, claim: Claim, content: bytes) -> None:
        """Parse a file."""
        try:
            parse = self._pool.submit(parse_in_time, content)
        except BrokenProcessPool:  # it ended while it had nothing to do
            self._pool = pool_of(1)
            parse = self._pool.submit(parse_in_time, content)
        parse.add_done_callback(lambda _: self._when_done())
        self.work = Work(claim=claim, content=content, parse=parse)

    def take(self) -> Work | None:
        """The file that is done, if there is one; the lane is then free for another."""
        work = self.work
        if work is None or not work.parse.done():
            return None
        self.work = None
        if work.found is None:
            self.close()
            self._pool = pool_of(1)
        return work

    def close(self) -> None:
        """End the process, once it has nothing to do."""
        self._pool.shutdown()
