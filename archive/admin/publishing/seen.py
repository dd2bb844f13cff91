"""What readers see of a text, as values to compare an edition with."""

from archive.comparison.texts import PlaceDifference, differences
from archive.corrections.applying import corrected
from archive.corrections.values import Corrected
from archive.ingest.editing.editions import Edition, is_parsed
from archive.models import Correction, Ingestion, Text
from archive.parsing.contract import parsed_of

#: Facts that a masthead has no place for; people set them in words.
_BESIDE = ("stage", "adopted_as", "series")


def seen_of(text: Text) -> Corrected | None:
    """The parse that readers see with its corrections: two queries; None where none was kept."""
    published = text.ingestions.filter(state=Ingestion.State.PUBLISHED)
    latest = published.order_by("-ingested_at", "-pk").first()
    if latest is None or latest.parse_result is None or not is_parsed(latest):
        return None
    corrections = Correction.objects.seen_by_readers(text).values_made()
    return corrected(parsed_of(latest.parse_result), corrections)


def changes_for_readers(seen: Corrected, edition: Edition) -> tuple[PlaceDifference, ...]:
    """Every place that readers will find otherwise."""
    return differences(seen.parsed, edition.parsed)


def facts_beside(seen: Corrected, edition: Edition) -> list[tuple[str, str, str]]:
    """Facts besides the masthead that differ: the name, what they were and what they will be."""
    before, after = seen.facts, edition.corrected.facts
    return [
        (fact.replace("_", " "), before.get(fact) or "", after.get(fact) or "")
        for fact in _BESIDE
        if before.get(fact) != after.get(fact)
    ]
