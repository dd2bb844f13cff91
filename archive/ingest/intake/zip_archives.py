"""Zip archives that people send: listed and unpacked in memory, within limits.

What an archive says of its sizes is looked at first; what it really holds is counted while it is
unpacked, so that a small file cannot become a large one. Nothing is written to a disk, and the
paths in it name and decide nothing.
"""

import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from archive.ingest.intake.chaff import sifted
from archive.ingest.intake.limits import (
    MOST_BYTES,
    MOST_BYTES_TOGETHER,
    MOST_FILES,
    MOST_TIMES_LARGER,
)
from archive.ingest.refusals import RefusalError
from archive.parsing.readers.formats import tell_format

_ZIP_ARCHIVE = "zip archive"
_EMPTY_ZIP = b"PK\x05\x06"
_CHUNK = 1 << 16
_SMALL = 1_000_000
_ENCRYPTED = 0x1


def is_zip_archive(content: bytes) -> bool:
    """Whether bytes are a zip archive of files, and no document that happens to be one."""
    return content.startswith(_EMPTY_ZIP) or tell_format(content).name == _ZIP_ARCHIVE


@dataclass(slots=True, kw_only=True)
class Allowance:
    """How much the zip archives of a batch may still hold: files beyond their own number, bytes."""

    files: int
    size_bytes: int


class ZipArchive:
    """The files in a zip archive, and what in it is none and left out.

    Raises RefusalError where the whole of it is not opened.
    """

    def __init__(self, content: bytes, *, allowance: Allowance) -> None:
        try:
            self._zip = ZipFile(BytesIO(content))
        except (BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise _refused("The list of its files cannot be read; pack it again.") from error
        self.members, self.left_out = sifted(self._zip.infolist())
        self._allowance = allowance
        self._refuse_too_much()
        allowance.files -= len(self.members) - 1

    def _refuse_too_much(self) -> None:
        count = len(self.members)
        if not count:
            raise _refused("There are no files in it.")
        if count - 1 > self._allowance.files:
            raise _refused(
                f"It holds {count:,} files; a batch takes {MOST_FILES} with those sent beside it. "
                "Divide it, and send each part by itself."
            )
        declared = sum(member.file_size for member in self.members)
        if declared > self._allowance.size_bytes:
            raise _refused(
                f"Unpacked it has {declared:,} bytes; all that the archives of a batch hold may "
                f"have {MOST_BYTES_TOGETHER:,}. Nothing of it was unpacked."
            )

    def read(self, member: ZipInfo) -> bytes:
        """The bytes of a file in it. Raises RefusalError for what is not unpacked."""
        _check(member)
        most = min(self._allowance.size_bytes, MOST_BYTES)
        content = bytearray()
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    content += chunk
                    if len(content) > most:
                        raise _refused(f"It goes on beyond the {most:,} bytes that it may have.")
        except (
            BadZipFile,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
            zlib.error,
        ) as error:
            raise _refused("It is damaged and cannot be unpacked; pack it again.") from error
        finally:
            self._allowance.size_bytes -= len(content)
        return bytes(content)


def _check(member: ZipInfo) -> None:
    """Refuse a file by what the archive says of it."""
    size, packed = member.file_size, max(1, member.compress_size)
    if member.flag_bits & _ENCRYPTED:
        raise _refused("It is locked with a password; take the password off and send it again.")
    if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise _refused("It is packed in a way that is not read; pack it as an ordinary zip file.")
    if size > MOST_BYTES:
        raise _refused(
            f"Unpacked it has {size:,} bytes, and a file may have {MOST_BYTES:,}; send the "
            "resolution alone, or without pictures."
        )
    if size > _SMALL and size > MOST_TIMES_LARGER * packed:
        raise _refused(
            f"Unpacked it would be {size // packed:,} times larger than it is, as no text is; "
            "send the file itself."
        )


def _refused(reason: str) -> RefusalError:
    return RefusalError("file", reason)
