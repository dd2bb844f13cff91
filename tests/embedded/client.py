"""A process that uses the embedded server of a folder, to be talked to, and to be killed."""

import contextlib
import json
import os
import site
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from archive.embedded import locks
from archive.embedded.cluster import Cluster

PROJECT = Path(__file__).resolve().parents[2]
NOBODY = 65534
_KEPT = ("PATH", "HOME", "COVERAGE_")  # coverage counts what these processes run, too
_PATIENCE_IN_SECONDS = 30

_PROGRAM = """
import json, sys
import django
from django.conf import settings
settings.configure(DATABASES={"default": {
    "ENGINE": "archive.embedded", "NAME": "recalling", "FOLDER": sys.argv[1]}})
django.setup()
from django.db import DatabaseError, connection
for line in sys.stdin:
    try:
        if json.loads(line) == "reconnect":
            connection.close()
            connection.ensure_connection()
            answer = []
        else:
            with connection.cursor() as cursor:
                cursor.execute(json.loads(line))
                answer = cursor.fetchall() if cursor.description else []
    except DatabaseError as error:
        answer = f"{type(error).__name__}: {error}"
    print(json.dumps(answer, default=str), flush=True)
"""


class Client:
    """One process with one connection, which opens with its first statement."""

    def __init__(self, folder: Path, *, uid: int | None = None, python: str = "") -> None:
        """Start the process; it does not connect yet."""
        self.process = subprocess.Popen(
            [python or sys.executable, "-c", _PROGRAM, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=PROJECT,
            env=environment() if uid is None else environment_of_others(),
            user=uid,
            group=uid,
            extra_groups=None if uid is None else [],
        )

    def send(self, statement: str) -> None:
        """Hand over a statement without waiting for what comes of it."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps(statement) + "\n")
        self.process.stdin.flush()

    def receive(self) -> Any:
        """The rows of a statement sent before, or the words of the error."""
        assert self.process.stdout
        return json.loads(self.process.stdout.readline())

    def run(self, statement: str) -> Any:
        """The rows of the statement, or the words of the error."""
        self.send(statement)
        return self.receive()

    def value(self, statement: str) -> Any:
        """The one value the statement gives."""
        rows = self.run(statement)
        assert isinstance(rows, list), rows
        return rows[0][0]

    def close(self) -> None:
        """End the process as a program ends."""
        self.process.communicate(timeout=_PATIENCE_IN_SECONDS)

    def kill(self) -> None:
        """End the process with no chance to clean up."""
        self.process.kill()
        self.process.communicate(timeout=_PATIENCE_IN_SECONDS)


def environment(**added: str) -> dict[str, str]:
    """The environment for a process of the project that takes nothing from this one's settings."""
    kept = {name: value for name, value in os.environ.items() if name.startswith(_KEPT)}
    packages = os.pathsep.join([*site.getsitepackages(), str(PROJECT)])
    return kept | {"PYTHONPATH": packages, "PYTHONDONTWRITEBYTECODE": "1"} | added


def environment_of_others(**added: str) -> dict[str, str]:
    """The same for a process of an account that may not write where coverage is counted."""
    inherited = environment(**added)
    return {name: inherited[name] for name in inherited if not name.startswith("COVERAGE_")}


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait for what another process does."""
    last_moment = time.monotonic() + _PATIENCE_IN_SECONDS
    while not holds():
        assert time.monotonic() < last_moment, "it did not happen"
        time.sleep(0.02)


def runs(cluster: Cluster) -> bool:
    """Whether any process of the server or its keeper is left."""
    return any(locks.is_held(cluster.lock(name)) for name in ("keeper", "server"))


def server_process(cluster: Cluster) -> int:
    """The number of the server's first process."""
    assert cluster.postmaster
    return cluster.postmaster.process


def keeper_process(cluster: Cluster) -> int:
    """The number of the keeper's process."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            command = (process / "cmdline").read_text().split("\0")
            if "archive.embedded.keeper" in command and f"--folder={cluster.folder}" in command:
                return int(process.name)
    raise AssertionError(f"no keeper of {cluster.folder} runs")


def python_for_others() -> str:
    """A Python of this version that accounts other than root may run; empty when there is none."""
    candidates = [Path(sys.executable).resolve(), Path("/usr/bin") / _name_of_python()]
    return next((str(candidate) for candidate in candidates if _serves_others(candidate)), "")


def _serves_others(python: Path) -> bool:
    try:
        done = subprocess.run(
            [python, "-c", "import archive.embedded.base"],
            capture_output=True,
            cwd=PROJECT,
            env=environment_of_others(),
            user=NOBODY,
            group=NOBODY,
            extra_groups=[],
            check=False,
        )
    except OSError:
        return False
    return done.returncode == 0


def _name_of_python() -> str:
    return f"python{sysconfig.get_python_version()}"
