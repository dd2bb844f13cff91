"""The attendant runs a program again whenever it ends, and ends it with its own starter."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.embedded.client import PROJECT, environment, wait_until

#: A program that notes its number in a file, and then runs until it is ended.
_PROGRAM = """
import os, sys, time
with open(sys.argv[1], "a") as file:
    print(os.getpid(), file=file)
while True:
    time.sleep(0.1)
"""


@pytest.fixture(name="attended")
def _attended(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """An attendant whose input is held by the test."""
    command = [sys.executable, "-c", _PROGRAM, str(tmp_path / "runs")]
    attendant = subprocess.Popen(
        [sys.executable, "-m", "archive.embedded.attendant", *command],
        stdin=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
        env=environment(),
    )
    yield attendant
    attendant.terminate()
    attendant.wait(30)
    assert attendant.stdin is not None
    attendant.stdin.close()


def _runs(folder: Path) -> list[int]:
    try:
        return [int(line) for line in (folder / "runs").read_text().splitlines()]
    except FileNotFoundError:
        return []


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.slow
def test_a_program_that_is_killed_runs_again(
    attended: subprocess.Popen[str], tmp_path: Path
) -> None:
    wait_until(lambda: len(_runs(tmp_path)) == 1)
    os.kill(_runs(tmp_path)[0], 9)
    wait_until(lambda: len(_runs(tmp_path)) == 2)
    assert _is_alive(_runs(tmp_path)[1])
    assert attended.poll() is None


@pytest.mark.slow
def test_both_end_when_nobody_holds_their_input_any_more(
    attended: subprocess.Popen[str], tmp_path: Path
) -> None:
    wait_until(lambda: len(_runs(tmp_path)) == 1)
    assert attended.stdin is not None
    attended.stdin.close()
    assert attended.wait(30) == 0
    assert not _is_alive(_runs(tmp_path)[0])


@pytest.mark.slow
def test_both_end_when_the_attendant_is_told_to(
    attended: subprocess.Popen[str], tmp_path: Path
) -> None:
    wait_until(lambda: len(_runs(tmp_path)) == 1)
    attended.terminate()
    assert attended.wait(30) == 0
    assert not _is_alive(_runs(tmp_path)[0])


def test_an_input_that_has_ended_runs_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _PROGRAM, str(tmp_path / "runs")]
    done = subprocess.run(
        [sys.executable, "-m", "archive.embedded.attendant", *command],
        stdin=subprocess.DEVNULL,
        cwd=PROJECT,
        env=environment(),
        timeout=30,
        check=False,
    )
    assert done.returncode == 0
    assert _runs(tmp_path) == []
