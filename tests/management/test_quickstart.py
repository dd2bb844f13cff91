"""quickstart sets the archive up and serves it; run again it changes nothing and loses nothing."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from archive.embedded.cluster import Cluster
from tests.embedded.client import (
    NOBODY,
    PROJECT,
    Client,
    environment,
    environment_of_others,
    python_for_others,
    runs,
    wait_until,
)
from tests.folders import copy_folder, fill_disk, make_short_folder

COUNTS = """
SELECT (SELECT count(*) FROM archive_resolution), (SELECT count(*) FROM archive_paragraph),
       (SELECT count(*) FROM archive_citation), (SELECT max(received_at) FROM archive_sourcefile),
       (SELECT string_agg(password, ',') FROM auth_user)
"""


PARSE_ONE_AGAIN = """
UPDATE archive_ingestion SET state = 'queued' WHERE id = (SELECT min(id) FROM archive_ingestion)
"""
HOW_MANY_WAIT = "SELECT count(*) FROM archive_ingestion WHERE state = 'queued'"


@pytest.fixture
def data(short_folder: Path) -> Iterator[Path]:
    """A data folder; the server in it has stopped when the test is over."""
    yield short_folder / "var"
    cluster = Cluster(short_folder / "var" / "postgres")
    if cluster.folder.exists():
        wait_until(lambda: not runs(cluster))


@pytest.fixture(scope="session")
def first_run() -> Iterator[tuple[Path, str]]:
    """A data folder the command has filled, to be copied, and what it printed."""
    folder = make_short_folder()
    done = quickstart(folder / "var", "--no-serve")
    assert (done.returncode, done.stderr) == (0, "")
    wait_until(lambda: not runs(Cluster(folder / "var" / "postgres")))
    yield folder / "var", done.stdout
    shutil.rmtree(folder)


@pytest.fixture
def filled(data: Path, first_run: tuple[Path, str]) -> Path:
    """A data folder after a first run."""
    copy_folder(first_run[0], data)
    return data


def quickstart(data: Path, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return subprocess.run(
        [sys.executable, "manage.py", "quickstart", *options],
        capture_output=True,
        text=True,
        cwd=PROJECT,
        env=environment(ARCHIVE_DATA_DIR=str(data), **variables),
        check=False,
    )


@contextmanager
def serving(data: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """The command while it serves; ended with SIGTERM if it still runs."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "quickstart", f"--port={port}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
        env=environment(ARCHIVE_DATA_DIR=str(data)),
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=30)


def free_port() -> int:
    """A port nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def state_of(data: Path) -> list[object]:
    """What the archive holds, and how its staff's passwords are kept."""
    client = Client(data / "postgres")
    try:
        return list(client.run(COUNTS)[0])
    finally:
        client.close()


def read(port: int, path: str) -> str:
    """A page of the archive that is served."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
        return str(answer.read().decode())


def line_of(process: subprocess.Popen[str]) -> str:
    """The next line the process prints."""
    assert process.stdout
    return process.stdout.readline()


def workers_of(data: Path) -> list[int]:
    """The processes that parse what staff bring to an archive, by number."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (folder / "cmdline").read_bytes().split(b"\0")
            given = (folder / "environ").read_bytes().split(b"\0")
            is_one = words[2:3] == [b"process_ingestions"]
            if is_one and f"ARCHIVE_DATA_DIR={data}".encode() in given:
                found.append(int(folder.name))
    return found


def test_run_twice_it_changes_nothing_and_loses_nothing(
    filled: Path, first_run: tuple[Path, str]
) -> None:
    assert "5 added, 0 unchanged, 0 refused." in first_run[1]
    held = state_of(filled)
    again = quickstart(filled, "--no-serve")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert state_of(filled) == held


def test_the_password_of_the_staff_user_is_told_once_and_kept_as_a_hash(
    filled: Path, first_run: tuple[Path, str]
) -> None:
    told = re.findall(r"^Password: (\S{20})$", first_run[1], re.MULTILINE)
    assert len(told) == 1
    kept = [path for path in filled.rglob("*") if path.is_file()]
    assert not [path for path in kept if told[0].encode() in path.read_bytes()]
    assert str(state_of(filled)[-1]).startswith("pbkdf2_")
    assert "Password" not in quickstart(filled, "--no-serve").stdout


def test_without_documents_it_has_the_facts_and_the_staff_user_until_it_is_run_with_them(
    data: Path,
) -> None:
    bare = quickstart(data, "--no-serve", "--no-documents")
    assert (bare.returncode, bare.stderr) == (0, "")
    assert "Staff user: archivist\n" in bare.stdout
    resolutions, paragraphs, *_ = state_of(data)
    assert (resolutions, paragraphs) == (35, 0)
    filled = quickstart(data, "--no-serve")
    assert "5 added, 0 unchanged, 0 refused." in filled.stdout
    assert "Password" not in filled.stdout


