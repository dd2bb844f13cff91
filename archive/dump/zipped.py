"""A zip archive whose bytes follow from what is in it: one order, one date, one way to pack."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfileobj
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: What a zip archive can say is the earliest.
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
_READABLE_BY_ALL = 0o100644 << 16
_ON_UNIX = 3


def zip_files(root: Path, paths: Iterable[str], *, into: Path, dated: datetime) -> None:
    """Put files, by their paths below a folder, into a new zip archive, below its own stem."""
    with ZipFile(into, "x") as archive:
        for path in sorted(paths):
            entry = _entry(f"{into.stem}/{path}", max(dated.astimezone(UTC), _EARLIEST))
            with (root / path).open("rb") as file, archive.open(entry, "w", force_zip64=True) as to:
                copyfileobj(file, to)


def _entry(name: str, dated: datetime) -> ZipInfo:
    entry = ZipInfo(name, date_time=dated.timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _ON_UNIX
    entry.external_attr = _READABLE_BY_ALL
    return entry
