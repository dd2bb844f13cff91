"""Numbers that stand apart from the words: which may mark notes, and which count pages.

Reads: the numbers as they come, and the numbers of the notes at each page's foot.
Writes: possible marks in paragraphs, and page furniture. A note is printed on the page that marks
it, so a number marks one of the notes printed next, or nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.parsing.blocks import Block, BlockKind, Mark
from archive.parsing.dates import MONTHS
from archive.parsing.readers.text.open_paragraph import OpenParagraph

_LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class _LoneNumber:
    """A number, the paragraph it stands in, and whether a field's residue announced it."""

    paragraph: OpenParagraph
    mark: Mark
    where: str
    announced: bool


class LoneNumbers:
    """The numbers since the last notes; those of pages are told apart when the next are known."""

    def __init__(self) -> None:
        self._open: list[_LoneNumber] = []
        self._noted: set[str] = set()
        self.last = 0

    @property
    def numbers(self) -> set[int]:
        """The numbers that are not settled yet."""
        return {int(lone.mark.number) for lone in self._open}

    def add(self, paragraph: OpenParagraph, number: str, *, where: str, announced: bool) -> None:
        """Take a number that stands where the paragraph has come to."""
        mark = paragraph.mark(number)
        self._open.append(
            _LoneNumber(paragraph=paragraph, mark=mark, where=where, announced=announced)
        )
        self.last = int(number)

    def settle(self, notes: set[str]) -> list[Block]:
        """Keep one mark for each note printed here; the numbers that count pages as furniture."""
        self._noted |= notes
        chosen: dict[str, _LoneNumber] = {}
        for lone in self._open:
            before = chosen.get(lone.mark.number)
            if before is None or lone.announced or not before.announced:
                chosen[lone.mark.number] = lone
        kept = {id(chosen[number]) for number in notes if number in chosen}
        refused = [lone for lone in self._open if id(lone) not in kept]
        self._open = []
        self.last = max(map(int, notes), default=self.last)
        return _taken_back(refused)

    def refused_at_end(self) -> list[Block]:
        """The numbers after the last notes: those of notes printed before count pages."""
        return _taken_back(lone for lone in self._open if lone.mark.number in self._noted)


def is_day_of_date(number: str, following: str) -> bool:
    """Whether a number and the line below it are a date: "4" above "February 2020"."""
    return int(number) <= _LONGEST_MONTH and following.split(" ", 1)[0] in MONTHS


def _taken_back(refused: Iterable[_LoneNumber]) -> list[Block]:
    blocks = []
    for lone in refused:
        lone.paragraph.unmark(lone.mark)
        blocks.append(Block(BlockKind.FURNITURE, lone.mark.printed, lone.where))
    return blocks
