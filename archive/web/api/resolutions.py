"""``/api/v1/resolutions``: all that the archive knows, and each of them whole."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.params.functions import Path
from pydantic import Field

from archive.data.lists.resolution_list import list_resolutions
from archive.data.lists.wanted import WantedResolutions
from archive.data.records import records_of
from archive.models import Text
from archive.parsing.symbols import read_symbol
from archive.search.form.fields import shown
from archive.web.api import members, values
from archive.web.api.asked import ActsAsked
from archive.web.api.operations import listing, looking_up
from archive.web.api.pages import answer, page_of
from archive.web.api.problems import RefusedError, nothing_there, taken_away
from archive.web.api.shapes.resolution import ResolutionMembers, ResolutionPage
from archive.web.search_formats.refusals import Refusal

router = Router()

_SYMBOL: Any = Path(..., description=_("A symbol, in any spelling."))


class ResolutionsAsked(ActsAsked):
    """What the list of resolutions can be narrowed by."""

    held: values.YesOrNo = Field(None, description=_("Whether the archive holds the text."))
    series: values.SeriesValue = Field("", description=_("Of a series, by its name."))
    cites: values.SymbolValue = Field(
        "", description=_("Whose text cites this symbol, in any spelling.")
    )
    opening: values.OpeningValue = Field(
        "", description=_("With a paragraph that opens so, in any form: recall, calls upon.")
    )
    changed_since: values.InstantValue = Field(
        None, description=_("That readers have seen change at this instant or later.")
    )

    def wanted(self) -> WantedResolutions:
        """What is asked, in normal forms."""
        return WantedResolutions(
            **self.of_acts(),
            held=self.held,
            series=self.series,
            cites=self.cites,
            opening=self.opening,
            changed_since=self.changed_since,
        )


@listing(
    router,
    "/resolutions",
    page=ResolutionPage,
    summary=_("Resolutions and drafts, held or only cited, in the order of their symbols"),
)
def resolutions(request: HttpRequest, asked: Query[ResolutionsAsked]) -> HttpResponse:
    """A page of resolutions."""
    found = list_resolutions(asked.wanted(), after=asked.after, most=asked.per_page)
    return page_of(found, request, members=members.summary)


@looking_up(
    router,
    "/resolutions/{path:symbol}",
    shape=ResolutionMembers,
    summary=_("All that is held of one resolution: masthead, paragraphs, notes, citations"),
    example="A/RES/66/164",
)
def resolution(request: HttpRequest, symbol: str = _SYMBOL) -> HttpResponse:
    """A resolution whole; another spelling of its symbol leads to its one address.

    Raises RefusedError where the archive knows none, or its text was withdrawn.
    """
    read = read_symbol(symbol)
    if read is None:
        raise RefusedError(nothing_there(gettext("That is not the symbol of a document.")))
    if str(read) != symbol:
        return HttpResponsePermanentRedirect(members.resolution_address(str(read)))
    found = records_of([symbol])
    if not found:
        raise RefusedError(missing(symbol))
    return answer(members.whole(found[0], absolute=request.build_absolute_uri))


def missing(symbol: str, *, anchor: str = "") -> Refusal:
    """Why there is nothing of a symbol: its text was withdrawn, or the archive knows none.

    With an anchor, why there is no such place in it.
    """
    withdrawn = Text.objects.withdrawn().filter(resolution__symbol=symbol).first()
    if withdrawn:
        return taken_away(symbol, withdrawn.withdrawal_reason)
    if anchor:
        told = gettext("The archive has no place %(anchor)s in a text of %(symbol)s.")
        return nothing_there(told % {"anchor": shown(anchor), "symbol": symbol})
    return nothing_there(gettext("The archive does not know %(symbol)s.") % {"symbol": symbol})
