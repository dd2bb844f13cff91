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
from archive.parsing.printed_lines import SYMBOL_LINE, LineKind, is_rule, kind_of_line, organ_of
from archive.parsing.readers.foot_notes import FootNotes, note_number
from archive.parsing.readers.layout import LONE_NUMBER, Layout
from archive.parsing.readers.lines import Line, line_block
from archive.parsing.readers.open_paragraph import OpenParagraph

_RESIDUE = re.compile(r"(?:^|(?<= ))(\d{1,3})F(?:\d{1,3}F)?$")
_FURNITURE = {LineKind.PAGE, LineKind.RULE}
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
        self._pages = _first_notes_of_next_pages(lines)
        self._done: list[Block] = []
        self._current: OpenParagraph | None = None
        self._notes: FootNotes | None = None
        self._marked: list[int] = []
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
        return self._done

    def _take(self, line: Line, following: Line | None) -> None:
        if self._notes is not None:
            if self._notes.take(line):
                return
            self._end_notes()
        kind = kind_of_line(line.text)
        if kind is LineKind.RULE and _is_above_notes(following):
            self._begin_notes(line)
        elif LONE_NUMBER.fullmatch(line.text) and self._current is not None:
            self._mark(self._current, line.text)
        elif kind in _FURNITURE:
            self._furniture(line.text, line)
            self._doubtful = True
        elif line.text in self._running_heads:
            self._done.append(line_block(line))
            self._doubtful = True
        elif kind in _STANDS_ALONE or self._dates_the_meeting(kind):
            self._end_paragraph()
            self._done.append(line_block(line))
        else:
            self._text(line, following)

    def _begin_notes(self, rule: Line) -> None:
        self._furniture(rule.text, rule)
        self._notes = FootNotes(
            self._marked,
            base_indent=self._layout.base_indent,
            next_page=self._pages.get(rule.number),
        )

    def _dates_the_meeting(self, kind: LineKind | None) -> bool:
        """Whether a date stands right after the line that names the meeting."""
        return (
            kind is LineKind.DATE
            and self._current is None
            and bool(self._done)
            and kind_of_line(self._done[-1].text) is LineKind.MEETING
        )

    def _text(self, line: Line, following: Line | None) -> None:
        words = self._without_leading_mark(line.text)
        words, residue = _cut_residue(words, following)
        if residue:
            self._furniture(residue, line)
        self._residue = int(residue.partition("F")[0]) + 1 if residue else 0
        if words:
            self._paragraph_of(line, words).add(words)
            self._doubtful = False

    def _paragraph_of(self, line: Line, words: str) -> OpenParagraph:
        """The paragraph a line belongs to: the open one, or one that it starts."""
        if self._current is not None and not self._starts(self._current, line, words):
            return self._current
        self._end_paragraph()
        label, _ = split_label(words)
        if label and label.number is not None:
            self._last_number = label.number
        self._current = OpenParagraph(line.where)
        return self._current

    def _without_leading_mark(self, words: str) -> str:
        """The words after a number that a field's residue announced."""
        number = str(self._residue)
        if self._residue and self._current and words.startswith(f"{number} "):
            self._mark(self._current, number)
            return words[len(number) :].strip()
        return words

    def _starts(self, current: OpenParagraph, line: Line, words: str) -> bool:
        """Whether a line starts a paragraph, by its place and its words together."""
        ended = current.ended
        if self._doubtful or self._layout.tops_a_page(line):
            return ended and self._begins(words)
        shown = self._layout.shows_start(line)
        if shown is None:
            return ended and self._begins(words)
        return (shown and (ended or not words[0].islower())) or (ended and self._is_next(words))

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

    def _mark(self, current: OpenParagraph, number: str) -> None:
        current.mark(number)
        self._marked.append(int(number))
        self._doubtful = True

    def _furniture(self, text: str, line: Line) -> None:
        self._done.append(Block(BlockKind.FURNITURE, text, line.where))

    def _end_notes(self) -> None:
        if self._notes is not None:
            self._done += self._notes.blocks()
            self._notes, self._marked, self._doubtful = None, [], True

    def _end_paragraph(self) -> None:
        if self._current is not None:
            self._done.append(self._current.block())
            self._current = None


def _is_above_notes(following: Line | None) -> bool:
    return following is not None and note_number(following) is not None


def _running_heads(lines: Sequence[Line]) -> set[str]:
    """Symbols that stand on a line by themselves, at the head of page after page."""
    alone = Counter(line.text for line in lines if SYMBOL_LINE.fullmatch(line.text))
    return {symbol for symbol, count in alone.items() if count > 1 or "/RES/" in symbol}


def _first_notes_of_next_pages(lines: Sequence[Line]) -> dict[int, int]:
    """For each rule above notes, by its line: the number the notes below the next begin with."""
    rules = [
        (line.number, note_number(below))
        for line, below in pairwise(lines)
        if is_rule(line.text) and _is_above_notes(below)
    ]
    return {rule: number for (rule, _), (_, number) in pairwise(rules) if number is not None}


def _cut_residue(words: str, following: Line | None) -> tuple[str, str]:
    """The words without a field's residue ("2005, 0F"), and the residue, where a number is near."""
    match = _RESIDUE.search(words)
    if match is None:
        return words, ""
    borne_out = following is not None and note_number(following) == int(match[1]) + 1
    if match.start() and not borne_out:
        return words, ""
    return words[: match.start()].rstrip(), match[0]
