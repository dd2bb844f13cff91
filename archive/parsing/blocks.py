"""Neutral blocks: what every reader hands to the stages, whatever the file's format.

A block is a stretch of text that stands by itself in the file: a paragraph, a printed line
of the masthead, a note, a page number. Readers of formats that know more (true footnotes,
superscripts, list labels) fill in more; the stages find out the rest.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from archive.parsing.parsed import Masthead, Mend, ParseWarning, Row


class BlockKind(StrEnum):
    """What a reader could tell of a block by itself."""

    TEXT = "text"
    NOTE = "note"
    FURNITURE = "furniture"


class Role(StrEnum):
    """What a format says a text is; where none says so, the words of the text decide."""

    FRONT = "front"
    ORGAN = "organ"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    HEADING = "heading"
    ANNEX = "annex"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A number that may mark a note: no longer in the words, at ``offset`` in the block's text.

    ``printed`` is what the file had there. A certain mark comes from a format that says so;
    any other is weighed against the notes that exist.
    """

    number: str
    offset: int
    printed: str
    certain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address that a file ties to words of a text: ``[start:end]``, and where it leads."""

    start: int
    end: int
    href: str

    def moved(self, by: int) -> "Link":
        """The same link where its words stand further on."""
        return Link(start=self.start + by, end=self.end + by, href=self.href)


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of text, its white space squeezed, with the line or element it starts at.

    ``number`` is a note's. ``label`` is a paragraph's where the format keeps it apart from the
    words. ``rows`` are a table's, each of cells as spans of ``text``. ``role`` is what the
    format says the text is; ``Role.ANNEX`` begins an annex. ``links`` are the format's own.
    """

    kind: BlockKind
    text: str
    where: str
    number: str | None = None
    marks: tuple[Mark, ...] = ()
    label: str = ""
    role: Role | None = None
    rows: tuple[Row, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader made of a file: blocks in reading order.

    ``source_text`` holds every character the blocks must account for; ``hidden_marks`` says
    whether note numbers may be hidden in the words. ``stated`` is what the format's own data say
    of the document; ``mends`` are words the reader itself put together. ``layout`` names how the
    format lays a text out; where nothing is said, it is the format.
    """

    format: str
    blocks: tuple[Block, ...]
    source_text: str
    hidden_marks: bool = True
    warnings: tuple[ParseWarning, ...] = field(default=())
    language: str = "en"
    stated: Masthead | None = None
    mends: tuple[Mend, ...] = ()
    layout: str = ""


#: A hyphen printed at the end of a line: it may belong to the word or only divide it.
LINE_END_HYPHEN = "\u00ad"


def as_printed(text: str) -> str:
    """The text with a plain hyphen wherever a line ended in one."""
    return text.replace(LINE_END_HYPHEN, "-")


def squeeze(text: str) -> str:
    """The text with single spaces and none at its ends."""
    return " ".join(text.split())


def of_kind(blocks: Iterable[Block], kind: BlockKind) -> list[Block]:
    """The blocks of one kind, in order."""
    return [block for block in blocks if block.kind is kind]
