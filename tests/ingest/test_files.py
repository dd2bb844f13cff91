"""Files are found in folders, and looked at before they are read."""

import os
import signal
import socket
from pathlib import Path

import pytest

from archive.ingest import files
from archive.ingest.files import Finding, find_files, names_under, printable, read_file
from archive.ingest.manifest import read_manifest
from archive.ingest.refusals import RefusalError
from tests import builders as build


def _write(path: Path, content: bytes = b"words") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _found(finding: Finding, folder: Path) -> list[str]:
    return [str(one.path.relative_to(folder)) for one in finding.files if one.refusal is None]


def _passed_over(finding: Finding, folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in finding.passed_over]


def _refusals(finding: Finding) -> list[str]:
    return [str(one.refusal) for one in finding.files if one.refusal is not None]


def test_texts_of_a_folder_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.PDF", "c.docx", "inner/d.html"):
        _write(tmp_path / name)
    assert _found(find_files([tmp_path]), tmp_path) == ["a.PDF", "b.txt", "c.docx", "inner/d.html"]


def test_what_is_no_text_is_passed_over(tmp_path: Path) -> None:
    for name in ("a.txt", "resolutions.csv", "picture.png", ".hidden.txt", ".git/b.txt"):
        _write(tmp_path / name)
    _write(tmp_path / "manifest.toml", build.manifest_toml("a.txt", b"words").encode())
    finding = find_files([tmp_path])
    assert _found(finding, tmp_path) == ["a.txt"]
    assert _passed_over(finding, tmp_path) == ["manifest.toml", "picture.png", "resolutions.csv"]


def test_a_file_the_manifest_names_is_taken_whatever_its_name(tmp_path: Path) -> None:
    _write(tmp_path / "odd.dat")
    _write(tmp_path / "manifest.toml", build.manifest_toml("odd.dat", b"words").encode())
    [found] = find_files([tmp_path]).files
    assert found.path.name == "odd.dat"
    assert found.entry is not None


def test_a_file_given_by_its_own_path_is_taken_whatever_its_name(tmp_path: Path) -> None:
    path = _write(tmp_path / "odd.dat")
    assert _found(find_files([path]), tmp_path) == ["odd.dat"]


def test_the_manifest_beside_a_file_speaks_for_it(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.txt")
    other = _write(tmp_path / "inner" / "a.txt")
    _write(tmp_path / "manifest.toml", build.manifest_toml("a.txt", b"words").encode())
    assert [one.entry is not None for one in find_files([path, other]).files] == [True, False]


def test_a_manifest_given_by_option_speaks_for_all(tmp_path: Path) -> None:
    path = _write(tmp_path / "texts" / "a.txt")
    _write(tmp_path / "texts" / "manifest.toml", b"broken")
    given = _write(tmp_path / "given.toml", build.manifest_toml("a.txt", b"words").encode())
    manifest = read_manifest(given, elsewhere=names_under([tmp_path / "texts"]))
    [found] = find_files([path], manifest=manifest).files
    assert found.entry == manifest.entries["a.txt"]


def test_a_bad_manifest_refuses_the_texts_of_its_folder_and_no_others(tmp_path: Path) -> None:
    _write(tmp_path / "bad" / "a.txt")
    _write(tmp_path / "bad" / "manifest.toml", b"broken")
    _write(tmp_path / "good" / "b.txt")
    finding = find_files([tmp_path])
    assert _found(finding, tmp_path) == ["good/b.txt"]
    [refusal] = _refusals(finding)
    assert refusal.startswith("manifest.toml beside it, file: It is not TOML:")


def test_a_manifest_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "manifest.toml")
    assert _refusals(find_files([tmp_path])) == [
        "manifest.toml beside it, file: It is a pipe, not a file; save the text as a file."
    ]


def test_a_manifest_that_links_to_nothing_is_refused(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    (tmp_path / "manifest.toml").symlink_to("absent")
    [refusal] = _refusals(find_files([tmp_path]))
    assert refusal == "manifest.toml: It cannot be read: No such file or directory."


def test_a_file_given_twice_is_taken_once(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.txt")
    (tmp_path / "link.txt").symlink_to(path)
    assert _found(find_files([path, tmp_path, path]), tmp_path) == ["a.txt"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    _write(tmp_path / "inner" / "a.txt")
    (tmp_path / "inner" / "loop").symlink_to(tmp_path)
    finding = find_files([tmp_path])
    assert _found(finding, tmp_path) == ["inner/a.txt"]
    assert _passed_over(finding, tmp_path) == ["inner/loop"]


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    _write(tmp_path / "table.csv")
    assert _refusals(find_files([tmp_path])) == ["folder: There is no text in it to ingest."]


def test_a_folder_that_cannot_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scandir(path: str) -> object:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", scandir)
    finding = find_files([tmp_path])
    assert _refusals(finding)[0] == "folder: It cannot be read: Permission denied."


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
    signal.alarm(10)
    assert _refused(tmp_path / "pipe.txt").startswith("file: It is a pipe, not a file")
    signal.alarm(0)


def test_a_name_too_long_for_the_system_is_refused(tmp_path: Path) -> None:
    [found] = find_files([tmp_path / ("a" * 300 + ".txt")]).files
    assert _refused(found.path) == "file: It cannot be read: File name too long."


def test_a_device_is_refused() -> None:
    assert _refused(Path("/dev/zero")).startswith("file: It is a device, not a file")


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("one.txt")
        assert _refused(tmp_path / "one.txt").startswith("file: It is a socket")


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path).startswith("file: It is a folder")


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
    monkeypatch.setattr(files, "MAXIMUM_BYTES", 5)
    monkeypatch.setattr(files, "_check_kind", lambda _: None)
    assert _refused(path).startswith("file: It has 6 bytes or more; a text has at most 5.")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"caf\xc3\xa9.txt", "café.txt"),
        (b"caf\xe9.txt", "caf\\xe9.txt"),
        (b"red\x1b[31m\n.txt", "red\\x1b[31m\\n.txt"),
    ],
)
def test_any_name_can_be_printed(name: bytes, shown: str) -> None:
    assert printable(Path(os.fsdecode(name))) == shown
