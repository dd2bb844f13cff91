"""A page of HTML as lines: the text that is shown, and what its elements say of each line.

Reads: the text of a page. Writes: its lines, with marks, labels, cells and the boxes they stand
in, and every character that is shown.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from archive.parsing.blocks import LINE_END_HYPHEN
from archive.parsing.readers.html.words import PageMark

_SUSPENDED = re.compile(r"(?:and|or|to) ")
_TIED_BY_DASH = re.compile(r"\w–$")
_CLINGS = tuple(",;:.?!)]”")


class Break(IntEnum):
    """What parts a line from the one before: a line break, several, or the edge of an element."""

    LINE = 1
    BLANK = 2
    BLOCK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The place of a cell: its table, row and column, counted from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An element that parts lines, and the box it stands in (-1 for none)."""

    parent: int
    tag: str
    is_aside: bool
    is_note: bool
    is_one_note: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """A line of a page. ``names`` are the places in it that links lead to."""

    number: int
    text: str
    marks: tuple[PageMark, ...]
    box: int
    parted_by: Break
    indent: int = 0
    label: str = ""
    names: frozenset[str] = frozenset()
    cell: Cell | None = None
    is_heading: bool = False
    is_linked: bool = False
    is_preformatted: bool = False

    @property
    def where(self) -> str:
        """The place in the page, for a person."""
        return f"line {self.number} of the page"

    @property
    def printed(self) -> str:
        """The line with its marks among the words, as it is shown."""
        words, at = [""], 0
        for mark in self.marks:
            words += [self.text[at : mark.offset], " " * mark.after_space, mark.printed]
            at = mark.offset
        return "".join([*words, self.text[at:]]).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The lines of a page in reading order, the boxes they stand in, and all that is shown.

    Labels of lists are not among what is shown: a line has its own. Nor is ``title``, what the
    page calls itself.
    """

    lines: tuple[PageLine, ...]
    boxes: tuple[Box, ...]
    shown: str
    title: str = ""
    has_frames: bool = False
    has_scripts: bool = False


def joined(lines: Sequence[PageLine]) -> PageLine:
    """Lines as one, words parted by single spaces; a hyphen at a line's end stays open to doubt."""
    words: list[str] = []
    marks: list[PageMark] = []
    length = 0
    for line in lines:
        if words and line.text:
            words[-1], parted = _end_of_line(words[-1], line.text)
            words.append(parted)
            length += len(parted)
        marks += [replace(mark, offset=mark.offset + length) for mark in line.marks]
        words.append(line.text)
        length += len(line.text)
    names = frozenset[str]().union(*(line.names for line in lines))
    return replace(lines[0], text="".join(words), marks=tuple(marks), names=names)


def _end_of_line(words: str, following: str) -> tuple[str, str]:
    """The words at a line's end, and what parts them from the next line's."""
    if len(words) > 1 and words.endswith("-") and words[-2].isalpha():
        if _SUSPENDED.match(following):
            return words, " "
        return words[:-1] + LINE_END_HYPHEN, ""
    tied = _TIED_BY_DASH.search(words) is not None or following.startswith(_CLINGS)
    return words, "" if tied or not words else " "


def marked_by(boxes: Sequence[Box], test: Callable[[int, Box], bool]) -> list[int]:
    """For each box, the nearest one around it or itself that passes the test; -1 for none."""
    nearest: list[int] = []
    for at, box in enumerate(boxes):
        outer = nearest[box.parent] if box.parent >= 0 else -1
        nearest.append(at if test(at, box) else outer)
    return nearest
