"""Blocks of a Word document from its lines, grids and notes.

Reads: lines and grids in reading order, the notes of the file's own. Writes: blocks; numbers that
mark a note are out of the words, a table of data is one block with its cells as spans.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.parsing.blocks import Block, BlockKind, Mark, Role
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import ANNEX_LINE, LineKind, kind_of_line
from archive.parsing.readers.word.lines import Line, Span, cut_marks, with_words_before
from archive.parsing.readers.word.tables import Grid
from archive.parsing.readers.word.typed_notes import (
    TypedNote,
    marks_in,
    slashed_marks,
    take_notes,
    typed_numbers,
)

_FURNITURE = {LineKind.PAGE, LineKind.RULE}
_LONGEST_HEADING = 300
_FEWEST_LETTERS = 3


class Blocks:
    """Turns what a story holds into blocks.

    ``has_hidden_marks`` says that a typed note is marked by no raised number, so that its number
    may be hidden in the words.
    """

    def __init__(self, items: Sequence[Line | Grid], own: Sequence[TypedNote]) -> None:
        lines = [line for item in items for line in _lines_in(item)]
        self._items = list(take_notes(items, marked=typed_numbers(lines)))
        self._own = own
        notes = [item for item in self._items if isinstance(item, TypedNote)]
        typed = {note.number for note in notes}
        self._slashed = {note.number for note in notes if "/" in note.signs}
        self._known = typed | {note.number for note in own}
        self._marked: set[str] = set()
        self._left: list[str] = []
        self._is_front = any(kind_of_line(line.text) is LineKind.ORGAN for line in lines)
        self._typed = typed

    def read(self) -> list[Block]:
        """Every block in reading order, the notes of the file's own after the text."""
        found = [self._block(item) for item in self._items]
        notes = [_note_block(note) for note in self._own]
        left = [Block(BlockKind.FURNITURE, words, "paragraph") for words in self._left]
        return [*found, *notes, *left]

    @property
    def has_hidden_marks(self) -> bool:
        """Whether a typed note lacks its mark, once the blocks are read."""
        return bool(self._typed - self._marked)

    def _block(self, item: Line | Grid | TypedNote) -> Block:
        if isinstance(item, Grid):
            return self._table(item)
        if isinstance(item, TypedNote):
            self._left += [item.signs] if item.signs else []
            return _note_block(item)
        return self._line(item)

    def _line(self, line: Line) -> Block:
        kind = kind_of_line(line.text) if line.text else None
        self._is_front = self._is_front and kind is not LineKind.ORGAN
        if not line.text:
            return _label_alone(line)
        if kind in _FURNITURE and not line.label:
            return Block(BlockKind.FURNITURE, line.text, line.where)
        if _heads(line):
            text, marks = self._cut(with_words_before(line.label, line))
            return Block(BlockKind.TEXT, text, line.where, marks=marks, role=Role.HEADING)
        text, marks = self._cut(line)
        return Block(BlockKind.TEXT, text, line.where, marks=marks, label=line.label)

    def _cut(self, line: Line) -> tuple[str, tuple[Mark, ...]]:
        """A line's words and its marks; marks that stand alone are words."""
        spans = [span for span in marks_in(line, known=self._known) if self._is_taken(span)]
        raised = {span.start for span in spans}
        slashed = slashed_marks(line, known=self._slashed)
        spans += [span for span in slashed if span.start not in raised]
        spans.sort(key=lambda span: span.start)
        cut = cut_marks(line.text, spans)
        if not cut.text:
            return line.text, ()
        self._marked |= {mark.number for mark in cut.marks}
        self._left += cut.between
        return cut.text, cut.marks

    def _is_taken(self, span: Span) -> bool:
        """Signs on a title stay in it, as they do in every other format."""
        return span.number.isdigit() or not self._is_front

    def _table(self, grid: Grid) -> Block:
        """A table as one block."""
        words: list[str] = []
        marks: list[Mark] = []
        rows: list[tuple[tuple[int, int], ...]] = []
        length = 0
        for row in grid.rows:
            cells = []
            for cell in row:
                text, found = self._cut(cell)
                start = length + 1 if length and text else length
                words += [text] if text else []
                marks += [replace(mark, offset=mark.offset + start) for mark in found]
                length = start + len(text)
                cells.append((start, length))
            rows.append(tuple(cells))
        where = grid.rows[0][0].where if grid.rows[0] else ""
        return Block(BlockKind.TEXT, " ".join(words), where, marks=tuple(marks), rows=tuple(rows))


def _lines_in(item: Line | Grid) -> Iterator[Line]:
    if isinstance(item, Line):
        yield item
    else:
        for row in item.rows:
            yield from row


def _heads(line: Line) -> bool:
    """Whether a line is a heading by its style, and by its words nothing else."""
    return (
        line.is_heading
        and len(line.text) <= _LONGEST_HEADING
        and kind_of_line(line.text) is None
        and ANNEX_LINE.fullmatch(line.text) is None
        and find_opening(line.text) is None
    )


def _label_alone(line: Line) -> Block:
    """An automatic number without words: it heads what follows if it is a word ("Article 1")."""
    letters = sum(map(str.isalpha, line.label))
    kind = BlockKind.TEXT if letters >= _FEWEST_LETTERS else BlockKind.FURNITURE
    return Block(kind, line.label, line.where)


def _note_block(note: TypedNote) -> Block:
    return Block(BlockKind.NOTE, note.line.text, note.line.where, note.number)
