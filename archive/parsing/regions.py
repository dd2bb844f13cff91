"""Regions of a file: what is printed before the text, the text itself, what is printed after.

Reads: blocks. Writes: the front, the text's blocks, the closing lines and what is left over.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import takewhile

from archive.parsing.blocks import LINE_END_HYPHEN, Block, BlockKind, Role, as_printed
from archive.parsing.divisions import DivisionKind, division_of
from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import ANNEX_LINE, LineKind, kind_of_line, organ_of
from archive.parsing.statements import OpenStatement

_STOPS = (".", ";", ",", ":")
_CLOSES = {LineKind.MEETING, LineKind.ADOPTED_AT, LineKind.DOCUMENT_SYSTEM}
_CLOSES_NOTHING = {LineKind.SYMBOL, LineKind.AGENDA_ITEM, LineKind.DISTRIBUTION}
_LONGEST_HEADING = 160
_LONGEST_TITLE = 500
#: Between the line with a resolution's letter and the organ's name stands its title.
_MOST_LINES_OF_TITLE = 5
_MOST_LINES_OF_PARAGRAPH = 30
_IN_THE_BODY = {Role.PREAMBULAR, Role.OPERATIVE, Role.HEADING, Role.ANNEX}


@dataclass(frozen=True, slots=True, kw_only=True)
class Regions:
    """The blocks of a file by where they stand; ``organ_line`` is the one that names the organ."""

    front: tuple[Block, ...]
    organ_line: Block | None
    body: tuple[Block, ...]
    closing: tuple[Block, ...]
    leftovers: tuple[str, ...]


def divide(blocks: Sequence[Block], *, is_part: bool = False) -> Regions:
    """Tell the text from what is printed around it; where ``is_part``, it may have no begin."""
    texts = [block for block in blocks if block.kind is BlockKind.TEXT]
    furniture = [block.text for block in blocks if block.kind is BlockKind.FURNITURE]
    organ_at = next((i for i, block in enumerate(texts) if _names_organ(block)), None)
    start = _first_paragraph(texts, is_part=is_part) if organ_at is None else organ_at + 1
    front = texts[: start if organ_at is None else organ_at]
    body, closing, over = _after_front(texts[start:])
    preamble, taken = ([], 0) if organ_at is None else _preamble_at_end(front)
    front = front[: len(front) - taken]
    titles = _title_of_first_letter(front) if any(map(_names_organ, texts[start:])) else []
    front = [block for block in front if not any(block is title for title in titles)]
    organ_line = [] if organ_at is None else [texts[organ_at]]
    around = [*front, *organ_line, *closing, *over]
    return Regions(
        front=tuple(front),
        organ_line=None if organ_at is None else texts[organ_at],
        body=(*map(_as_heading, titles), *preamble, *body),
        closing=tuple(closing),
        leftovers=(*furniture, *map(_printed, over), *_marks_of(around)),
    )


def _preamble_at_end(front: Sequence[Block]) -> tuple[list[Block], int]:
    """The paragraphs of a preamble that stands before the organ's name, as in the first years.

    Returns them, each whole though its lines came apart, and how many blocks they take.
    """
    found: list[Block] = []
    lines: list[Block] = []
    taken = 0
    for block in reversed(front):
        if (
            not _may_be_of_preamble(block, is_last=not lines)
            or len(lines) >= _MOST_LINES_OF_PARAGRAPH
        ):
            break
        lines.append(block)
        opening = find_opening(block.text)
        if opening is not None and opening.is_preambular:
            found.append(reduce(_with_line, reversed(lines)))
            taken += len(lines)
            lines = []
    return found[::-1], taken


def _may_be_of_preamble(block: Block, *, is_last: bool) -> bool:
    """Whether a block may be a line of a paragraph, or its last one."""
    is_closed = block.text.endswith((",", ";", ":"))
    return block.role is None and kind_of_line(block.text) is None and (is_closed or not is_last)


def _with_line(above: Block, line: Block) -> Block:
    """A paragraph and the line that goes on with it as one block."""
    is_divided = above.text.endswith("-") and above.text[-2:-1].isalpha()
    text = f"{above.text[:-1]}{LINE_END_HYPHEN}" if is_divided else f"{above.text} "
    marks = [replace(mark, offset=mark.offset + len(text)) for mark in line.marks]
    links = [link.moved(len(text)) for link in line.links]
    return replace(
        above,
        text=text + line.text,
        marks=(*above.marks, *marks),
        links=(*above.links, *links),
    )


def _title_of_first_letter(front: Sequence[Block]) -> list[Block]:
    """The letter "A" above the first of several resolutions, and its own title below it."""
    last = list(takewhile(_is_title_or_adoption, front[: -_MOST_LINES_OF_TITLE - 1 : -1]))[::-1]
    letters = (index for index, block in enumerate(last) if _is_letter(block))
    first = next(letters, len(last))
    return [block for block in last[first:] if kind_of_line(block.text) is None]


def _is_title_or_adoption(block: Block) -> bool:
    return kind_of_line(block.text) in {None, LineKind.ADOPTED_AT}


def _is_letter(block: Block) -> bool:
    division = division_of(block.text)
    return division is not None and division.kind is DivisionKind.LETTER


def _as_heading(block: Block) -> Block:
    return replace(block, role=Role.HEADING)


def _names_organ(block: Block) -> bool:
    if block.role is None:
        return organ_of(block.text) is not None
    return block.role is Role.ORGAN


def _first_paragraph(texts: Sequence[Block], *, is_part: bool) -> int:
    """The first block that begins as paragraphs do, in a file that names no organ.

    A part of a text may have none that does; then all of it is the text.
    """
    begins = begins_part if is_part else _begins_text
    return next((i for i, block in enumerate(texts) if begins(block)), 0 if is_part else len(texts))


def _begins_text(block: Block) -> bool:
    label, _ = split_label(block.text)
    begins = find_opening(block.text) is not None or (label is not None and label.number == 1)
    return begins and kind_of_line(block.text) is None


def begins_part(block: Block) -> bool:
    """Whether a part of a text may begin with a block: a label, an opening, a sentence."""
    if block.role is not None:
        return block.role in _IN_THE_BODY
    is_labelled = bool(block.label) or split_label(block.text)[0] is not None
    is_sentence = block.text.endswith(_STOPS) and block.text.count(" ") > 1
    may_begin = is_labelled or is_sentence or find_opening(block.text) is not None
    return may_begin and kind_of_line(block.text) is None


def _after_front(texts: Sequence[Block]) -> tuple[list[Block], list[Block], list[Block]]:
    """The text, the closing lines, and what stands after them and neither goes on nor annexes."""
    body: list[Block] = []
    closing: list[Block] = []
    over: list[Block] = []
    closed = False
    statement = OpenStatement()
    for block in texts:
        kind = None if block.role in _IN_THE_BODY else kind_of_line(block.text)
        if closed and (
            block.role in _IN_THE_BODY or kind is LineKind.ORGAN or ANNEX_LINE.fullmatch(block.text)
        ):
            closed = False
            body += _headings_at_end(over, is_resolution=kind is LineKind.ORGAN)
        states = block.role not in _IN_THE_BODY and statement.take(as_printed(block.text))
        if block.role is Role.CLOSING or states or _is_closing(kind, closed=closed):
            closing.append(block)
            closed = closed or block.role is Role.CLOSING or kind in _CLOSES
        else:
            (over if closed else body).append(block)
    return body, closing, over


def _printed(block: Block) -> str:
    return as_printed(block.text)


def _marks_of(blocks: Sequence[Block]) -> list[str]:
    """The labels and numbers that stood apart from lines outside the text, and mark no note."""
    marks = [mark.printed for block in blocks for mark in block.marks]
    return [*(block.label for block in blocks if block.label), *marks]


def _headings_at_end(over: list[Block], *, is_resolution: bool) -> list[Block]:
    """Take the last short lines: they head the part that begins. A resolution's title is longer."""
    titles = _MOST_LINES_OF_TITLE if is_resolution else 0
    start = len(over)
    while start and (
        len(over[start - 1].text) <= _LONGEST_HEADING
        or (len(over) - start < titles and _is_long_title(over[start - 1].text))
    ):
        start -= 1
    headings = over[start:]
    del over[start:]
    return [_as_heading(block) if is_resolution else block for block in headings]


def _is_long_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not text.endswith(_STOPS)


def _is_closing(kind: LineKind | None, *, closed: bool) -> bool:
    """Whether a line closes a text, or says something of the document after it has closed."""
    if kind is None or kind is LineKind.ORGAN:
        return False
    return closed or kind in _CLOSES or kind in _CLOSES_NOTHING
