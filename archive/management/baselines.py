"""Baselines: what an earlier run of the parser made of files, one compact record a line."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, BinaryIO

from archive.parsing.contract import Record
from archive.parsing.report_items import compact


class BaselineError(Exception):
    """A baseline that cannot be read: where, why, and what to do."""


@contextmanager
def opened_baseline(path: Path) -> Iterator["Baseline"]:
    """The baseline in a file. Raises BaselineError."""
    _check_is_file(path, use="that --write made")
    try:
        opened = path.open("rb")
    except OSError as error:
        raise BaselineError(
            f"The baseline {path} cannot be read: {error.strerror}. Make one with --write."
        ) from error
    with opened:
        yield Baseline(opened)


def _check_is_file(path: Path, *, use: str) -> None:
    """Refuse folders, devices, and pipes, which would be waited for. Raises BaselineError."""
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113 raises nothing
        raise BaselineError(f"{path} is no file; name a file {use}.")


class Baseline:
    """The records of a baseline by the files' names; only their places are kept in memory."""

    def __init__(self, opened: BinaryIO) -> None:
        """Look the file through. Raises BaselineError."""
        self._opened = opened
        self._places: dict[str, int] = {}
        place = 0
        for number, line in enumerate(opened, start=1):
            self._places[self._name_of(line, number)] = place
            place += len(line)

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, name: str) -> Record:
        self._opened.seek(self._places[name])
        record: Record = json.loads(self._opened.readline())
        return record

    def _name_of(self, line: bytes, number: int) -> str:
        try:
            return str(json.loads(line)["file"])
        except (ValueError, TypeError, KeyError) as error:
            raise BaselineError(
                f"Line {number} of the baseline {self._opened.name} is no record of a file; make "
                "the baseline again with --write."
            ) from error


@contextmanager
def written_whole(path: Path) -> Iterator[IO[str]]:
    """A file that takes its place only when it is written to its end. Raises BaselineError.

    What is there and is no file, such as a device, is left alone.
    """
    _check_is_file(path, use="to write")
    try:
        with _taking_the_place_of(path) as opened:
            yield opened
    except OSError as error:
        raise BaselineError(
            f"{path} cannot be written: {error.strerror}. Name a file in a folder with space that "
            "you may write to."
        ) from error


@contextmanager
def _taking_the_place_of(path: Path) -> Iterator[IO[str]]:
    place = path.parent.resolve(strict=True)
    opened = NamedTemporaryFile(  # noqa: SIM115 closed below, before it takes its place
        "w", dir=place, prefix=f".{path.name}-", encoding="utf-8", delete=False
    )
    beside = Path(opened.name)
    try:
        yield opened
        opened.close()
        beside.chmod(0o644)
        beside.replace(path)
    finally:
        with suppress(OSError):
            opened.close()
        beside.unlink(missing_ok=True)


def line_of(record: Record) -> str:
    """A record as a line of a baseline."""
    return json.dumps(compact(record), ensure_ascii=False, separators=(",", ":")) + "\n"
