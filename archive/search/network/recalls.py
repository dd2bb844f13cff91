"""Recalls: pairs of resolutions of which one cites the other, with each place that does."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from archive.models import Citation, Resolution
from archive.parsing.citations.sessions import days_of
from archive.parsing.symbols import Symbol

#: Places of one recall that are named; the rest are counted.
_MOST_NAMED = 3
#: The General Assembly adopts most after a quarter of its session, in December.
_EARLY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A paragraph or note that recalls: ``op. 10 (a)`` under its opening, perhaps none."""

    opening: str
    name: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """Two resolutions of which one recalls the other, in each of some places in reading order."""

    citing: Resolution
    cited: Resolution
    places: tuple[Place, ...]

    @property
    def openings(self) -> tuple[str, ...]:
        """The openings of its places, once each."""
        return tuple(dict.fromkeys(place.opening for place in self.places if place.opening))

    @property
    def first_places(self) -> tuple[Place, ...]:
        """As many of its places as a line of a table names."""
        return self.places[:_MOST_NAMED]

    @property
    def more_places_count(self) -> int:
        """How many places there are besides."""
        return len(self.places) - len(self.first_places)

    @property
    def address(self) -> str:
        """The path to the first of its places."""
        return f"{self.citing.get_absolute_url()}#{self.places[0].anchor}"


def day_of(resolution: Resolution) -> date | None:
    """The day it is set at; a draft at the adoption of what was adopted in its place."""
    replaced_by = resolution.adopted_as
    return (
        resolution.adopted_on
        or (replaced_by.adopted_on if replaced_by else None)
        or resolution.distributed_on
    )


def set_on(resolution: Resolution) -> date | None:
    """Its day; where that is not known, one in the first months of its session or year.

    None where the symbol does not tell the session's days either.
    """
    if day := day_of(resolution):
        return day
    days = days_of(resolution.identity)
    return days[0] + (days[1] - days[0]) / _EARLY if days else None


def by_day(resolution: Resolution) -> tuple[date, bool, Symbol]:
    """The order of resolutions: by day, those that cannot be set last; of one day drafts first."""
    return set_on(resolution) or date.max, not resolution.is_draft, resolution.identity


def with_places(citations: QuerySet[Citation]) -> QuerySet[Citation]:
    """Citations in reading order, each with the little that says where it stands."""
    return (
        citations.select_related("text", "paragraph", "footnote")
        .only(
            "opening",
            "cited_resolution_id",
            "text__resolution_id",
            "paragraph__anchor",
            "paragraph__label",
            "footnote__number",
        )
        .order_by("text", "position")
    )


def recalls(citations: Iterable[Citation], *, between: Mapping[int, Resolution]) -> list[Recall]:
    """Citations by pairs of resolutions, which are given by key; by the days of who recalls."""
    places = defaultdict[tuple[int, int], dict[Place, None]](dict)
    for one in citations:
        assert one.cited_resolution_id is not None  # a citation of nothing that has a page is none
        places[one.text.resolution_id, one.cited_resolution_id][_place(one)] = None
    found = [
        Recall(citing=between[citing], cited=between[cited], places=tuple(where))
        for (citing, cited), where in places.items()
    ]
    return sorted(found, key=lambda one: (by_day(one.citing), by_day(one.cited)))


def _place(citation: Citation) -> Place:
    """Where it stands, in words: ``op. 10 (a)``, or ``note 2``."""
    note, paragraph = citation.footnote, citation.paragraph
    if note is not None:
        name = _("note %(number)s") % {"number": note.number}
        return Place(opening=citation.opening, name=name, anchor=note.anchor)
    assert paragraph is not None  # the database holds that there is one or the other
    return Place(opening=citation.opening, name=paragraph.place, anchor=paragraph.anchor)
