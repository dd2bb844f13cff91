"""One reader per format; ``read`` tells the format from the content, never from a name."""

from archive.parsing.blocks import Reading
from archive.parsing.parsed import ParseError
from archive.parsing.readers.formats import TEXT, tell_format
from archive.parsing.readers.text import read_text

__all__ = ["MAXIMUM_BYTES", "read"]

MAXIMUM_BYTES = 20_000_000
_ADVICE: dict[str | None, str] = {
    "pdf": "take its text out, with pdftotext for example, and give that",
    "word": "save it as plain text in a word processor, and give that",
    "html": "save the page as plain text, and give that",
}
_OTHER_ADVICE = "give the resolution as plain text"


def read(data: bytes) -> Reading:
    """Blocks of a file.

    Raises ParseError: ``empty_file``, ``too_large``, ``format_not_read``, ``binary_file``.
    """
    if not data.strip():
        raise ParseError("empty_file", "The file is empty; get the file again.")
    if len(data) > MAXIMUM_BYTES:
        raise ParseError(
            "too_large",
            f"The file has more than {MAXIMUM_BYTES:,} bytes; give one resolution per file.",
        )
    found = tell_format(data)
    if found.key != TEXT:
        raise ParseError(
            "format_not_read",
            f"Its format is {found.name}, and plain text is read; "
            f"{_ADVICE.get(found.key, _OTHER_ADVICE)}.",
        )
    return read_text(data)
