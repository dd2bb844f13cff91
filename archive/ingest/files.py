"""Files to ingest: found in folders, each with what the manifest says of it.

From a folder, and the folders in it, come the files that the manifest beside them names and those
whose names end as texts do. Anything else there (the manifest itself, tables, pictures) is passed
over and counted; hidden names and links to folders are too. A file given by its own path is always
taken. A manifest beside a file speaks for that file; one given by option speaks for all.
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from archive.ingest.manifest import MANIFEST_NAME, Manifest, ManifestEntry, read_manifest
from archive.ingest.refusals import RefusalError

#: How names of texts end; what a file is shows in its content, and the reader decides.
TEXT_ENDINGS = (
    *(".txt", ".text", ".docx", ".doc", ".rtf", ".pdf"),
    *(".html", ".htm", ".xhtml", ".xml"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file to ingest and what the manifest says of it; or why it cannot be taken."""

    path: Path
    entry: ManifestEntry | None = None
    refusal: RefusalError | None = None


@dataclass(slots=True)
class Finding:
    """What the given paths hold: files in order, and what was passed over."""

    files: list[FoundFile] = field(default_factory=list)
    passed_over: list[Path] = field(default_factory=list)


def printable(path: Path) -> str:
    """A path as text that can be printed and stored, whatever bytes its name has."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


def find_files(paths: Iterable[Path], *, manifest: Manifest | None = None) -> Finding:
    """Every file to ingest, each once, in the order of the paths and of their names."""
    search = _Search(manifest)
    for path in paths:
        search.take(path)
    return search.finding


def names_under(paths: Iterable[Path]) -> set[str]:
    """The names of files that paths name or hold."""
    names = {path.name for path in paths}
    for path in paths:
        names.update(name for _, _, held in os.walk(path) for name in held)
    return names


class _Search:
    """A walk through the given paths."""

    def __init__(self, manifest: Manifest | None) -> None:
        self._given = manifest
        self._manifests: dict[Path, Manifest | RefusalError | None] = {}
        self._seen: set[str] = set()
        self.finding = Finding()

    def take(self, path: Path) -> None:
        """Take a file, or what a folder holds."""
        if not _is_folder(path):
            self._add(path)
            return
        before = len(self.finding.files)
        for folder, names in _walk(path, self._refuse, pass_over=self.finding.passed_over.append):
            for name in names:
                self._take_from(folder, name)
        if len(self.finding.files) == before:
            self._refuse(path, RefusalError("folder", "There is no text in it to ingest."))

    def _take_from(self, folder: Path, name: str) -> None:
        """Take a file of a folder if it is a text, by its manifest or by its name."""
        manifest = self._manifest_of(folder)
        named = isinstance(manifest, Manifest) and name in manifest.entries
        if named or (name != MANIFEST_NAME and name.lower().endswith(TEXT_ENDINGS)):
            self._add(folder / name)
        else:
            self.finding.passed_over.append(folder / name)

    def _add(self, path: Path) -> None:
        if os.path.realpath(path) in self._seen:
            return
        self._seen.add(os.path.realpath(path))
        manifest = self._manifest_of(path.parent)
        if isinstance(manifest, RefusalError):
            self._refuse(path, manifest)
            return
        entry = manifest.entries.get(path.name) if manifest else None
        self.finding.files.append(FoundFile(path=path, entry=entry))

    def _manifest_of(self, folder: Path) -> Manifest | RefusalError | None:
        if self._given is not None:
            return self._given
        if folder not in self._manifests:
            self._manifests[folder] = _read_beside(folder)
        return self._manifests[folder]

    def _refuse(self, path: Path, refusal: RefusalError) -> None:
        self.finding.files.append(FoundFile(path=path, refusal=refusal))


def _is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; one that leads nowhere is a file that cannot be read."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def _read_beside(folder: Path) -> Manifest | RefusalError | None:
    """The manifest in a folder, why it is refused, or None where there is none."""
    path = folder / MANIFEST_NAME
    if not os.path.lexists(path):
        return None
    try:
        return read_manifest(path)
    except RefusalError as refusal:
        return RefusalError(f"{MANIFEST_NAME} beside it, {refusal.place}", refusal.reason)


def _walk(
    root: Path, refuse: Callable[[Path, RefusalError], None], *, pass_over: Callable[[Path], None]
) -> Iterator[tuple[Path, list[str]]]:
    """Each folder and the names of its files, in order; links to folders are not followed."""

    def unreadable(error: OSError) -> None:
        refuse(
            Path(error.filename), RefusalError("folder", f"It cannot be read: {error.strerror}.")
        )

    for folder, folders, names in os.walk(root, onerror=unreadable):
        here = Path(folder)
        for linked in (name for name in folders if (here / name).is_symlink()):
            pass_over(here / linked)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield here, sorted(name for name in names if not name.startswith("."))
