"""Names of files that strangers gave: shown and kept, and never used as a path."""

import re
from pathlib import PurePosixPath

LONGEST = 255
_BETWEEN_FOLDERS = re.compile(r"[/\\]")
_UNNAMED = "unnamed"


def own_name(given: str) -> str:
    """A file's own name, without folders: printable, and not longer than its column."""
    parts = _parts(given)
    return _cut(parts[-1]) if parts else _UNNAMED


def name_within(archive: str, member: str) -> str:
    """The name of a file in an archive, with the archive's before it: “sent.zip/2011/a.pdf”."""
    return _cut("/".join([own_name(archive), *(_parts(member) or [_UNNAMED])]))


def _parts(given: str) -> list[str]:
    """The names in a path, but for those that lead nowhere or upwards."""
    parts = (_printable(part).strip() for part in _BETWEEN_FOLDERS.split(given))
    return [part for part in parts if part not in {"", ".", ".."}]


def _printable(name: str) -> str:
    """The name with a written form of what cannot be seen, such as signs that turn it around."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in name)


def _cut(name: str) -> str:
    """The name as its column can hold it, with its ending."""
    if len(name) <= LONGEST:
        return name
    ending = PurePosixPath(name).suffix[: LONGEST // 4]
    return name[: LONGEST - len(ending) - 1] + "…" + ending
