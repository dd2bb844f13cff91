"""One reader per format; ``read`` tells the format from the content, never from a name."""

from archive.parsing.blocks import Reading
from archive.parsing.readers.text import read_text

__all__ = ["read"]


def read(data: bytes) -> Reading:
    """Blocks of a file. Raises ParseError when its format is not read."""
    return read_text(data)
