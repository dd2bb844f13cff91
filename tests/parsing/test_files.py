"""Files on disk: what cannot be read is said, and nothing is waited for."""

import os
from pathlib import Path

from archive.parsing.files import measure_file, parse_file


def _error_of(path: Path) -> str:
    error = parse_file(str(path))["error"]
    assert error["code"] == "unreadable_file"
    return str(error["message"])


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "missing.txt"
    assert _error_of(path) == (
        f"{path} cannot be read (no such file or directory); check the path."
    )


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "(is a directory); name the files in it." in _error_of(tmp_path)


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "(it is no regular file)" in _error_of(pipe)


def test_an_endless_device_is_not_read() -> None:
    assert "(it is no regular file)" in _error_of(Path("/dev/zero"))


def test_what_is_measured_is_the_same_record_and_the_time_it_took(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The General Assembly,\nRecalling it,\n1. Decides to act.\n")
    record, seconds = measure_file(str(path))
    assert record == parse_file(str(path))
    assert seconds >= 0
