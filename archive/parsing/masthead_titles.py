"""The title of a text, by its place among the lines before it.

Reads: the lines before the text. Writes: the title and which lines it takes.
"""

from collections.abc import Sequence

from archive.parsing.masthead_lines import PrintedLine
from archive.parsing.printed_lines import (
    OF_DATE_LINE,
    OPEN_NUMBER,
    TITLED_NUMBER,
    LineKind,
)

_LONGEST_TITLE = 700
_TITLE_MARKS = "*†"


def find_title(front: Sequence[PrintedLine]) -> tuple[str | None, range]:
    """The title and the lines it takes: those below its number, or the last that say nothing.

    A number may also stand below its title, as those of the Commission on Human Rights did.
    """
    while front and front[-1].kind is LineKind.NUMBER:
        front = front[:-1]
    start, words = _start_of_title(front)
    end = next((i for i in range(start, len(front)) if front[i].kind is not None), len(front))
    lines = [*words, *(line.words for line in front[start:end])]
    title = _joined(lines).rstrip(_TITLE_MARKS)
    return (title, range(start, end)) if 0 < len(title) <= _LONGEST_TITLE else (None, range(0))


def _start_of_title(front: Sequence[PrintedLine]) -> tuple[int, list[str]]:
    """Where lines of the title begin, and its words on the line before them."""
    start = 0
    for index, line in enumerate(front):
        titled = TITLED_NUMBER.fullmatch(line.words)
        if titled and titled[2] and not OF_DATE_LINE.fullmatch(titled[2]):
            return index + 1, [titled[2]]
        unnumbered = OPEN_NUMBER.fullmatch(line.words)
        if unnumbered and unnumbered[1]:
            return index + 1, [unnumbered[1]]
        start = start if line.kind is None else index + 1
    return start, []


def _joined(lines: Sequence[str]) -> str:
    """Lines of a title as one: a hyphen at a line's end stays."""
    pieces: list[str] = []
    for line in lines:
        pieces += [line] if not pieces or pieces[-1].endswith("-") else [" ", line]
    return "".join(pieces)
