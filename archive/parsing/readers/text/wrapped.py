"""Layout of a PDF extraction: lines cut by width, notes at the foot of pages, inside paragraphs.

Reads: lines. Writes: a block per paragraph with the numbers that stood apart as possible marks,
a block per note, printed line and piece of page furniture.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from archive.parsing.blocks import Block, BlockKind
from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import (
    ANNEX_LINE,
    SYMBOL_LINE,
    LineKind,
    is_rule,
    kind_of_line,
    organ_of,
)
from archive.parsing.readers.text.foot_notes import FootNotes, note_number
from archive.parsing.readers.text.layout import LONE_NUMBER, Layout
from archive.parsing.readers.text.lines import Line, line_block
from archive.parsing.readers.text.lone_numbers import LoneNumbers, is_day_of_date
from archive.parsing.readers.text.open_paragraph import OpenParagraph

_RESIDUE = re.compile(r"(?:^|(?<= ))(\d{1,3})F(?:\d{1,3}F)?$")
_FURNITURE = {LineKind.PAGE, LineKind.RULE}
_MARK_AND_WORDS = re.compile(r"([1-9]\d{0,2}) (?=\S)")
_PAGE_OF = re.compile(r"(\d{1,2}) ?/ ?(\d{1,2})")
_SHORT = 60
_STANDS_ALONE = {LineKind.MEETING, LineKind.ADOPTED_AT, LineKind.DOCUMENT_SYSTEM}


def blocks_of_wrapped_lines(lines: Sequence[Line]) -> list[Block]:
    """Blocks of a text whose lines were cut by width."""
    start = _first_line_of_text(lines)
    return [line_block(line) for line in lines[:start]] + _Assembler(lines[start:]).blocks()


def _first_line_of_text(lines: Sequence[Line]) -> int:
    """The line after the organ's name, or the first that opens a paragraph."""
    for index, line in enumerate(lines):
        if organ_of(line.text):
            return index + 1
    for index, line in enumerate(lines):
        if find_opening(line.text) is not None:
            return index
    return 0


