"""The process that attends a program: runs it again whenever it ends, until its own starter ends.

Run as ``python -m archive.embedded.attendant COMMAND…``. Its standard input is a pipe of which the
starter holds the other end and into which nobody writes, so that it ends with the starter, however
that comes about. The program has the same input. It imports the standard library only: it starts
fast and stays small.
"""

import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence

#: How long the program may take to end when it is told to.
_PATIENCE_IN_SECONDS = 5
_PAUSE_IN_SECONDS = 1
#: Between two runs of a program that ends as soon as it has begun: longer each time.
_FIRST_REST_IN_SECONDS = 0.5
_LONGEST_REST_IN_SECONDS = 30
_LONG_ENOUGH_IN_SECONDS = 10


def main(command: Sequence[str]) -> None:
    """Run a command again and again until standard input ends or this process is told to stop."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    rest = _FIRST_REST_IN_SECONDS
    while not _has_ended(seconds=0):
        began = time.monotonic()
        _run(command)
        has_worked = time.monotonic() - began > _LONG_ENOUGH_IN_SECONDS
        rest = _FIRST_REST_IN_SECONDS if has_worked else min(2 * rest, _LONGEST_REST_IN_SECONDS)
        _has_ended(seconds=rest)


def _run(command: Sequence[str]) -> None:
    """Run the command to its end, which comes with that of standard input at the latest."""
    with subprocess.Popen(command) as program:  # noqa: S603 what the starter gave
        try:
            while program.poll() is None and not _has_ended(seconds=_PAUSE_IN_SECONDS):
                pass
        finally:
            _end(program)


def _end(program: subprocess.Popen[bytes]) -> None:
    program.terminate()
    try:
        program.wait(_PATIENCE_IN_SECONDS)
    except subprocess.TimeoutExpired:
        program.kill()


def _has_ended(*, seconds: float) -> bool:
    """Whether standard input has ended, or ends within so long."""
    ready, _, _ = select.select([sys.stdin], [], [], seconds)
    return bool(ready)


if __name__ == "__main__":
    main(sys.argv[1:])
