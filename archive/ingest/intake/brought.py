"""Files as they are brought, and their contents: zip archives opened, what is refused refused."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from zipfile import ZipInfo

from archive.ingest.intake.limits import MOST_BYTES, MOST_BYTES_TOGETHER, MOST_FILES
from archive.ingest.intake.names import name_within, own_name
from archive.ingest.intake.zip_archives import Allowance, ZipArchive, is_zip_archive
from archive.ingest.refusals import RefusalError
from archive.parsing.readers.formats import tell_format

_TOO_MANY = f"A batch takes {MOST_FILES} files, and it comes after them; send it in another batch."


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtFile:
    """A file that a person sent: its bytes are read when they are wanted, and one at a time."""

    name: str
    size_bytes: int
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The bytes of a file, or why they are not taken in, as a sentence.

    ``place`` is its name, of a file in a zip archive with the archive's before it; ``name`` is its
    own.
    """

    place: str
    name: str
    size_bytes: int
    content: bytes = b""
    refusal: str = ""
    is_packed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something in a zip archive that is no file that a person brings; ``place`` as of a file."""

    place: str


def contents_of(brought: Iterable[BroughtFile]) -> Iterator[Content | LeftOut]:
    """Each file, and in the place of a zip archive each file in it, in order.

    After the files of an archive comes what was left out of it.
    """
    files = list(brought)
    most = max(0, MOST_FILES - len(files))
    allowance = Allowance(files=most, size_bytes=MOST_BYTES_TOGETHER)
    for file in files[:MOST_FILES]:
        yield from _contents(file, allowance)
    for file in files[MOST_FILES:]:
        name = own_name(file.name)
        yield Content(place=name, name=name, size_bytes=file.size_bytes, refusal=_TOO_MANY)


def _contents(file: BroughtFile, allowance: Allowance) -> Iterator[Content | LeftOut]:
    name = own_name(file.name)
    whole = Content(place=name, name=name, size_bytes=file.size_bytes)
    if file.size_bytes > MOST_BYTES:
        yield replace(whole, refusal=_too_large(file.size_bytes))
        return
    content = file.read()
    if not is_zip_archive(content):
        yield replace(whole, content=content, refusal=_refusal(content))
        return
    try:
        archive = ZipArchive(content, allowance=allowance)
    except RefusalError as refusal:
        yield replace(whole, refusal=refusal.reason)
        return
    for member in archive.members:
        yield _member(name, archive, member=member)
    for member in archive.left_out:
        yield LeftOut(place=name_within(name, member.filename))


def _member(archive_name: str, archive: ZipArchive, *, member: ZipInfo) -> Content:
    """A file in a zip archive; one that cannot be unpacked has the size that the archive says."""
    found = Content(
        place=name_within(archive_name, member.filename),
        name=own_name(member.filename),
        size_bytes=member.file_size,
        is_packed=True,
    )
    try:
        content = archive.read(member)
    except RefusalError as refusal:
        return replace(found, refusal=refusal.reason)
    refusal_within = _refusal_within(content)
    return replace(found, content=content, size_bytes=len(content), refusal=refusal_within)


def _refusal(content: bytes) -> str:
    """Why bytes are nothing to parse, before any reader has looked at them; empty if they may be.

    The readers say the rest: what they find damaged, locked, or no resolution.
    """
    if not content:
        return "It is empty; get the file again."
    if not content.strip():
        return "It has nothing but white space in it; get the file again."
    found = tell_format(content)
    if found.reader is None:
        return f"Its format, {found.name}, is not read; {found.advice}."
    return ""


def _refusal_within(content: bytes) -> str:
    if is_zip_archive(content):
        return "It is a zip archive within another, which is not opened; send it by itself."
    return _refusal(content)


def _too_large(size_bytes: int) -> str:
    return (
        f"It has {size_bytes:,} bytes, and a file may have {MOST_BYTES:,}; send the resolution "
        "alone, or without pictures."
    )
