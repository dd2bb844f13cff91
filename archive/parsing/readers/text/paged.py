"""Layout of pdftotext: pages parted by form feeds, with heads, feet and notes of their own.

Reads: lines with their pages. Writes: blocks: printed lines, paragraphs, notes, page furniture.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from archive.parsing.blocks import Block, BlockKind
from archive.parsing.parsed import Mend
from archive.parsing.printed_lines import TITLED_NUMBER
from archive.parsing.readers.text.inline_marks import with_inline_marks
from archive.parsing.readers.text.labels_in_place import is_lone_label
from archive.parsing.readers.text.lines import Line, line_block
from archive.parsing.readers.text.lost_hyphens import with_hyphens
from archive.parsing.readers.text.open_paragraph import OpenParagraph
from archive.parsing.readers.text.page_edges import Edges
from archive.parsing.readers.text.page_notes import (
    FootNote,
    PageNotes,
    find_foot,
    number_before,
)
from archive.parsing.readers.text.page_paragraphs import Measure, PageParagraphs, part_front
from archive.parsing.readers.text.parted_notes import with_parted_notes

#: A page's notes begin with one of the smallest numbers that its lines begin with.
_MOST_FIRSTS = 3


def shows_pages(lines: Sequence[Line]) -> bool:
    """Whether any page of a text has a head or a foot, or notes above the next page."""
    pages = _pages(lines)
    return Edges(pages).any or any(_has_notes(page) for page in pages[:-1])


def prints_labels_apart(lines: Sequence[Line]) -> bool:
    """Whether a label stands on a line of its own, or a wide gap parts it from its words."""
    return any(_is_apart(line) for line in lines)


def _is_apart(line: Line) -> bool:
    first = replace(line, text=line.cells[0]) if len(line.cells) > 1 else line
    return is_lone_label(first)


def _has_notes(page: Sequence[Line]) -> bool:
    """Whether numbers at the foot of a page follow one another from one that is marked above."""
    firsts = sorted({number for line in page if (number := number_before(line)) is not None})
    return any(find_foot(page, first, goes_on=False).notes for first in firsts[:_MOST_FIRSTS])


def _pages(lines: Sequence[Line]) -> list[list[Line]]:
    return [list(page) for _, page in groupby(lines, key=lambda line: line.page)]


def blocks_of_pages(lines: Sequence[Line]) -> tuple[list[Block], list[Mend]]:
    """Blocks of a text whose pages are parted, and the hyphens put back that extraction lost."""
    pages = _pages(lines)
    edges = Edges(pages)
    notes = PageNotes()
    furniture: list[Line] = []
    text: list[Line] = []
    for number in range(len(pages)):
        between, edge = edges.part(number)
        ordered = with_parted_notes(between, notes.expected)
        foot = find_foot(ordered, notes.expected, goes_on=notes.is_open)
        text += [*foot.text, *notes.take(foot.notes)]
        furniture += [*edge, *foot.rule]
    front, rest = part_front(text)
    note_lines = [line for note in notes.notes for line in note.lines]
    body, noted_lines, mends = with_hyphens(rest, note_lines)
    _put_back(notes.notes, noted_lines)
    blocks = [block for line in front for block in _cells(line)]
    noted = frozenset(note.number for note in notes.notes)
    paragraphs = PageParagraphs(Measure(body), noted)
    blocks += paragraphs.blocks(body)
    blocks += [_note(note) for note in notes.notes]
    blocks += [_furniture(line.text, line.where) for line in furniture]
    blocks += [_furniture(str(note.number), note.where) for note in notes.numbers_alone]
    signs = "".join(note.sign for note in [*notes.notes, *notes.numbers_alone])
    return with_inline_marks(blocks, signs=signs), [*mends, *paragraphs.mends]


def _cells(line: Line) -> list[Block]:
    """The cells of a printed line, each by itself; a number stays with the title beside it."""
    if len(line.cells) < 2 or TITLED_NUMBER.fullmatch(line.cells[0]):
        return [line_block(line)]
    return [
        line_block(Line(number=line.number, text=cell, indent=0, after_blank=False))
        for cell in line.cells
    ]


def _put_back(notes: Sequence[FootNote], lines: Sequence[Line]) -> None:
    """Give notes their lines with hyphens, in the same order."""
    following = iter(lines)
    for note in notes:
        note.lines = [next(following) for _ in note.lines]


def _note(note: FootNote) -> Block:
    paragraph = OpenParagraph(note.where, number=note.number)
    for line in note.lines:
        paragraph.add(line.text)
    return paragraph.block()


def _furniture(words: str, where: str) -> Block:
    return Block(BlockKind.FURNITURE, words, where)
