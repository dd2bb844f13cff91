"""The folders that measures read."""

from argparse import ArgumentTypeError
from pathlib import Path


def folder_of_files(written: str) -> Path:
    """A folder named on a command line. Raises ArgumentTypeError where it has no files."""
    folder = Path(written)
    if not any(path.is_file() for path in folder.rglob("*")):
        raise ArgumentTypeError(
            f"“{written}” is no folder with files; name one that has resolutions to measure with."
        )
    return folder
