"""Present ingestions: where what readers see of a text comes from."""

from collections.abc import Iterable

from archive.ingest.editing.editions import edition_at_revision, is_parsed
from archive.models import Ingestion, Text
from archive.parsing.parsed import ParsedResolution

_PUBLISHED = Ingestion.State.PUBLISHED


def present_ingestion(text: Text) -> Ingestion | None:
    """The ingestion whose edition the rows of a text are: its latest published one, or None.

    Its parse is loaded once it is asked for.
    """
    published = Ingestion.objects.filter(text=text.pk, state=_PUBLISHED)
    rows = published.select_related("source_file").without_parse().defer("source_file__content")
    return rows.latest_first().first()


def published_edition(ingestion: Ingestion) -> ParsedResolution | None:
    """What was published of an ingestion, without what was corrected since: one query.

    None where nothing was, or where no parse of it is kept.
    """
    if ingestion.published_revision is None or not is_parsed(ingestion):
        return None
    return edition_at_revision(ingestion, ingestion.published_revision).parsed


def successor(ingestion: Ingestion) -> Ingestion | None:
    """The present ingestion of the text that a published one had, whose place others have taken.

    One query for each that came after it; itself where none did.
    """
    seen: set[int] = set()
    found: Ingestion | None = ingestion
    while found is not None and found.text_id is None and found.pk not in seen:
        seen.add(found.pk)
        found = _first(found.followed_by.filter(state=_PUBLISHED).order_by("-pk"))
    return found if found is not None and found.text_id is not None else None


def _first(rows: Iterable[Ingestion]) -> Ingestion | None:
    return next(iter(rows), None)
