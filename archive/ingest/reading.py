"""Reading: the bytes of a file, which is looked at before it is opened and again after."""

import os
import stat
from pathlib import Path

from archive.ingest.refusals import RefusalError
from archive.parsing.files import open_at_once
from archive.parsing.readers import MAXIMUM_BYTES


def read_file(path: Path) -> bytes:
    """The bytes of a file.

    Raises RefusalError for what is no regular file, is too large, or cannot be read. Pipes and
    devices are never waited for.
    """
    try:
        _check_kind(path.stat())
        with open_at_once(path) as file:
            _check_kind(os.fstat(file.fileno()))
            content = file.read(MAXIMUM_BYTES + 1)
    except OSError as error:
        raise RefusalError("file", f"It cannot be read: {error.strerror}.") from error
    _check_size(len(content))
    return content


def _check_kind(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise RefusalError("file", "It is a folder; give a file.")
    if not stat.S_ISREG(status.st_mode):
        kind = _KINDS.get(stat.S_IFMT(status.st_mode), "something special")
        raise RefusalError("file", f"It is {kind}, not a file; save the text as a file.")
    _check_size(status.st_size)


def _check_size(size_bytes: int) -> None:
    if size_bytes > MAXIMUM_BYTES:
        raise RefusalError(
            "file",
            f"It has {size_bytes:,} bytes or more; a text has at most {MAXIMUM_BYTES:,}. "
            "Give the resolution alone.",
        )


_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def read_utf8(path: Path) -> str:
    """The text of a file in UTF-8. Raises RefusalError as ``read_file`` and for other encodings."""
    try:
        return read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise RefusalError(f"line {line}", "It is not UTF-8; save it as UTF-8.") from error
