"""Notes that an asterisk marks, as "* Reissued for technical reasons" marks a symbol's.

Reads: lines of a text in any layout. Writes: the lines without those notes, and the notes; blocks
with the asterisks of their words as certain marks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.parsing.blocks import Block, BlockKind, Mark
from archive.parsing.printed_lines import LineKind, kind_of_line
from archive.parsing.readers.text.lines import Line
from archive.parsing.readers.text.open_paragraph import OpenParagraph

_NOTE = re.compile(r"(\*{1,3})(?: ?(?=[A-Z“(\[])|$)")
_MARK = re.compile(r"(?<=[^\W_]|[.,;:)”\"’])(\*{1,3})(?=$|[\s,;.:)])")
_ENDS = (".", ".”", ".)", '."', "]")
_LONGEST = 8


def part_star_notes(lines: Sequence[Line]) -> tuple[list[Line], list[Block]]:
    """The lines without the notes of asterisks that mark words, and those notes."""
    marked = {sign for line in lines for sign in _MARK.findall(line.text)}
    others: list[Line] = []
    notes: list[OpenParagraph] = []
    note: OpenParagraph | None = None
    for line in lines if marked else ():
        match = _NOTE.match(line.text)
        words = line.text
        if match and match[1] in marked:
            note = OpenParagraph(line.where)
            note.sign, words = match[1], words[match.end() :]
            notes.append(note)
            marked.discard(note.sign)
        elif note is None or not _goes_on(note, line):
            note = None
            others.append(line)
            continue
        if words:
            note.add(words)
    kept = others if notes else list(lines)
    return kept, [
        Block(BlockKind.NOTE, "".join(note.words), note.where, number=note.sign) for note in notes
    ]


def _goes_on(note: OpenParagraph, line: Line) -> bool:
    """Whether a line goes on with a note that has not come to its end."""
    if not note.words:
        return True
    if line.after_blank or kind_of_line(line.text) not in {None, LineKind.DATE}:
        return False
    return len(note.words) < _LONGEST and not note.ended_by(_ENDS)


def with_star_marks(blocks: Sequence[Block], notes: Sequence[Block]) -> list[Block]:
    """The blocks with the asterisks of these notes as certain marks, and the notes."""
    signs = {note.number or "" for note in notes}
    marked = [_marked(block, signs) if block.kind is BlockKind.TEXT else block for block in blocks]
    return [*marked, *notes]


def _marked(block: Block, signs: set[str]) -> Block:
    found = [match for match in _MARK.finditer(block.text) if match[1] in signs]
    if not found:
        return block
    pieces, marks = list(_between(block.text, found)), list(block.marks)
    length = 0
    for match, piece in zip(found, pieces, strict=False):
        length += len(piece)
        marks.append(Mark(number=match[1], offset=length, printed=match[1], certain=True))
    return replace(block, text="".join(pieces), marks=tuple(marks))


def _between(text: str, found: Sequence[re.Match[str]]) -> Iterator[str]:
    start = 0
    for match in found:
        yield text[start : match.start()]
        start = match.end()
    yield text[start:]
