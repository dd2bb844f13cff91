"""Lines of a page to blocks.

Reads: a page. Writes: blocks: the text's paragraphs and tables, notes, and what stands around.
A page whose notes no element tells of (text as it was typed, between ``pre``, or paragraphs
without raised numbers) is read as text files are.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from archive.parsing.blocks import Block, BlockKind, Mark, Role
from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import ANNEX_LINE, LineKind, kind_of_line, organ_of
from archive.parsing.readers.html.choice import Choice, choose
from archive.parsing.readers.html.marks import with_certain_marks, with_words
from archive.parsing.readers.html.notes import PageNote, notes_in
from archive.parsing.readers.html.page import Break, Page, PageLine, joined
from archive.parsing.readers.html.tables import PageTable, unroll
from archive.parsing.readers.html.titles import with_heading_as_title
from archive.parsing.readers.text import lay_out
from archive.parsing.readers.text.lines import Line

_ENDS = (".", ",", ";", ":", "?", "!", "”", '"', "and", "or")
_INDENTED = 2
_LABEL_ALONE = re.compile(r"\d{1,3}\.|\([a-z]{1,5}\)")
_LONGEST_FURNITURE = 120


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """The blocks of a page, the labels of lists they have, and how its notes are marked.

    ``hidden_marks`` says that numbers of notes may be hidden in the words.
    """

    blocks: list[Block]
    labels: list[str]
    hidden_marks: bool


def blocks_of_page(page: Page) -> PageBlocks:
    """The blocks of a page."""
    notes, others = notes_in(page)
    lines = list(with_certain_marks(others, notes))
    shown = replace(page, lines=tuple(lines))
    choice = with_heading_as_title(page, choose(shown))
    around = [_furniture(line.printed, line.where) for line in choice.around]
    if not notes and not any(line.marks for line in choice.lines):
        labels = [line.label for line in choice.lines]
        return PageBlocks([*_as_text(choice), *around], labels, hidden_marks=True)
    signs = _signs_of(choice.lines, notes)
    texts = list(_text_blocks(choice))
    labels = [block.label for block in texts] + [note.label for note in notes]
    blocks = [*texts, *map(_note, notes), *around, *signs]
    return PageBlocks(blocks, labels, hidden_marks=False)


def _as_text(choice: Choice) -> Iterator[Block]:
    """The blocks of lines that are read as a text file's."""
    items = _in_paragraphs(choice)
    lines = [item.line if isinstance(item, PageTable) else item for item in items]
    rows = {item.line.number: item.rows for item in items if isinstance(item, PageTable)}
    by_place = {f"line {line.number}": line for line in lines}
    typed = [
        Line(
            number=line.number,
            text=_typed(line),
            indent=line.indent,
            after_blank=line.parted_by is not Break.LINE,
        )
        for line in lines
    ]
    is_typed = any(line.is_preformatted for line in lines)
    for block in lay_out(typed, is_typed=is_typed).blocks:
        line = by_place.get(block.where)
        known = replace(block, where=f"{block.where} of the page")
        if line is not None and _typed(line) == block.text:
            known = replace(known, role=_role(line), rows=rows.get(line.number, ()))
        yield known


def _typed(line: PageLine) -> str:
    """A line as a text file has it, its label before its words."""
    return " ".join(f"{line.label} {line.printed}".split())


def _in_paragraphs(choice: Choice) -> list[PageLine | PageTable]:
    """The text's lines, line breaks inside paragraphs undone from where the text begins."""
    front, body = choice.lines[: choice.start], choice.lines[choice.start :]
    groups: list[list[PageLine]] = []
    done: list[PageLine | PageTable] = [*front]
    for line in unroll(body):
        if isinstance(line, PageTable):
            done += map(joined, groups)
            groups = []
            done.append(line)
        elif groups and (_is_labelled(groups[-1], line) or _goes_on(groups[-1], line)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [*done, *map(joined, groups)]


def _is_labelled(group: Sequence[PageLine], line: PageLine) -> bool:
    """Whether the line above is a label and nothing else, and this line has its words."""
    if line.is_preformatted or len(group) > 1 or group[0].marks:
        return False
    if not _LABEL_ALONE.fullmatch(group[0].text):
        return False
    has_own = line.label or split_label(line.text)[0] is not None
    return not has_own and kind_of_line(line.text) is None


def _goes_on(group: Sequence[PageLine], line: PageLine) -> bool:
    """Whether a line after a line break goes on with the paragraph of those above it."""
    if line.parted_by is not Break.LINE or line.is_preformatted or line.indent >= _INDENTED:
        return False
    if kind_of_line(group[0].text) is not None:
        return False
    if line.text[:1].islower():
        return True
    if kind_of_line(line.text) is not None:
        return False
    return not (group[-1].text.endswith(_ENDS) and _begins(line.text))


def _begins(words: str) -> bool:
    return split_label(words)[0] is not None or find_opening(words) is not None


def _text_blocks(choice: Choice) -> Iterator[Block]:
    for line in _in_paragraphs(choice):
        if isinstance(line, PageTable):
            yield replace(_block(line.line), rows=line.rows)
        else:
            yield _block(line)


def _block(line: PageLine) -> Block:
    return Block(
        BlockKind.FURNITURE if _is_furniture(line.text) else BlockKind.TEXT,
        line.text,
        line.where,
        marks=_marks(line),
        label=line.label,
        role=_role(line),
    )


def _is_furniture(words: str) -> bool:
    return kind_of_line(words) in {LineKind.PAGE, LineKind.RULE}


def _marks(line: PageLine) -> tuple[Mark, ...]:
    return tuple(
        Mark(number=number, offset=mark.offset, printed=number, certain=True)
        for mark in line.marks
        for number in mark.numbers
    )


def _role(line: PageLine) -> Role | None:
    """A heading's role, unless its words say that it is something else."""
    words = line.text
    if not line.is_heading or organ_of(words) or kind_of_line(words) is not None:
        return None
    return None if ANNEX_LINE.fullmatch(words) or _begins(words) else Role.HEADING


def _note(note: PageNote) -> Block:
    """A note; marks in its words are words."""
    line = with_words(note.line, set(map(id, note.line.marks)))
    return Block(BlockKind.NOTE, line.text, line.where, number=note.number)


def _signs_of(lines: Iterable[PageLine], notes: Sequence[PageNote]) -> Iterator[Block]:
    """Brackets, strokes and arrows printed with the numbers of notes, as page furniture."""
    signs = [mark.trimmings for line in lines for mark in line.marks]
    signs += [sign.strip() for note in notes for sign in note.signs]
    together = " ".join(filter(None, signs))
    for start in range(0, len(together), _LONGEST_FURNITURE):
        yield _furniture(together[start : start + _LONGEST_FURNITURE].strip(), "signs of notes")


def _furniture(words: str, where: str) -> Block:
    return Block(BlockKind.FURNITURE, words, where)
