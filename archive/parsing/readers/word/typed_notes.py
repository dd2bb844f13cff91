"""Notes that an author typed as paragraphs, and which raised numbers mark a note.

Reads: lines of a Word document. Writes: which lines are notes, with their numbers, and which of
the raised numbers in other lines are marks. A raised figure may also be a power or a unit's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.parsing.dates import DATE
from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import LineKind, kind_of_line
from archive.parsing.readers.word.lines import Line, Span, joined, moved, with_words_before
from archive.parsing.readers.word.tables import Grid

_TYPED = re.compile(r"(?:\[([1-9]\d{0,2})\]|([1-9]\d{0,2})([.)/]?)) (?=\S)")
_LABEL = re.compile(r"[\[(]?([1-9]\d{0,2})[.)\]]?")
_CLOSES = {LineKind.MEETING, LineKind.ADOPTED_AT, LineKind.RULE}
#: A mark of a document of older decades, set in the line: "Human Rights 1/ and".
_SLASHED = re.compile(r"(?<!\S)([1-9]\d{0,2})/(?=[\s,;:.)]|$)")
_FURTHEST_STEP = 3
_CLOSED = (".", "”", '"', ")", ";")
_MEASURED = re.compile(r"(?:^|[\s\d(])(?:[dcmk]?m|ha|CO|CH|NO|N|O|H|SO|PM)$|[\u00d7x] ?10$")
_AFTER_A_MARKED_WORD = re.compile(r"(?:[,;:.)\]”\"’'?!]|[^\W\d_]{3}|(?:19|20)\d\d|\d/\d{1,3})$")
_REACH = 12


@dataclass(frozen=True, slots=True)
class TypedNote:
    """A note that was typed: its number and its words, which may run over several paragraphs.

    ``signs`` are what stood around the number, as in "[1]".
    """

    number: str
    line: Line
    signs: str = ""


def typed_numbers(lines: Sequence[Line]) -> set[str]:
    """The raised numbers in lines that no note of the file's own stands behind."""
    return {
        span.number for line in lines for span in line.spans if span.note is None and span.start
    }


def take_notes(
    items: Sequence[Line | Grid], *, marked: set[str]
) -> Iterator[Line | Grid | TypedNote]:
    """The lines and tables in order, lines that are typed notes as such."""
    yield from _Notes(marked, _after_last_label(items)).taken(items)


def _after_last_label(items: Sequence[Line | Grid]) -> int:
    """Where notes without a raised number can begin: after the last numbered paragraph."""
    for index in range(len(items) - 1, -1, -1):
        line = items[index]
        if isinstance(line, Grid):
            continue
        label, _ = split_label(line.label or line.text)
        is_numbered = label is not None and label.number is not None
        if is_numbered or kind_of_line(line.text) is LineKind.ORGAN:
            return index + 1
    return len(items)


class _Notes:
    """Takes the notes out of the lines as they come."""

    def __init__(self, marked: set[str], last: int) -> None:
        self._marked = marked
        self._last = last
        self._is_open = False
        self._has_begun = False
        self._note = TypedNote("0", Line(text="", where=""))
        self._held: list[Line] = []

    def taken(self, items: Sequence[Line | Grid]) -> Iterator[Line | Grid | TypedNote]:
        """Every line and table, as it is or in a note."""
        for index, item in enumerate(items):
            note = None
            if isinstance(item, Line):
                note = self._note_in(item, is_after=index >= self._last)
                if note is None and self._goes_on(item):
                    self._held.append(item)
                    continue
            yield from self._end_note()
            if note is None:
                self._see(item)
                yield item
            else:
                self._held, self._note = [note.line], note
        yield from self._end_note()

    def _end_note(self) -> Iterator[TypedNote]:
        if self._held:
            yield replace(self._note, line=joined(self._held))
        self._held = []

    def _see(self, line: Line | Grid) -> None:
        """Notes may follow a rule or the closing lines, until a paragraph comes."""
        if isinstance(line, Grid):
            return
        kind = kind_of_line(line.text)
        opening = find_opening(line.text[split_label(line.text)[1] :])
        self._has_begun = self._has_begun or kind is LineKind.ORGAN or opening is not None
        if kind in _CLOSES:
            self._is_open = True
        elif opening is not None:
            self._is_open = False

    def _note_in(self, line: Line, *, is_after: bool) -> TypedNote | None:
        raised = line.spans[0] if line.spans and line.spans[0].start == 0 else None
        if raised and raised.note is None and self._has_begun and not line.label:
            return _noted(raised.number, line, end=raised.end)
        if not (line.is_note or self._is_open or is_after):
            return None
        if line.label:
            match = _LABEL.fullmatch(line.label)
            is_listed = match and match[1] in self._marked and find_opening(line.text) is None
            words = with_words_before(line.label, line)
            return _noted(match[1], words, end=match.end()) if match and is_listed else None
        return self._plainly_typed(line)

    def _plainly_typed(self, line: Line) -> TypedNote | None:
        """A note whose number is typed like any word."""
        match = _TYPED.match(line.text)
        if match is None or kind_of_line(line.text) or DATE.match(line.text):
            return None
        number = match[1] or match[2]
        is_doubtful = match[3] in {".", ")"} and number not in self._marked
        opens = find_opening(line.text[match.end() :]) is not None
        if is_doubtful or opens or not (line.is_note or self._is_next(int(number))):
            return None
        return _noted(number, line, end=match.end())

    def _is_next(self, number: int) -> bool:
        last = int(self._note.number)
        return last < number and (last == 0 or number <= last + _FURTHEST_STEP)

    def _goes_on(self, line: Line) -> bool:
        """Whether a line without a number goes on with the note above it."""
        if not self._held or not line.text or line.label or kind_of_line(line.text) is not None:
            return False
        is_open = line.text[0].islower() or not self._held[-1].text.endswith(_CLOSED)
        return line.is_note or is_open


def _noted(number: str, line: Line, *, end: int) -> TypedNote | None:
    """The note whose number ends at a place of a line, unless no words follow."""
    text = line.text[end:].lstrip(" .)]/")
    if not text:
        return None
    by = len(line.text) - len(text)
    spans = tuple(moved(span, -by) for span in line.spans if span.start >= by)
    signs = "".join(line.text[:by].replace(number, "", 1).split())
    return TypedNote(number, replace(line, text=text, spans=spans), signs)


def marks_in(line: Line, *, known: set[str]) -> list[Span]:
    """The raised numbers of a line that mark notes; the others are words of it."""
    return [span for span in line.spans if span.note or _is_mark(line.text, span, known=known)]


def slashed_marks(line: Line, *, known: set[str]) -> list[Span]:
    """The numbers such as "1/" in a line that mark notes printed in the same way."""
    return [
        Span(start=match.start(), end=match.end(), number=match[1])
        for match in (_SLASHED.finditer(line.text) if known else ())
        if match[1] in known and match.start()
    ]


def _is_mark(text: str, span: Span, *, known: set[str]) -> bool:
    """Whether a raised number marks a note: one that exists, or one that stands as marks do."""
    before = text[max(0, span.start - _REACH) : span.start].rstrip()
    if not before or _MEASURED.search(before):
        return False
    return span.number in known or _AFTER_A_MARKED_WORD.search(before) is not None
