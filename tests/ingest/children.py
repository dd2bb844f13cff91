"""Processes that a test starts: ``manage.py`` on the database of the test, whichever that is."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).parents[2]
PATIENCE_IN_SECONDS = 60
_PAUSE_IN_SECONDS = 0.01
_NOT_OF_A_CONNECTION = {"TEST"}


def start(*arguments: str | Path, stdin: int | None = None) -> subprocess.Popen[str]:
    """Start ``manage.py`` with these arguments; it does not end with the test by itself."""
    database = {
        key: value
        for key, value in connection.settings_dict.items()
        if key not in _NOT_OF_A_CONNECTION
    }
    return subprocess.Popen(
        [sys.executable, ROOT / "manage.py", *arguments],
        cwd=ROOT,
        env=os.environ
        | {
            "DATABASE_OF_THE_TEST": json.dumps(database, default=str),
            "DJANGO_SETTINGS_MODULE": "tests.ingest.child_settings",
        },
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so; fail when it does not become so."""
    last_moment = time.monotonic() + PATIENCE_IN_SECONDS
    while not is_so():
        assert time.monotonic() < last_moment, "it did not come about"
        time.sleep(_PAUSE_IN_SECONDS)


def parsing_processes(starter: subprocess.Popen[str]) -> list[int]:
    """The processes that one started to parse; not the one that keeps count of its semaphores."""
    children = Path(f"/proc/{starter.pid}/task/{starter.pid}/children").read_text(encoding="ascii")
    return [pid for pid in map(int, children.split()) if b"spawn_main" in _command(pid)]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits for its parent does not."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").split()[2] != "Z"
    except OSError:
        return False
