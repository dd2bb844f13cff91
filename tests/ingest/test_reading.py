"""A file is looked at before it is read, and again after it was opened."""

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from archive.ingest import reading
from archive.ingest.reading import read_file, read_utf8
from archive.ingest.refusals import RefusalError


@contextmanager
def _at_most(*, seconds: int) -> Iterator[None]:
    """Fail what waits longer."""

    def fail(*_: object) -> None:
        pytest.fail("it was waited for")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _write(path: Path, content: bytes = b"words") -> Path:
    path.write_bytes(content)
    return path


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    assert read_file(_write(tmp_path / "a.txt", b"\x00words\r\n")) == b"\x00words\r\n"


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    (tmp_path / "link.txt").symlink_to("a.txt")
    assert read_file(tmp_path / "link.txt") == b"words"


def _refused(path: Path) -> str:
    with pytest.raises(RefusalError) as refused:
        read_file(path)
    return str(refused.value)


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert _refused(tmp_path / "pipe.txt") == (
        "file: It is a pipe, not a file; save the text as a file."
    )


def test_what_becomes_a_pipe_after_it_was_looked_at_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    regular = _write(tmp_path / "a.txt").stat()
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.setattr(Path, "stat", lambda _: regular)
    with _at_most(seconds=10):
        assert _refused(tmp_path / "pipe.txt").startswith("file: It is a pipe, not a file")


def test_a_name_too_long_for_the_system_is_refused(tmp_path: Path) -> None:
    name = "a" * 300 + ".txt"
    assert _refused(tmp_path / name) == "file: It cannot be read: File name too long."


def test_a_device_is_refused() -> None:
    assert _refused(Path("/dev/zero")).startswith("file: It is a device, not a file")


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("one.txt")
        assert _refused(tmp_path / "one.txt").startswith("file: It is a socket")


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path) == "file: It is a folder; give a file."


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    assert _refused(tmp_path / "loop.txt") == (
        "file: It cannot be read: Too many levels of symbolic links."
    )


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert (
        _refused(tmp_path / "absent.txt") == "file: It cannot be read: No such file or directory."
    )


def test_a_file_over_the_limit_is_refused_before_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(20_000_001)
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("it was opened"))
    assert _refused(tmp_path / "large.txt") == (
        "file: It has 20,000,001 bytes or more; a text has at most 20,000,000. "
        "Give the resolution alone."
    )


def test_a_file_that_grows_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _write(tmp_path / "grows.txt", b"0123456789")
    monkeypatch.setattr(reading, "MAXIMUM_BYTES", 5)
    monkeypatch.setattr(reading, "_check_kind", lambda _: None)
    assert _refused(path).startswith("file: It has 6 bytes or more; a text has at most 5.")


def test_a_mark_of_the_encoding_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert read_utf8(_write(tmp_path / "a.csv", "\ufeffwörds".encode())) == "wörds"


def test_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.csv", b"one\ncaf\xe9\n")
    with pytest.raises(RefusalError, match=r"^line 2: It is not UTF-8; save it as UTF-8\.$"):
        read_utf8(path)
