"""A dump in a folder that somebody names: put there once it is whole, where an earlier one was.

The folder itself stays, since it may be the root of a disk.
"""

import json
import shutil
from pathlib import Path

from archive.dump.dumps import SUMS, Dump, dump
from archive.dump.package import FILE_NAME as PACKAGE
from archive.dump.package import NAME

#: Nobody else has cause to give a folder this name.
_UNDER_WAY = ".recalling.making"


class FolderInUseError(Exception):
    """The folder holds something other than a dump; the message says what and what to do."""


class HalfPlacedError(OSError):
    """The folder could be written only in part: neither the earlier dump nor the new one is there.

    The next dump into the folder puts itself in the place of what is there.
    """


def dump_into(folder: Path) -> Dump:
    """Write the archive below a folder, then put it in its place; until then it changes nothing.

    Whenever it is interrupted, the sums tell what is missing, and the next dump finds no file that
    they do not name.

    Raises FolderInUseError where the folder holds files that no earlier dump has written; OSError
    where it cannot be written, HalfPlacedError where that is found only at the end.
    """
    check_is_free(folder)
    under_way = folder / _UNDER_WAY
    shutil.rmtree(under_way, ignore_errors=True)
    try:
        made = dump(under_way)
        _put_in_place_wholly(under_way, folder)
    finally:
        shutil.rmtree(under_way, ignore_errors=True)
    return made


def check_is_free(folder: Path) -> None:
    """Refuse a folder that is a file, or holds what no earlier dump has written there.

    Raises FolderInUseError.
    """
    if folder.exists() and not folder.is_dir():
        raise FolderInUseError(f"{folder} is a file. Name a folder that is new, or empty.")
    others = sorted(_files(folder) - _dumped(folder))
    if others:
        raise FolderInUseError(
            f"{folder} holds {others[0]}, which no dump has written, and would be lost. Name a "
            "folder that is new, empty, or holds an earlier dump alone."
        )


def _files(folder: Path) -> set[str]:
    """Every file below a folder, but for what an interrupted dump left."""
    found = (path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())
    paths = (path.relative_to(folder) for path in found)
    return {path.as_posix() for path in paths if path.parts[0] != _UNDER_WAY}


def _dumped(folder: Path) -> set[str]:
    """The files that the sums of an earlier dump name, if the package beside them is this one."""
    if not _is_ours(folder / PACKAGE):
        return set()
    sums = folder / SUMS
    written = sums.read_text(encoding="utf-8", errors="replace") if sums.is_file() else ""
    return {line.partition("  ")[2] for line in written.splitlines()} | {SUMS, PACKAGE}


def _is_ours(package: Path) -> bool:
    """Whether a file describes this archive; other data packages have another name."""
    try:
        said = json.loads(package.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(said, dict) and said.get("name") == NAME


def _put_in_place_wholly(under_way: Path, folder: Path) -> None:
    try:
        _put_in_place(under_way, folder)
    except OSError as error:
        raise HalfPlacedError(error.errno, error.strerror, error.filename) from error


def _put_in_place(under_way: Path, folder: Path) -> None:
    """Take the earlier dump away, then put the new one there.

    What tells a dump from other files is taken away from none, and is there first.
    """
    for earlier in sorted(_files(folder) - {PACKAGE, SUMS}):
        (folder / earlier).unlink()
    for first in (PACKAGE, SUMS):
        (under_way / first).rename(folder / first)
    for new in sorted(_files(under_way)):
        at = folder / new
        at.parent.mkdir(exist_ok=True)
        (under_way / new).rename(at)
