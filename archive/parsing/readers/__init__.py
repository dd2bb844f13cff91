"""One reader per format; ``read`` tells the format from the content, never from a name."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from archive.parsing.blocks import Reading
from archive.parsing.parsed import ParseError
from archive.parsing.readers.formats import FileFormat, tell_format
from archive.parsing.readers.limits import MAXIMUM_BYTES, check_length

__all__ = ["MAXIMUM_BYTES", "read"]


def read(data: bytes) -> Reading:
    """Blocks of a file.

    Raises ParseError: ``empty_file``, ``too_large``, ``format_not_read``, and what the reader of
    its format raises.
    """
    if not data.strip():
        held = "has nothing but white space in it" if data else "is empty"
        raise ParseError("empty_file", f"The file {held}; get the file again.")
    if len(data) > MAXIMUM_BYTES:
        raise ParseError(
            "too_large",
            f"The file has more than {MAXIMUM_BYTES:,} bytes; give one resolution per file.",
        )
    found = tell_format(data)
    if found.reader is None:
        message = f"Its format, {found.name}, is not read; {found.advice}."
        raise ParseError("format_not_read", message)
    reading = _reader_of(found)(data)
    check_length(reading.source_text)
    return reading


def _reader_of(found: FileFormat) -> Callable[[bytes], Reading]:
    """The reader of a format, whose library is loaded only where a file needs it."""
    module = import_module(f"archive.parsing.readers.{found.reader}")
    return cast("Callable[[bytes], Reading]", module.read)
