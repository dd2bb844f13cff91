"""The network: the resolutions that are drawn, and in which places they recall one another.

An archive of thousands cannot be drawn whole. Drawn are the most recalled and those that recall
most of them; or one resolution and those around it, the most recalled first. How many there are
besides is told. Four statements, whatever the size of the archive; none gives more than some
thousand rows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import F, Q, QuerySet

from archive.models import READING_LANGUAGE, Citation, Resolution
from archive.parsing.openings import normal_form
from archive.search.matches.patience import stopped_after
from archive.search.network.params import NetworkParams
from archive.search.network.recalls import Recall, by_day, recalls, with_places
from archive.search.network.statements import OPENINGS, choosing
from archive.search.results import SECONDS

#: Marks, and lines between them, that a picture has at most.
MOST_RESOLUTIONS = 60
MOST_RECALLS = 240
#: Of the marks of a whole archive, those chosen because others recall them; the rest recall them.
MOST_RECALLED = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """What is drawn of a network, and how much of it there is.

    ``resolutions`` come by date, each with ``is_held``, ``date_is_unverified`` and what was adopted
    in its place; ``recalls`` by the dates of who recalls. ``least_received`` and ``least_given``
    are the thresholds that a cut one has: how often the least recalled of the most recalled is, and
    how many of these each of the others recalls.
    """

    of: Resolution | None
    resolutions: tuple[Resolution, ...] = ()
    recalls: tuple[Recall, ...] = ()
    resolutions_count: int = 0
    recalls_count: int = 0
    most_recalled_count: int = 0
    least_received: int = 0
    least_given: int = 0
    openings: tuple[str, ...] = field(default=(), repr=False)

    @property
    def is_cut(self) -> bool:
        """Whether some of its resolutions, and what they recall, are not drawn."""
        return len(self.resolutions) < self.resolutions_count

    @property
    def others_count(self) -> int:
        """How many are drawn because they recall the most recalled."""
        return len(self.resolutions) - self.most_recalled_count


class _Member(NamedTuple):
    """A resolution that is chosen, by its key."""

    pk: int
    received: int
    given: int
    is_most_recalled: bool
    members_count: int
    recalls_count: int


def network(params: NetworkParams, *, of: Resolution | None = None) -> Network:
    """What is drawn of a network; ``of`` is the resolution of that parameter.

    Raises SearchTooSlowError.
    """
    with stopped_after(SECONDS):
        words = _words_by_opening()
        conditions = _conditions(params, words, of=of)
        members = _members(conditions)
        by_key = _resolutions(members)
        found = recalls(_made_between(by_key, conditions, around=of), between=by_key)
    members, found = _cut(members, found)
    return Network(
        of=of,
        resolutions=tuple(sorted((by_key[one.pk] for one in members), key=by_day)),
        recalls=tuple(found),
        openings=tuple(words),
        **_counts(members),
    )


def _words_by_opening() -> dict[str, list[str]]:
    """By an opening in its normal form, most used first, each way it is printed."""
    with connection.cursor() as cursor:
        cursor.execute(OPENINGS)
        printed: list[tuple[str, int]] = list(cursor)
    words = defaultdict[str, list[str]](list)
    counts = Counter[str]()
    for opening, count in printed:
        words[normal_form(opening)].append(opening)
        counts[normal_form(opening)] += count
    return {form: words[form] for form, _count in sorted(counts.items(), key=_most_first)}


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def _conditions(
    params: NetworkParams, words: Mapping[str, list[str]], *, of: Resolution | None
) -> dict[str, Any]:
    """What narrows the network, by the names of the statements' conditions."""
    printed = [one for form in params.openings for one in words.get(form, ())]
    conditions = {
        "of": of and of.pk,
        "openings": printed if params.openings else None,
        "organs": [str(organ) for organ in params.organs] or None,
        "since": params.since and params.since.first,
        "until": params.until and params.until.last,
    }
    return {name: value for name, value in conditions.items() if value is not None}


def _members(conditions: Mapping[str, Any]) -> list[_Member]:
    """Those that are chosen, the first to be drawn first."""
    values = {
        "of": None,
        "language": READING_LANGUAGE,
        "most": MOST_RESOLUTIONS,
        "most_recalled": MOST_RECALLED,
    }
    with connection.cursor() as cursor:
        cursor.execute(choosing(frozenset(conditions)), {**values, **conditions})
        return [_Member(*row) for row in cursor]


def _resolutions(members: Iterable[_Member]) -> dict[int, Resolution]:
    """What is told of them, by key."""
    told = Resolution.objects.with_what_was_adopted().with_is_held().with_doubts()
    return told.defer("search_vector", "adopted_as__search_vector").in_bulk(
        [one.pk for one in members]
    )


def _made_between(
    resolutions: Mapping[int, Resolution],
    conditions: Mapping[str, Any],
    *,
    around: Resolution | None,
) -> QuerySet[Citation]:
    """The citations by which some resolutions recall one another, or only the one around."""
    keys = list(resolutions)
    found = Citation.objects.in_reading_language().filter(
        of_whole=False, text__resolution__in=keys, cited_resolution__in=keys
    )
    found = found.exclude(cited_resolution=F("text__resolution"))
    if around:
        found = found.filter(Q(cited_resolution=around) | Q(text__resolution=around))
    if "openings" in conditions:
        found = found.filter(opening__in=conditions["openings"])
    return with_places(found)


def _cut(members: list[_Member], recalls: list[Recall]) -> tuple[list[_Member], list[Recall]]:
    """The first of the members between whom there are no more recalls than can be drawn."""
    ranks = {one.pk: rank for rank, one in enumerate(members)}
    by_rank = sorted(recalls, key=lambda one: max(ranks[one.citing.pk], ranks[one.cited.pk]))
    if len(by_rank) <= MOST_RECALLS:
        return members, recalls
    beyond = by_rank[MOST_RECALLS]
    rank = max(ranks[beyond.citing.pk], ranks[beyond.cited.pk])
    kept = {one.pk for one in members[:rank]}
    return members[:rank], [
        one for one in recalls if one.citing.pk in kept and one.cited.pk in kept
    ]


def _counts(members: Sequence[_Member]) -> dict[str, int]:
    """How many there are, and the thresholds of those that are drawn."""
    most_recalled = [one.received for one in members if one.is_most_recalled]
    others = [one.given for one in members if not one.is_most_recalled]
    return {
        "resolutions_count": members[0].members_count if members else 0,
        "recalls_count": members[0].recalls_count if members else 0,
        "most_recalled_count": len(most_recalled),
        "least_received": min(most_recalled, default=0),
        "least_given": min(others, default=0),
    }
