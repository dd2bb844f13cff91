"""``/api/v1/resolutions``: all that the archive knows, and each of them whole."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.params.functions import Path
from pydantic import Field

from archive.data.lists.resolution_list import list_resolutions
from archive.data.lists.wanted import WantedResolutions
from archive.data.records import records_of
from archive.models import READING_LANGUAGE
from archive.parsing.symbols import read_symbol
from archive.web.api import members, values
from archive.web.api.asked import ActsAsked, Asked
from archive.web.api.operations import listing, looking_up
from archive.web.api.pages import moved, page_of
from archive.web.api.problems import RefusedError, nothing_there
from archive.web.api.shapes.resolution import ResolutionMembers, ResolutionPage
from archive.web.data.refusals import why_missing
from archive.web.search_formats.json import answer

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


class ResolutionAsked(Asked):
    """What one resolution can be asked."""

    lang: values.LanguageValue = Field(
        READING_LANGUAGE, description=_("The language of the text, by its ISO 639-1 letters.")
    )


@looking_up(
    router,
    "/resolutions/{path:symbol}",
    shape=ResolutionMembers,
    summary=_("All that is held of one resolution: masthead, paragraphs, notes, citations"),
    example="A/RES/66/164",
)
def resolution(
    request: HttpRequest, *, asked: Query[ResolutionAsked], symbol: str = _SYMBOL
) -> HttpResponse:
    """A resolution whole; another spelling of its symbol leads to its one address.

    Raises RefusedError where the archive knows none, has no text of it in the language that is
    asked for, or it was withdrawn.
    """
    read = read_symbol(symbol)
    if read is None:
        raise RefusedError(nothing_there(gettext("That is not the symbol of a document.")))
    if str(read) != symbol:
        return moved(members.resolution_address(str(read)), request)
    found = next(iter(records_of([symbol], language=asked.lang)), None)
    if found is None or (found.text is None and asked.lang != READING_LANGUAGE):
        raise RefusedError(why_missing(symbol, language=asked.lang))
    return answer(members.whole(found, absolute=request.build_absolute_uri))
