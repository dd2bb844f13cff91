"""The history of a lineage as JSON. docs/formats/series.md is the contract, whose version is 1.

What is added leaves the version as it is; what is taken away or changes its meaning raises it.
"""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.data.members import Absolute, Members, named_members
from archive.models import Paragraph, Resolution, Series
from archive.web.freshness import fresh
from archive.web.lineage.addresses import written
from archive.web.lineage.history import Entry, Gap
from archive.web.lineage.page import ToldLineage, UnknownLineage, asked_lineage, told_lineage
from archive.web.named_places import NamedPlace, place_address
from archive.web.one_address import led_to, reads_only
from archive.web.search_formats.json import answer, problem
from archive.web.search_formats.refusals import Refusal

VERSION = 1


@require_safe
@reads_only()
@fresh
def lineage_json(request: HttpRequest, place: NamedPlace) -> HttpResponseBase:
    """The history of a lineage; what is not there is told with its reason, 404."""
    try:
        found = asked_lineage(place)
        address = reverse("lineage_json", args=[found.name])
        if found.name != written(place):
            return HttpResponseRedirect(address)
        if request.path_info != address:
            return led_to(address, request)
        told = told_lineage(found, place=place)
    except UnknownLineage as error:
        return problem(_unknown(error))
    members = lineage_members(told, absolute=request.build_absolute_uri)
    return answer(members)


def _unknown(error: UnknownLineage) -> Refusal:
    return Refusal(
        happened=str(error),
        advice=_("The page of a series, below /series/, lists its lineages."),
        status=HTTPStatus.NOT_FOUND,
    )


def lineage_members(told: ToldLineage, *, absolute: Absolute) -> Members:
    """All that the page of a lineage tells."""
    lineage, steps = told.lineage, told.history.steps
    return {
        "version": VERSION,
        "lineage": lineage.name,
        "url": absolute(lineage.get_absolute_url()),
        "series": named_series(lineage.series, absolute=absolute),
        "since": told.history.since,
        "uses": [_use(one, absolute=absolute) for one in told.history.entries],
        "not_held": [one.symbol for one in told.history.unheld.resolutions],
        "gaps": [_gap(one) for one in steps if isinstance(one, Gap)],
    }


def named_series(one: Series, *, absolute: Absolute) -> Members:
    """A series as every answer about series and lineages names it."""
    return {"slug": one.slug, "title": one.title, "url": absolute(one.get_absolute_url())}


def resolution_members(one: Resolution, *, absolute: Absolute) -> Members:
    """A text of a series as every answer about lineages names it."""
    return named_members(one, absolute=absolute, date_is_unverified=one.date_is_unverified)


def _use(entry: Entry, *, absolute: Absolute) -> Members:
    one, degree = entry.resolution, entry.degree
    return {
        **resolution_members(one, absolute=absolute),
        "adoption": {
            "method": one.adoption_method or None,
            "in_favour": one.votes_in_favour,
            "against": one.votes_against,
            "abstaining": one.votes_abstaining,
        },
        "state": entry.state,
        "fates": [place.fate for place in entry.use.places],
        "paragraphs": [_paragraph(row, of=one, absolute=absolute) for row in entry.use.paragraphs],
        "may_be_older": entry.may_be_older,
        "against": entry.against.resolution.symbol if entry.against else None,
        "merged_with": [part.anchor for part in entry.merged],
        "split_off": [part.anchor for part in entry.split_off],
        "changes": [{"kind": change.kind, "text": change.text} for change in entry.changes],
        "strength": {"family": degree.family, "rank": degree.rank} if degree else None,
        "step": entry.step,
    }


def _paragraph(row: Paragraph, *, of: Resolution, absolute: Absolute) -> Members:
    return {
        "anchor": row.anchor,
        "place": row.place,
        "opening": row.opening,
        "wording": row.wording,
        "url": absolute(place_address(of, row.anchor)),
    }


def _gap(gap: Gap) -> Members:
    return {
        "merged": [
            {
                "symbol": one.resolution.symbol,
                "anchors": [part.anchor for part in one.found.parts],
            }
            for one in gap.merged
        ],
        "dropped": [one.symbol for one in gap.dropped],
        "absent": [one.symbol for one in gap.absent],
    }