def test_it_says_ready_when_it_answers_and_ends_when_told(filled: Path) -> None:
    port = free_port()
    with serving(filled, port) as process:
        assert line_of(process) == f"Archive ready at http://127.0.0.1:{port}/\n"
        assert read(port, "/healthz") == "ok\n"
        sheet = re.search(r'href="(/static/css/[a-z]+\.[0-9a-f]{12}\.css)"', read(port, "/"))
        assert sheet, "the style sheet has a hashed name"
        assert read(port, sheet[1])
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        assert process.stderr
        assert process.stderr.read() == ""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux's /proc")
def test_a_worker_parses_beside_it_starts_again_when_it_is_killed_and_ends_with_it(
    filled: Path,
) -> None:
    with serving(filled, free_port()) as process:
        line_of(process)
        wait_until(lambda: len(workers_of(filled)) == 1)
        [killed] = workers_of(filled)
        os.kill(killed, signal.SIGKILL)
        wait_until(lambda: bool(set(workers_of(filled)) - {killed}))
        client = Client(filled / "postgres")
        client.run(PARSE_ONE_AGAIN)
        wait_until(lambda: client.value(HOW_MANY_WAIT) == 0)
        client.close()
        process.terminate()
        assert process.wait(30) == 0
        assert workers_of(filled) == []
        assert process.stderr
        assert process.stderr.read() == ""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux's /proc")
def test_the_worker_ends_with_a_server_that_is_killed(filled: Path) -> None:
    with serving(filled, free_port()) as process:
        line_of(process)
        wait_until(lambda: len(workers_of(filled)) == 1)
        process.kill()
        wait_until(lambda: workers_of(filled) == [])


def test_killed_at_any_moment_the_next_run_goes_on(data: Path) -> None:
    for seconds in (0.8, 1.6, 2.4):
        with serving(data, free_port()) as process:
            time.sleep(seconds)
            process.kill()
    done = quickstart(data, "--no-serve")
    assert done.returncode == 0, done.stderr
    assert state_of(data)[0] != 0
    assert quickstart(data, "--no-serve").stdout == ""


def test_a_taken_port_is_named_before_anything_is_made(data: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = quickstart(data, f"--port={port}")
    assert done.returncode == 1
    assert done.stderr.startswith(f"Port {port} is taken by another program. Choose another with")
    assert len(done.stderr.splitlines()) == 1
    assert not data.exists()


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1"])
def test_what_is_no_port_is_refused(data: Path, port: str) -> None:
    done = quickstart(data, f"--port={port}")
    assert done.returncode != 0
    assert f"“{port}” is no port; write a number from 1 to 65535." in done.stderr
    assert not data.exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = quickstart(tmp_path / "file" / "var", "--no-serve")
    assert done.returncode == 1
    assert done.stderr == (
        f"{tmp_path}/file/var cannot be used: Not a directory. Let this account write there, or "
        "set ARCHIVE_DATA_DIR to another folder.\n"
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can run a process as another account")
def test_a_folder_another_account_may_not_write_is_named(short_folder: Path) -> None:
    python = python_for_others()
    if not python:
        pytest.skip("no Python of this version may be run by other accounts")
    done = subprocess.run(
        [python, "manage.py", "quickstart", "--no-serve"],
        capture_output=True,
        text=True,
        cwd=PROJECT,
        env=environment_of_others(ARCHIVE_DATA_DIR=str(short_folder)),
        user=NOBODY,
        group=NOBODY,
        extra_groups=[],
        check=False,
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert f"{short_folder}/quickstart.lock cannot be used: Permission denied." in done.stderr


def test_a_full_disk_is_named_and_does_no_harm(
    small_disk: Path, first_run: tuple[Path, str]
) -> None:
    data = small_disk / "var"
    copy_folder(first_run[0], data)
    filling = fill_disk(small_disk)
    done = quickstart(data, "--no-serve")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "is full. Free some space there" in done.stderr
    filling.unlink()
    again = quickstart(data, "--no-serve")
    assert (again.returncode, again.stdout) == (0, "")


def test_a_database_that_does_not_answer_is_told_in_one_line(data: Path) -> None:
    url = f"postgres://nobody@127.0.0.1:{free_port()}/none"
    done = quickstart(data, "--no-serve", DATABASE_URL=url)
    assert done.returncode == 1
    assert done.stderr.startswith("The database gave up: connection failed:")
    assert done.stderr.endswith(". What was done stays; run the same command again.\n")
    assert len(done.stderr.splitlines()) == 1


def test_it_is_not_for_a_deployment(data: Path) -> None:
    done = quickstart(
        data,
        ARCHIVE_ENV="production",
        DATABASE_URL="postgres://b/c",
        SECRET_KEY="k",
        ALLOWED_HOSTS="h",
    )
    assert done.returncode == 1
    assert done.stderr.startswith("quickstart runs the archive for this machine only.")
