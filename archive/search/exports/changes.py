"""Changes: what was published, changed or withdrawn in the archive, the last first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from archive.models import CatalogueCard
from archive.models.resolution import address_of
from archive.search.exports.export_rows import Row, resolutions

CHANGES_PER_PAGE = 50
#: The day of what has none, where one must be told.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A resolution whose text is held, and when readers first saw that text."""

    row: Row
    published_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A resolution whose text was taken from readers, and when."""

    symbol: str
    withdrawn_at: datetime

    @property
    def url(self) -> str:
        """The address of the page that says why."""
        return address_of(self.symbol)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """One page of them, from 1; ``changed_at`` is the last change of all, whatever the page."""

    number: int
    pages_count: int
    changed_at: datetime
    entries: tuple[Published | Withdrawn, ...]


def changes(number: int) -> Changes | None:
    """A page of the last changes; None where there is no such page. Four statements."""
    found = CatalogueCard.objects.changed_last()
    pages_count = max(1, -(-found.count() // CHANGES_PER_PAGE))
    if not 1 <= number <= pages_count:
        return None
    columns = "pk symbol updated_at withdrawn_at text__published_at".split()
    first = (number - 1) * CHANGES_PER_PAGE
    rows = list(found.values(*columns)[first : first + CHANGES_PER_PAGE])
    return Changes(
        number=number,
        pages_count=pages_count,
        changed_at=last_change() or NEVER,
        entries=_entries(rows),
    )


def last_change() -> datetime | None:
    """When what readers see of any resolution changed last; None where there is none."""
    last = CatalogueCard.objects.order_by("-updated_at").values_list("updated_at", flat=True)
    return last.first()


def _entries(rows: Sequence[dict[str, Any]]) -> tuple[Published | Withdrawn, ...]:
    keys = [row["pk"] for row in rows if row["withdrawn_at"] is None]
    loaded = {row.url: row for row in resolutions(keys)}
    return tuple(
        _entry(row, loaded)
        for row in rows
        if row["withdrawn_at"] or address_of(row["symbol"]) in loaded
    )


def _entry(row: dict[str, Any], loaded: dict[str, Row]) -> Published | Withdrawn:
    if row["withdrawn_at"]:
        return Withdrawn(symbol=row["symbol"], withdrawn_at=row["withdrawn_at"])
    of = loaded[address_of(row["symbol"])]
    published_at = min(row["text__published_at"], row["updated_at"])  # of one transaction
    return Published(row=of, published_at=published_at)
