"""What checking a draft finds, as values: the page, the document and the JSON are made of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from archive.comparison.strengths import Step
from archive.comparison.words import Change
from archive.models import Resolution
from archive.parsing.parsed import Citation, Footnote, Paragraph, ParsedResolution
from archive.search.agreed.values import AgreedWording, place_of
from archive.web.draft.cited_places import NOWHERE, CitedPlaces


class Verdict(StrEnum):
    """How near a paragraph is to agreed language."""

    VERBATIM = "verbatim"
    CLOSE = "close"
    NEW = "new"


class Standing(StrEnum):
    """What the archive has of what is cited."""

    HELD = "held"
    KNOWN = "known"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"
    DOCUMENT = "document"
    WITHIN = "within"
    MISSING = "missing"


class Dating(StrEnum):
    """How the date of a citation stands to that of the resolution it cites."""

    RIGHT = "right"
    WRONG = "wrong"
    UNCHECKED = "unchecked"
    NOT_GIVEN = "not_given"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundWording:
    """An agreed wording near a paragraph, the changes that make it the draft's, and the step.

    ``step`` says how the draft's opening stands to its own; None where the scale does not tell.
    """

    agreed: AgreedWording
    changes: tuple[Change, ...]
    step: Step | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedCitation:
    """A citation of a draft, and what the archive knows of what it cites.

    ``cited`` is there unless the archive knows nothing that may be said; ``places`` are the
    paragraphs it names of a text that is held, ``unread_date`` are words like those of a date.
    """

    citation: Citation
    standing: Standing
    cited: Resolution | None = None
    places: CitedPlaces = NOWHERE
    dating: Dating = Dating.UNCHECKED
    unread_date: str = ""

    @property
    def is_doubtful(self) -> bool:
        """Whether somebody should look at it."""
        return (
            self.standing in {Standing.UNKNOWN, Standing.MISSING}
            or self.dating in {Dating.WRONG, Dating.UNREAD}
            or bool(self.places.missing)
            or bool(self.citation.conflict)
        )

    @property
    def adopted_on(self) -> date | None:
        """When what it cites was adopted, where that is known."""
        return self.cited.adopted_on if self.cited else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedParagraph:
    """A paragraph of a draft with the wordings that are nearest, and what it and its notes cite.

    ``verdict`` is None of what is not compared: headings and tables.
    """

    paragraph: Paragraph
    verdict: Verdict | None
    wordings: tuple[FoundWording, ...]
    citations: tuple[CheckedCitation, ...]
    notes: tuple[Footnote, ...]

    @property
    def place(self) -> str:
        """Where it stands in the draft, as a reader writes it: ``op. 10 (a)``."""
        return place_of(self.paragraph.id, self.paragraph.label or "")

    @property
    def step(self) -> Step | None:
        """How its opening stands to that of the nearest wording; None of what is new."""
        is_near = self.wordings and self.verdict is not Verdict.NEW
        return self.wordings[0].step if is_near else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedDraft:
    """A draft with everything that was found.

    ``unplaced`` are citations in notes that nothing marks.
    """

    parsed: ParsedResolution
    paragraphs: tuple[CheckedParagraph, ...]
    unplaced: tuple[CheckedCitation, ...]

    @property
    def verdicts(self) -> Mapping[Verdict, int]:
        """How many paragraphs met each verdict."""
        return Counter(one.verdict for one in self.paragraphs if one.verdict)

    @property
    def steps(self) -> Mapping[Step, int]:
        """How many openings are stronger, the same or weaker than in the nearest wording."""
        return Counter(one.step for one in self.paragraphs if one.step)

    @property
    def citations(self) -> Sequence[CheckedCitation]:
        """Every citation, in reading order; the unplaced last."""
        return [citation for _paragraph, citation in self._placed()]

    @property
    def doubtful(self) -> Sequence[tuple[CheckedParagraph | None, CheckedCitation]]:
        """Citations that somebody should look at, with their paragraphs; the unplaced have none."""
        return [placed for placed in self._placed() if placed[1].is_doubtful]

    def _placed(self) -> Iterator[tuple[CheckedParagraph | None, CheckedCitation]]:
        for paragraph in self.paragraphs:
            yield from ((paragraph, citation) for citation in paragraph.citations)
        yield from ((None, citation) for citation in self.unplaced)
