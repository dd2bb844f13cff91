"""The page of a lineage: first use, last use, each wording in between, and the gaps."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.comparison.strengths import Scale
from archive.models import Lineage, OpeningStrength
from archive.parsing.places import in_words
from archive.search.lineages.courses import course_of
from archive.search.lineages.members import members
from archive.search.lineages.named import lineage_named
from archive.web.asked_text import UnknownSymbol
from archive.web.freshness import fresh_for_a_day
from archive.web.lineage.addresses import written
from archive.web.lineage.history import History, history
from archive.web.lineage.strength import strength
from archive.web.named_places import NamedPlace
from archive.web.one_address import led_to, reads_only


class UnknownLineage(UnknownSymbol):
    """A place by which no lineage is named, and no paragraph of a lineage stands."""

    def __init__(self, place: NamedPlace) -> None:
        super().__init__(place.symbol)
        said = _("No lineage goes through %(place)s of %(symbol)s.")
        self.args = (said % {"place": in_words(place.anchor), "symbol": place.symbol},)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLineage:
    """A lineage, its history, and the scale by which openings are told stronger and weaker."""

    lineage: Lineage
    history: History
    scale: Scale

    @property
    def name(self) -> str:
        """The paragraph it is named by, as a reader writes it: “A/RES/56/163, op. 3”.

        Where that one does not stand any more, it is the first that does.
        """
        standing = [
            (entry.resolution.symbol, paragraph.anchor)
            for entry in self.history.entries
            for paragraph in entry.use.paragraphs
        ]
        first, _slash, named = self.lineage.name.rpartition("/")
        symbol, anchor = (first, named) if (first, named) in standing else standing[0]
        return f"{symbol}, {in_words(anchor)}"


@require_safe
@reads_only()
@fresh_for_a_day
def lineage(request: HttpRequest, place: NamedPlace) -> HttpResponseBase:
    """The page at the name of a lineage; that of a paragraph in it leads there.

    Raises UnknownLineage, a 404, where there is none, or no text that is shown has it.
    """
    found = asked_lineage(place)
    if found.name != written(place):
        return HttpResponseRedirect(found.get_absolute_url())
    if request.path_info != found.get_absolute_url():
        return led_to(found.get_absolute_url(), request)
    told = told_lineage(found, place=place)
    context = {
        "told": told,
        "strength": strength(told.history.entries, scale=told.scale),
        "canonical_url": request.build_absolute_uri(found.get_absolute_url()),
    }
    return render(request, "lineage/lineage.html", context)


def asked_lineage(place: NamedPlace) -> Lineage:
    """The lineage that a place names, or that goes through it; the one it became, if it did.

    Raises UnknownLineage.
    """
    found = lineage_named(str(place.symbol), place.anchor)
    if found is None:
        raise UnknownLineage(place)
    return found.became or found


def told_lineage(found: Lineage, *, place: NamedPlace) -> ToldLineage:
    """A lineage with its history: three queries. Raises UnknownLineage where it has none."""
    course, scale = course_of(found), OpeningStrength.objects.scale()
    known = members(found.series_id)
    told = history(course, known, scale=scale) if course else None
    if told is None:
        raise UnknownLineage(place)
    return ToldLineage(lineage=found, history=told, scale=scale)
