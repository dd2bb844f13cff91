"""Regions of a file: what is printed before the text, the text itself, what is printed after.

Reads: blocks. Writes: the front, the text's blocks, the closing lines and what is left over.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.parsing.blocks import Block, BlockKind, Role, as_printed
from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import ANNEX_LINE, LineKind, kind_of_line, organ_of

_CLOSES = {LineKind.MEETING, LineKind.ADOPTED_AT, LineKind.DOCUMENT_SYSTEM}
_CLOSES_NOTHING = {LineKind.SYMBOL, LineKind.AGENDA_ITEM, LineKind.DISTRIBUTION}
_LONGEST_HEADING = 160
_IN_THE_BODY = {Role.PREAMBULAR, Role.OPERATIVE, Role.HEADING, Role.ANNEX}


@dataclass(frozen=True, slots=True, kw_only=True)
class Regions:
    """The blocks of a file by where they stand; ``organ_line`` is the one that names the organ."""

    front: tuple[Block, ...]
    organ_line: Block | None
    body: tuple[Block, ...]
    closing: tuple[Block, ...]
    leftovers: tuple[str, ...]


def divide(blocks: Sequence[Block]) -> Regions:
    """Tell the text from what is printed around it."""
    texts = [block for block in blocks if block.kind is BlockKind.TEXT]
    furniture = [block.text for block in blocks if block.kind is BlockKind.FURNITURE]
    organ_at = next((i for i, block in enumerate(texts) if _names_organ(block)), None)
    start = _first_paragraph(texts) if organ_at is None else organ_at + 1
    body, closing, over = _after_front(texts[start:])
    return Regions(
        front=tuple(texts[: start if organ_at is None else organ_at]),
        organ_line=None if organ_at is None else texts[organ_at],
        body=tuple(body),
        closing=tuple(closing),
        leftovers=(*furniture, *map(_printed, over), *_marks_of([*closing, *over])),
    )


def _names_organ(block: Block) -> bool:
    if block.role is None:
        return organ_of(block.text) is not None
    return block.role is Role.ORGAN


def _first_paragraph(texts: Sequence[Block]) -> int:
    """The first block that begins as paragraphs do, in a file that names no organ."""
    for index, block in enumerate(texts):
        label, _ = split_label(block.text)
        begins = find_opening(block.text) is not None or (label is not None and label.number == 1)
        if begins and kind_of_line(block.text) is None:
            return index
    return len(texts)


def _after_front(texts: Sequence[Block]) -> tuple[list[Block], list[Block], list[Block]]:
    """The text, the closing lines, and what stands after them and neither goes on nor annexes."""
    body: list[Block] = []
    closing: list[Block] = []
    over: list[Block] = []
    closed = False
    for block in texts:
        kind = None if block.role in _IN_THE_BODY else kind_of_line(block.text)
        if closed and (
            block.role in _IN_THE_BODY or kind is LineKind.ORGAN or ANNEX_LINE.fullmatch(block.text)
        ):
            closed = False
            body += _headings_at_end(over)
        if block.role is Role.CLOSING or _is_closing(kind, closed=closed):
            closing.append(block)
            closed = closed or block.role is Role.CLOSING or kind in _CLOSES
        else:
            (over if closed else body).append(block)
    return body, closing, over


def _printed(block: Block) -> str:
    return as_printed(block.text)


def _marks_of(blocks: Sequence[Block]) -> list[str]:
    """The numbers that stood apart in lines outside the text, where they mark no note."""
    return [mark.printed for block in blocks for mark in block.marks]


def _headings_at_end(over: list[Block]) -> list[Block]:
    """Take the last short lines: they head the part that begins."""
    start = len(over)
    while start and len(over[start - 1].text) <= _LONGEST_HEADING:
        start -= 1
    headings = over[start:]
    del over[start:]
    return headings


def _is_closing(kind: LineKind | None, *, closed: bool) -> bool:
    """Whether a line closes a text, or says something of the document after it has closed."""
    if kind is None or kind is LineKind.ORGAN:
        return False
    return closed or kind in _CLOSES or kind in _CLOSES_NOTHING
