"""Zip archives from outside, read in memory and within limits.

Reads: bytes. Writes: the bytes of one member after another; nothing is ever unpacked to a disk.
What an archive says of its sizes is checked first, what it really holds is counted while it is
read, so that a small file cannot become a large one.
"""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from archive.parsing.parsed import ParseError

MOST_MEMBERS = 5_000
MOST_BYTES_DECLARED = 400_000_000
MOST_BYTES_OF_MEMBER = 25_000_000
MOST_BYTES_READ = 40_000_000
_MOST_TIMES_LARGER = 250
_SMALL = 1_000_000
_CHUNK = 1 << 16
_ENCRYPTED = 0x1


class Archive:
    """The members of a zip archive by name, whatever the case of its letters.

    Raises ParseError: ``damaged_file``, ``encrypted_file``, ``unsafe_file``, ``too_large``.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise _damaged("the list of its parts") from error
        members = self._zip.infolist()
        _refuse_too_much(members)
        self._members = {_key(_checked(member).filename): member for member in members}
        self._left = MOST_BYTES_READ

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._members

    def read(self, name: str) -> bytes | None:
        """The bytes of a member; None where there is none of this name.

        Raises ParseError: ``too_large`` beyond a limit, ``damaged_file`` for what does not unpack.
        """
        member = self._members.get(_key(name))
        if member is None:
            return None
        _refuse_large(member)
        data = self._unpacked(member)
        self._left -= len(data)
        return data

    def _unpacked(self, member: ZipInfo) -> bytes:
        most = min(self._left, MOST_BYTES_OF_MEMBER)
        data = bytearray()
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    data += chunk
                    if len(data) > most:
                        raise _too_large(f"its part {member.filename} goes on beyond {most:,}")
        except (BadZipFile, EOFError, OSError, ValueError, zlib.error) as error:
            raise _damaged(f"its part {member.filename}") from error
        return bytes(data)


def _key(name: str) -> str:
    return name.replace("\\", "/").lower()


def _refuse_too_much(members: list[ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise _too_large(f"it has {len(members):,} parts, and {MOST_MEMBERS:,} are read")
    declared = sum(member.file_size for member in members)
    if declared > MOST_BYTES_DECLARED:
        raise _too_large(f"unpacked it has {declared:,}, and {MOST_BYTES_DECLARED:,} are allowed")


def _checked(member: ZipInfo) -> ZipInfo:
    """The member, once its name, its lock and its packing are as a document's are."""
    path = _key(member.filename)
    if path.startswith("/") or ":" in path.partition("/")[0] or ".." in path.split("/"):
        raise ParseError(
            "unsafe_file",
            f"The archive has a part named “{member.filename[:80]}”, which points outside it; no "
            "document has that, so get the file from its source again.",
        )
    if member.flag_bits & _ENCRYPTED:
        raise ParseError(
            "encrypted_file",
            f"Its part {member.filename[:80]} is locked with a password; take the password off "
            "and give the file again.",
        )
    if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise _damaged(f"its part {member.filename[:80]}, packed as documents never are,")
    return member


def _refuse_large(member: ZipInfo) -> None:
    size, packed = member.file_size, max(1, member.compress_size)
    if size > MOST_BYTES_OF_MEMBER:
        raise _too_large(
            f"its part {member.filename} has {size:,}, and {MOST_BYTES_OF_MEMBER:,} are read"
        )
    if size > _SMALL and size > _MOST_TIMES_LARGER * packed:
        raise _too_large(
            f"its part {member.filename} has {size:,}, {size // packed:,} times what is packed"
        )


def _too_large(what: str) -> ParseError:
    return ParseError(
        "too_large", f"Counted in bytes, {what}; give one resolution per file, without pictures."
    )


def _damaged(what: str) -> ParseError:
    return ParseError(
        "damaged_file",
        f"The file is damaged: {what} cannot be read; open it in the program it was made with "
        "and save it again.",
    )
