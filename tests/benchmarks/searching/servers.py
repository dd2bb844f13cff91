"""Servers: processes that answer on a port of this machine, and the memory they hold."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.searching.folders import ROOT

WORKERS = 2
_PATIENCE_IN_SECONDS = 60
_PAUSE_IN_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Memory:
    """What one process holds, in MB: resident, and its share of what it shares with others."""

    resident: float
    proportional: float


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    process: "subprocess.Popen[bytes]"
    port: int

    @property
    def address(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.port}"

    def memory_of_workers(self) -> list[Memory]:
        """Of each process that it started; of itself where it started none."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        workers = children.read_text().split() or [str(self.process.pid)]
        return [memory_of(Path(f"/proc/{worker}/smaps_rollup").read_text()) for worker in workers]


def memory_of(rollup: str) -> Memory:
    """What Linux says of the memory of a process."""
    lines = (line.split() for line in rollup.splitlines())
    sizes = {words[0]: int(words[1]) / 1024 for words in lines if words[-1] == "kB"}
    return Memory(resident=sizes["Rss:"], proportional=sizes["Pss:"])


@contextmanager
def archive_served(folder: Path, *, port: int) -> Iterator[Server]:
    """The archive of a data folder behind gunicorn, as README.md runs it, with two workers."""
    environment = {**os.environ, "ARCHIVE_DATA_DIR": str(folder), "DATABASE_URL": ""}
    collect = [sys.executable, str(ROOT / "manage.py"), "collectstatic", "--no-input", "-v0"]
    subprocess.run(collect, check=True, env=environment, cwd=ROOT)
    command = [sys.executable, "-m", "gunicorn", "archive.wsgi", f"--workers={WORKERS}"]
    command += [f"--bind=127.0.0.1:{port}", "--log-level=error"]
    with serving(command, port=port, path="/healthz", environment=environment) as server:
        yield server


@contextmanager
def serving(
    command: Sequence[str], *, port: int, path: str, environment: dict[str, str] | None = None
) -> Iterator[Server]:
    """A server, from the moment it answers for a path until the end."""
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(
        command, env=environment, cwd=ROOT, stdout=nowhere, stderr=nowhere
    ) as process:
        try:
            _wait(process, port, path=path)
            yield Server(process, port)
        finally:
            process.terminate()


def _wait(process: "subprocess.Popen[bytes]", port: int, *, path: str) -> None:
    last_moment = time.monotonic() + _PATIENCE_IN_SECONDS
    while not _answers(port, path):
        if process.poll() is not None or time.monotonic() > last_moment:
            raise RuntimeError(f"{process.args!r} does not answer for {path} on port {port}.")
        time.sleep(_PAUSE_IN_SECONDS)


def _answers(port: int, path: str) -> bool:
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE_IN_SECONDS)
        connection.request("GET", path)
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
