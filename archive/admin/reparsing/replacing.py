"""What the page shows on which a file takes the place of a held text."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.admin.publishing.differences import ToldDifference, told
from archive.comparison.texts import differences
from archive.ingest.editing.editions import edition_of, is_parsed
from archive.ingest.reparsing.present import present_ingestion, published_edition
from archive.ingest.reparsing.replacing import ReplacingError, held_in_its_place
from archive.models import Ingestion, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The held text whose place a file can take, with what would differ; or why there is none.

    ``differences`` is None where no parse of what is published is kept.
    """

    held: Text | None = None
    differences: Sequence[ToldDifference] | None = None
    why_not: str = ""


def place_of(ingestion: Ingestion) -> Place:
    """The place that a file can take: four queries."""
    if not is_parsed(ingestion):
        return Place(why_not="There is no parse of it yet, so nothing says which resolution it is.")
    edition = edition_of(ingestion)
    try:
        held = held_in_its_place(edition)
    except ReplacingError as error:
        return Place(why_not=str(error))
    present = present_ingestion(held)
    published = published_edition(present) if present else None
    found = told(differences(published, edition.parsed)) if published else None
    return Place(held=held, differences=found)
