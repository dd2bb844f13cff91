"""Paragraphs of a PDF file, put together from its lines by place, looks and words.

Reads: the lines of the text with their columns' measures. Writes: paragraphs, each with its lines.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from archive.parsing.blocks import Block, BlockKind, Mark, Role
from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import ANNEX_LINE, LineKind, kind_of_line
from archive.parsing.readers.pdf.flow import Measures
from archive.parsing.readers.pdf.lines import PageLine
from archive.parsing.readers.pdf.marks import NoteNumbers
from archive.parsing.readers.text.open_paragraph import OpenParagraph

_INDENT = 6.0
_SAME_ROW = 2.0
_OTHER_SIZE = 0.8
_MOST_LINES_OF_CELL = 3
_LONGEST_HEADING = 300
_ENDS = (*'.,;:!?”"’)*]', "; and", "; or")
_MARK_AT_END = re.compile(r" ?(?:\b[1-9]\d{0,2}/|(?:\*{1,3}|[†‡§])/?)$")
_OPEN_ENDS = (".", ";", ",", ":")
_COMPLETE = {
    LineKind.ORGAN,
    LineKind.MEETING,
    LineKind.DATE,
    LineKind.SESSION,
    LineKind.AGENDA_ITEM,
    LineKind.SYMBOL,
    LineKind.DISTRIBUTION,
    LineKind.NUMBER,
}


@dataclass(slots=True)
class Paragraph:
    """The lines of one paragraph, and the measures of the column of each.

    It is bold where all its words are, and centred where each line stands in the middle.
    """

    lines: list[PageLine] = field(default_factory=list)
    measures: list[Measures] = field(default_factory=list)
    is_bold: bool = True
    is_centred: bool = True

    @property
    def last(self) -> PageLine:
        """The line it has come to."""
        return self.lines[-1]

    @property
    def text(self) -> str:
        """Its words as far as they go."""
        return " ".join(line.text for line in self.lines)

    def has_ended(self) -> bool:
        """Whether its last words can be the end of a paragraph."""
        return _MARK_AT_END.sub("", self.last.text).endswith(_ENDS)

    def add(self, line: PageLine, measures: Measures) -> None:
        """Add a line."""
        self.lines.append(line)
        self.measures.append(measures)
        self.is_bold = self.is_bold and line.style.is_bold
        self.is_centred = self.is_centred and measures.is_centred(line)


def paragraphs_of(lines: Iterable[tuple[PageLine, Measures]]) -> list[Paragraph]:
    """Part lines, in reading order, into paragraphs."""
    paragraphs: list[Paragraph] = []
    for line, measures in lines:
        if not paragraphs or _starts(paragraphs[-1], line, measures=measures):
            paragraphs.append(Paragraph())
        paragraphs[-1].add(line, measures)
    return paragraphs


def _starts(current: Paragraph, line: PageLine, *, measures: Measures) -> bool:
    """Whether a line starts a paragraph."""
    last = current.last
    if last.rows or line.rows:
        return True
    if _is_same_flow(last, line) and line.y - last.y < _SAME_ROW:
        return False
    if len(current.lines) <= _MOST_LINES_OF_CELL and _is_complete(current.text):
        return True
    if _looks_other(current, line):
        return current.has_ended() or not line.text[:1].islower()
    if _is_same_flow(last, line):
        return _starts_below(current, line, measures=measures)
    return _starts_on_new_page(current, line, measures=measures)


def _is_complete(text: str) -> bool:
    """Whether words are a whole line of a masthead or the end, or the heading of an annex."""
    return kind_of_line(text) in _COMPLETE or ANNEX_LINE.fullmatch(text) is not None


def _is_same_flow(last: PageLine, line: PageLine) -> bool:
    return (last.page, last.column) == (line.page, line.column) and line.y >= last.y


def _looks_other(current: Paragraph, line: PageLine) -> bool:
    """Whether a line is larger or smaller than the paragraph, or it or the paragraph is bold."""
    other_size = abs(line.style.size - current.last.style.size) > _OTHER_SIZE
    return other_size or current.is_bold != line.style.is_bold


def _starts_below(current: Paragraph, line: PageLine, *, measures: Measures) -> bool:
    """Whether a line below the last of a paragraph starts another."""
    gap = line.y - current.last.y
    if measures.is_wide(gap):
        return current.has_ended() or not line.text[:1].islower()
    if current.is_bold:
        return _begins(line) and current.has_ended()
    if current.is_centred and measures.is_centred(line):
        return False
    stands_in = _stands_in(current, line)
    if stands_in > 0:
        return not _hangs(current, line)
    is_second = stands_in < 0 and len(current.lines) == 1
    ends = current.has_ended() or (_begins(line) and not is_second)
    had_room = ends and measures.had_room(current.last, line)
    opens = current.has_ended() and _opens(current, line)
    return had_room or opens or _are_both_first(current, line, measures=measures)


def _stands_in(current: Paragraph, line: PageLine) -> int:
    """Whether a line stands further in than the paragraph's last one (1), less far (-1), or as."""
    step = line.x0 - current.last.x0
    return 0 if abs(step) <= _INDENT else (1 if step > 0 else -1)


