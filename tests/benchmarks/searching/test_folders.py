"""Folders that a measure keeps are told from folders of something else."""

from pathlib import Path

import pytest

from tests.benchmarks.searching.folders import Folder, NotOurFolderError, digest


def test_a_folder_holds_what_its_note_says(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "new")
    assert not folder.holds({"seed": 1})
    folder.note({"seed": 1, "rules": "a"})
    assert folder.holds({"seed": 1})
    assert not folder.holds({"seed": 2})
    assert not folder.holds({"seed": 1, "cards": "b"})


def test_what_was_made_is_cleared(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "new")
    folder.note({})
    (folder.path / "rows").write_text("1")
    folder.clear()
    assert not folder.path.exists()


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear")
    with pytest.raises(NotOurFolderError, match="something else"):
        Folder(tmp_path).clear()
    assert (tmp_path / "letter.txt").exists()


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    Folder(tmp_path).clear()
    Folder(tmp_path / "none").clear()
    assert tmp_path.exists()


def test_a_digest_is_of_the_files_that_a_pattern_names() -> None:
    migrations = digest("archive/migrations/0*.py")
    assert migrations == digest("archive/migrations/0*.py")
    assert migrations != digest("archive/migrations/0*.py", "archive/ingest/catalogue.py")
