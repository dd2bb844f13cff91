"""What keeps the private PostgreSQL from running, told in one sentence."""

import errno
import shutil
from pathlib import Path

from django.db.utils import OperationalError

SPACE_TO_RUN = 32 * 1024 * 1024
_FULL = (errno.ENOSPC, errno.EDQUOT)


class EmbeddedServerError(OperationalError):
    """The private PostgreSQL cannot be started or used; the message says why and what to do."""


class DiskFullError(EmbeddedServerError):
    """The disk that holds the data has no room left."""

    def __init__(self, folder: Path) -> None:
        """Name the folder whose disk is full."""
        super().__init__(
            f"The disk that holds {folder} is full. Free some space there, or set "
            "ARCHIVE_DATA_DIR to a folder on another disk, and run the command again."
        )


def require_space(folder: Path, size_in_bytes: int) -> None:
    """Refuse to begin what would not fit on the disk.

    Raises:
        DiskFullError: there is less room.
    """
    if shutil.disk_usage(folder).free < size_in_bytes:
        raise DiskFullError(folder)


def is_disk_full(folder: Path, error: OSError | None = None) -> bool:
    """Whether the error says so, or the disk has less room than PostgreSQL needs to run."""
    if error is not None and error.errno in _FULL:
        return True
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    return shutil.disk_usage(existing).free < SPACE_TO_RUN


def folder_failure(folder: Path, error: OSError) -> EmbeddedServerError:
    """The failure to use the folder, with what to do about it."""
    if error.errno in _FULL:
        return DiskFullError(folder)
    return EmbeddedServerError(
        f"{error.filename or folder} cannot be used: {error.strerror}. Let this account write "
        "there, or set ARCHIVE_DATA_DIR to another folder."
    )


def start_failure(folder: Path, words: str) -> EmbeddedServerError:
    """The failure of PostgreSQL's own programs, from what they printed."""
    if "No space left on device" in words or is_disk_full(folder):
        return DiskFullError(folder)
    return EmbeddedServerError(
        f"PostgreSQL did not start in {folder}: {_telling_line(words)} "
        f"Its log is {folder / 'server.log'}."
    )


def _telling_line(words: str) -> str:
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    telling = [line for line in lines if any(mark in line for mark in _MARKS)]
    line = (telling or lines or ["it printed nothing."])[-1]
    return line if line.endswith(".") else line + "."


_MARKS = ("FATAL:", "PANIC:", "error:", "Error:")
