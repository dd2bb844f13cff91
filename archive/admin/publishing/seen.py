"""What readers see of a text, as values to compare an edition with."""

from archive.comparison.texts import PlaceDifference, differences
from archive.corrections.values import Corrected
from archive.ingest.editing.editions import Edition, edition_at_revision, is_parsed
from archive.ingest.reparsing.present import present_ingestion
from archive.models import Text

#: Facts that a masthead has no place for; people set them in words.
_BESIDE = ("stage", "adopted_as", "series")


def seen_of(text: Text) -> Corrected | None:
    """The parse that readers see with its corrections: three queries; None where none was kept."""
    present = present_ingestion(text)
    if present is None or present.published_revision is None or not is_parsed(present):
        return None
    return edition_at_revision(present, present.published_revision).corrected


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
