"""Which raised or linked numbers of a page mark notes; the others are words.

Reads: lines with possible marks, and the notes. Writes: lines with those that are sure.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from archive.parsing.readers.html.elements import names_note
from archive.parsing.readers.html.notes import PageNote
from archive.parsing.readers.html.page import PageLine
from archive.parsing.readers.html.words import PageMark

_BASE_OF_A_POWER = re.compile(r"(?:^|[\s(\u00d7·])10$")
_LONGEST_BASE = 3


def with_certain_marks(lines: Iterable[PageLine], notes: Sequence[PageNote]) -> Iterator[PageLine]:
    """The lines with those marks that their elements or the notes are sure of."""
    ties = _Ties(
        places=frozenset(name for note in notes for name in note.line.names),
        numbers=frozenset(note.number for note in notes),
    )
    for line in lines:
        unsure = {id(mark) for mark in line.marks if not ties.hold(line, mark)}
        yield with_words(line, unsure) if unsure else line


@dataclass(frozen=True, slots=True)
class _Ties:
    """The places of the notes that links may lead to, and the notes' numbers."""

    places: frozenset[str]
    numbers: frozenset[str]

    def hold(self, line: PageLine, mark: PageMark) -> bool:
        """Whether a mark leads to a note, or is raised and can be nothing else.

        A figure raised above words marks a note even if the page has none; a letter or Roman
        number ("54th") and a power of ten do only where the note is there.
        """
        if mark.target in self.places or names_note(mark.target):
            return True
        if not mark.is_raised or self.numbers.issuperset(mark.numbers):
            return mark.is_raised
        return all(map(str.isdigit, mark.numbers)) and not _is_power(line, mark)


def _is_power(line: PageLine, mark: PageMark) -> bool:
    """Whether a raised number stands right after a 10: "10⁶ tonnes"."""
    before = line.text[max(0, mark.offset - _LONGEST_BASE) : mark.offset]
    return not mark.after_space and _BASE_OF_A_POWER.search(before) is not None


def with_words(line: PageLine, unsure: set[int]) -> PageLine:
    """The line with these marks (by identity) put back among its words."""
    words: list[str] = []
    kept = list[PageMark]()
    at = moved = 0
    for mark in line.marks:
        words.append(line.text[at : mark.offset])
        at = mark.offset
        if id(mark) in unsure:
            printed = " " * mark.after_space + mark.printed
            words.append(printed)
            moved += len(printed)
        else:
            kept.append(replace(mark, offset=mark.offset + moved))
    words.append(line.text[at:])
    return replace(line, text="".join(words), marks=tuple(kept))
