"""Files are found in folders, and looked at before they are read."""

import os
from pathlib import Path

import pytest

from archive.ingest.files import Finding, find_files, names_under, printable
from archive.ingest.manifest import read_manifest
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
    for name in ("b.txt", "a.PDF", "c.docx", "inner/d.html", "inner/e.xhtml"):
        _write(tmp_path / name)
    assert _found(find_files([tmp_path]), tmp_path) == [
        "a.PDF",
        "b.txt",
        "c.docx",
        "inner/d.html",
        "inner/e.xhtml",
    ]


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
    assert refusal == (
        "manifest.toml beside it, file: It cannot be read: No such file or directory."
    )


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


def test_a_path_too_long_for_the_system_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    [found] = find_files([tmp_path / ("a" * 300)]).files
    assert found.refusal is None


def test_a_folder_that_cannot_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scandir(path: str) -> object:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", scandir)
    finding = find_files([tmp_path])
    assert _refusals(finding)[0] == "folder: It cannot be read: Permission denied."


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
