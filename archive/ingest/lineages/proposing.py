"""Proposing members: resolutions that have a member's title, or recall several of a series.

A proposal waits for a person; archive/comparison/kinship.py has the rule. One that nothing speaks
for any more goes; whatever somebody has decided stays.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from django.db.models import Q

from archive.comparison.kinship import by_citation, by_title, is_telling
from archive.ingest.lineages.touched import Touched, touched
from archive.ingest.publishing.alignment import Alignment
from archive.ingest.publishing.records import Records
from archive.models import Citation, Membership, Resolution, Text

_State, _Origin = Membership.State, Membership.Origin
_FOUND = (_Origin.TITLE, _Origin.CITATION)
#: A resolution and a series, by their keys.
_Pair = tuple[int, int]


class _Kin(NamedTuple):
    """What speaks for a resolution being of a series, and the reason in words."""

    origin: Membership.Origin
    reason: str


def propose(known: Touched, *, records: Records) -> None:
    """Propose resolutions for the series that they may be of: two queries where none may be.

    Not those that are of a series already, nor those whose text is withdrawn.
    """
    held, members = known.memberships, known.accepted
    titles = {pk: title for pk, title in known.titles.items() if pk not in members}
    found = _by_citation(titles) | _by_title(titles)
    open_ones = {key: one for key, one in held.items() if _is_open(one)}
    settled = {_pair(one) for key, one in held.items() if key not in open_ones}
    keys = {_pair(one): key for key, one in open_ones.items()}
    wanted = [
        _proposal(pair, found[pair], key=keys.get(pair)) for pair in found if pair not in settled
    ]
    Alignment(open_ones, wanted).write(Membership, records)


def propose_for(series: int, *, records: Records) -> None:
    """Propose for a series, by key, all that have a member's title or recall several members.

    Of those proposed already what nothing speaks for any more goes, as where a title was withdrawn.
    """
    members = Membership.objects.accepted().filter(series=series).values("resolution")
    titles = Resolution.objects.filter(pk__in=members).exclude(title="").values_list("title")
    citing = Citation.objects.filter(cited_resolution__in=members).values("text__resolution")
    kin = Resolution.objects.filter(Q(pk__in=citing) | Q(title__in=[one for (one,) in titles]))
    proposed = Membership.objects.proposed().filter(series=series)
    keys = {*kin.values_list("pk", flat=True), *proposed.values_list("resolution", flat=True)}
    propose(touched(keys), records=records)


def _is_open(membership: Membership) -> bool:
    return membership.state == _State.PROPOSED and membership.origin in _FOUND


def _pair(membership: Membership) -> _Pair:
    return membership.resolution_id, membership.series_id


def _proposal(pair: _Pair, kin: _Kin, *, key: int | None) -> Membership:
    resolution, series = pair
    return Membership(
        pk=key,
        resolution_id=resolution,
        series_id=series,
        state=_State.PROPOSED,
        origin=kin.origin,
        reason=kin.reason,
    )


def _by_citation(resolutions: Collection[int]) -> dict[_Pair, _Kin]:
    """What speaks for resolutions by what their texts recall."""
    if not resolutions:
        return {}
    rows = Citation.objects.filter(
        text__in=Text.objects.in_reading_language().filter(resolution__in=resolutions),
        cited_resolution__memberships__state=_State.ACCEPTED,
    )
    recalled: dict[_Pair, set[str]] = defaultdict(set)
    series = "cited_resolution__memberships__series"
    for resolution, one, symbol in rows.values_list("text__resolution", series, "cited_symbol"):
        recalled[resolution, one].add(symbol)
    found = {pair: by_citation(symbols) for pair, symbols in recalled.items()}
    return {pair: _Kin(_Origin.CITATION, reason) for pair, reason in found.items() if reason}


def _by_title(titles: Mapping[int, str]) -> dict[_Pair, _Kin]:
    """What speaks for resolutions by their titles."""
    told = {title for title in titles.values() if is_telling(title)}
    if not told:
        return {}
    members = Membership.objects.accepted().filter(resolution__title__in=told)
    rows = members.order_by("-resolution__symbol")
    named: dict[str, dict[int, str]] = defaultdict(dict)
    columns = ("resolution__title", "series", "resolution__symbol")
    for title, series, symbol in rows.values_list(*columns):
        named[title][series] = symbol
    return {
        (resolution, series): _Kin(_Origin.TITLE, by_title(symbol))
        for resolution, title in titles.items()
        if title in named
        for series, symbol in named[title].items()
    }
