"""Paragraphs of printed pages, put together from lines by label, opening, place and length.

Reads: the text's lines of each page. Writes: paragraphs with the numbers that stood apart, and
printed lines by themselves.
Where neither blank lines nor indents part paragraphs, a line that ends before the width of the
page does, though the next word had room, was the last of its paragraph.
"""

import re
from collections.abc import Sequence
from statistics import quantiles

from archive.parsing.blocks import Block, BlockKind
from archive.parsing.labels import Label, split_label
from archive.parsing.openings import find_opening
from archive.parsing.parsed import Mend
from archive.parsing.printed_lines import ANNEX_LINE, LineKind, kind_of_line, organ_of
from archive.parsing.readers.text.labels_in_place import labels_in_place
from archive.parsing.readers.text.layout import LONE_NUMBER
from archive.parsing.readers.text.lines import Line, line_block
from archive.parsing.readers.text.lone_numbers import is_day_of_date
from archive.parsing.readers.text.open_paragraph import OpenParagraph
from archive.parsing.readers.text.wrapped import cut_residue, is_heading

_STANDS_ALONE = {LineKind.MEETING, LineKind.DOCUMENT_SYSTEM, LineKind.RULE}
_BEGINS_ADOPTION = re.compile(r"\[?Adopted (?:unanimously|without|by|at|on)\b")
_BEGINS = re.compile(rf"{_BEGINS_ADOPTION.pattern}|(?:In favour|Against|Abstaining): ")
_RESIDUE_ALONE = re.compile(r"\d{1,3}F")
_NOTED_END = re.compile(r"(?<=[,;:.”\")]) ?[\[(]?([1-9]\d{0,2})[/\])]?$")
#: What follows the last sign of a paragraph that is parted from the next: a number whose note the
#: file does not print, or a stray sign.
_STRAY_END = re.compile(r"[,;:.”\")] (?:[1-9]\d{0,2}/?|[^\w\s])$")
_DIVIDED = re.compile(r"[^\W\d_]-$")
_TITLE = re.compile(
    r"(?:Article|Section|Part|Chapter|Principle|Rule|Guideline) (?:\d{1,3}|[IVXLC]{1,7}|[A-Z])\.?"
    r"|[IVX]{1,6}\.?"
)
_STROKED = re.compile(r"([1-9]\d{0,2})/?")
_ENDS_AN_ITEM = (";", "; and", "; or")
_SIGNS = (",", ";", ":", ".", "”", '"', ")")
_LONG_ENOUGH = 30
_ROOM = 0.88
_FIRST_INDENT, _LABEL_GAP = 10, 12
_DEEPER = 1
_FEWEST_STARTS = 20


