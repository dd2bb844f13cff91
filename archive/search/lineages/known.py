"""Known: which adopted texts a series has, when they came, and of which no words are held."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, F, When
from django.db.models.functions import JSONObject

from archive.comparison.reach import Dating, KnownTexts
from archive.models import Membership, Resolution, Text
from archive.search.lineages.members import Member

_COLUMNS = {
    "symbol": "resolution__symbol",
    "organ": "resolution__organ",
    "session": "resolution__session_ordinal",
    "day": "resolution__adopted_on",
    "is_held": "resolution__card__is_held",
}


def dating_of(one: Resolution) -> Dating:
    """When a text came; what was adopted in place of a draft has to be read with it."""
    adopted = one.adopted_as
    return Dating(
        symbol=one.symbol,
        organ=one.organ,
        session=one.session_ordinal,
        day=one.day or (adopted.adopted_on if adopted else None),
        is_draft=one.is_draft,
    )


def known_texts(members: Iterable[Member]) -> KnownTexts:
    """Those of the members of a series that were adopted."""
    adopted = [one for one in members if not one.resolution.is_draft]
    return KnownTexts(
        held=tuple(dating_of(one.resolution) for one in adopted if one.text is not None),
        unheld=tuple(dating_of(one.resolution) for one in adopted if one.text is None),
    )


def known_beside(text: Text, *, path: str) -> Case:
    """The same for the series of a text, within a query about many rows: JSON for ``read_known``.

    Only rows whose ``path`` is the text bear it. It depends on no row, so that it is asked once.
    """
    beside = Membership.objects.beside(text.resolution_id).order_by("resolution__symbol")
    told = beside.values_list(JSONObject(**{name: F(at) for name, at in _COLUMNS.items()}))
    return Case(When(**{path: text.pk}, then=ArraySubquery(told)))


def read_known(rows: Iterable[Mapping[str, Any]]) -> KnownTexts:
    """What ``known_beside`` told."""
    found: dict[bool, list[Dating]] = {True: [], False: []}
    for row in rows:
        day = row["day"]
        dating = Dating(
            symbol=row["symbol"],
            organ=row["organ"],
            session=row["session"],
            day=date.fromisoformat(day) if day else None,
        )
        found[row["is_held"]].append(dating)
    return KnownTexts(held=tuple(found[True]), unheld=tuple(found[False]))
