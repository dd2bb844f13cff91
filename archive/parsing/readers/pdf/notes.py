"""Notes at the foot of a page: where they begin, and which number each has.

Reads: the lines of a page or of one of its columns, its rules. Writes: the notes, and the lines
above them. Notes stand below a short rule, or are smaller than the text; a number before a note is
raised, or plain where none is raised; a star or a dagger is a sign in a number's place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.parsing.dates import DATE
from archive.parsing.printed_lines import is_rule
from archive.parsing.readers.pdf.glyphs import Rule
from archive.parsing.readers.pdf.lines import PageLine
from archive.parsing.symbols import roman_number

_PLAIN = re.compile(r"([1-9]\d{0,2})(?:(/(?= ?[^\d\s])|[.)](?= ))|(?= ))")
#: "i See …", where the words above mark note i.
_ROMAN = re.compile(r"([ivxl]{1,8}) (?=\S)")
_STARRED = re.compile(r"(?:\*{1,3}|[†‡§])/?(?=\S| )")
#: "1/ See …" at the foot, "Rights 1/ and" above it.
_STROKED = re.compile(r"([1-9]\d{0,2})/ ?[^\d\s]")
_STROKED_MARK = re.compile(r"(?:^|(?<=\S[^\d/]))([1-9]\d{0,2})/(?=[\s,;:.)]|$)")
_SHORTEST_RULE, _LONGEST_RULE = 30.0, 0.62
_THIN = 3.0
#: A page with more rules has a table, and no notes below each.
_MOST_RULES = 50
_UNDERLINES = 4.5
_SMALLER = 0.93
_FURTHEST_STEP = 3
_CLOSED = (".", ".”", '."', ".)", ";")
_WIDE_GAP = 1.6


@dataclass(slots=True)
class Note:
    """A note: its number or its star, how that is printed, and its lines."""

    where: str
    number: str
    printed: str
    lines: list[PageLine] = field(default_factory=list)

    @property
    def page(self) -> int:
        """The page it begins on."""
        return self.lines[0].page


@dataclass(slots=True)
class NotedLines:
    """The lines of a page or column above its notes; what parted them is furniture."""

    lines: list[PageLine]
    furniture: list[str] = field(default_factory=list)


class NoteFinder:
    """Finds the notes of page after page; a note may go on on the next."""

    def __init__(self, usual_size: float) -> None:
        self._usual_size = usual_size
        self._last = 0
        self._raised = False
        self._romans: set[str] = set()
        self._last_roman = 0
        self.notes: list[Note] = []

    def take(self, lines: Sequence[PageLine], rules: Sequence[Rule], *, width: float) -> NotedLines:
        """Take the notes from the foot of a page or column that is so wide."""
        self._romans.update(*map(_romans_in, lines))
        begin, rule = self._begin(lines, rules, width=width)
        found = NotedLines(list(lines[:begin]), [rule] if rule else [])
        for line in lines[begin + bool(rule) :]:
            start = self._start(line)
            if start is not None:
                self._open(start, line)
            else:
                self.notes[-1].lines.append(line)
        return found

    def _begin(
        self, lines: Sequence[PageLine], rules: Sequence[Rule], *, width: float
    ) -> tuple[int, str]:
        """Where the notes or the rule of signs above them begin, and that rule."""
        places = {index: line.text for index, line in enumerate(lines) if is_rule(line.text)}
        for rule in _short_rules(rules, width)[:_MOST_RULES]:
            below = next((i for i, line in enumerate(lines) if line.y > rule.y0 + 1), None)
            if below is not None and not _underlines(rule, lines):
                places.setdefault(below, "")
        for index in sorted(places)[:_MOST_RULES]:
            if self._are_notes(lines[index + bool(places[index]) :]):
                return index, places[index]
        small = self._begin_of_small(lines)
        begin = small if small < len(lines) else self._begin_of_stroked(lines)
        return (begin if begin < len(lines) else self._begin_of_romans(lines)), ""

    def _are_notes(self, lines: Sequence[PageLine]) -> bool:
        """Whether lines below a rule are notes: the first begins one, or goes on with one."""
        if not lines:
            return False
        goes_on = bool(self.notes) and all(self._is_small(line) for line in lines)
        return goes_on or self._is_unfinished() or self._start(lines[0]) is not None

    def _is_unfinished(self) -> bool:
        """Whether the last note cannot end where it has come to."""
        return bool(self.notes) and not self.notes[-1].lines[-1].text.endswith(_CLOSED)

    def _begin_of_small(self, lines: Sequence[PageLine]) -> int:
        """Where notes begin that no rule is above: the last lines, smaller, or far below."""
        begin = len(lines)
        at = begin
        while at and (self._is_small(lines[at - 1]) or self._begins_far_below(lines, at - 1)):
            at -= 1
            if lines[at].lead or _STARRED.match(lines[at].text):
                begin = at
        return begin

    def _begin_of_stroked(self, lines: Sequence[PageLine]) -> int:
        """Where a line begins with the next number and a stroke, as a line above marks it."""
        marked: set[str] = set()
        for index, line in enumerate(lines):
            begun = _STROKED.match(line.text)
            if begun and begun[1] in marked and self._start(line) is not None:
                return index
            marked.update(_STROKED_MARK.findall(line.text))
        return len(lines)

    def _begin_of_romans(self, lines: Sequence[PageLine]) -> int:
        """Where a line begins with the next Roman number, as words before it mark it.

        Above notes whose marks are all on other pages, the last note of those pages goes on.
        """
        begin = next((at for at, line in enumerate(lines) if self._roman(line)), len(lines))
        is_end = begin < len(lines) and not any(map(_romans_in, lines))
        return 0 if is_end and self._is_unfinished() else begin

    def _roman(self, line: PageLine) -> str | None:
        """The Roman number that a note begins with here: the next, and one that is marked."""
        match = _ROMAN.match(line.text)
        is_next = match and roman_number(match[1].upper()) == self._last_roman + 1
        return match[0] if match and is_next and match[1] in self._romans else None

    def _begins_far_below(self, lines: Sequence[PageLine], at: int) -> bool:
        """Whether a line that a raised number leads stands apart from the one above."""
        line = lines[at]
        gap = line.y - lines[at - 1].y if at else 0.0
        return bool(line.lead) and gap > _WIDE_GAP * line.style.size

    def _is_small(self, line: PageLine) -> bool:
        return line.style.size < _SMALLER * self._usual_size

    def _start(self, line: PageLine) -> str | None:
        """The number or the star that a note begins with here."""
        if line.lead:
            return line.lead
        star = _STARRED.match(line.text)
        if star:
            return star[0]
        roman = self._roman(line)
        if roman:
            return roman
        match = _PLAIN.match(line.text)
        if match is None or self._raised or DATE.match(line.text):
            return None
        if match[2] in {".", ")"} and not self._is_small(line):
            return None
        step = int(match[1]) - self._last
        return match[0] if 0 < step <= _FURTHEST_STEP or match[1] == "1" else None

    def _open(self, start: str, line: PageLine) -> None:
        number = start.rstrip("/.) ")
        if number.isdigit():
            self._last = int(number)
            self._raised = self._raised or bool(line.lead)
        self._last_roman = roman_number(number.upper()) or self._last_roman
        self.notes.append(Note(line.where, number, start, [line]))


def _romans_in(line: PageLine) -> list[str]:
    """The raised Roman numbers behind words of a line."""
    return [number for at, printed in line.raised if at for number in printed.split(",")]


def joined_rules(rules: Sequence[Rule]) -> list[Rule]:
    """The level rules of a page, each put together of its pieces."""
    level = [rule for rule in rules if rule.y1 - rule.y0 <= _THIN]
    level.sort(key=lambda rule: (round(rule.y0), rule.x0))
    joined: list[Rule] = []
    for rule in level:
        last = joined[-1] if joined else None
        if last and abs(last.y0 - rule.y0) < 1 and rule.x0 - last.x1 < 1:
            joined[-1] = last._replace(x1=max(last.x1, rule.x1))
        else:
            joined.append(rule)
    return joined


def _short_rules(rules: Sequence[Rule], width: float) -> list[Rule]:
    """The level rules that are as long as those above notes."""
    longest = _LONGEST_RULE * width
    return [rule for rule in joined_rules(rules) if _SHORTEST_RULE <= rule.x1 - rule.x0 <= longest]


def _underlines(rule: Rule, lines: Sequence[PageLine]) -> bool:
    """Whether a rule stands close below words: it underlines them."""
    return any(
        0 <= rule.y0 - line.y < _UNDERLINES and line.x0 < rule.x1 and rule.x0 < line.x1
        for line in lines
    )
