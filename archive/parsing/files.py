"""One file on disk to its record of the parse contract, whatever is wrong with the file."""

import os
import stat
import time
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from archive.parsing.contract import Record, record_of
from archive.parsing.parsed import ParsedResolution, ParseError
from archive.parsing.pipeline import parse
from archive.parsing.readers import MAXIMUM_BYTES

_CHUNK_BYTES = 1 << 20


def parse_file(file: str) -> Record:
    """The record of one file; a file that cannot be opened is ``unreadable_file``."""
    try:
        data, digest = _read(Path(file))
    except OSError as error:
        return record_of(file, b"", outcome=_unreadable(file, error)) | {"sha256": None}
    return record_of(file, data, outcome=_outcome(data)) | {"sha256": digest}


def measure_file(file: str) -> tuple[Record, float]:
    """The record of one file, and the seconds of one processor that it took."""
    started = time.process_time()
    return parse_file(file), time.process_time() - started


def open_at_once(path: Path) -> BinaryIO:
    """A file's bytes to read, without waiting for somebody to write to a pipe. Raises OSError."""
    return os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb")


def _read(path: Path) -> tuple[bytes, str]:
    """The bytes up to one more than are parsed, and the digest of all of them.

    Raises OSError. What is no regular file, such as a pipe that nobody writes to, is never waited
    for.
    """
    with open_at_once(path) as opened:
        if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
            raise OSError(0, "it is no regular file")
        data = opened.read(MAXIMUM_BYTES + 1)
        digest = sha256(data)
        while chunk := opened.read(_CHUNK_BYTES):
            digest.update(chunk)
    return data, digest.hexdigest()


def _unreadable(file: str, error: OSError) -> ParseError:
    reason = (error.strerror or type(error).__name__).lower()
    advice = "name the files in it" if isinstance(error, IsADirectoryError) else "check the path"
    return ParseError("unreadable_file", f"{file} cannot be read ({reason}); {advice}.")


def _outcome(data: bytes) -> ParsedResolution | ParseError:
    try:
        return parse(data)
    except ParseError as error:
        return error
