"""What is told of a resolution: in a list, beside what stands in it, and whole."""

from datetime import date, datetime
from typing import Literal

from django.utils.translation import gettext_noop as _
from pydantic import Field

from archive.web.api.shapes.citation import CitationMembers
from archive.web.api.shapes.list_page import ListPage
from archive.web.api.shapes.named import NamedResolution
from archive.web.api.shapes.paragraph import NoteMembers, ParagraphMembers
from archive.web.api.shapes.shape import Shape


class ResolutionSummary(NamedResolution):
    """A resolution as a list has it."""

    is_held: bool = Field(description=_("Whether the archive holds its text in English."))
    languages: list[str] = Field(
        description=_("Languages in which the archive holds it, by ISO 639-1 letters.")
    )
    times_recalled: int = Field(description=_("How many other resolutions held here cite it."))
    updated_at: datetime = Field(description=_("When what readers see of it changed last."))


class ResolutionPage(ListPage):
    """A page of resolutions, in the order of their symbols."""

    results: list[ResolutionSummary]


class Adoption(Shape):
    """How an organ adopted a resolution; the counts are null without a recorded vote."""

    method: Literal["without_vote", "recorded_vote"]
    in_favour: int | None
    against: int | None
    abstaining: int | None
    states: dict[str, list[str]] = Field(
        description=_("How States voted, by “in_favour”, “against” and “abstaining”.")
    )


class Masthead(Shape):
    """What is known of its adoption or, of a draft, of its distribution; null is not known."""

    organ_name: str
    session_ordinal: int | None = Field(description=_("The number of a regular session."))
    number: str = Field(description=_("Its number in the session, with its letter if it has one."))
    adopted_on: date | None
    distributed_on: date | None = Field(description=_("Of a draft."))
    meeting: int | None = Field(description=_("The plenary meeting at which it was adopted."))
    adoption: Adoption | None
    committee_report: str | None = Field(description=_("The symbol of the report it is from."))
    agenda_item: str | None
    draft_symbol: str | None = Field(description=_("The draft it was adopted from."))
    sponsors: list[str]
    additional_sponsors: list[str]
    series: str | None = Field(description=_("The series of resolutions it belongs to."))
    lines: list[str] = Field(description=_("The masthead as the file prints it, line by line."))


class EvidenceMembers(Shape):
    """Where a fact is from."""

    fact: str
    origin: str
    words: str = Field(description=_("What it rests on."))
    is_verified: bool


class SourceMembers(Shape):
    """The file that a text is from, as it was received."""

    url: str
    name: str
    media_type: str
    size_bytes: int
    sha256: str
    received_at: datetime
    received_from: str


class TextMembers(Shape):
    """A text as a whole."""

    language: str
    title: str | None = Field(description=_("As the file prints it."))
    content_hash: str = Field(description=_("SHA-256 of its words without white space."))
    parser_version: str
    parsed_at: datetime
    published_at: datetime
    source: SourceMembers


class ResolutionMembers(ResolutionSummary):
    """All that is held of a resolution; of one that is only cited, the text is null."""

    version: int = Field(description=_("The version of the format: 1."))
    masthead: Masthead
    evidence: list[EvidenceMembers]
    drafts: list[str] = Field(description=_("Drafts in whose place it was adopted."))
    text: TextMembers | None
    paragraphs: list[ParagraphMembers]
    notes: list[NoteMembers]
    citations: list[CitationMembers]
