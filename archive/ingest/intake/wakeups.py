"""Wakeups: what a worker sleeps until: files that wait, a parse that is done, the word to stop."""

import os
import select
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from django.db import connection


@contextmanager
def wakeups(*, lifeline: int | None = None) -> Iterator["Wakeups"]:
    """Sleep until something comes about; meanwhile signals to stop are noted, and end nothing.

    ``lifeline`` is a descriptor whose end is a word to stop, too: whoever holds its other end has
    then ended, however that came about.
    """
    made = Wakeups(lifeline)
    before = {number: signal.signal(number, made.stop) for number in _STOPPING}
    try:
        yield made
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        made.close()


_STOPPING = (signal.SIGTERM, signal.SIGINT)


class Wakeups:
    """Sleeps, and is woken."""

    def __init__(self, lifeline: int | None = None) -> None:
        self._lifeline = lifeline
        self._read, self._write = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self.is_told_to_stop = False

    def close(self) -> None:
        """Sleep no more."""
        os.close(self._read)
        os.close(self._write)

    @contextmanager
    def at_notices(self) -> Iterator[None]:
        """Wake up at whatever PostgreSQL tells this session, even in the midst of a statement."""

        def wake(_notice: object) -> None:
            self.wake()

        connection.ensure_connection()
        session = connection.connection
        session.add_notify_handler(wake)
        yield
        session.remove_notify_handler(wake)

    def wake(self) -> None:
        """End the sleep of now, or the next; safe in any thread and in a signal's handler."""
        try:
            os.write(self._write, b".")
        except BlockingIOError:
            return  # so many have woken it already

    def sleep(self, seconds: float) -> None:
        """Sleep so long at most; told to stop, until it is woken."""
        watched = [self._read]
        if not self.is_told_to_stop:
            watched += [connection.connection.fileno()]
            watched += [] if self._lifeline is None else [self._lifeline]
        ready, _, _ = select.select(watched, [], [], seconds)
        if self._read in ready:
            os.read(self._read, 1 << 16)
        if self._lifeline is not None and self._lifeline in ready:
            self.is_told_to_stop = not os.read(self._lifeline, 1 << 10)

    def stop(self, _number: int, _frame: FrameType | None) -> None:
        """Note a signal to stop."""
        self.is_told_to_stop = True
        self.wake()
