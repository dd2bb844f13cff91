"""Notes at the foot of a printed page, with or without a rule above them.

Reads: the lines of a page between its edges. Writes: the text's lines and the notes.
A note's number may stand before its words, glued to them, on a line of its own, or parted from
them: then numbers and words meet in their order.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile
from statistics import median

from archive.parsing.abbreviations import ends_in_abbreviation
from archive.parsing.dates import DATE
from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import is_rule, kind_of_line
from archive.parsing.readers.text.lines import Line

_NUMBER = re.compile(r"([1-9]\d{0,2})(?:/ ?| |(?=[A-Z“(\[]|https?:|www\.|(?:19|20)\d\d[ ,])|$)")
_CLOSED = (".", ".”", '."', ".)", "]")
_BEGINS_A_NOTE = re.compile(
    r"(?:See|Ibid|Resolutions?|Decisions?|[AES]/|Official Records|United Nations|Available|"
    r"General Assembly|Security Council|Council|Adopted|For|In|The|CEDAW|Treaty|Report|Cf|"
    r"International|www|https?:)\b|[“(\[]"
)
_MOST_ON_A_PAGE = 60
_MOST_LINES = 300
_MOST_THAT_GO_ON = 3
_LONGEST_END = 8
_LONGER = 3
_TWO_LINES = 1.3


@dataclass(slots=True)
class FootNote:
    """A note while its lines are put together."""

    number: int
    where: str
    lines: list[Line] = field(default_factory=list)
    sign: str = ""

    @property
    def is_closed(self) -> bool:
        """Whether its words can be its end."""
        return bool(self.lines) and _is_closed(self.lines[-1].text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """A page's lines: the text's, the rule, and the lines of its notes."""

    text: list[Line]
    rule: list[Line]
    notes: list[Line]


def find_foot(lines: Sequence[Line], expected: int, *, goes_on: bool) -> Foot:
    """Part the notes of a page from its text; ``expected`` is the number that comes next.

    ``goes_on`` says that the last note of the page before has not come to its end.
    """
    rules = [at for at, line in enumerate(lines) if is_rule(line.text)]
    if rules and rules[-1] + 1 < len(lines):
        at = rules[-1]
        return Foot(text=list(lines[:at]), rule=[lines[at]], notes=list(lines[at + 1 :]))
    lines = [part for line in lines for part in _unglued(line, expected)]
    at = _start_without_rule(lines, expected)
    if goes_on and at < len(lines):
        at -= _lines_that_go_on(lines[:at])
    elif goes_on:
        at -= _end_of_note(lines)
    return Foot(text=list(lines[:at]), rule=[], notes=list(lines[at:]))


def _lines_that_go_on(above: Sequence[Line]) -> int:
    """How many lines above the first number go on with the note of the page before."""
    for count, line in enumerate(reversed(above[-_MOST_THAT_GO_ON:]), start=1):
        if line.after_blank or line.text[0] == "(":
            return count
    return 0


def _end_of_note(lines: Sequence[Line]) -> int:
    """How many lines at the foot of a page end the note of the page before.

    A blank line parts them from the text, or their smaller print makes them longer than its lines.
    """
    block = lines[-_LONGEST_END:]
    if not block or not _is_closed(block[-1].text) or kind_of_line(block[-1].text) is not None:
        return 0
    count = max(_below_blank(block), _wider(block, lines[:-_LONGEST_END]))
    first = block[-count].text if count else ""
    begins = split_label(first)[0] is not None or find_opening(first) is not None
    return 0 if begins else count


def _below_blank(block: Sequence[Line]) -> int:
    at = next((at for at in range(len(block) - 1, 0, -1) if block[at].after_blank), None)
    return 0 if at is None else len(block) - at


def _wider(block: Sequence[Line], above: Sequence[Line]) -> int:
    """How many lines, the last aside, are longer than any in the text above them.

    Two lines that extraction put together do not count.
    """
    if not above:
        return 0
    usual = median(line.width for line in above)
    widest = max(line.width for line in above if line.width <= usual * _TWO_LINES)
    longer = list(takewhile(lambda line: line.width > widest + _LONGER, reversed(block[:-1])))
    return len(longer) + 1 if longer else 0


def _unglued(line: Line, expected: int) -> list[Line]:
    """A line in two where extraction glued the first note to the page's last word.

    It takes the hyphen at a line's end for one that only divides a word, and leaves it out.
    """
    match = re.search(rf"(?<=[a-z]){expected}(?=(?:[A-Z][a-z]+[ .,]|[AES]/))", line.text)
    if match is None:
        return [line]
    before, note = line.text[: match.start()], line.text[match.start() :]
    return [replace(line, text=before, lost_hyphen=True), replace(line, text=note)]


def _start_without_rule(lines: Sequence[Line], expected: int) -> int:
    """Where notes begin: at the number that comes next, if the text above it is marked so."""
    best, most = len(lines), 0
    marked = first_marked(lines, expected)
    for at in range(max(marked + 1, len(lines) - _MOST_LINES), len(lines)):
        if number_before(lines[at]) != expected:
            continue
        count = _count_from(lines[at:], expected)
        if count >= most:
            best, most = at, count
    return best


def first_marked(lines: Sequence[Line], number: int) -> int:
    """The first line in which a number is glued to words or stands apart; else their count.

    At the head of a line "1." is a label.
    """
    mark = re.compile(
        rf"(?:[^\d\s/]|(?:19|20)\d\d){number}(?!\d)|(?:^(?!{number}\.)| ){number}/?(?=$|[ ,;.])"
    )
    return next((at for at, line in enumerate(lines) if mark.search(line.text)), len(lines))


def _count_from(lines: Sequence[Line], expected: int) -> int:
    """How many notes follow one another here."""
    following = expected
    for line in lines:
        if number_before(line) == following:
            following += 1
    return following - expected


def number_before(line: Line) -> int | None:
    """The number a line begins with, where that can be a note's."""
    match = _NUMBER.match(line.text)
    if match is None or DATE.match(line.text) or split_label(line.text)[0]:
        return None
    return int(match[1])