def _are_both_first(current: Paragraph, line: PageLine, *, measures: Measures) -> bool:
    """Whether a paragraph of one line, which has ended, and the next stand in as first lines do."""
    stand_in = measures.is_first(line) and measures.is_first(current.last)
    return stand_in and len(current.lines) == 1 and current.has_ended() and _is_capital(line)


def _is_capital(line: PageLine) -> bool:
    return not line.text[:1].islower() or _begins_with_label(line)


def _hangs(current: Paragraph, line: PageLine) -> bool:
    """Whether a line hangs below the words of a label, or of a heading that stands out."""
    is_first = len(current.lines) == 1
    return (
        is_first
        and not _begins(line)
        and (_begins_with_label(current.last) or not current.has_ended())
    )


def _starts_on_new_page(current: Paragraph, line: PageLine, *, measures: Measures) -> bool:
    """Whether the first line of a page or column starts a paragraph."""
    if _is_heading_alone(current) or (measures.is_centred(line) and _is_capital(line)):
        return current.is_centred != measures.is_centred(line)
    if not current.has_ended():
        return False
    if line.text[:1].islower():
        return _begins(line)
    stood = current.measures[-1].offset(current.last)
    stands_in = measures.offset(line) > (stood if len(current.lines) > 1 else 0) + _INDENT
    return stands_in or _begins(line) or current.measures[-1].had_room(current.last, line)


def _is_heading_alone(current: Paragraph) -> bool:
    """Whether the lines so far stand in the middle and open no paragraph."""
    return current.is_centred and not _begins(current.lines[0]) and not current.has_ended()


def _begins(line: PageLine) -> bool:
    """Whether the words are those a paragraph begins with."""
    return _begins_with_label(line) or find_opening(line.text) is not None


def _opens(current: Paragraph, line: PageLine) -> bool:
    """Whether a line has a number, or follows a paragraph of one line and opens another."""
    label, _ = split_label(line.text)
    if label is not None:
        return label.number is not None
    return len(current.lines) == 1 and find_opening(line.text) is not None


def _begins_with_label(line: PageLine) -> bool:
    return split_label(line.text)[0] is not None


def block_of(paragraph: Paragraph, notes: NoteNumbers, *, in_text: bool) -> list[Block]:
    """The block of a paragraph, and one for what is printed between the numbers it marks.

    A raised number that is no note's may be a power; outside the text every mark is a word.
    """
    if paragraph.lines[0].rows:
        return _table_of(paragraph.lines[0], notes)
    words = OpenParagraph(paragraph.lines[0].where)
    marks: list[Mark] = []
    between = ""
    for line in paragraph.lines:
        text, placed = (
            _without_marks(line, notes, goes_on=words.length > 0) if in_text else (line.printed, [])
        )
        above = words.length
        if text or not words.words:
            words.add(text)
        start = words.length - len(text)
        for offset, printed in placed:
            at = start + offset if offset else above
            found, rest = notes.marks_of(printed, at, page=line.page)
            marks += found
            between += rest
    block = words.block()
    role = _role(paragraph, block.text) if in_text else None
    others = [Block(BlockKind.FURNITURE, between, words.where)] if between else []
    return [replace(block, marks=tuple(marks), role=role), *others]


def _without_marks(
    line: PageLine, notes: NoteNumbers, *, goes_on: bool
) -> tuple[str, list[tuple[int, str]]]:
    """The words of a line, and the marks in it, raised or set among the words."""
    text, raised = line.with_numbers(notes.is_power)
    return notes.cut(text, raised, page=line.page, goes_on=goes_on)


def _table_of(line: PageLine, notes: NoteNumbers) -> list[Block]:
    """The block of a table: the words of its cells one after the other, and where each cell is.

    A line of a table in doubt is a text like any other.
    """
    words: list[str] = []
    marks: list[Mark] = []
    rows: list[tuple[tuple[int, int], ...]] = []
    others: list[Block] = []
    length = 0
    for row in line.rows:
        cells = []
        for cell in row:
            block, *furniture = _cell_of(cell, notes)
            start = length + 1 if length and block.text else length
            words += [block.text] if block.text else []
            marks += [replace(mark, offset=mark.offset + start) for mark in block.marks]
            others += furniture
            length = start + len(block.text)
            cells.append((start, length))
        rows.append(tuple(cells))
    text = " ".join(words)
    if len(rows) == 1:
        rows = []
    return [Block(BlockKind.TEXT, text, line.where, marks=tuple(marks), rows=tuple(rows)), *others]


def _cell_of(lines: Sequence[PageLine], notes: NoteNumbers) -> list[Block]:
    if not lines:
        return [Block(BlockKind.TEXT, "", "")]
    return block_of(Paragraph(list(lines)), notes, in_text=True)


def _role(paragraph: Paragraph, text: str) -> Role | None:
    """HEADING for words that stand out by their looks and are no sentence."""
    is_plain = kind_of_line(text) is None and not ANNEX_LINE.fullmatch(text)
    stands_out = paragraph.is_bold or (paragraph.is_centred and len(text) < _LONGEST_HEADING)
    is_heading = (
        is_plain and stands_out and not text.endswith(_OPEN_ENDS) and not text[:1].islower()
    )
    label, _ = split_label(text)
    return Role.HEADING if is_heading and label is None else None
