"""A parse in a process of its own: bytes on standard input, a record on standard output.

Run as ``python -m archive.parsing.aside``. It is for texts that strangers send and nobody keeps:
the system lets it write no file, ends it when it takes too much time or memory, and where it fails
it says in which lines of the code, and not a word of the text. A part of a resolution is enough,
in whatever brackets and with whatever labels it is handed round.
"""

import json
import resource
import sys
from traceback import extract_tb
from types import TracebackType

from archive.parsing.contract import record_of
from archive.parsing.excerpt_labels import parted
from archive.parsing.excerpts import laid_apart, put_together
from archive.parsing.parsed import ParsedResolution, ParseError
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers import read
from archive.parsing.readers.formats import tell_format

#: Of one processor, and of memory: far more than a resolution takes.
MOST_SECONDS = 20
_MOST_MEMORY_BYTES = 2_000_000_000
#: The reader that lets LibreOffice read.
_READ_FROM_A_FILE = "word.word_97"


def main() -> None:
    """Parse what comes in; print its record of the parse contract."""
    sys.excepthook = tell_without_words
    limit()
    data = sys.stdin.buffer.read()
    sys.stdout.write(json.dumps(record_of("", data, outcome=outcome_of(data))))


def tell_without_words(
    kind: type[BaseException], _error: BaseException, trace: TracebackType | None
) -> None:
    """Say on standard error what kind of fault it is and where in the code; never its message."""
    places = [f"{one.filename}:{one.lineno} {one.name}" for one in extract_tb(trace)]
    print(f"A draft could not be read: {kind.__name__}", *places, sep="\n  ", file=sys.stderr)  # noqa: T201


def limit() -> None:
    """Let the system end this process where it takes too much, and keep it from writing files."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY_BYTES, _MOST_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def outcome_of(data: bytes) -> ParsedResolution | ParseError:
    """What a draft says, or why it is refused."""
    try:
        _refuse_what_needs_a_disk(data)
        reading, found = laid_apart(read(parted(data)))
        return put_together(parse_reading(reading, is_part=True), found)
    except ParseError as error:
        return error


def _refuse_what_needs_a_disk(data: bytes) -> None:
    """Refuse what another program would read, from a file."""
    if tell_format(data).reader == _READ_FROM_A_FILE:
        raise ParseError(
            "format_not_read",
            "A Word 97 file (.doc) can only be read from a disk, and a draft is written to none; "
            "save it as Word (.docx), and give that.",
        )


if __name__ == "__main__":
    main()
