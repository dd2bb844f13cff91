"""The dump that the archive’s own site offers: made once for each version, then served as files.

It is kept below the data folder, under the number of the archive’s version that it is of. One of
another version is never offered, since it may hold words that have been withdrawn. One that other
code has made is offered until this code has made another.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from hashlib import file_digest, sha256
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_noop as _

import archive
from archive.dump.dumps import SUMS, Dump, dump
from archive.dump.package import FILE_NAME as PACKAGE
from archive.dump.package import Issue, descriptions
from archive.dump.sources import FOLDER as SOURCES
from archive.dump.summed_files import Sum
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
    """The dump of the archive’s present version, and its files, the whole in one first.

    ``code`` is a digest of what made it.
    """

    folder: Path
    code: str
    issue: Issue
    files: tuple[KeptFile, ...]

    def file(self, name: str) -> KeptFile | None:
        """The file of a name, or None."""
        return next((one for one in self.files if one.name == name), None)


def present() -> Kept | None:
    """The dump of the archive’s present version; None while there is none. One query."""
    folder = _dumps() / str(ArchiveVersion.objects.number())
    try:
        said = json.loads((folder / _LIST).read_bytes())
    except FileNotFoundError:
        return None
    issue = said["issue"] | {"changed_at": datetime.fromisoformat(said["issue"]["changed_at"])}
    files = tuple(KeptFile(**one) for one in said["files"])
    return Kept(folder=folder, code=said["code"], issue=Issue(**issue), files=files)


def make_present() -> Issue | None:
    """Make it, and take those of other versions away; None where this code has made it.

    Who comes while another process makes it waits for that one.

    Raises OSError where the data folder cannot be written.
    """
    _dumps().mkdir(parents=True, exist_ok=True)
    with locks.held(_dumps() / _LOCK):
        found = present()
        if found and found.code == _code():
            return None
        made = _made(_dumps() / _UNDER_WAY)
        _put_in_place(made)
        return made.issue


def _made(root: Path) -> Dump:
    """The dump in a folder of its own, whatever an interrupted one left there."""
    shutil.rmtree(root, ignore_errors=True)
    made = dump(root)
    paths = [one.path for one in made.folder.sums]
    zip_files(root, paths, into=root / WHOLE, dated=made.issue.changed_at)
    shutil.rmtree(root / SOURCES, ignore_errors=True)
    files = [asdict(one) for one in _files(made)]
    said = {"code": _code(), "issue": asdict(made.issue), "files": files}
    (root / _LIST).write_text(json.dumps(said, default=_instant, ensure_ascii=False))
    return made


def _put_in_place(made: Dump) -> None:
    name = str(made.archive_version)
    for other in _dumps().iterdir():
        if other.is_dir() and other.name not in {_UNDER_WAY, name}:
            shutil.rmtree(other)
    shutil.rmtree(_dumps() / name, ignore_errors=True)
    made.folder.root.rename(_dumps() / name)


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
    """A digest of all code from which files follow: of this package and what it reads with."""
    whole = sha256()
    for path in sorted(Path(archive.__file__).parent.glob("*/**/*.py")):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:_CODE_DIGITS]


def _dumps() -> Path:
    return Path(settings.DATA_DIR) / "dumps"


def _instant(value: datetime) -> str:
    return value.isoformat()
