"""Marks of notes: which note a raised number, a sign or a number with a stroke belongs to.

Reads: the notes of all pages, the words of lines. Writes: the number each note goes by, and the
marks in the words. A mark belongs to the note at the foot of its own page where that has its
number; numbers that begin again run on here, each change listed as a mend.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from archive.parsing.blocks import Mark
from archive.parsing.parsed import Mend, ParseWarning
from archive.parsing.readers.pdf.notes import Note
from archive.parsing.symbols import roman_number

_ROMAN_SIGNS = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_NUMBER = re.compile(r"\d+|[ivxl]+")
#: "Rights 1/ and", "Rights,1/", "Rights* and", "Rights */"; never a part of a symbol.
_INLINE = re.compile(
    r"(?:(?<=\S) |(?<=[^\W\d_])|(?<=[.,;:)\]”’\"]))([1-9]\d{0,2})/(?=[\s,;:.)\]”’\"]|$)"
    r"|(?<=[^\s*]) ?(\*{1,3}|[†‡§])/?(?=[\s,;:.)\]”’\"]|$)"
)
_AT_START = re.compile(r"([1-9]\d{0,2})/(?:\s|$)|(\*{1,3}|[†‡§])/(?:\s|$)")
#: A raised number behind these is a power: "km2", "106".
_POWER = re.compile(r"(?:\d|\b(?:[kcm]?m|ha))$")

Placed = tuple[int, str]


class NoteNumbers:
    """The numbers of a file's notes, as printed and as given; remembers what marks met.

    ``run_on`` says that numbers printed more than once run on; ``mends`` are the numbers changed.
    """

    def __init__(self, notes: Sequence[Note]) -> None:
        printed = Counter(note.number for note in notes)
        self._printed = frozenset(printed)
        self.run_on = any(count > 1 for number, count in printed.items() if number.isdigit())
        self._given: dict[tuple[int, str], str] = {}
        self._stroked: set[tuple[int, str]] = set()
        self._numbers: dict[int, str] = {}
        self.mends: list[Mend] = []
        self._lost: list[ParseWarning] = []
        romans = (roman_number(note.number.upper()) or 0 for note in notes)
        self._last_roman = max(romans, default=0)
        self.marked: set[str] = set()
        count = 0
        taken: set[str] = set()
        for note in notes:
            count += note.number.isdigit()
            self._take(note, count, taken=taken)

    def _take(self, note: Note, count: int, *, taken: set[str]) -> None:
        """Give a note its own number, or where numbers begin again the next."""
        is_next = note.number.isdigit() and self.run_on
        number = str(count) if is_next else note.number
        if number in taken and roman_number(number.upper()):
            self._last_roman += 1
            number = _roman_of(self._last_roman)
        while number in taken:
            number += note.number
        taken.add(number)
        self._numbers[id(note)] = number
        self._given.setdefault((note.page, note.number), number)
        if note.printed.endswith("/"):
            self._stroked.add((note.page, note.number))

    def of(self, note: Note) -> str:
        """The number a note is given, noted where it is another than the one printed."""
        number = self._numbers[id(note)]
        self._mend(note.number, number, where=note.where)
        return number

    def is_marked(self, note: Note) -> bool:
        """Whether a mark has been met that belongs to a note."""
        return self._numbers[id(note)] in self.marked

    def _mend(self, printed: str, given: str, *, where: str) -> None:
        if printed != given:
            self.mends.append(Mend(where=where, found=printed, mended=given))

    @property
    def all_met(self) -> bool:
        """Whether every numbered note has met its mark."""
        return {number for number in self._numbers.values() if number.isdigit()} <= self.marked

    def warnings(self) -> list[ParseWarning]:
        """That numbers begin again, and the marks that no note of such a file belongs to."""
        if not self.mends:
            return self._lost
        message = "Numbers or signs of notes begin again on other pages; they run on here."
        return [ParseWarning(code="notes_by_page", message=message, where="file"), *self._lost]

    def is_power(self, before: str, printed: str) -> bool:
        """Whether a raised number behind words is a power, and no note's.

        A raised Roman number that no note has is a word.
        """
        if not printed[0].isdigit() and not self._printed & set(_NUMBER.findall(printed)):
            return True
        return printed not in self._printed and _POWER.search(before) is not None

    def cut(
        self, text: str, raised: Sequence[Placed], *, page: int, goes_on: bool
    ) -> tuple[str, list[Placed]]:
        """The words of a line without the marks set among them, and all its marks in order.

        A mark may begin a line that goes on with the one above.
        """
        cuts = list(self._marks(text, page=page, goes_on=goes_on))
        if not cuts:
            return text, list(raised)
        edges = [0, *(edge for cut in cuts for edge in cut.span()), len(text)]
        words = "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
        inline = [(cut.start(), cut[0].strip()) for cut in cuts]
        placed = sorted([*raised, *inline], key=lambda one: one[0])
        gone = [(cut.end(), cut.end() - cut.start()) for cut in cuts]
        return words, [
            (offset - sum(length for end, length in gone if end <= offset), printed)
            for offset, printed in placed
        ]

    def _marks(self, text: str, *, page: int, goes_on: bool) -> Iterator[re.Match[str]]:
        first = _AT_START.match(text) if goes_on else None
        for match in [*([first] if first else []), *_INLINE.finditer(text)]:
            number, sign = match.groups()
            if (page, number) in self._stroked or (page, sign) in self._given:
                yield match

    def marks_of(self, printed: str, offset: int, *, page: int) -> tuple[list[Mark], str]:
        """The marks printed in one place, and the signs there that are no part of a number."""
        where = f"page {page}"
        numbers = _NUMBER.findall(printed) or [printed.rstrip("/")]
        rest = (
            "".join(_NUMBER.split(printed)) if numbers[0].isdigit() else printed[len(numbers[0]) :]
        )
        marks = []
        for number in numbers:
            is_of_page = self.run_on and number.isdigit()
            given = self._given.get((page, number), None if is_of_page else number)
            if given is None:
                rest += number
                self._lost.append(_without_note(number, where))
                continue
            self.marked.add(given)
            self._mend(number, given, where=where)
            marks.append(Mark(number=given, offset=offset, printed=number, certain=True))
        return marks, rest


def _roman_of(value: int) -> str:
    """A number in small Roman figures."""
    written = ""
    for worth, signs in _ROMAN_SIGNS:
        written += signs * (value // worth)
        value %= worth
    return written


def _without_note(number: str, where: str) -> ParseWarning:
    message = f"Note {number} is marked here and the page has no such note."
    return ParseWarning(code="marker_without_note", message=message, where=where)
