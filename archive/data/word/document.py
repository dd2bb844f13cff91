"""A document to be written as .docx: paragraphs of runs.

Of runs and of ends of paragraphs it is told whether they are kept, put in or taken out: word
processors show that as tracked changes, to be accepted or rejected.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from archive.comparison.words import ChangeKind


class Style(StrEnum):
    """What a paragraph is, by the name of its style in the file."""

    TITLE = "Title"
    HEADING = "Heading1"
    SUBHEADING = "Heading2"
    TEXT = "Normal"
    QUOTATION = "Quote"
    LABEL = "Caption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words set alike; ``address`` is where they lead.

    A tab or a line break in them is one in the document.
    """

    text: str
    status: ChangeKind = ChangeKind.KEPT
    is_bold: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; ``depth`` is how far it is set in, ``end`` what became of its end."""

    runs: tuple[Run, ...]
    style: Style = Style.TEXT
    depth: int = 0
    end: ChangeKind = ChangeKind.KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document; ``head`` and ``foot`` stand on each page, outside the text.

    Changes are told to be of ``author``, and of a day where it is known. The same document is the
    same bytes, whenever it is written.
    """

    title: str
    paragraphs: tuple[Paragraph, ...]
    author: str
    changed_on: date | None = None
    language: str = "en"
    head: str = ""
    foot: str = ""


def paragraph(text: str, style: Style = Style.TEXT, *, depth: int = 0) -> Paragraph:
    """A paragraph of words that are set alike."""
    return Paragraph(runs=(Run(text=text),), style=style, depth=depth)
