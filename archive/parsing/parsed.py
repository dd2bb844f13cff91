"""The frozen values a parse yields, in the shape of the parse contract.

Nothing here computes: stages of the pipeline build these values, ingestion and
``manage.py parse`` read them. Offsets are code points into the text they stand beside.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from archive.parsing.symbols import Organ


class ParagraphKind(StrEnum):
    """What a paragraph is in a resolution, in the United Nations' own terms."""

    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    HEADING = "heading"
    ANNEX = "annex"


class AdoptionMethod(StrEnum):
    """How an organ adopted a text."""

    WITHOUT_VOTE = "without_vote"
    RECORDED_VOTE = "recorded_vote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A footnote's mark in a paragraph: the note's number and the offset it stands at."""

    number: str
    offset: int


#: A row of a table: its cells as spans (start, end excluded) of the paragraph's text.
Row = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph. ``text`` has neither label nor markers, and single spaces only.

    ``form`` is its opening without modifiers, for grouping ("note", "call upon"). A table is one
    paragraph: ``rows`` are its rows.
    """

    id: str
    kind: ParagraphKind
    number: int | None
    label: str | None
    parent: str | None
    opening: str | None
    text: str
    markers: tuple[Marker, ...] = ()
    form: str | None = None
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """One note. ``marked_in`` is the anchor of the paragraph that carries its marker, or None."""

    id: str
    number: str
    text: str
    marked_in: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference in a paragraph or a note: ``text`` is ``[start:end]`` of the source's text.

    ``target`` is a canonical symbol, or None for a reference within the same text; then
    ``pinpoint`` is the anchor it points to. ``conflict`` says in a sentence what contradicts it.
    ``of_whole`` marks a citation within that of a lettered part ("45/58" in "45/58 P"): it leads
    to the document that prints the part, and is no mention of its own.
    """

    source: str
    start: int
    end: int
    text: str
    target: str | None
    by_name: bool = False
    dated_on: date | None = None
    pinpoint: str | None = None
    opening: str | None = None
    conflict: str | None = None
    of_whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """How a text was adopted; the counts are None unless the vote was recorded.

    The States are named as the file names them, where it lists them.
    """

    method: AdoptionMethod
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None
    in_favour_states: tuple[str, ...] = ()
    against_states: tuple[str, ...] = ()
    abstaining_states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What a file says of itself; None where it does not. ``lines`` are its words as printed.

    ``draft_symbol`` is the draft it was adopted from; sponsors are named as the file names them.
    """

    symbol: str | None = None
    organ: Organ | None = None
    session: int | None = None
    title: str | None = None
    adopted_on: date | None = None
    meeting: int | None = None
    committee_report: str | None = None
    agenda_item: str | None = None
    distributed_on: date | None = None
    adoption: Adoption | None = None
    is_draft: bool | None = None
    draft_symbol: str | None = None
    sponsors: tuple[str, ...] = ()
    additional_sponsors: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A guess at what a file without a symbol may be, with the words it rests on."""

    session: int | None
    symbol: str | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseWarning:
    """Something a person should look at: a stable code, a sentence, and where it stands."""

    code: str
    message: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """A word that extraction broke and the parse put together again."""

    where: str
    found: str
    mended: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedResolution:
    """Everything one file says, and what was left over."""

    format: str
    parser_version: str
    layout: str = ""
    language: str = "en"
    masthead: Masthead = field(default_factory=Masthead)
    candidates: tuple[Candidate, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    citations: tuple[Citation, ...] = ()
    warnings: tuple[ParseWarning, ...] = ()
    mends: tuple[Mend, ...] = ()
    leftovers: tuple[str, ...] = ()


class ParseError(Exception):
    """A file that cannot be parsed: a stable code; the message says what, where and what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message
