"""Root lets the account of the server reach what it needs, and nothing else."""

import os
from pathlib import Path

import pytest

from archive.embedded.account import Account, open_the_way, open_to_read, server_account
from archive.embedded.failures import EmbeddedServerError
from tests.embedded.client import NOBODY

OTHER = Account(NOBODY, NOBODY)
OWN = Account(os.geteuid(), os.getegid())


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder of programs as a strict umask leaves them."""
    folder = tmp_path / "programs"
    (folder / "share").mkdir(parents=True, mode=0o700)
    for name, mode in (("postgres", 0o700), ("share/words", 0o600)):
        (folder / name).touch()
        (folder / name).chmod(mode)
    folder.chmod(0o700)
    return folder


def _modes(folder: Path) -> dict[str, int]:
    paths = (folder, *folder.rglob("*"))
    return {path.name: path.stat().st_mode & 0o777 for path in paths}


def test_programs_of_a_strict_umask_may_be_read_and_run_by_the_server(programs: Path) -> None:
    open_to_read(OTHER, programs / "postgres", folders=[programs])
    assert _modes(programs) == {
        "programs": 0o705,
        "postgres": 0o705,
        "share": 0o705,
        "words": 0o604,
    }


def test_programs_that_others_may_run_are_left_alone(programs: Path) -> None:
    (programs / "postgres").chmod(0o755)
    open_to_read(OTHER, programs / "postgres", folders=[programs])
    assert _modes(programs)["words"] == 0o600


def test_ones_own_account_needs_nothing_opened(programs: Path) -> None:
    before = _modes(programs)
    open_to_read(OWN, programs / "postgres", folders=[programs])
    open_the_way(OWN, programs / "share" / "words")
    assert _modes(programs) == before


def test_the_way_is_opened_folder_by_folder_and_each_is_named(
    programs: Path, caplog: pytest.LogCaptureFixture
) -> None:
    open_the_way(OTHER, programs / "share" / "words")
    assert _modes(programs) == {
        "programs": 0o701,
        "postgres": 0o700,
        "share": 0o701,
        "words": 0o600,
    }
    assert f"Others may now pass {programs}." in caplog.text


def test_without_root_the_server_runs_as_oneself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: NOBODY)
    account = server_account(tmp_path)
    assert (account.uid, account.user, account.group, account.extra_groups) == (
        NOBODY,
        None,
        None,
        None,
    )


def test_an_account_the_machine_does_not_know_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 54321)
    with pytest.raises(EmbeddedServerError, match=r"54321 is none\. Run as another user, or set"):
        server_account(tmp_path)
