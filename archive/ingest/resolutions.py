"""Resolutions by symbol: rows for whatever is named, and citations that find them.

Acts and drafts get rows, other documents none (docs/decisions/0003). Rows are made in the order
of their symbols and left as they are where another has made them, so that two writers who name
the same resolutions never wait for one another in a circle.
"""

from collections.abc import Collection, Iterable

from django.db import connection

from archive.ingest.publishing.records import Consequence, Records
from archive.models import Citation, Resolution
from archive.parsing.symbols import Symbol, SymbolKind

_LINK = """
UPDATE archive_citation AS citation SET cited_resolution_id = resolution.id
FROM archive_resolution AS resolution
WHERE citation.cited_symbol = ANY(%s) AND citation.cited_resolution_id IS NULL
  AND resolution.symbol = citation.cited_symbol
RETURNING citation.id
"""


def is_kept(symbol: Symbol) -> bool:
    """Whether the archive keeps a row for what a symbol names: an act or a draft."""
    return symbol.is_act or symbol.kind is SymbolKind.DRAFT


def stage_of(symbol: Symbol) -> Resolution.Stage:
    """The stage a symbol by itself says; a draft's symbol is never that of the adopted text."""
    is_draft = symbol.kind is SymbolKind.DRAFT
    return Resolution.Stage.DRAFT if is_draft else Resolution.Stage.ADOPTED


def bring(symbols: Iterable[Symbol], *, records: Records) -> dict[str, Resolution]:
    """The rows of some symbols, made where there are none; citations of those made are linked.

    One query where all are there, else four, whatever their number. Runs in the transaction
    of whoever needs the rows; whoever holds the write lock has them recorded once.
    """
    wanted = {symbol.text: symbol for symbol in symbols}
    known = _known(wanted)
    missing = [text for text in sorted(wanted) if text not in known]
    if missing:
        Resolution.objects.bulk_create(
            [_row(wanted[text]) for text in missing], ignore_conflicts=True
        )
        records.changed(Citation, _link(missing), because=Consequence.LINKED)
        made = _known(missing)
        records.added(Resolution, (row.pk for row in made.values()))
        known |= made
    return known


def _known(symbols: Collection[str]) -> dict[str, Resolution]:
    rows = Resolution.objects.select_related("adopted_as").defer(
        "search_vector", "adopted_as__search_vector"
    )
    return {row.symbol: row for row in rows.filter(symbol__in=symbols)}


def _row(symbol: Symbol) -> Resolution:
    assert symbol.organ is not None, "acts and drafts have an organ"
    return Resolution(
        symbol=symbol.text,
        organ=symbol.organ,
        session=symbol.session,
        session_ordinal=symbol.session_ordinal or None,  # a misprinted session 0 has no place
        number=symbol.number,
        stage=stage_of(symbol),
    )


def _link(symbols: Collection[str]) -> list[int]:
    """Link every citation that was waiting for one of these symbols; their keys."""
    with connection.cursor() as cursor:
        cursor.execute(_LINK, [list(symbols)])
        return [key for (key,) in cursor.fetchall()]
