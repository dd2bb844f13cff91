"""Word 97 files go through LibreOffice within limits, or are refused with what to do."""

import os
import shutil
import struct
import subprocess
import time
from pathlib import Path

import pytest

from archive.parsing.parsed import ParseError
from archive.parsing.readers.formats import tell_format
from archive.parsing.readers.word import word_97
from archive.parsing.readers.word.word_97 import read
from tests.parsing.readers.word.files import (
    NUMBERING,
    SEPARATORS,
    document,
    note,
    p,
    reference,
    resolution,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
needs_libreoffice = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice is not installed"
)


def word_97_file(flags: int = 0) -> bytes:
    """The head of an OLE file with a main stream of Word, as far as the reader looks at it."""
    head = bytearray(OLE.ljust(512, b"\0"))
    struct.pack_into("<H", head, 0x1E, 9)
    entry = bytearray("WordDocument".encode("utf-16-le").ljust(128, b"\0"))
    struct.pack_into("<I", entry, 0x74, 1)
    stream = bytearray(b"\xec\xa5".ljust(512, b"\0"))
    struct.pack_into("<H", stream, 0x0A, flags)
    return bytes(head + entry.ljust(512, b"\0") + stream)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that alone is searched for programs, with what stands for LibreOffice in it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def stand_in(folder: Path, script: str, name: str = "soffice") -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")
    path.chmod(0o755)


def converting(folder: Path, more: str = "") -> None:
    """A stand-in that writes a document for the file it is given, and what it was called with."""
    (folder / "made.docx").write_bytes(document(p("Converted")))
    stand_in(
        folder,
        f'echo "$@" > {folder}/called; env > {folder}/env; pwd > {folder}/cwd\n'
        f"mkdir out; cp {folder}/made.docx out/given.docx; cp given.doc {folder}/given; {more}",
    )


def refused(data: bytes) -> ParseError:
    with pytest.raises(ParseError) as caught:
        read(data)
    return caught.value


def test_without_libreoffice_the_message_says_what_to_do(program: Path) -> None:
    error = refused(word_97_file())
    assert error.code == "needs_libreoffice"
    assert ".docx" in error.message
    assert "LibreOffice" in error.message


@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_the_conversion_is_read(program: Path, name: str) -> None:
    converting(program)
    (program / "soffice").rename(program / name)
    found = read(word_97_file())
    assert [block.text for block in found.blocks] == ["Converted"]
    assert (found.format, found.layout) == ("word", "word_97")
    assert (program / "given").read_bytes() == word_97_file()


def test_it_runs_in_a_private_folder_that_is_gone_afterwards(program: Path) -> None:
    converting(program)
    read(word_97_file())
    folder = Path((program / "cwd").read_text().strip())
    called = (program / "called").read_text()
    assert f"-env:UserInstallation={folder.as_uri()}/profile" in called
    assert "--headless" in called
    assert f"--outdir {folder}/out {folder}/given.doc" in called
    assert not folder.exists()


def test_it_is_told_nothing_of_this_process(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "never told")
    converting(program)
    read(word_97_file())
    told = (program / "env").read_text()
    assert "never told" not in told
    assert "http_proxy=http://127.0.0.1:9" in told
    assert f"HOME={(program / 'cwd').read_text().strip()}" in told


FAILING = {
    "an end with an error": ("exit 3", "code 3"),
    "no document": ("mkdir out", "no document"),
    "a link for a document": ("mkdir out; ln -s /etc/passwd out/given.docx", "no document"),
}


@pytest.mark.parametrize("way", FAILING)
def test_a_conversion_that_fails_is_told(program: Path, way: str) -> None:
    script, said = FAILING[way]
    stand_in(program, script)
    error = refused(word_97_file())
    assert error.code == "conversion_failed"
    assert said in error.message
    assert ".docx" in error.message


def test_a_conversion_that_writes_too_much_is_refused(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_97, "MOST_BYTES_WRITTEN", 100)
    converting(program)
    assert "more than 100 bytes" in refused(word_97_file()).message


def test_the_program_itself_may_write_no_more_than_that(program: Path) -> None:
    stand_in(program, "ulimit -f; exit $(( $(ulimit -f) > 200000 ))")
    assert "no document" in refused(word_97_file()).message


def test_a_conversion_that_takes_too_long_is_ended_with_all_it_started(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_97, "SECONDS", 0.5)
    stand_in(program, f"sleep 60 & echo $! > {program}/child; wait")
    started = time.monotonic()
    error = refused(word_97_file())
    assert error.code == "conversion_failed"
    assert "longer than" in error.message
    assert time.monotonic() - started < 20
    assert not is_running(int((program / "child").read_text()))


def is_running(pid: int) -> bool:
    """Whether a process runs; one that only waits to be collected does not."""
    state = Path(f"/proc/{pid}/stat")
    for _ in range(50):
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return False
        time.sleep(0.1)
    return True


def test_a_program_that_is_gone_before_it_is_ended_does_no_harm(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(pid: int, signal: int) -> None:
        raise ProcessLookupError

    monkeypatch.setattr(os, "killpg", gone)
    converting(program)
    assert read(word_97_file()).blocks


def test_a_locked_file_is_refused_before_any_program_starts(program: Path) -> None:
    error = refused(word_97_file(flags=0x100))
    assert error.code == "encrypted_file"
    assert "password" in error.message


@pytest.mark.parametrize("data", [OLE, OLE + "WordDocument".encode("utf-16-le"), OLE * 400])
def test_a_file_cut_short_is_left_to_libreoffice(program: Path, data: bytes) -> None:
    assert refused(data).code == "needs_libreoffice"


def test_such_a_file_is_told_by_its_content() -> None:
    assert tell_format(word_97_file()).reader == "word.word_97"


@needs_libreoffice
@pytest.mark.slow
def test_a_real_word_97_file_is_read_through_libreoffice(tmp_path: Path) -> None:
    body = resolution(preamble=[p("Recalling its resolution 53/144,", reference(2), " and more,")])
    (tmp_path / "a.docx").write_bytes(
        document(body, numbering=NUMBERING, footnotes=SEPARATORS + note(2, "See A/66/203."))
    )
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *"--headless --convert-to doc --outdir".split(),
            tmp_path,
            tmp_path / "a.docx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    found = read((tmp_path / "a.doc").read_bytes())
    assert [(block.label, block.text) for block in found.blocks] == [
        ("", "The General Assembly,"),
        ("", "Recalling its resolution 53/144, and more,"),
        ("1.", "Calls upon all States to give effect to the Declaration;"),
        ("", "See A/66/203."),
    ]
    assert [mark.number for block in found.blocks for mark in block.marks] == ["1"]
