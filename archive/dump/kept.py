"""The dump that the archive’s own site offers: made once for each version, then served as files.

It is kept below the data folder, under the number of the archive’s version that it is of. One of an
earlier version is offered until the next is made, as long as nothing has been withdrawn since: it
never holds words that readers may not have. One that other code has made is offered until this
code has made another.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_noop as _

import archive
from archive.dump.dumps import SUMS, Dump, dump
from archive.dump.package import FILE_NAME as PACKAGE
from archive.dump.package import Issue, descriptions
from archive.dump.sources import FOLDER as SOURCES
from archive.dump.summed_files import Sum
from archive.dump.withdrawals import last_withdrawal
from archive.dump.zipped import zip_files
from archive.embedded import locks
from archive.models import ArchiveVersion

WHOLE = "recalling.zip"
_LIST = "kept.json"
_LOCK = "making.lock"
_UNDER_WAY = "making"
_CODE_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file that is offered; ``media_type`` is as it is sent."""

    name: str
    media_type: str
    holds: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A dump, and its files, the whole in one first.

    ``archive_version`` is the one it is of, and ``is_present`` whether the archive still has it;
    ``code`` is a digest of what made it.
    """

    folder: Path
    archive_version: int
    is_present: bool
    code: str
    last_withdrawal: str
    issue: Issue
    files: tuple[KeptFile, ...]

    def file(self, name: str) -> KeptFile | None:
        """The file of a name, or None."""
        return next((one for one in self.files if one.name == name), None)


def present() -> Kept | None:
    """The dump of the archive’s present version; None while there is none. One query."""
    number = ArchiveVersion.objects.number()
    return _read(number, present=number)


def offered() -> Kept | None:
    """The dump that readers may have; None while there is none. Two queries at most.

    That of the present version, else the last of those before it from which nothing was withdrawn.
    """
    number = ArchiveVersion.objects.number()
    found = _read(number, present=number) or _last_before(number)
    if found is None or found.is_present or found.last_withdrawal == last_withdrawal():
        return found
    return None


def make_present() -> Issue | None:
    """Make that of the present version, in place of all others; None where this code has made it.

    Who comes while another process makes it waits for that one.

    Raises OSError where the data folder cannot be written.
    """
    _dumps().mkdir(parents=True, exist_ok=True)
    with locks.held(_dumps() / _LOCK):
        found = present()
        if found and found.code == _code():
            return None
        with _room() as root:
            made = _made(root)
            _put_in_place(made)
        return made.issue


def _last_before(number: int) -> Kept | None:
    """The last dump of a version before one; usually there is one at most."""
    names = (path.name for path in _dumps().glob("*[0-9]"))
    versions = sorted((int(name) for name in names if name.isdecimal()), reverse=True)
    found = (_read(version, present=number) for version in versions if version < number)
    return next((one for one in found if one), None)


def _read(version: int, *, present: int) -> Kept | None:
    """What is kept of a version; None where nothing is, or nothing that this release can read."""
    folder = _dumps() / str(version)
    try:
        said = json.loads((folder / _LIST).read_bytes())
        changed_at = datetime.fromisoformat(said["issue"]["changed_at"])
        return Kept(
            folder=folder,
            archive_version=version,
            is_present=version == present,
            code=said["code"],
            last_withdrawal=said["last_withdrawal"],
            issue=Issue(**(said["issue"] | {"changed_at": changed_at})),
            files=tuple(KeptFile(**one) for one in said["files"]),
        )
    except (OSError, ValueError, LookupError, TypeError):
        return None


@contextmanager
def _room() -> Iterator[Path]:
    """A folder in which to make one; what is left there, now or from before, is taken away."""
    root = _dumps() / _UNDER_WAY
    shutil.rmtree(root, ignore_errors=True)
    try:
        yield root
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _made(root: Path) -> Dump:
    """The dump in a folder, its list written last: what has one is whole."""
    made = dump(root)
    paths = [one.path for one in made.folder.sums]
    zip_files(root, paths, into=root / WHOLE, dated=made.issue.changed_at)
    shutil.rmtree(root / SOURCES, ignore_errors=True)
    for path in root.iterdir():
        _settle(path)
    (root / _LIST).write_text(json.dumps(_list(made), default=_instant, ensure_ascii=False))
    _settle(root / _LIST)
    return made


def _list(made: Dump) -> Mapping[str, Any]:
    return {
        "code": _code(),
        "last_withdrawal": made.last_withdrawal,
        "issue": asdict(made.issue),
        "files": [asdict(one) for one in _files(made)],
    }


def _settle(path: Path) -> None:
    """Have a file on the disk, even where the power fails in the next moment."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _put_in_place(made: Dump) -> None:
    """Put it there, then take the others away; one that stays is not offered for that."""
    place = _dumps() / str(made.archive_version)
    shutil.rmtree(place, ignore_errors=True)
    made.folder.root.rename(place)
    for other in _dumps().iterdir():
        if other.is_dir() and other != place:
            shutil.rmtree(other, ignore_errors=True)


def _files(made: Dump) -> Iterator[KeptFile]:
    sums = {one.path: one for one in made.folder.sums if "/" not in one.path}
    sums[WHOLE] = _sum(made.folder.root / WHOLE)
    for name, (media_type, holds) in _all_descriptions().items():
        one = sums[name]
        yield KeptFile(
            name=name,
            media_type=media_type,
            holds=holds,
            size_bytes=one.size_bytes,
            sha256=one.sha256,
        )


def _all_descriptions() -> dict[str, tuple[str, str]]:
    return {
        WHOLE: ("application/zip", _("All of the files below and the source files, in one.")),
        **descriptions(),
        PACKAGE: ("application/json", _("Version, date and every column, for programs.")),
        SUMS: ("text/plain", _("The SHA-256 of each file in the whole.")),
    }


def _sum(path: Path) -> Sum:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return Sum(path=path.name, size_bytes=path.stat().st_size, sha256=digest)


@cache
def _code() -> str:
    """A digest of all from which files follow: this package, its words, and what it reads with."""
    whole = sha256(archive.__version__.encode())
    code = Path(archive.__file__).parent
    for path in sorted([*code.glob("*/**/*.py"), *code.glob("dump/*.md")]):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:_CODE_DIGITS]


def _dumps() -> Path:
    return Path(settings.DATA_DIR) / "dumps"


def _instant(value: datetime) -> str:
    return value.isoformat()
