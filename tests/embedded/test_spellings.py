"""The thesaurus of spellings comes into the private PostgreSQL's installation by itself."""

from pathlib import Path

import pytest

from archive.embedded import spellings
from archive.embedded.spellings import SPELLINGS, install_spellings


def test_the_thesaurus_is_installed_and_can_be_read_by_all(tmp_path: Path) -> None:
    assert install_spellings(tmp_path)
    installed = tmp_path / "recalling.ths"
    assert installed.read_bytes() == SPELLINGS.read_bytes()
    assert installed.stat().st_mode & 0o777 == 0o644
    assert [one.name for one in tmp_path.iterdir()] == ["recalling.ths"]


def test_an_older_thesaurus_is_replaced_and_the_same_one_left_alone(tmp_path: Path) -> None:
    installed = tmp_path / "recalling.ths"
    installed.write_text("organisation : organization\n")
    install_spellings(tmp_path)
    assert installed.read_bytes() == SPELLINGS.read_bytes()
    before = installed.stat()
    install_spellings(tmp_path)
    assert installed.stat().st_ino == before.st_ino


def test_an_installation_that_cannot_be_written_to_goes_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    assert not install_spellings(tmp_path / "none")
    monkeypatch.setattr(Path, "replace", refuse)
    assert not install_spellings(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert spellings.SPELLINGS.exists()
