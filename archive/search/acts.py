"""Acts: what a search says of each resolution or draft that it found, in one database query."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from archive.models import Resolution
from archive.models.resolution import address_of
from archive.search.excerpts.fragments import Marked
from archive.search.excerpts.marking import MARKED, marked
from archive.search.matches.statements import Pending, sent

_KNOWN = """
SELECT card.resolution_id,
       resolution.symbol, resolution.organ, resolution.session, resolution.stage, adopted.symbol,
       card.is_held, card.times_recalled, card.dated_on,
       EXISTS (
           SELECT FROM archive_evidence AS evidence
           WHERE evidence.resolution_id = card.resolution_id
             AND fact = 'adopted_on' AND NOT is_verified
       ),
       title.*
FROM archive_cataloguecard AS card
JOIN archive_resolution AS resolution ON resolution.id = card.resolution_id
LEFT JOIN archive_resolution AS adopted ON adopted.id = resolution.adopted_as_id
CROSS JOIN LATERAL (
    SELECT {marked}
    FROM (
        SELECT resolution.title AS wording, word, resolution.search_vector @@ word AS is_said
        FROM (SELECT %(word)s::tsquery AS word) AS sought
    ) AS place
) AS title
WHERE card.resolution_id = ANY(%(keys)s::bigint[])
"""
_STATEMENT = _KNOWN.format(marked=MARKED)


@dataclass(frozen=True, slots=True)
class Named:
    """A resolution or draft by its name alone."""

    symbol: str

    def get_absolute_url(self) -> str:
        """The address of its page."""
        return address_of(self.symbol)


@dataclass(frozen=True, slots=True)
class Act(Named):
    """A resolution or draft as lists show it; of a draft, what was adopted in its place."""

    organ: str
    session: str
    stage: str
    title: str
    adopted_as: Named | None = None

    @property
    def is_draft(self) -> bool:
        """Whether it is a draft, never to be shown as adopted."""
        return self.stage == Resolution.Stage.DRAFT


class Known(NamedTuple):
    """What the catalogue knows of an act besides, and its title as the database marks it."""

    act: Act
    is_held: bool
    times_recalled: int
    dated_on: date | None
    date_is_unverified: bool
    title: Marked


def known(keys: Collection[int], marks: Mapping[str, Any]) -> dict[int, Known]:
    """What is known of resolutions, by key; ``marks`` say what to mark in their titles."""
    return ask_known(keys, marks)()


def ask_known(keys: Collection[int], marks: Mapping[str, Any]) -> Pending[dict[int, Known]]:
    """The same, asked for and not waited for."""
    asked = sent((_STATEMENT, {**marks, "keys": list(keys)}))
    return lambda: {row[0]: _known(*row[1:]) for row in asked.rows()}


def _known(*row: Any) -> Known:
    symbol, organ, session, stage, adopted, is_held, recalled, dated_on, is_unverified, *said = row
    title = marked(*said)
    adopted_as = Named(adopted) if adopted else None
    act = Act(symbol, organ, session, stage, title.text, adopted_as)
    return Known(act, is_held, recalled, dated_on, is_unverified, title)
