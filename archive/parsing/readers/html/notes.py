"""Notes of a page: which lines begin one, by what links to them and how they are marked.

Reads: lines of a page. Writes: notes, the other lines, and the signs that only lead back.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.parsing.labels import split_label
from archive.parsing.readers.html.elements import names_note
from archive.parsing.readers.html.page import Break, Page, PageLine, joined, marked_by
from archive.parsing.readers.html.words import SMALL_NUMBER, PageMark

_PLAIN_NUMBER = re.compile(rf"[\[(]?([1-9]\d{{0,2}}|{SMALL_NUMBER})[\])]?[/.]? (?=\S)")
_BACK = re.compile(r"[↑^⤴↩]\ufe0e? ?(?:(?:[a-z]|\d\.\d) ){0,26}")
_BACK_AT_END = re.compile(r" ?[↑⤴↩]\ufe0e?$")
_ENDS = (".", "]", ")", ".”", ";")
_IN_A_LIST = re.compile(r"([1-9]\d{0,2})\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNote:
    """A note: its number, its words as a line, and signs of the page that are no words of it.

    ``label`` is the list's, where that is all that numbers it.
    """

    number: str
    line: PageLine
    signs: tuple[str, ...]
    label: str = ""


def notes_in(page: Page) -> tuple[list[PageNote], list[PageLine]]:
    """The notes of a page, and its other lines; both in reading order."""
    return _Notes(page).found()


def led_to(lines: Sequence[PageLine]) -> dict[str, tuple[int, str]]:
    """The places that marks lead to, each with the first line that leads there and its number."""
    places: dict[str, tuple[int, str]] = {}
    for at, line in enumerate(lines):
        for mark in line.marks:
            if mark.target and mark.numbers:
                places.setdefault(mark.target, (at, mark.numbers[0]))
    return places


class _Notes:
    """Reads the lines once, and takes each note with the lines that go on with it."""

    def __init__(self, page: Page) -> None:
        self._lines = page.lines
        self._boxes = page.boxes
        self._led_to = led_to(page.lines)
        self._marked_at = _first_marks(page.lines)
        self._note_box = marked_by(page.boxes, lambda _, box: box.is_one_note)
        self._is_note_box = [at >= 0 for at in marked_by(page.boxes, lambda _, box: box.is_note)]

    def found(self) -> tuple[list[PageNote], list[PageLine]]:
        """The notes and the other lines."""
        notes: list[PageNote] = []
        others: list[PageLine] = []
        for number, group in self._groups():
            if number is None:
                others += group
            else:
                notes += self._note(number, group)
        return notes, others

    def _groups(self) -> Iterator[tuple[str | None, list[PageLine]]]:
        """Lines in groups: a note with the lines that go on with it, or a line by itself."""
        number: str | None = None
        group: list[PageLine] = []
        for at, line in enumerate(self._lines):
            begun = self._number_of(at, line)
            if begun is None and number is not None and self._goes_on(group, line):
                group.append(line)
                continue
            if group:
                yield number, group
            number, group = begun, [line]
        if group:
            yield number, group

    def _number_of(self, at: int, line: PageLine) -> str | None:
        """The number of the note that a line begins, or None where it begins none."""
        leading = _leading_mark(line)
        in_note = self._is_note_box[line.box]
        led = self._led_from(at, line)
        if leading is not None and (led or in_note or self._leads_back(leading, at)):
            return leading.numbers[0]
        in_list = _IN_A_LIST.fullmatch(line.label)
        named = any(names_note(name) for name in line.names)
        if in_list and (led or (in_note and named)):
            return in_list[1]
        plain = _PLAIN_NUMBER.match(line.text)
        is_figure = plain is not None and plain[1].isdigit()
        if plain and (led == plain[1] or (in_note and not in_list and is_figure)):
            return plain[1]
        return led if led and in_note else None

    def _leads_back(self, mark: PageMark, at: int) -> bool:
        """Whether a mark that begins a line is a note's: raised, where an element begins.

        Below a line break it is one if its number was marked before, and a sentence has ended;
        so it is where the number is no figure.
        """
        begins = self._lines[at].parted_by is not Break.LINE and mark.numbers[0].isdigit()
        if not mark.is_raised or begins:
            return mark.is_raised
        marked = self._marked_at.get(mark.numbers[0], at) < at
        return marked and not _is_in_sentence(self._lines, at)

    def _led_from(self, at: int, line: PageLine) -> str | None:
        """The number of the mark, in a line above, that leads to this line."""
        marks = (self._led_to[name] for name in line.names if name in self._led_to)
        return next((number for above, number in sorted(marks) if above < at), None)

    def _goes_on(self, group: Sequence[PageLine], line: PageLine) -> bool:
        """Whether a line goes on with a note: below its bare number, after a break, in its box."""
        if not any(one.text for one in group):
            return True
        if line.parted_by is Break.LINE and line.box == group[-1].box:
            return split_label(line.text)[0] is None
        same = self._note_box[line.box] == self._note_box[group[0].box]
        return same and self._is_note_box[line.box]

    def _note(self, number: str, group: Sequence[PageLine]) -> Iterator[PageNote]:
        line = joined(group)
        signs: list[str] = []
        line, taken = _without_number(line, number, signs=signs)
        line = _without_ways_back(line, signs)
        label = number if line.label == f"{number}." and not taken else ""
        yield PageNote(number=number, line=replace(line, label=""), signs=tuple(signs), label=label)


def _first_marks(lines: Sequence[PageLine]) -> dict[str, int]:
    """The line where each number is first marked among words."""
    marked: dict[str, int] = {}
    for at, line in enumerate(lines):
        for mark in line.marks:
            if mark.offset or _is_in_sentence(lines, at):
                marked |= dict.fromkeys(set(mark.numbers) - set(marked), at)
    return marked


def _is_in_sentence(lines: Sequence[PageLine], at: int) -> bool:
    """Whether a line stands below a line break that ended no sentence."""
    is_below = at > 0 and lines[at].parted_by is Break.LINE
    return is_below and not lines[at - 1].text.endswith(_ENDS)


def _leading_mark(line: PageLine) -> PageMark | None:
    """The mark at the start of a line, if it has one number."""
    first = next(iter(line.marks), None)
    return first if first and first.offset == 0 and len(first.numbers) == 1 else None


def _without_number(line: PageLine, number: str, *, signs: list[str]) -> tuple[PageLine, bool]:
    """A note's words without the number they begin with, and whether they had one."""
    kept: list[PageMark] = []
    taken = False
    for mark in line.marks:
        if mark.offset == 0 and not taken and (mark.numbers == (number,) or not mark.numbers):
            taken = bool(mark.numbers)
            signs.append(mark.trimmings)
        else:
            kept.append(mark)
    plain = _PLAIN_NUMBER.match(line.text)
    if not taken and plain and plain[1] == number and not line.label:
        signs.append(plain[0].replace(number, "", 1).strip())
        return _cut(replace(line, marks=tuple(kept)), plain.end()), True
    return replace(line, marks=tuple(kept)), taken


def _without_ways_back(line: PageLine, signs: list[str]) -> PageLine:
    """A note's words without the arrows that lead back to its mark."""
    start = _BACK.match(line.text)
    if start and start.end() < len(line.text):
        signs.append(start[0])
        line = _cut(line, start.end())
    end = _BACK_AT_END.search(line.text)
    if end:
        signs.append(end[0])
        line = replace(line, text=line.text[: end.start()])
    return line


def _cut(line: PageLine, count: int) -> PageLine:
    """The line without its first characters, marks moved along."""
    marks = tuple(replace(mark, offset=max(0, mark.offset - count)) for mark in line.marks)
    return replace(line, text=line.text[count:].lstrip(), marks=marks)
