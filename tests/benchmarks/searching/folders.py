"""Folders that a measure keeps, and what each says of its content."""

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
_NOTE = "made.json"


class NotOurFolderError(Exception):
    """A folder with something else in it, which is left alone."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with the note that says what was put into it."""

    path: Path

    def content(self) -> dict[str, Any]:
        """What the note says; nothing where there is none."""
        note = self.path / _NOTE
        said: dict[str, Any] = json.loads(note.read_text()) if note.exists() else {}
        return said

    def holds(self, wanted: Mapping[str, Any]) -> bool:
        """Whether the note says all of this."""
        return wanted.items() <= self.content().items()

    def clear(self) -> None:
        """Take away what was made. Raises NotOurFolderError where there is no note of it."""
        if not self.path.exists() or not any(self.path.iterdir()):
            return
        if not (self.path / _NOTE).exists():
            raise NotOurFolderError(f"{self.path} has files of something else. Name another.")
        shutil.rmtree(self.path)

    def note(self, made: Mapping[str, Any]) -> None:
        """Say what is in it."""
        self.path.mkdir(parents=True, exist_ok=True)
        (self.path / _NOTE).write_text(json.dumps(dict(made)))


def digest(*patterns: str) -> str:
    """One digest of the files of the project that some patterns name."""
    files = sorted(path for pattern in patterns for path in ROOT.glob(pattern))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]
