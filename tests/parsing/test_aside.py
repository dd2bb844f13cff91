"""A parse in a process of its own says what the parser says, and writes no file."""

import json
import resource
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from archive.parsing import aside
from archive.parsing.contract import parsed_of
from archive.parsing.parsed import ParsedResolution, ParseError
from archive.parsing.pipeline import parse
from tests import builders as build

ROOT = Path(__file__).resolve().parent.parent.parent
SECRET = "xylophones"


def _run(*command: str, sent: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-B", *command], cwd=ROOT, input=sent, capture_output=True, check=False
    )


def test_it_prints_the_record_of_what_comes_in() -> None:
    data = build.resolution_text(operative=[f"Urges States to play {SECRET};"]).encode()
    done = _run("-m", "archive.parsing.aside", sent=data)
    assert parsed_of(json.loads(done.stdout)) == parse(data)
    assert (done.returncode, done.stderr) == (0, b"")


def test_it_is_limited_before_it_reads(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    limited: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", limited.__setitem__)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    sent = BytesIO(b"Urges States to act;")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=sent))
    aside.main()
    assert limited[resource.RLIMIT_FSIZE] == (0, 0)
    assert limited[resource.RLIMIT_CPU] == (aside.MOST_SECONDS, aside.MOST_SECONDS)
    assert sys.excepthook is aside.tell_without_words
    [paragraph] = json.loads(capsys.readouterr().out)["paragraphs"]
    assert paragraph["text"] == "Urges States to act;"


def test_it_can_write_no_file(tmp_path: Path) -> None:
    file = tmp_path / "draft"
    script = (
        "from archive.parsing import aside\naside.limit()\n"
        f"with open({str(file)!r}, 'w') as file:\n    file.write('{SECRET}')"
    )
    done = _run("-c", script)
    assert b"File too large" in done.stderr
    assert file.read_text() == ""


def test_a_fault_is_told_by_its_place_in_the_code_and_not_by_its_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(ValueError, match=SECRET) as raised:
        int(SECRET)
    aside.tell_without_words(ValueError, raised.value, raised.tb)
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert "test_aside.py" in told
    assert SECRET not in told


def test_a_part_of_a_resolution_is_enough() -> None:
    parsed = aside.outcome_of(b"5. Urges States to act;")
    assert isinstance(parsed, ParsedResolution)
    assert [one.id for one in parsed.paragraphs] == ["op5"]
    assert parsed.warnings == ()


def test_what_another_program_would_read_from_a_disk_is_refused() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    refused = aside.outcome_of(data)
    assert isinstance(refused, ParseError)
    assert "save it as Word (.docx)" in refused.message
