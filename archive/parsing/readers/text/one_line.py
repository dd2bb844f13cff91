"""Layout of a Word extraction: every paragraph is one line, notes stand together at the end.

Reads: lines. Writes: a block per paragraph, note, printed line and piece of page furniture.
A note whose number has a sign ("1/ See …", "[1] See …") may also stand at the foot of a page, among
the paragraphs, below the words that its number marks.
"""

import re
from collections.abc import Sequence

from archive.parsing.blocks import Block, BlockKind
from archive.parsing.dates import DATE
from archive.parsing.labels import split_label
from archive.parsing.printed_lines import kind_of_line, organ_of
from archive.parsing.readers.text.bracketed_marks import marks_printed, with_bracketed_marks
from archive.parsing.readers.text.broken_lines import put_together
from archive.parsing.readers.text.lines import Line, line_block

_NOTE = re.compile(
    r"(?:(?P<signed>\[[1-9]\d{0,2}\]|[1-9]\d{0,2}/(?= ?[^\W\d]| ?[“(\[]| (?:19|20)\d\d [A-Z]))"
    r"|(?P<round>\([1-9]\d{0,2}\)(?= ))|(?P<plain>[1-9]\d{0,2}(?= ))) ?(?=\S)"
)
_SIGNS = "[]()/"
_FURTHEST_STEP = 3
_CLOSED = (".", "”", '"', ")", ";")


def blocks_of_lines(lines: Sequence[Line]) -> list[Block]:
    """Blocks of a text with one paragraph per line."""
    lines = list(put_together(lines))
    notes = _Notes(_after_last_label(lines))
    return with_bracketed_marks(notes.blocks(lines), notes.printed)


def _after_last_label(lines: Sequence[Line]) -> int:
    """Where plain notes can begin: after the last numbered paragraph, or after the organ's line."""
    for index in range(len(lines) - 1, -1, -1):
        label, _ = split_label(lines[index].text)
        if (label and label.number is not None) or organ_of(lines[index].text):
            return index + 1
    return len(lines)


class _Notes:
    """Tells notes from texts, line by line; a note takes one line or several.

    From line ``late`` on a number without a sign can be a note's.
    """

    def __init__(self, late: int) -> None:
        self._late = late
        self._is_late = False
        self._done: list[Block] = []
        self._note: list[str] = []
        self._where = ""
        self._number = 0
        self._marked = set[str]()
        self.printed = set[str]()

    def blocks(self, lines: Sequence[Line]) -> list[Block]:
        """Every line's words, in blocks."""
        for at, line in enumerate(lines):
            self._is_late = at >= self._late
            self._take(line)
        self._end_note()
        return self._done

    def _take(self, line: Line) -> None:
        match = _NOTE.match(line.text)
        is_printed = kind_of_line(line.text) is not None
        if match and not is_printed and self._begins(match, line.text):
            self._begin(match, line)
        elif self._note and not is_printed and self._goes_on(line.text):
            self._note.append(line.text)
        else:
            self._end_note()
            self._done.append(line_block(line))
            self._marked.update(marks_printed([line.text]))

    def _begin(self, match: re.Match[str], line: Line) -> None:
        self._end_note()
        printed = match[0].strip()
        self._number, self._where = int(printed.strip(_SIGNS)), line.where
        self.printed.update([] if match["plain"] else [printed])
        self._note = [line.text[match.end() :]]

    def _begins(self, match: re.Match[str], text: str) -> bool:
        """Whether a number at the start of a line is the next note's, and no day of a date."""
        printed = match[0].strip()
        number, last = int(printed.strip(_SIGNS)), self._number
        near = last < number and (last == 0 or number <= last + _FURTHEST_STEP)
        if match["round"] or not self._is_late:
            return near and not match["plain"] and printed in self._marked
        return near and not DATE.match(text)

    def _goes_on(self, text: str) -> bool:
        """Whether a line without a number goes on with the note above it."""
        return text[0].islower() or (self._is_late and not self._note[-1].endswith(_CLOSED))

    def _end_note(self) -> None:
        if self._note:
            words = " ".join(self._note)
            self._done.append(Block(BlockKind.NOTE, words, self._where, str(self._number)))
            self._note = []
