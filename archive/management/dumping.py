"""Keeping the files at /data/ those of the present state, by processes of their own."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from django.conf import settings

from archive.models import ArchiveVersion

#: How long nothing must have been published before the files are made, so that they are made once
#: for many files that come one after the other.
QUIET_IN_SECONDS = 10
#: How long at most that is waited for: where the archive never rests, they are made in between.
LONGEST_WAIT_IN_SECONDS = 600
#: How long after a failure, which is told on standard error, they are tried again.
_RESPITE_IN_SECONDS = 600

Child = subprocess.Popen[bytes]


@contextmanager
def kept_files() -> Iterator["KeptFiles"]:
    """Within it the files can be kept; what is being made at its end is given up."""
    files = KeptFiles(_start)
    try:
        yield files
    finally:
        files.close()


class KeptFiles:
    """Looks now and then whether the archive has changed, and has its files made if so."""

    def __init__(
        self, start: Callable[[], Child], *, clock: Callable[[], float] = monotonic
    ) -> None:
        self._start = start
        self._clock = clock
        self._child: Child | None = None
        self._made_of: int | None = None
        self._seen: int | None = None
        self._behind_since: float | None = None
        self._at_rest_until = clock() + QUIET_IN_SECONDS

    def keep(self) -> None:
        """Have the files made where they are to be; brief, and one query at most."""
        if self._clock() < self._at_rest_until or self._is_under_way():
            return
        self._at_rest_until = self._clock() + QUIET_IN_SECONDS
        number = ArchiveVersion.objects.number()
        if number != self._made_of and self._is_time(number):
            self._made_of, self._behind_since = number, None
            self._child = self._start()
        self._seen = number

    def close(self) -> None:
        """End what is under way."""
        if self._child is not None:
            self._child.terminate()
            self._child.wait()

    def _is_time(self, number: int) -> bool:
        """Whether it is quiet, or has been waited for long enough; the files are behind."""
        now = self._clock()
        if self._behind_since is None:
            self._behind_since = now
        is_quiet = self._seen in {None, number}
        return is_quiet or now - self._behind_since >= LONGEST_WAIT_IN_SECONDS

    def _is_under_way(self) -> bool:
        """Whether the files are being made; a failure is noted, to be tried again later."""
        failed = self._child and self._child.poll()
        if failed:
            self._child, self._made_of = None, None
            self._at_rest_until = self._clock() + _RESPITE_IN_SECONDS
            return True
        return self._child is not None and self._child.returncode is None


def _start() -> Child:
    manage = str(settings.BASE_DIR / "manage.py")
    return subprocess.Popen(  # noqa: S603 this project’s own command
        [sys.executable, manage, "dump"],
        cwd=settings.BASE_DIR,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C reaches the worker alone, which ends it
    )
