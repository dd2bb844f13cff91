"""``manage.py parse`` prints a record per file, in order, and needs no database."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, Self

import pytest
from django.core.management import CommandError, call_command

from archive.management.commands import parse as command
from archive.parsing.files import parse_file
from tests.ingest.children import PATIENCE_IN_SECONDS, is_alive, parsing_processes, wait_until
from tests.parsing.printed import word_text

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = sorted(str(path) for path in (ROOT / "fixtures").glob("*.txt"))
NOWHERE = "postgres://nobody:nothing@127.0.0.1:1/nowhere"


def _run(*files: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "manage.py", "parse", *files],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": NOWHERE, **environment},
        capture_output=True,
        check=False,
    )


def _call(*files: str) -> list[dict[str, Any]]:
    printed = io.StringIO()
    call_command("parse", *files, stdout=printed)
    return [json.loads(line) for line in printed.getvalue().splitlines()]


@pytest.fixture
def good(tmp_path: Path) -> str:
    """A file that parses."""
    path = tmp_path / "good.txt"
    path.write_text(word_text(), encoding="utf-8")
    return str(path)


def test_one_file_is_one_line_of_json(good: str) -> None:
    assert _call(good) == [parse_file(good)]


def test_an_end_from_outside_is_told_in_one_line(
    good: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def records(_: Sequence[str]) -> Iterator[dict[str, Any]]:
        yield parse_file(good)
        raise BrokenProcessPool

    monkeypatch.setattr(command, "_records", records)
    with pytest.raises(CommandError) as ended:
        call_command("parse", good, good)
    assert str(ended.value).startswith("A process that parsed was ended from outside")
    assert ended.value.returncode == 1
    assert json.loads(capsys.readouterr().out) == parse_file(good)


@pytest.mark.slow
def test_many_files_are_parsed_apart_and_printed_in_the_order_given() -> None:
    files = [*FIXTURES[::-1], *FIXTURES]
    assert _call(*files) == [parse_file(file) for file in files]


def test_several_files_are_parsed_by_several_processes(
    good: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mapped: list[Sequence[str]] = []

    class Pool:
        """Notes what it is given to do, and does it here."""

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_raised: object) -> None: ...
        def map(self, work: Any, files: Sequence[str]) -> Any:
            mapped.append(files)
            return map(work, files)

    monkeypatch.setattr(command, "pool_of", Pool)
    assert len(_call(good, good)) == 2
    assert mapped == [[good, good]]
    _call(good)
    assert len(mapped) == 1


def test_a_file_that_does_not_parse_ends_in_exit_1_and_the_others_are_printed(
    good: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_records", lambda files: (parse_file(file) for file in files))
    empty = tmp_path / "empty.txt"
    empty.touch()
    printed = io.StringIO()
    with pytest.raises(SystemExit) as exited:
        call_command("parse", good, str(empty), str(tmp_path), good, stdout=printed)
    assert exited.value.code == 1
    records = [json.loads(line) for line in printed.getvalue().splitlines()]
    assert [record["error"] and record["error"]["code"] for record in records] == [
        None,
        "empty_file",
        "unreadable_file",
        None,
    ]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux's /proc")
@pytest.mark.slow
@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT])
def test_processes_that_parse_end_with_the_one_that_prints(ending: signal.Signals) -> None:
    printer = subprocess.Popen(
        [sys.executable, "manage.py", "parse", *FIXTURES * 50],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": NOWHERE},
        stdout=subprocess.PIPE,  # is not read, so that the printer waits
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_until(lambda: bool(parsing_processes(printer)))
    parsing = parsing_processes(printer)
    printer.send_signal(ending)
    printer.communicate(timeout=PATIENCE_IN_SECONDS)
    wait_until(lambda: not any(is_alive(pid) for pid in parsing))


def test_an_empty_path_is_an_error_of_use() -> None:
    with pytest.raises(CommandError, match="it is empty; name a file"):
        call_command("parse", "")


def test_no_file_is_an_error_of_use() -> None:
    with pytest.raises(CommandError, match="FILE"):
        call_command("parse")


@pytest.mark.slow
def test_it_runs_where_no_database_is_and_prints_nothing_but_records(good: str) -> None:
    run = _run(good)
    assert (run.returncode, run.stderr) == (0, b"")
    assert [json.loads(line)["file"] for line in run.stdout.splitlines()] == [good]


@pytest.mark.slow
def test_it_prints_utf8_in_a_locale_that_has_none_and_for_a_name_that_is_none(
    tmp_path: Path,
) -> None:
    path = os.fsencode(tmp_path) + b"/C\xf4te.txt"
    Path(os.fsdecode(path)).write_text(word_text(["Recalling Côte d’Ivoire,"]), encoding="utf-8")
    run = _run(os.fsdecode(path), PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (run.returncode, run.stderr) == (0, b"")
    record = json.loads(run.stdout.decode("utf-8"))
    assert "Côte d’Ivoire".encode() in run.stdout
    assert os.fsencode(record["file"]) == path


def test_progress_is_shown_on_a_terminal_only(
    good: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _call(good)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    _call(good)
    assert "1/1" in capsys.readouterr().err


@pytest.mark.slow
def test_a_reader_that_has_seen_enough_ends_it_without_a_word(good: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "manage.py", "parse", good],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": NOWHERE},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    _, complaints = process.communicate(timeout=60)
    assert (process.returncode, complaints) == (1, b"")