class PageNotes:
    """Takes the notes of page after page; a note may go on at the foot of the next."""

    def __init__(self) -> None:
        self.notes: list[FootNote] = []
        self.numbers_alone: list[FootNote] = []

    @property
    def is_open(self) -> bool:
        """Whether the last note has not come to its end."""
        return bool(self.notes) and not self.notes[-1].is_closed

    @property
    def expected(self) -> int:
        """The number that comes next."""
        return self.notes[-1].number + 1 if self.notes else 1

    def take(self, lines: Sequence[Line]) -> list[Line]:
        """Take the lines of one page's notes; the lines that belong to none are given back."""
        lines, stranded = _without_stranded(lines)
        numbers = _numbers_of(lines, self.expected)
        pieces = list(_pieces(lines, numbers))
        loose = pieces.pop(0)[1] if pieces and not pieces[0][0] else []
        loose = self._go_on(loose, alone=[p for p in pieces if not p[1]])
        notes = [note for run, words in pieces for note in _paired(run, words)]
        loose = _share_out(sorted(notes, key=lambda note: note.number), loose)
        self.numbers_alone += [note for note in notes if not note.lines]
        self.notes += sorted((n for n in notes if n.lines), key=lambda note: note.number)
        return loose + stranded

    def _go_on(
        self, loose: list[Line], *, alone: Sequence[tuple[list[tuple[int, Line]], list[Line]]]
    ) -> list[Line]:
        """Give the lines above the first number to the note of the page before, if it is open."""
        if not loose or alone or not self.is_open:
            return loose
        self.notes[-1].lines += loose
        return []


def _without_stranded(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines, and the text's that stand below the foot of the page, where no number needs them.

    The foot parts from their numbers the words of notes as well as the last line of the text.
    """
    waiting = ended = 0
    for at, line in enumerate(lines):
        if line.stranded and at and ended >= waiting and number_before(line) is None:
            return list(lines[:at]), list(lines[at:])
        waiting += number_before(line) is not None
        ended += _is_closed(line.text)
    return list(lines), []


def _numbers_of(lines: Sequence[Line], expected: int) -> set[int]:
    """The numbers of the notes here: those that follow one another from the expected one on."""
    begun = {number_before(line) for line in lines}
    first = expected
    if expected not in begun:
        later = sorted(number for number in begun if number and number > expected)
        first = later[0] if later else expected
    numbers: set[int] = set()
    while first in begun and len(numbers) < _MOST_ON_A_PAGE:
        numbers.add(first)
        first += 1
    return numbers


_Piece = tuple[list[tuple[int, Line]], list[Line]]


def _pieces(lines: Sequence[Line], numbers: set[int]) -> Iterator[_Piece]:
    """Runs of numbers, each with the lines of words below it."""
    run: list[tuple[int, Line]] = []
    words: list[Line] = []
    left = set(numbers)
    for line in lines:
        number = number_before(line)
        if number is None or number not in left:
            words.append(line)
            continue
        if words or _rest(line, number):
            if run or words:
                yield run, words
            run, words = [], []
        left.remove(number)
        run.append((number, line))
        rest = _rest(line, number)
        if rest:
            words = [_with_text(line, rest)]
    yield run, words


def _rest(line: Line, number: int) -> str:
    """The words of a line after the number."""
    return line.text[len(str(number)) :].lstrip("/").strip()


def _sign(line: Line, number: int) -> str:
    """The stroke printed after a number."""
    return "/" if line.text.startswith(f"{number}/") else ""


def _with_text(line: Line, text: str) -> Line:
    return replace(line, text=text, after_blank=False)


def _paired(run: Sequence[tuple[int, Line]], words: Sequence[Line]) -> list[FootNote]:
    """Notes of a run of numbers and the lines below it, in their order."""
    notes = [FootNote(number, line.where, sign=_sign(line, number)) for number, line in run]
    _fill(notes, words)
    return notes


def _fill(notes: Sequence[FootNote], words: Sequence[Line]) -> None:
    """Give lines to as many notes."""
    for note, chunk in zip(notes, _chunks(words, len(notes)), strict=False):
        note.lines = chunk


def _share_out(notes: Sequence[FootNote], loose: list[Line]) -> list[Line]:
    """Give numbers without words the surplus of the note before them, or the lines above all.

    The lines above all are given back where no number wants them.
    """
    at = 0
    while at < len(notes):
        end = at + 1
        while end < len(notes) and not notes[end].lines:
            end += 1
        if end > at + 1 and notes[at].lines:
            _fill(notes[at:end], notes[at].lines)
        elif not notes[at].lines:
            _fill(notes[at:end], loose)
            loose = []
        at = end
    return loose


def _chunks(words: Sequence[Line], count: int) -> list[list[Line]]:
    """Lines in as many groups: a group begins after a closed line, best with a note's words."""
    if not words:
        return []
    closed = [at for at in range(1, len(words)) if _is_closed(words[at - 1].text)]
    best = sorted(closed, key=lambda at: not _BEGINS_A_NOTE.match(words[at].text))[: count - 1]
    cuts = [0, *sorted(best), len(words)]
    return [list(words[start:end]) for start, end in pairwise(cuts)]


def _is_closed(text: str) -> bool:
    return text.endswith(_CLOSED) and not ends_in_abbreviation(text)
