"""The work a PDF file may cost, counted and never timed, so that a hostile file ends soon.

Reads: how much each step costs. Writes: nothing; raises when the file has cost too much.
A step is about a microsecond: a token, a glyph, an object looked up, 64 bytes decoded.
"""

from archive.parsing.parsed import ParseError

#: Fourteen times what a resolution of ten pages costs.
MOST_STEPS = 2_000_000
MOST_BYTES = 60_000_000
MOST_GLYPHS = 400_000
MOST_PAGES = 500
MOST_LINES = 50_000
_BYTES_PER_STEP = 64


class Work:
    """Counts what one file has cost so far; each method raises ParseError ``too_large``.

    ``is_broken`` says that a part of the file could not be unpacked to its end.
    """

    def __init__(self) -> None:
        self._steps = 0
        self._bytes = 0
        self._glyphs = 0
        self.is_broken = False

    def spend(self, steps: int = 1) -> None:
        """Count steps."""
        self._steps += steps
        if self._steps > MOST_STEPS:
            raise _too_large("takes more work to read than any resolution does")

    def glyphs(self, count: int) -> None:
        """Count glyphs printed."""
        self._glyphs += count
        if self._glyphs > MOST_GLYPHS:
            raise _too_large(f"prints more than {MOST_GLYPHS:,} characters")

    def decoded(self, size: int) -> None:
        """Count bytes that came out of a compressed stream."""
        self._bytes += size
        if self._bytes > MOST_BYTES:
            raise _too_large(f"unpacks to more than {MOST_BYTES:,} bytes")
        self.spend(size // _BYTES_PER_STEP)


def refuse_pages(count: int) -> None:
    """Raise ParseError ``too_large`` for more pages than a resolution has."""
    if count > MOST_PAGES:
        raise _too_large(f"has more than {MOST_PAGES:,} pages")


def refuse_lines(count: int) -> None:
    """Raise ParseError ``too_large`` for more lines than a resolution has."""
    if count > MOST_LINES:
        raise _too_large(f"prints more than {MOST_LINES:,} lines")


def _too_large(what: str) -> ParseError:
    return ParseError("too_large", f"The PDF {what}; give one resolution per file.")
