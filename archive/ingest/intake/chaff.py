"""Chaff: what nobody means to bring in a zip archive: what systems put there, and empty folders."""

import re
from collections.abc import Sequence
from zipfile import ZipInfo

#: What systems put beside the files that a person packs, in small letters.
_NAMES = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
#: What macOS keeps of a file elsewhere: a file of its name with this before it, in this folder.
_BEFORE_A_NAME = "._"
_FOLDER = "__MACOSX"
_BETWEEN_FOLDERS = re.compile(r"[/\\]")
_IS_A_FOLDER = 0x10
_MOST_NAMED = 10


def sifted(members: Sequence[ZipInfo]) -> tuple[list[ZipInfo], list[ZipInfo]]:
    """The files among what an archive holds, and the chaff; folders with something in them go."""
    around = {tuple(parts[:end]) for parts in map(_parts, members) for end in range(len(parts))}
    files, chaff = [], []
    for member in members:
        if _is_folder(member):
            chaff += [] if tuple(_parts(member)) in around else [member]
        elif _is_of_a_system(member):
            chaff.append(member)
        else:
            files.append(member)
    return files, chaff


def in_words(left_out: Sequence[str]) -> str:
    """What was left out, by name and as a sentence; empty where nothing was."""
    if not left_out:
        return ""
    names = ", ".join(f"“{name}”" for name in left_out[:_MOST_NAMED])
    more = len(left_out) - _MOST_NAMED
    others = f" and {more:,} more" if more > 0 else ""
    return (
        "Left out of the zip archives, because systems put them beside files or because they are "
        f"empty folders: {names}{others}."
    )


def _parts(member: ZipInfo) -> list[str]:
    return [part for part in _BETWEEN_FOLDERS.split(member.filename) if part]


def _is_folder(member: ZipInfo) -> bool:
    """Whether it is a folder, as some programs say by its name, and some by a mark alone."""
    is_marked = bool(member.external_attr & _IS_A_FOLDER) and not member.file_size
    return is_marked or member.filename.endswith(("/", "\\"))


def _is_of_a_system(member: ZipInfo) -> bool:
    *folders, own = _parts(member) or [""]
    return own.lower() in _NAMES or own.startswith(_BEFORE_A_NAME) or _FOLDER in folders
