"""The thesaurus of spellings, where the private PostgreSQL looks for such files."""

import os
import tempfile
from pathlib import Path

#: PostgreSQL reads a thesaurus from a file of its own installation alone.
SPELLINGS = Path(__file__).resolve().parents[1] / "models" / "spellings" / "recalling.ths"
_READABLE_BY_ALL = 0o644


def install_spellings(folder: Path) -> bool:
    """Put the thesaurus into a folder, whole or not at all; whether it is there now.

    In an installation that this account may not write to it stays out: then variant spellings
    are not brought together, and a check says so.
    """
    installed = folder / SPELLINGS.name
    wanted = SPELLINGS.read_bytes()
    try:
        if not installed.exists() or installed.read_bytes() != wanted:
            _write(installed, wanted)
    except OSError:
        return False
    return True


def _write(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f"{path.name}-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(name).chmod(_READABLE_BY_ALL)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
