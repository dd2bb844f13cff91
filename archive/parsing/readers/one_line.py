"""Layout of a Word extraction: every paragraph is one line, notes stand together at the end.

Reads: lines. Writes: a block per paragraph, note, printed line and piece of page furniture.
"""

import re
from collections.abc import Sequence

from archive.parsing.blocks import Block, BlockKind
from archive.parsing.dates import DATE
from archive.parsing.labels import split_label
from archive.parsing.printed_lines import LineKind, kind_of_line, organ_of
from archive.parsing.readers.lines import Line

_FURNITURE = {LineKind.PAGE, LineKind.RULE}
_NOTE = re.compile(r"(?:\[([1-9]\d{0,2})\]|([1-9]\d{0,2})) (?=\S)")
_FURTHEST_STEP = 3
_CLOSED = (".", "”", '"', ")", ";")


def blocks_of_lines(lines: Sequence[Line]) -> list[Block]:
    """Blocks of a text with one paragraph per line."""
    start = _after_last_label(lines)
    blocks = [_block(line) for line in lines[:start]]
    for line in lines[start:]:
        previous = blocks[-1] if blocks else None
        if _starts_note(line.text, _last_number(blocks)):
            blocks.append(_note(line))
        elif previous and previous.kind is BlockKind.NOTE and _continues(previous, line):
            blocks[-1] = Block(
                BlockKind.NOTE, f"{previous.text} {line.text}", previous.where, previous.number
            )
        else:
            blocks.append(_block(line))
    return blocks


def _block(line: Line) -> Block:
    furniture = kind_of_line(line.text) in _FURNITURE
    return Block(BlockKind.FURNITURE if furniture else BlockKind.TEXT, line.text, line.where)


def _after_last_label(lines: Sequence[Line]) -> int:
    """Where notes can begin: after the last numbered paragraph, or after the organ's line."""
    for index in range(len(lines) - 1, -1, -1):
        label, _ = split_label(lines[index].text)
        if (label and label.is_number) or organ_of(lines[index].text):
            return index + 1
    return len(lines)


def _last_number(blocks: Sequence[Block]) -> int:
    """The number of the last note so far, 0 before the first."""
    numbers = [block.number for block in blocks if block.number is not None]
    return int(numbers[-1]) if numbers else 0


def _starts_note(text: str, last: int) -> bool:
    match = _NOTE.match(text)
    if match is None or DATE.match(text) or kind_of_line(text) is not None:
        return False
    number = int(match[1] or match[2])
    return last < number and (last == 0 or number <= last + _FURTHEST_STEP)


def _note(line: Line) -> Block:
    match = _NOTE.match(line.text)
    assert match is not None
    return Block(
        BlockKind.NOTE, line.text[match.end() :], line.where, number=match[1] or match[2]
    )


def _continues(note: Block, line: Line) -> bool:
    """Whether a line without a number goes on with the note above it."""
    return kind_of_line(line.text) is None and (
        line.text[0].islower() or not note.text.endswith(_CLOSED)
    )
