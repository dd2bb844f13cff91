"""Received files: bytes, their digest, and whether the archive holds them already."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from archive.ingest.files import FoundFile, printable
from archive.ingest.manifest import ManifestEntry
from archive.ingest.reading import read_file
from archive.ingest.refusals import RefusalError
from archive.models import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedFile:
    """A file as received: its bytes, their digest, and what the manifest says of it."""

    path: Path
    content: bytes
    sha256: str
    entry: ManifestEntry | None

    @property
    def name(self) -> str:
        """Its own name, without folders."""
        return printable(Path(self.path.name))

    @property
    def provenance(self) -> str:
        """Where it comes from, by the manifest; else only the name it was given by.

        Pages show it to everybody, and the folders of whoever gave it are nobody's business.
        """
        return self.entry.provenance if self.entry else f"given as {self.name}"


def receive(found: FoundFile) -> ReceivedFile:
    """Read a found file. Raises RefusalError when it cannot be or differs from its digest."""
    if found.refusal is not None:
        raise found.refusal
    content = read_file(found.path)
    digest = sha256(content).hexdigest()
    if found.entry is not None and found.entry.sha256 != digest:
        raise RefusalError(
            f"manifest, {found.entry.place}, sha256",
            f"The file has the SHA-256 {digest}, the manifest says {found.entry.sha256}; find out "
            "which is right, and correct the entry or bring the file it means.",
        )
    return ReceivedFile(path=found.path, content=content, sha256=digest, entry=found.entry)


def held_text_of(digest: str, *, parser_version: str | None = None) -> Text | None:
    """The text that came from a file of these bytes, by one parser version or by any."""
    texts = Text.objects.from_bytes(digest)
    if parser_version is not None:
        texts = texts.filter(parser_version=parser_version)
    return texts.select_related("resolution").defer("wording", "search_vector").first()
