"""Folders for archives of their own: with short names, and on disks that can be filled."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A folder with a short name, as sockets need, that every account may enter."""
    folder = make_short_folder()
    yield folder
    shutil.rmtree(folder)


def make_short_folder() -> Path:
    """Make such a folder; whoever asks removes it."""
    folder = Path(tempfile.mkdtemp(prefix="r-", dir="/tmp"))
    folder.chmod(0o755)
    return folder


def copy_folder(folder: Path, to: Path) -> None:
    """Copy a folder with the owners of what is in it."""
    subprocess.run(["cp", "-a", folder, to], check=True)


@pytest.fixture
def small_disk(short_folder: Path) -> Iterator[Path]:
    """A file system of 160 MB, which holds one archive and not much more."""
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", short_folder],
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        pytest.skip("a small file system cannot be mounted here; it takes root")
    yield short_folder
    subprocess.run(["umount", "--lazy", short_folder], check=True)


def fill_disk(folder: Path, *, leaving_bytes: int = 0) -> Path:
    """Leave so much room on the folder's disk, and give the file that takes the rest."""
    filling = folder / "filling"
    free = os.statvfs(folder)
    with filling.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free.f_bavail * free.f_frsize - leaving_bytes)
    return filling