class _Assembler:
    """Puts paragraphs together again, line by line."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._layout = Layout(lines)
        self._running_heads = _running_heads(lines)
        self._page_totals = _page_totals(lines)
        self._pages = _first_notes_of_next_pages(lines)
        self._noted = _numbers_below_rules(lines)
        self._done: list[Block | OpenParagraph] = []
        self._current: OpenParagraph | None = None
        self._notes: FootNotes | None = None
        self._unfinished: OpenParagraph | None = None
        self._marked = LoneNumbers()
        self._doubtful = False
        self._last_number = 0
        self._residue = 0

    def blocks(self) -> list[Block]:
        """Every line's words, in blocks."""
        for index, line in enumerate(self._lines):
            following = self._lines[index + 1] if index + 1 < len(self._lines) else None
            self._take(line, following)
        self._end_notes()
        self._end_paragraph()
        refused = self._marked.refused_at_end()
        blocks = (done if isinstance(done, Block) else done.block() for done in self._done)
        return [*blocks, *refused]

    def _take(self, line: Line, following: Line | None) -> None:
        if self._notes is not None:
            if self._notes.take(line):
                return
            self._end_notes()
        kind = kind_of_line(line.text)
        if kind is LineKind.RULE and self._is_above_notes(following):
            self._begin_notes(line, following)
        elif LONE_NUMBER.fullmatch(line.text) and self._current is not None:
            self._lone_number(self._current, line, following=following)
        elif kind in _FURNITURE and self._counts_pages(line.text):
            self._furniture(line.text, line)
            self._doubtful = True
        elif line.text in self._running_heads:
            self._done.append(line_block(line))
            self._doubtful = True
        elif self._stands_alone(kind, line) or self._dates_the_meeting(kind):
            self._end_paragraph()
            self._done.append(line_block(line))
            self._last_number = 0 if kind is LineKind.ORGAN else self._last_number
        else:
            self._text(line, following)

    def _lone_number(self, current: OpenParagraph, line: Line, *, following: Line | None) -> None:
        if following is not None and is_day_of_date(line.text, following.text):
            self._text(line, following)
        else:
            self._mark(current, line)

    def _counts_pages(self, text: str) -> bool:
        """Whether a line such as "2/7" counts pages: the number of a resolution looks the same."""
        match = _PAGE_OF.fullmatch(text)
        return match is None or (match[2] in self._page_totals and int(match[1]) <= int(match[2]))

    def _stands_alone(self, kind: LineKind | None, line: Line) -> bool:
        """Whether a line is one printed around texts, and not words in the middle of a sentence."""
        in_sentence = self._current is not None and not self._current.ended
        if line.text[0].islower():
            return False
        return kind is LineKind.ORGAN or (kind in _STANDS_ALONE and not in_sentence)

    def _is_above_notes(self, following: Line | None) -> bool:
        """Whether notes begin below a rule, or the note of the page before goes on there."""
        goes_on = self._unfinished is not None and _goes_on(following)
        return goes_on or _is_above_notes(following)

    def _begin_notes(self, rule: Line, following: Line | None) -> None:
        self._furniture(rule.text, rule)
        self._notes = FootNotes(
            self._marked.numbers,
            base_indent=self._layout.base_indent,
            next_page=self._pages.get(rule.number),
            unfinished=None if _is_above_notes(following) else self._unfinished,
        )

    def _dates_the_meeting(self, kind: LineKind | None) -> bool:
        """Whether a date stands right after the line that names the meeting."""
        return (
            kind is LineKind.DATE
            and self._current is None
            and bool(self._done)
            and isinstance(last := self._done[-1], Block)
            and kind_of_line(last.text) is LineKind.MEETING
        )

    def _text(self, line: Line, following: Line | None) -> None:
        words = self._without_leading_mark(line)
        words, residue = cut_residue(words, following)
        if residue:
            self._furniture(residue, line)
        self._residue = int(residue.partition("F")[0]) + 1 if residue else 0
        if words:
            self._paragraph_of(line, words).add(words)
            self._doubtful = False

    def _paragraph_of(self, line: Line, words: str) -> OpenParagraph:
        """The paragraph a line belongs to: the open one, or one that it starts."""
        if self._current is not None and not self._starts(self._current, line, words=words):
            return self._current
        self._end_paragraph()
        label, _ = split_label(words)
        if label and label.number is not None:
            self._last_number = label.number
        elif ANNEX_LINE.fullmatch(words):
            self._last_number = 0
        self._current = OpenParagraph(line.where)
        return self._current

    def _without_leading_mark(self, line: Line) -> str:
        """The words after a number that a field's residue or a line of its own announced."""
        match = _MARK_AND_WORDS.match(line.text)
        if match is None or self._current is None or not self._is_announced(int(match[1]), line):
            return line.text
        self._mark(self._current, line, number=match[1])
        return line.text[match.end() :]

    def _is_announced(self, number: int, line: Line) -> bool:
        """Whether a number before words is a note's: after a residue, or the next, after a gap."""
        if self._residue:
            return number == self._residue
        is_next = number == self._marked.last + 1 and number in self._noted
        after_gap = self._layout.by_blank and line.after_blank and note_number(line) == number
        return is_next and after_gap and not self._layout.is_indented(line)

    def _starts(self, current: OpenParagraph, line: Line, *, words: str) -> bool:
        """Whether a line starts a paragraph, by its place and its words together."""
        if self._doubtful or self._layout.tops_a_page(line):
            return self._starts_on_new_page(current, line, words=words)
        shown = self._layout.shows_start(line)
        if shown is None:
            return current.ended and self._begins(words)
        if not shown:
            return current.ended and self._is_next(words)
        return self._may_start(current, words)

    def _starts_on_new_page(self, current: OpenParagraph, line: Line, *, words: str) -> bool:
        """Whether a line that may top a page starts a paragraph there."""
        stands_in = self._layout.stands_deeper(line) and not words[0].islower()
        if not current.ended:
            return stands_in and is_heading(current)
        return stands_in or self._begins(words)

    def _may_start(self, current: OpenParagraph, words: str) -> bool:
        """Whether words whose place shows a start may be one; the top of a page looks the same."""
        if words[0].islower():
            return current.ended_by((";", ".", ":"))
        label, _ = split_label(words)
        opening = find_opening(words) if self._last_number == 0 else None
        if label is not None or (opening is not None and opening.is_preambular):
            return True
        if current.ended_by(","):
            return self._last_number == 0 or split_label(current.words[0])[0] is None
        return current.ended or is_heading(current)

    def _is_next(self, words: str) -> bool:
        """Whether the words carry the number that comes next."""
        label, _ = split_label(words)
        return label is not None and label.number == self._last_number + 1

    def _begins(self, words: str) -> bool:
        """Whether the words are those a paragraph begins with."""
        label, _ = split_label(words)
        if label is not None:
            return label.number is None or label.number == self._last_number + 1
        return self._last_number == 0 and find_opening(words) is not None

    def _mark(self, current: OpenParagraph, line: Line, *, number: str = "") -> None:
        is_announced = bool(self._residue)
        number = number or line.text
        self._marked.add(current, number, where=line.where, announced=is_announced)
        self._residue = 0
        self._doubtful = True

    def _furniture(self, text: str, line: Line) -> None:
        self._done.append(Block(BlockKind.FURNITURE, text, line.where))

    def _end_notes(self) -> None:
        if self._notes is not None:
            self._done += self._notes.notes
            self._unfinished = self._notes.unfinished
            self._done += self._marked.settle(self._notes.numbers)
            self._notes, self._doubtful = None, True

    def _end_paragraph(self) -> None:
        if self._current is not None:
            self._done.append(self._current)
            self._current = None


