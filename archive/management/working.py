"""The worker that parses what staff bring, beside the server of this machine."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.conf import settings

_PATIENCE_IN_SECONDS = 10


@contextmanager
def attended_worker() -> Iterator[None]:
    """Within it one worker runs: started again when it dies, ended with this process.

    It ends, too, when this process is killed. Processes made by fork within share nothing of it.
    """
    starter = os.getpid()
    input_of_worker, lifeline = os.pipe()
    attendant = subprocess.Popen(  # noqa: S603 this project’s own modules
        _command(),
        cwd=settings.BASE_DIR,
        stdin=input_of_worker,
        stdout=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C reaches the server alone
    )
    os.close(input_of_worker)
    try:
        yield
    finally:
        os.close(lifeline)
        if os.getpid() == starter:
            with suppress(subprocess.TimeoutExpired):
                attendant.wait(_PATIENCE_IN_SECONDS)


def _command() -> list[str]:
    manage = str(settings.BASE_DIR / "manage.py")
    worker = [sys.executable, manage, "process_ingestions", "--until-input-ends"]
    return [sys.executable, "-m", "archive.embedded.attendant", *worker]
