"""Layout of a Word extraction: every paragraph is one line, notes stand together at the end.

Reads: lines. Writes: a block per paragraph, note, printed line and piece of page furniture.
"""

import re
from collections.abc import Sequence

from archive.parsing.blocks import Block, BlockKind
from archive.parsing.dates import DATE
from archive.parsing.labels import split_label
from archive.parsing.printed_lines import kind_of_line, organ_of
from archive.parsing.readers.text.bracketed_marks import with_bracketed_marks
from archive.parsing.readers.text.lines import Line, line_block

_NOTE = re.compile(r"(?:\[([1-9]\d{0,2})\]|([1-9]\d{0,2})) (?=\S)")
_FURTHEST_STEP = 3
_CLOSED = (".", "”", '"', ")", ";")


def blocks_of_lines(lines: Sequence[Line]) -> list[Block]:
    """Blocks of a text with one paragraph per line."""
    start = _after_last_label(lines)
    ending = _Ending()
    blocks = [line_block(line) for line in lines[:start]] + ending.blocks(lines[start:])
    return with_bracketed_marks(blocks, ending.bracketed)


def _after_last_label(lines: Sequence[Line]) -> int:
    """Where notes can begin: after the last numbered paragraph, or after the organ's line."""
    for index in range(len(lines) - 1, -1, -1):
        label, _ = split_label(lines[index].text)
        if (label and label.number is not None) or organ_of(lines[index].text):
            return index + 1
    return len(lines)


class _Ending:
    """What stands after the last numbered paragraph: notes, each of one line or several."""

    def __init__(self) -> None:
        self._done: list[Block] = []
        self._note: list[str] = []
        self._where = ""
        self._number = 0
        self.bracketed: set[str] = set()

    def blocks(self, lines: Sequence[Line]) -> list[Block]:
        """Every line's words, in blocks."""
        for line in lines:
            self._take(line)
        self._end_note()
        return self._done

    def _take(self, line: Line) -> None:
        match = _NOTE.match(line.text)
        printed = kind_of_line(line.text) is not None
        if match and not printed and self._is_next(line.text, int(match[1] or match[2])):
            self._end_note()
            self._number, self._where = int(match[1] or match[2]), line.where
            self.bracketed.update([match[1]] if match[1] else [])
            self._note = [line.text[match.end() :]]
        elif self._note and not printed and self._goes_on(line.text):
            self._note.append(line.text)
        else:
            self._end_note()
            self._done.append(line_block(line))

    def _is_next(self, text: str, number: int) -> bool:
        """Whether a number is the next note's, and no day of a date."""
        last = self._number
        near = last < number and (last == 0 or number <= last + _FURTHEST_STEP)
        return near and not DATE.match(text)

    def _goes_on(self, text: str) -> bool:
        """Whether a line without a number goes on with the note above it."""
        return text[0].islower() or not self._note[-1].endswith(_CLOSED)

    def _end_note(self) -> None:
        if self._note:
            words = " ".join(self._note)
            self._done.append(Block(BlockKind.NOTE, words, self._where, str(self._number)))
            self._note = []
