"""A paragraph while its lines are put together again.

Reads: words of lines, numbers that stood apart. Writes: a block.
"""

import re

from archive.parsing.blocks import LINE_END_HYPHEN, Block, BlockKind, Mark
from archive.parsing.parsed import Mend

_TERMINAL = tuple('.,;:!?”"’)*')
_JOINED = ("; and", "; or")
_CLINGS = tuple(",;:.?!)]”")
_LAST_WORD = re.compile(r"\S+$")
_SUSPENDED = re.compile(r"(?:and|or|to) ")
_TIED_BY_DASH = re.compile(r"\w–$")
_LETTER_AND_HYPHEN = re.compile(r"[^\W\d_]-$")


class OpenParagraph:
    """A paragraph, or a note with its number, while its lines are put together."""

    def __init__(self, where: str, *, number: int | None = None) -> None:
        self.where = where
        self.number = number
        self.words: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self.sign = ""

    @property
    def ended(self) -> bool:
        """Whether its last words can be the end of a paragraph."""
        return self.words[-1].endswith(_TERMINAL + _JOINED)

    def add(self, words: str) -> None:
        """Add a line's words; a hyphen at the end of the line before stays open to doubt.

        Unless it is suspended: "gender-, age-" above "and disability-sensitive".
        """
        if self.words and _SUSPENDED.match(words) and self.words[-1].endswith("-"):
            self.words[-1] += " "
            self.length += 1
        elif self.words and _LETTER_AND_HYPHEN.search(self.words[-1]):
            self.words[-1] = self.words[-1][:-1] + LINE_END_HYPHEN
        elif self.words and not words.startswith(_CLINGS) and not self._spans_on(words):
            self.words[-1] += " "
            self.length += 1
        self.words.append(words)
        self.length += len(words)

    def with_hyphen(self, following: str, *, where: str) -> Mend:
        """Put back the hyphen that extraction lost at the end of the last line, and say so."""
        self.words[-1] += "-"
        self.length += 1
        half, other = _LAST_WORD.search(self.words[-1]), following.split(" ", 1)[0]
        word = half[0] if half else "-"
        return Mend(where=where, found=word[:-1] + other, mended=word + other)

    def _spans_on(self, words: str) -> bool:
        """Whether the line before ends in a dash that ties what stands on either side of it."""
        return words[0].isalnum() and _TIED_BY_DASH.search(self.words[-1]) is not None

    def ended_by(self, signs: str | tuple[str, ...]) -> bool:
        """Whether its last words end in one of these signs."""
        return self.words[-1].endswith(signs)

    def mark(self, number: str) -> Mark:
        """Note that a number stood here by itself."""
        self.marks.append(Mark(number=number, offset=self.length, printed=number))
        return self.marks[-1]

    def unmark(self, mark: Mark) -> None:
        """Take back a number that marks nothing."""
        self.marks = [kept for kept in self.marks if kept is not mark]

    def block(self) -> Block:
        """The paragraph or the note as a block."""
        words, marks = "".join(self.words), tuple(self.marks)
        if self.number is None:
            return Block(BlockKind.TEXT, words, self.where, marks=marks)
        return Block(BlockKind.NOTE, words, self.where, number=str(self.number))
