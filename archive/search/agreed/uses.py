"""Uses: who has a wording, by date, and how often; one database query for all wordings."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from archive.search.agreed.statements import USES
from archive.search.agreed.values import Use, organs_in_order, place_of
from archive.search.matches.statements import answered

#: Uses that are told of each wording, besides the last.
MOST_USES = 10

#: What is told of a wording besides how near it is: fields of AgreedWording.
Facts = Mapping[str, Any]


def facts_of(wordings: Collection[int], *, most: int = MOST_USES) -> dict[int, Facts]:
    """What is known of wordings by key, with so many uses of each; none that nothing uses."""
    rows = answered((USES, {"wordings": [*wordings], "most": most}))
    return {key: _facts([*of], most) for key, of in groupby(rows, key=lambda row: int(row[0]))}


def _facts(rows: Sequence[tuple[Any, ...]], most: int) -> Facts:
    key, _place, _is_last, resolutions, drafts, organs, methods, text, opening, form = rows[0][:10]
    return {
        "key": key,
        "text": text,
        "opening": opening,
        "form": form,
        "resolutions_count": resolutions,
        "drafts_count": drafts,
        "organs": organs_in_order(organs),
        "adoption_methods": tuple(sorted({*(methods or ())}, reverse=True)),
        "first": _use(rows[0]),
        "last": next(_use(row) for row in rows if row[2]),
        "uses": tuple(_shown(rows, most)),
    }


def _shown(rows: Iterable[tuple[Any, ...]], most: int) -> Iterable[Use]:
    return (_use(row) for row in rows if row[1] <= most)


def _use(row: tuple[Any, ...]) -> Use:
    symbol, stage, organ, title, dated_on, is_unverified, method, anchor, label = row[10:]
    return Use(
        symbol=symbol,
        stage=stage,
        organ=organ,
        title=title,
        dated_on=dated_on,
        date_is_unverified=is_unverified,
        adoption_method=method,
        anchor=anchor,
        place=place_of(anchor, label),
    )
