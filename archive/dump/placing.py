"""A dump in a folder that somebody names: put there whole, in the place of an earlier one."""

import shutil
from pathlib import Path

from archive.dump.dumps import SUMS, Dump, dump

_UNDER_WAY = ".making"
_SET_ASIDE = ".earlier"


class FolderInUseError(Exception):
    """The folder holds something other than a dump; the message says what and what to do."""


def dump_into(folder: Path) -> Dump:
    """Write the archive beside a folder, then put it in its place; killed, it leaves what was.

    Raises FolderInUseError where the folder holds files that no earlier dump has written; OSError
    where it cannot be written.
    """
    folder = folder.absolute()
    check_is_free(folder)
    under_way = folder.with_name(f"{folder.name}{_UNDER_WAY}")
    shutil.rmtree(under_way, ignore_errors=True)
    made = dump(under_way)
    earlier = folder.with_name(f"{folder.name}{_SET_ASIDE}")
    shutil.rmtree(earlier, ignore_errors=True)
    if folder.exists():
        folder.rename(earlier)
    under_way.rename(folder)
    shutil.rmtree(earlier, ignore_errors=True)
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
    found = (path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())
    return {path.relative_to(folder).as_posix() for path in found}


def _dumped(folder: Path) -> set[str]:
    """The files that the sums of an earlier dump name."""
    sums = folder / SUMS
    if not sums.is_file():
        return set()
    lines = sums.read_text(encoding="utf-8", errors="replace").splitlines()
    return {line.partition("  ")[2] for line in lines} | {SUMS}
