"""Note numbers in square brackets, as a word processor saves them in plain text: "the act,[1]".

Reads: blocks, the numbers of notes that are printed in brackets ("[1] See …"). Writes: the same
blocks with those numbers as certain marks, and the brackets left over.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from archive.parsing.blocks import Block, BlockKind, Mark

_BRACKETED = re.compile(r" ?\[([1-9]\d{0,2})\]")


def with_bracketed_marks(blocks: Sequence[Block], numbers: set[str]) -> list[Block]:
    """The blocks without the bracketed numbers of these notes, and a block of the brackets."""
    if not numbers:
        return list(blocks)
    marked = [
        _marked(block, numbers) if block.kind is BlockKind.TEXT else block for block in blocks
    ]
    count = len(numbers) + sum(len(block.marks) for block in marked)
    return [*marked, Block(BlockKind.FURNITURE, " ".join(["[]"] * count), "file")]


def _marked(block: Block, numbers: set[str]) -> Block:
    pieces: list[str] = []
    marks: list[Mark] = []
    start = length = 0
    for match in _BRACKETED.finditer(block.text):
        if match[1] in numbers:
            pieces.append(block.text[start : match.start()])
            length += match.start() - start
            marks.append(
                Mark(number=match[1], offset=length, printed=f"[{match[1]}]", certain=True)
            )
            start = match.end()
    text = "".join([*pieces, block.text[start:]])
    return replace(block, text=text, marks=(*block.marks, *marks)) if marks else block
