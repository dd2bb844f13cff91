"""Byte ranges (RFC 9110, 14): a download that broke off goes on where it ended.

One range is answered; a request for several, as for none that can be read, gets the whole, as the
RFC allows.
"""

import re
from dataclasses import dataclass
from typing import BinaryIO

from django.http import HttpRequest

#: As many digits as the size of no file has.
_RANGE = re.compile(r"bytes=(?=-?[0-9])(?P<first>[0-9]{0,18})-(?P<last>[0-9]{0,18})")


class UnsatisfiableRangeError(ValueError):
    """A range that begins after the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ByteRange:
    """Bytes from one place to another, both included, of so many."""

    first: int
    last: int
    size: int

    @property
    def length(self) -> int:
        """How many there are."""
        return self.last - self.first + 1

    def __str__(self) -> str:
        return f"bytes {self.first}-{self.last}/{self.size}"


class FilePart:
    """A range of an open file, to be read from its beginning to its end."""

    def __init__(self, file: BinaryIO, part: ByteRange) -> None:
        self._file = file
        self._left = part.length
        file.seek(part.first)

    def read(self, size: int = -1) -> bytes:
        """At most so many of the bytes that are left."""
        wanted = self._left if size < 0 else min(size, self._left)
        found = self._file.read(wanted)
        self._left -= len(found)
        return found

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def asked_range(request: HttpRequest, *, size: int, etag: str) -> ByteRange | None:
    """The range that a request asks for; None where it is to have the whole.

    ``If-Range`` asks for the range only while the file is the one that was begun with.

    Raises UnsatisfiableRangeError.
    """
    found = _RANGE.fullmatch(request.headers.get("Range", ""))
    is_the_same = request.headers.get("If-Range", etag) == etag
    if request.method != "GET" or found is None or not is_the_same:
        return None
    first, last = _places(found["first"], found["last"], size=size)
    if first >= size:
        raise UnsatisfiableRangeError
    return ByteRange(first=first, last=last, size=size) if first <= last else None


def _places(first: str, last: str, *, size: int) -> tuple[int, int]:
    """Where a range begins and ends; without a beginning it is the last so many bytes."""
    if first:
        return int(first), min(int(last or size), size - 1)
    return max(0, size - int(last or 0)), size - 1
