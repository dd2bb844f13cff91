"""Paragraphs of one line each that are broken over two all the same.

Reads: lines of a text with a paragraph a line. Writes: the same, put together.
A line corrected by hand may stop in mid-sentence or within a word ("Secretary-" above "General"),
where blank lines part all other paragraphs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.parsing.blocks import LINE_END_HYPHEN
from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import kind_of_line
from archive.parsing.readers.text.lines import Line

_DIVIDED = re.compile(r"[^\W\d_]-$")
_SUSPENDED = re.compile(r"(?:and|or|to) ")
_ENDS = frozenset(";:.!?)]”\"’'")
_WIDE = 60
_PARTED_SHARE = 0.6


def put_together(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, each with what goes on below it."""
    parted = sum(line.after_blank for line in lines) > _PARTED_SHARE * len(lines)
    open_line: Line | None = None
    pieces: list[str] = []
    for line in lines:
        if open_line is not None and _goes_on(pieces[-1], line, parted=parted):
            pieces += [_between(pieces, line.text), line.text]
            continue
        if open_line is not None:
            yield _whole(open_line, pieces)
        open_line, pieces = line, [line.text]
    if open_line is not None:
        yield _whole(open_line, pieces)


def _whole(line: Line, pieces: Sequence[str]) -> Line:
    return replace(line, text="".join(pieces)) if len(pieces) > 1 else line


def _between(pieces: list[str], words: str) -> str:
    """What stands between two lines: a space, or a hyphen open to doubt in place of the last."""
    if not _DIVIDED.search(pieces[-1]) or _SUSPENDED.match(words):
        return " "
    pieces[-1] = pieces[-1][:-1]
    return LINE_END_HYPHEN


def _goes_on(above: str, line: Line, *, parted: bool) -> bool:
    """Whether a line goes on with the one above it."""
    is_open = line.text[0].islower() or (len(above) >= _WIDE and above[-1] not in _ENDS)
    may_go_on = (above[-1] == "-" and _DIVIDED.search(above)) or (
        parted and not line.after_blank and is_open
    )
    return bool(may_go_on) and kind_of_line(above) is None and not _begins(line.text)


def _begins(words: str) -> bool:
    """Whether words are a printed line, or begin as paragraphs do."""
    label, _ = split_label(words)
    return label is not None or kind_of_line(words) is not None or find_opening(words) is not None