def is_heading(paragraph: OpenParagraph) -> bool:
    """Whether words that end no sentence are a heading's: no opening, or one short line."""
    words = paragraph.words[0]
    label, _ = split_label(words)
    opens = label is not None or find_opening(words) is not None
    return not opens or (len(paragraph.words) == 1 and len(words) < _SHORT and not paragraph.marks)


def _is_above_notes(following: Line | None) -> bool:
    return following is not None and note_number(following) is not None


def _goes_on(following: Line | None) -> bool:
    """Whether the line below a rule goes on with a sentence of the page before."""
    return following is not None and (following.text[0].islower() or following.text[0] == "(")


def _running_heads(lines: Sequence[Line]) -> set[str]:
    """Symbols that stand on a line by themselves, at the head of page after page."""
    alone = Counter(line.text for line in lines if SYMBOL_LINE.fullmatch(line.text))
    return {symbol for symbol, count in alone.items() if count > 1 or "/RES/" in symbol}


def _page_totals(lines: Sequence[Line]) -> set[str]:
    """The totals that more than one line such as "2/7" names."""
    totals = Counter(match[2] for line in lines if (match := _PAGE_OF.fullmatch(line.text)))
    return {total for total, count in totals.items() if count > 1 or total == "2"}


def _first_notes_of_next_pages(lines: Sequence[Line]) -> dict[int, int]:
    """For each rule above notes, by its line: the number the notes below the next begin with."""
    rules = [
        (line.number, note_number(below))
        for line, below in pairwise(lines)
        if is_rule(line.text) and _is_above_notes(below)
    ]
    return {rule: number for (rule, _), (_, number) in pairwise(rules) if number is not None}


def _numbers_below_rules(lines: Sequence[Line]) -> set[int]:
    """The numbers that lines begin with after the first rule above notes."""
    numbers: set[int] = set()
    below = False
    for line, following in pairwise([*lines, *lines[-1:]]):
        below = below or (is_rule(line.text) and _is_above_notes(following))
        number = note_number(line)
        if below and number is not None:
            numbers.add(number)
    return numbers


def cut_residue(words: str, following: Line | None) -> tuple[str, str]:
    """The words without a field's residue ("2005, 0F"), and the residue, where a number is near."""
    match = _RESIDUE.search(words)
    if match is None:
        return words, ""
    borne_out = following is not None and note_number(following) == int(match[1]) + 1
    if match.start() and not borne_out:
        return words, ""
    return words[: match.start()].rstrip(), match[0]
