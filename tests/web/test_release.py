"""The release names what a process runs: the same everywhere, another after any change."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.test import override_settings

from archive.web.release import digest, release

_ASK = (
    "import django; django.setup();"
    "from archive.web.release import release; print(release(), end='')"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "a.py").write_text("a = 1\n")
    (tmp_path / "archive" / "b.py").write_text("b = 1\n")
    return tmp_path


def _digest(folder: Path, *besides: str) -> str:
    return digest(folder.rglob("*.py"), base=folder, besides=besides)


def test_it_changes_with_a_file_its_name_and_its_place(folder: Path) -> None:
    before = _digest(folder)
    file = folder / "archive" / "b.py"
    file.write_text("b = 2\n")
    changed = _digest(folder)
    file.rename(folder / "archive" / "c.py")
    renamed = _digest(folder)
    (folder / "archive" / "c.py").rename(folder / "c.py")
    assert len({before, changed, renamed, _digest(folder)}) == 4


def test_it_changes_with_what_pages_show_besides(folder: Path) -> None:
    assert len({_digest(folder), _digest(folder, "a"), _digest(folder, "b")}) == 3


def test_it_is_the_same_wherever_the_folder_is_and_however_it_is_read(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before = _digest(folder)
    moved = folder.rename(tmp_path_factory.mktemp("elsewhere") / "moved")
    files = sorted(moved.rglob("*.py"))
    assert digest(reversed(files), base=moved) == digest(files, base=moved) == before


def test_it_changes_with_the_address_of_the_keeper_and_the_names_of_static_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = {release.__wrapped__()}
    with override_settings(CONTACT_ADDRESS="another@example.org"):
        found.add(release.__wrapped__())
    for name in ("css/base.1.css", "css/base.2.css"):
        storage = SimpleNamespace(hashed_files={"css/base.css": name})
        monkeypatch.setattr("archive.web.release.staticfiles_storage", storage)
        found.add(release.__wrapped__())
    assert len(found) == 4


@pytest.mark.slow
def test_two_processes_have_the_same() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", _ASK],
            check=True,
            capture_output=True,
            cwd=settings.BASE_DIR,
            env={"PYTHONHASHSEED": seed, "DJANGO_SETTINGS_MODULE": "archive.settings"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert len(said.pop()) == 64