def part_front(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines before the text, with the organ's, and those of the text."""
    for at, line in enumerate(lines):
        if organ_of(line.text):
            return lines[: at + 1], lines[at + 1 :]
    for at, line in enumerate(lines):
        if find_opening(line.text) is not None:
            return lines[:at], lines[at:]
    return [], lines


class Measure:
    """How wide lines are, and where they begin on each page."""

    def __init__(self, lines: Sequence[Line]) -> None:
        lengths = [line.width for line in lines if len(line.text) >= _LONG_ENOUGH]
        self.width = quantiles(lengths, n=10)[6] if len(lengths) > 1 else 0.0
        self._margins: dict[int, int] = {}
        for line in lines:
            if len(line.text) >= _LONG_ENOUGH:
                self._margins[line.page] = min(
                    line.indent, self._margins.get(line.page, line.indent)
                )
        starts = sum(line.after_blank for line in lines)
        self.by_blank = 0 < starts <= len(lines) / 2
        stand_in = sum(map(self.stands_in, lines))
        self.by_place = self.by_blank or stand_in > len(lines) / _FEWEST_STARTS

    def stands_in(self, line: Line) -> bool:
        """Whether a line stands in from its page's margin."""
        return line.indent > self._margins.get(line.page, line.indent) + _DEEPER

    def ends_short(self, line: Line, following: str, *, allowance: int) -> bool:
        """Whether the next line's first word had room at the end of a line.

        The allowance is for what a line may have had in front of its words, and has lost.
        """
        word = following.split(" ", 1)[0]
        return line.width + allowance + 1 + len(word) < _ROOM * self.width


class PageParagraphs:
    """Puts paragraphs together, line by line; ``noted`` are the numbers of all notes."""

    def __init__(self, measure: Measure, noted: frozenset[int]) -> None:
        self._measure = measure
        self._noted = noted
        self._done: list[Block | OpenParagraph] = []
        self._current: OpenParagraph | None = None
        self._last: Line | None = None
        self._last_number = 0
        self._in_adoption = False
        self._hyphen_lost = False
        self.mends = list[Mend]()

    def blocks(self, lines: Sequence[Line]) -> list[Block]:
        """The blocks of a text's lines."""
        lines = labels_in_place(lines)
        for at, line in enumerate(lines):
            self._take(line, lines[at + 1] if at + 1 < len(lines) else None)
        self._end()
        return [done if isinstance(done, Block) else done.block() for done in self._done]

    def _take(self, line: Line, following: Line | None) -> None:
        kind = kind_of_line(line.text)
        if self._is_mark(line, following):
            assert self._current is not None
            self._current.mark(line.text)
        elif _RESIDUE_ALONE.fullmatch(line.text):
            self._done.append(Block(BlockKind.FURNITURE, line.text, line.where))
        elif self._stands_alone(line, kind):
            self._end()
            self._done.append(line_block(line))
            self._last_number = 0 if kind is LineKind.ORGAN else self._last_number
            self._last = None
        else:
            self._add(line, following)

    def _is_mark(self, line: Line, following: Line | None) -> bool:
        """Whether a line is a note's number by itself, and no day of a date."""
        if not LONE_NUMBER.fullmatch(line.text) or self._current is None:
            return False
        if following is not None and is_day_of_date(line.text, following.text):
            return False
        return int(line.text) in self._noted

    def _stands_alone(self, line: Line, kind: LineKind | None) -> bool:
        in_sentence = self._current is not None and not self._has_ended(self._current)
        if line.text[0].islower():
            return False
        if kind is LineKind.DATE:
            return self._current is None
        return kind is LineKind.ORGAN or (kind in _STANDS_ALONE and not in_sentence)

    def _add(self, line: Line, following: Line | None) -> None:
        words, residue = cut_residue(line.text, following)
        if residue:
            self._done.append(Block(BlockKind.FURNITURE, residue, line.where))
        if not words:
            return
        if self._current is None or self._starts(self._current, line):
            self._begin(line, words)
        assert self._current is not None
        if self._hyphen_lost and self._current.words:
            self.mends.append(self._current.with_hyphen(words, where=line.where))
        self._current.add(words)
        self._last, self._hyphen_lost = line, line.lost_hyphen

    def _has_ended(self, current: OpenParagraph) -> bool:
        """Whether a paragraph's last words can be its end, a note's number aside."""
        return current.ended or self._end_of(current) != current.words[-1]

    def _end_of(self, current: OpenParagraph) -> str:
        """A paragraph's last words without the number of a note after their last sign."""
        words = current.words[-1]
        alone = _STROKED.fullmatch(words)
        if alone and int(alone[1]) in self._noted and len(current.words) > 1:
            words = current.words[-2].rstrip()
            return words if words.endswith(_SIGNS) else current.words[-1]
        match = _NOTED_END.search(words)
        is_mark = match and (int(match[1]) in self._noted or match[0].lstrip()[0] == "[")
        return words[: match.start()] if match and is_mark else words

    def _begin(self, line: Line, words: str) -> None:
        self._end()
        label, _ = split_label(words)
        if label and label.number is not None:
            self._last_number = label.number
        elif ANNEX_LINE.fullmatch(words):
            self._last_number = 0
        self._in_adoption = _BEGINS_ADOPTION.match(words) is not None
        self._current = OpenParagraph(line.where)

    def _end(self) -> None:
        if self._current is not None:
            self._done.append(self._current)
            self._current = None

    def _starts(self, current: OpenParagraph, line: Line) -> bool:
        """Whether a line starts a paragraph."""
        words = line.text
        if _BEGINS_ADOPTION.match(words) and line.after_blank:
            return True
        if self._in_adoption:
            return line.after_blank or current.ended_by((".", "]"))
        label, _ = split_label(words)
        if label is not None:
            return self._label_starts(current, label, line=line)
        if _DIVIDED.search(current.words[-1]) or self._is_stroked(words):
            return False
        if len(current.words) == 1 and _is_title(current.words[0]):
            return True
        begins = _is_title(words) or _BEGINS.match(words) is not None
        return (
            (begins and self._has_ended(current))
            or self._opens(current, line)
            or self._may_start(current, line)
        )

    def _is_stroked(self, words: str) -> bool:
        """Whether a line is a note's number and a stroke."""
        stroked = _STROKED.fullmatch(words)
        return stroked is not None and int(stroked[1]) in self._noted

    def _opens(self, current: OpenParagraph, line: Line) -> bool:
        """Whether words open a paragraph before the first numbered one; no title after a colon."""
        if self._last_number or current.ended_by(":"):
            return False
        opening = find_opening(line.text)
        if opening is None or self._has_ended(current):
            return opening is not None
        is_stray = _STRAY_END.search(current.words[-1]) is not None
        return self._is_parted(line) and (is_stray or opening.is_preambular)

    def _label_starts(self, current: OpenParagraph, label: Label, *, line: Line) -> bool:
        """Whether a label at the start of a line is a paragraph's: the next, or well parted."""
        is_next = label.number in {1, self._last_number + 1}
        if not (self._has_ended(current) or self._is_heading(current, parted=False)):
            return is_next and (line.label_apart or self._is_parted(line))
        if label.number is None and self._measure.by_place and not _is_of_list(current, label):
            return self._is_parted(line) or self._is_after_short(current, line)
        return label.number is None or is_next or self._is_parted(line)

    def _is_parted(self, line: Line) -> bool:
        """Whether its place parts a line from the one above it."""
        if self._measure.stands_in(line):
            return True
        tops_page = self._last is None or self._last.page != line.page
        return self._measure.by_blank and line.after_blank and not tops_page

    def _is_after_short(self, current: OpenParagraph, line: Line) -> bool:
        """Whether the line above ended though this line's first word had room there."""
        if self._last is None or self._last.page != line.page:
            return False
        first = len(current.words) == 1
        label = first and split_label(current.words[0])[0] is not None
        allowance = _FIRST_INDENT * first + _LABEL_GAP * label
        return self._measure.ends_short(self._last, line.text, allowance=allowance)

    def _may_start(self, current: OpenParagraph, line: Line) -> bool:
        """Whether a line that opens nothing may start a paragraph, by what parts it."""
        parted = self._is_parted(line)
        if line.text[0].islower() or not (parted or self._is_after_short(current, line)):
            return False
        if self._end_of(current).endswith(","):
            return self._last_number == 0 or split_label(current.words[0])[0] is None
        return self._has_ended(current) or self._is_heading(current, parted=parted)

    def _is_heading(self, current: OpenParagraph, *, parted: bool) -> bool:
        """Whether words that end no sentence are a heading; place must say so below a label."""
        words = current.words[0]
        label, start = split_label(words)
        opens = find_opening(words[start:]) is not None
        return is_heading(current) and not opens and (parted or label is None)


def _is_of_list(current: OpenParagraph, label: Label) -> bool:
    """Whether a label is the first of a list that the words announce, or the next of their own."""
    own, _ = split_label(current.words[0])
    if own is None or own.number is not None or not current.ended_by(_ENDS_AN_ITEM):
        return current.ended_by(":") and any(value == 1 for _, value in label.places)
    return any((series, value + 1) in label.places for series, value in own.places)


def _is_title(words: str) -> bool:
    """Whether a line names a part of the text: "Annex", "Article 2", "II"."""
    return ANNEX_LINE.fullmatch(words) is not None or _TITLE.fullmatch(words) is not None
