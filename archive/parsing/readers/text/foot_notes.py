"""Notes at the foot of a page: where a block of them ends and the text resumes.

Reads: the lines after a rule, one at a time. Writes: the notes.
"""

import re
from collections.abc import Collection

from archive.parsing.abbreviations import ends_in_abbreviation
from archive.parsing.dates import DATE
from archive.parsing.printed_lines import LineKind, kind_of_line
from archive.parsing.readers.text.lines import Line
from archive.parsing.readers.text.open_paragraph import OpenParagraph

_NUMBER = re.compile(r"([1-9]\d{0,2})(?: |$)")
_CLOSED = (".", ".”", '."', ".)")
_WIDE = 60
_FURTHEST_STEP = 3
_APART = {LineKind.MEETING, LineKind.RULE, LineKind.DOCUMENT_SYSTEM, LineKind.PAGE}


def note_number(line: Line) -> int | None:
    """The number a line starts with, where that can be a note's number."""
    match = _NUMBER.match(line.text)
    return int(match[1]) if match and not DATE.match(line.text) else None


class FootNotes:
    """The notes below one rule; ``take`` says whether a line is still one of theirs.

    ``marked`` are the numbers marked since the rule before: with the last of them the block ends.
    ``next_page`` is the number the notes below the next rule begin with: here it is a marker.
    ``unfinished`` is a note of the page before that goes on here.
    """

    def __init__(
        self,
        marked: Collection[int],
        *,
        base_indent: int,
        next_page: int | None,
        unfinished: OpenParagraph | None = None,
    ) -> None:
        self._marked = {number for number in marked if next_page is None or number < next_page}
        self._base_indent = base_indent
        self._next_page = next_page
        self._notes = [unfinished] if unfinished else []
        self._begun_before = len(self._notes)
        self._last_number = (unfinished.number or 0) if unfinished else 0

    def take(self, line: Line) -> bool:
        """Take the line if it starts a note or goes on with one."""
        number = note_number(line)
        if number is not None and self._is_next(number):
            self._last_number = number
            self._notes.append(OpenParagraph(line.where, number=number))
            words = line.text[len(str(number)) :].strip()
        elif self._notes and self._goes_on(self._notes[-1].words, line):
            words = line.text
        else:
            return False
        if words:
            self._notes[-1].add(words)
        return True

    @property
    def numbers(self) -> set[str]:
        """The numbers of the notes found."""
        return {str(note.number) for note in self._notes}

    @property
    def notes(self) -> list[OpenParagraph]:
        """The notes that began here."""
        return self._notes[self._begun_before :]

    @property
    def unfinished(self) -> OpenParagraph | None:
        """The last note, where its words cannot be its end."""
        last = self._notes[-1] if self._notes else None
        return last if last and last.words and not _is_closed(last.words) else None

    def _is_next(self, number: int) -> bool:
        if not self._notes:
            return True
        near = self._last_number < number <= self._last_number + _FURTHEST_STEP
        return near and number != self._next_page and self._may_be_marked(number)

    def _may_be_marked(self, number: int) -> bool:
        """Where the page marks the note above by a number apart, it marks the next one so too."""
        return self._last_number not in self._marked or number in self._marked

    def _goes_on(self, words: list[str], line: Line) -> bool:
        if not words:
            return True
        if line.indent > self._base_indent or kind_of_line(line.text) in _APART:
            return False
        if _is_closed(words):
            more_to_come = self._last_number < max(self._marked, default=0)
            return not line.after_blank and more_to_come
        return not line.after_blank or len(words[-1]) >= _WIDE


def _is_closed(words: list[str]) -> bool:
    """Whether a note's words can be its end: no abbreviation, and no bracket that is open."""
    if not words[-1].endswith(_CLOSED) or ends_in_abbreviation(words[-1]):
        return False
    return sum(line.count("(") - line.count(")") for line in words) <= 0
