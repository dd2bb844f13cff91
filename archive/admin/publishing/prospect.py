"""Prospects: what will happen when an edition is published, before anybody has it done."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.admin.publishing.differences import ToldDifference, told
from archive.admin.publishing.seen import changes_for_readers, facts_beside, seen_of
from archive.admin.review.findings import Finding, blocking
from archive.ingest.editing.editions import edition_of
from archive.ingest.lineages.carrying import decisions_lost
from archive.ingest.publishing.blocking import Blocker, blockers
from archive.ingest.publishing.claims import claims, held_by
from archive.models import Citation, Ingestion, ParagraphPairing, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """What publishing an edition does, or what keeps it from being published.

    ``held`` is the text in whose place it comes, ``replaced_file`` the name of another file that
    readers have had it from so far; then a reason is asked for. ``changes`` is None where what
    readers see was not kept as a parse, and ``waiting`` counts citations that will lead to it.
    ``lost`` are what people have decided of paragraphs whose words go.
    """

    symbol: str
    blockers: Sequence[Finding]
    held: Text | None
    replaced_file: str
    is_up_to_date: bool
    changes: Sequence[ToldDifference] | None
    facts: Sequence[tuple[str, str, str]]
    counts: tuple[int, int, int]
    waiting: int
    lost: Sequence[ParagraphPairing]


def prospect_of(ingestion: Ingestion, *, refused: Sequence[Blocker] = ()) -> Prospect:
    """The prospect of an ingestion with a parse; ``refused`` is why it was refused just now."""
    edition = edition_of(ingestion)
    held = held_by(edition)
    found = refused or blockers(edition)
    strongest = claims(edition, held=held)
    symbol = strongest[0].canonical if strongest else ""
    seen = seen_of(held) if held else None
    parsed = edition.parsed
    return Prospect(
        symbol=symbol,
        blockers=blocking(edition, found),
        held=held,
        replaced_file=_replaced(held, ingestion),
        is_up_to_date=_is_up_to_date(held, ingestion),
        changes=told(changes_for_readers(seen, edition)) if seen else None,
        facts=facts_beside(seen, edition) if seen else (),
        counts=(len(parsed.paragraphs), len(parsed.footnotes), len(parsed.citations)),
        waiting=_waiting(symbol) if held is None else 0,
        lost=decisions_lost(held.pk, parsed.paragraphs) if held else (),
    )


def _replaced(held: Text | None, ingestion: Ingestion) -> str:
    if held is None or held.source_file_id == ingestion.source_file_id:
        return ""
    return held.source_file.name


def _is_up_to_date(held: Text | None, ingestion: Ingestion) -> bool:
    """Whether readers see this very edition."""
    is_published = held is not None and ingestion.text_id == held.pk
    return is_published and not ingestion.has_unpublished_changes


def _waiting(symbol: str) -> int:
    """How many citations of other texts wait for a resolution that is not held."""
    return Citation.objects.naming(symbol).count()
