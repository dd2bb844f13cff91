"""The page of a review, put together."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.admin.review.corrections import (
    ListedCorrection,
    all_corrections,
    conflicting,
    listed,
)
from archive.admin.review.findings import Findings, findings_of
from archive.admin.review.forms import CorrectionForms
from archive.admin.review.masthead import Offer, ReviewedFact, offers, reviewed_facts
from archive.admin.review.refusals import Refusal
from archive.admin.review.text import ReviewedText, reviewed_text
from archive.ingest.editing.editions import edition_of
from archive.models import Ingestion
from archive.models.text import LANGUAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Everything that the page of an edition shows."""

    language: str
    findings: Findings
    conflicts: Sequence[ListedCorrection]
    facts: Sequence[ReviewedFact]
    offers: Sequence[Offer]
    text: ReviewedText
    leftovers: Sequence[str]
    corrections: Sequence[ListedCorrection]
    new_note: str
    first_paragraph: str


def review_of(
    ingestion: Ingestion, forms: CorrectionForms, *, refusal: Refusal | None = None
) -> Review:
    """The review of an ingestion that has a parse: at most ten queries, however long it is.

    An offer that was sent and refused comes first, as it was written.
    """
    edition = edition_of(ingestion)
    corrections = listed(all_corrections(ingestion), edition)
    return Review(
        language=_language(edition.parsed.language),
        findings=findings_of(edition, forms),
        conflicts=conflicting(corrections),
        facts=reviewed_facts(edition, forms),
        offers=_offered(offers(edition), refusal) if forms.is_allowed else (),
        text=reviewed_text(edition, forms),
        leftovers=edition.parsed.leftovers,
        corrections=corrections,
        new_note=forms.new_note(),
        first_paragraph=forms.paragraph_after("start"),
    )


def _offered(found: Sequence[Offer], refusal: Refusal | None) -> Sequence[Offer]:
    symbol = refusal.sent.typed("symbol") if refusal else ""
    if not found or refusal is None or not symbol:
        return found
    written = Offer(
        symbol=symbol,
        told="As you wrote it.",
        evidence=refusal.sent.typed("evidence"),
        problem=refusal.message if refusal.field else "",
    )
    return [written, *(one for one in found if one.symbol != symbol)]


def _language(letters: str) -> str:
    """A language in English; of one that is not official, its letters."""
    return LANGUAGES.get(letters, (letters, ""))[0]
