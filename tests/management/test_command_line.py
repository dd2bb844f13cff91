"""``manage.py`` ends in an exit code, not in a fault, whatever it is to print to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.embedded.client import PROJECT

NOWHERE = "postgres://nobody:nothing@127.0.0.1:1/nowhere"


def _run(words: str, **given: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a shell does, with what it is told of its streams."""
    return subprocess.run(
        ["sh", "-c", f'exec "$0" manage.py {words}', sys.executable],
        cwd=PROJECT,
        env=os.environ | {"DATABASE_URL": NOWHERE} | given,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("closed", [">&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_a_command_runs_though_its_streams_are_closed(closed: str) -> None:
    run = _run(f"help {closed}")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert _run(f"ingest nowhere {closed}").returncode == 1


def test_signs_that_the_locale_has_not_are_written_as_escapes() -> None:
    run = _run("ingest nowhere-é", PYTHONIOENCODING="ascii")
    assert run.stdout.startswith("refused      nowhere-\\xe9\n")
    assert run.stderr.endswith("CommandError: 1 of 1 were refused.\n")


def test_an_output_that_nobody_reads_ends_the_command_without_a_word() -> None:
    read, write = os.pipe()
    os.close(read)
    run = subprocess.run(
        [sys.executable, "manage.py", "help"],
        cwd=PROJECT,
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (run.returncode, run.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs Linux’s /dev/full")
@pytest.mark.parametrize("words", ["help", "parse README.md", "parser_report README.md"])
def test_an_output_without_room_is_told_in_one_line(words: str) -> None:
    run = _run(f"{words} >/dev/full")
    assert (run.returncode, run.stderr) == (
        1,
        "The output cannot be written: No space left on device. What was done before stays.\n",
    )


def test_a_command_that_reads_no_file_loads_no_library_of_a_format() -> None:
    lines = (
        "import sys, django",
        "django.setup()",
        "import archive.urls, archive.management.commands.ingest, archive.management.quickstart",
        "print(*sorted({'lxml', 'pdfplumber', 'pdfminer', 'PIL'} & set(sys.modules)))",
    )
    run = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        cwd=PROJECT,
        env=os.environ | {"DATABASE_URL": NOWHERE, "DJANGO_SETTINGS_MODULE": "archive.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "\n"
