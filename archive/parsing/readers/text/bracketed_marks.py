"""Note numbers printed with a sign: "the act,[1]", "the act (1)", "the act, 1/", as typists do.

Reads: blocks, the signed numbers that notes are printed with ("[1] See …", "1/ See …"). Writes: the
same blocks with those numbers as certain marks, and their signs left over.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from archive.parsing.blocks import Block, BlockKind, Mark
from archive.parsing.printed_lines import is_rule
from archive.parsing.readers.text.lines import Line

_SIGNED = re.compile(
    r" ?(\[[1-9]\d{0,2}\]|(?<=[^\s(]) \([1-9]\d{0,2}\)|(?<=[^\s(])\([1-9]\d{0,2}\)"
    r"|(?<![\d/A-Z])[1-9]\d{0,2}/(?=$|[\s,;.:)]))"
)
_HAS_A_SIGN = re.compile(r"[(\[/](?:(?<=[(\[])[1-9]|(?<=[1-9]/))")
_COUNTED = re.compile(
    r"(?:articles?|chapters?|items?|paragraphs?|paras?\.|parts?|principles?|rules?|sections?"
    r"|subparagraphs?|and|or|to|[\d)]) ?$",
    re.IGNORECASE,
)
_SIGNED_NOTE = re.compile(r"(\[[1-9]\d{0,2}\]|\([1-9]\d{0,2}\)) ?(?=[A-Z“(\[]|https?:|www\.|\d)")
_ENDS = (".", ")", "]", "”", '"')
_REACH = 14
_LONGEST_FURNITURE = 120


def with_bracketed_marks(blocks: Sequence[Block], printed: Iterable[str]) -> list[Block]:
    """The blocks without the signed numbers of these notes, and blocks of the signs."""
    notes = set(printed)
    if not notes:
        return list(blocks)
    marked = [_marked(block, notes) if block.kind is BlockKind.TEXT else block for block in blocks]
    signs = [_sign(note) for note in sorted(notes)]
    signs += [_sign(mark.printed) for block in marked for mark in block.marks if mark.certain]
    step = _LONGEST_FURNITURE // 3
    for start in range(0, len(signs), step):
        words = " ".join(signs[start : start + step])
        marked.append(Block(BlockKind.FURNITURE, words, "file"))
    return marked


def marks_printed(texts: Iterable[str]) -> Counter[str]:
    """How often each signed number stands among words as the mark of a note does."""
    return Counter(match[1].strip() for text in texts for match in _marks(text))


def with_bare_numbers(lines: Sequence[Line]) -> tuple[list[Line], set[str]]:
    """Lines of notes without the signs around their numbers, and those numbers as printed.

    "[1] See …" and "(1) See …" are notes where the same stands among words, and where a line ends.
    """
    marked = marks_printed(line.text for line in lines)
    printed: set[str] = set()
    bare: list[Line] = []
    for above, line in pairwise([None, *lines]):
        assert line is not None
        match = _SIGNED_NOTE.match(line.text)
        begins = above is None or line.after_blank or _may_stand_above(above)
        if match and begins and match[1] in marked:
            printed.add(match[1])
            words = f"{match[1][1:-1]} {line.text[match.end() :]}"
            bare.append(replace(line, text=words))
        else:
            bare.append(line)
    return bare, printed


def _may_stand_above(line: Line) -> bool:
    """Whether a note may begin below a line: its sentence has ended, or it is a rule."""
    return line.text.endswith(_ENDS) or is_rule(line.text)


def _sign(printed: str) -> str:
    return re.sub(r"\d", "", printed)


def _marks(text: str) -> Iterator[re.Match[str]]:
    """The signed numbers of a text, without those that a word counts ("paragraph (1)")."""
    for match in _SIGNED.finditer(text) if _HAS_A_SIGN.search(text) else ():
        before = text[max(0, match.start() - _REACH) : match.start()]
        if match.start() and not (match[1].strip()[0] == "(" and _COUNTED.search(before)):
            yield match


def _marked(block: Block, notes: set[str]) -> Block:
    pieces: list[str] = []
    marks: list[Mark] = []
    start = length = 0
    for match in _marks(block.text):
        printed = match[1].strip()
        if printed in notes:
            pieces.append(block.text[start : match.start()])
            length += match.start() - start
            number = printed.strip("[]()/")
            marks.append(Mark(number=number, offset=length, printed=printed, certain=True))
            start = match.end()
    text = "".join([*pieces, block.text[start:]])
    return replace(block, text=text, marks=(*block.marks, *marks)) if marks else block
