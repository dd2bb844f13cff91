"""Files that know their size and their SHA-256 once they are written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A written file: its path below the folder of the dump, with slashes."""

    path: str
    size_bytes: int
    sha256: str


class SummedFile:
    """A file under way; nothing of it is kept in memory."""

    def __init__(self, path: str, file: BinaryIO) -> None:
        self._path = path
        self._file = file
        self._digest = sha256()
        self._size_bytes = 0

    def write(self, written: str | bytes) -> None:
        """Words go in as UTF-8."""
        content = written.encode() if isinstance(written, str) else written
        self._file.write(content)
        self._digest.update(content)
        self._size_bytes += len(content)

    @property
    def sum(self) -> Sum:
        """What has been written so far."""
        digest = self._digest.hexdigest()
        return Sum(path=self._path, size_bytes=self._size_bytes, sha256=digest)


class Folder:
    """The folder of a dump; ``sums`` has each file that was written into it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.sums: list[Sum] = []

    @contextmanager
    def file(self, path: str) -> Iterator[SummedFile]:
        """A new file at a path below the folder."""
        at = self.root / path
        at.parent.mkdir(parents=True, exist_ok=True)
        with at.open("xb") as file:
            summed = SummedFile(path, file)
            yield summed
        self.sums.append(summed.sum)

    def write(self, path: str, content: str | bytes) -> None:
        """A whole file at once."""
        with self.file(path) as file:
            file.write(content)

    def lines(self) -> str:
        """A line for each file, as ``sha256sum --check`` reads it, in the order of paths."""
        ordered = sorted(self.sums, key=lambda one: one.path)
        return "".join(f"{one.sha256}  {one.path}\n" for one in ordered)
