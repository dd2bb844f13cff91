"""Marks of notes that the markup puts inside a word.

Reads: blocks. Writes: the same with each such mark after its word, and a warning for each. Only
letters that have a case are looked at: scripts without capitals put marks between letters rightly.
"""

from collections.abc import Iterable
from dataclasses import replace

from archive.parsing.blocks import Block, Mark
from archive.parsing.parsed import ParseWarning

_LONGEST_WORD = 60


def out_of_words(blocks: Iterable[Block]) -> tuple[tuple[Block, ...], list[ParseWarning]]:
    """The blocks with every mark beside a word, and what was moved."""
    moved: list[Block] = []
    warnings: list[ParseWarning] = []
    for block in blocks:
        marks = tuple(_after_word(block.text, mark) for mark in block.marks)
        warnings += [
            _warning(block, before)
            for before, after in zip(block.marks, marks, strict=True)
            if before is not after
        ]
        moved.append(block if marks == block.marks else replace(block, marks=marks))
    return tuple(moved), warnings


def _after_word(text: str, mark: Mark) -> Mark:
    """The mark at the end of the word it stands in, or where it was."""
    end = mark.offset
    if not text[max(0, end - 1) : end].islower():
        return mark
    while text[end : end + 1].islower() and end - mark.offset < _LONGEST_WORD:
        end += 1
    return mark if end == mark.offset else replace(mark, offset=end)


def _warning(block: Block, mark: Mark) -> ParseWarning:
    start, end = _word_at(block.text, mark.offset)
    word = block.text[start:end]
    return ParseWarning(
        code="marker_in_word",
        message=f"Note {mark.number} is marked inside the word “{word}”; it is kept after it.",
        where=block.where,
    )


def _word_at(text: str, offset: int) -> tuple[int, int]:
    """The span of the word around an offset."""
    start = end = offset
    while text[max(0, start - 1) : start].isalpha() and offset - start < _LONGEST_WORD:
        start -= 1
    while text[end : end + 1].isalpha() and end - offset < _LONGEST_WORD:
        end += 1
    return start, end
