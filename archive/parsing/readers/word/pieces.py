"""Pieces of a paragraph, and the account of every character met on the way.

Reads: strings as the XML has them. Writes: strings as the page shows them, raised figures apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from archive.parsing.readers.signs import LIGATURES, RAISED_FIGURES

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), "")
_AS_ONE = str.maketrans(LIGATURES)
_RAISED = str.maketrans(RAISED_FIGURES)
_FIGURES = re.compile("([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a paragraph; a break is a line end in them.

    ``note`` is the key of the note whose number they are; of an empty piece, the key of a note
    whose mark the author typed in the pieces that follow.
    """

    text: str
    raised: bool = False
    note: str | None = None


@dataclass(slots=True)
class Account:
    """Every character that the page shows, and what it does not show, in order.

    ``moved`` are the words that tracked changes move away, ``arrived`` those that they move here.
    """

    seen: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    arrived: list[str] = field(default_factory=list)
    changes: int = 0

    def end_paragraph(self) -> None:
        """Keep what follows apart from what was met so far."""
        for words in (self.hidden, self.deleted, self.moved, self.arrived):
            if words and words[-1] != "\n":
                words.append("\n")


def plain(text: str) -> str:
    """The text without signs that are not seen, and with letters in their plain form."""
    return text.translate(_INVISIBLE).translate(_AS_ONE)


def pieces_of(text: str, *, raised: bool) -> Iterator[Piece]:
    """The text in pieces, raised figures as raised pieces of plain figures."""
    for index, part in enumerate(_FIGURES.split(plain(text))):
        if part:
            yield Piece(part.translate(_RAISED), raised=raised or index % 2 == 1)
