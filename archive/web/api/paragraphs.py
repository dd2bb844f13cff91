"""``/api/v1/paragraphs``: every paragraph of the texts that the archive holds."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.params.functions import Path
from pydantic import Field

from archive.data.lists.paragraph_list import list_paragraphs, paragraph_at
from archive.data.lists.wanted import WantedParagraphs
from archive.models import READING_LANGUAGE, Text
from archive.parsing.symbols import read_symbol
from archive.search.form.fields import shown
from archive.web.api import members, values
from archive.web.api.asked import ActsAsked, Asked
from archive.web.api.operations import listing, looking_up
from archive.web.api.pages import moved, page_of
from archive.web.api.problems import RefusedError, nothing_there
from archive.web.api.shapes.paragraph import ListedParagraphMembers, ParagraphPage
from archive.web.data.refusals import why_missing
from archive.web.search_formats.json import answer
from archive.web.search_formats.refusals import Refusal

router = Router()

_ID: Any = Path(..., description=_("A symbol, in any spelling, a slash, and an anchor."))
_ANCHOR = re.compile("[a-z0-9-]{1,80}")


class ParagraphsAsked(ActsAsked):
    """What the list of paragraphs can be narrowed by."""

    resolution: values.SymbolValue = Field(
        "", description=_("Of one resolution, by its symbol in any spelling.")
    )
    kind: values.KindValue = Field(
        None, description=_("Preambular or operative paragraphs, headings, or those of annexes.")
    )
    opening: values.OpeningValue = Field(
        "", description=_("That open so, in any form: recall, calls upon.")
    )
    cites: values.SymbolValue = Field(
        "", description=_("That cite this symbol, in their words or in a note to them.")
    )

    def wanted(self) -> WantedParagraphs:
        """What is asked, in normal forms."""
        return WantedParagraphs(
            **self.of_acts(),
            resolution=self.resolution,
            kind=self.kind,
            opening=self.opening,
            cites=self.cites,
        )


@listing(
    router,
    "/paragraphs",
    page=ParagraphPage,
    summary=_("Paragraphs with their notes, by symbol and in reading order"),
)
def paragraphs(request: HttpRequest, asked: Query[ParagraphsAsked]) -> HttpResponse:
    """A page of paragraphs."""
    found = list_paragraphs(asked.wanted(), after=asked.after, most=asked.per_page)
    return page_of(found, request, members=members.paragraph)


@looking_up(
    router,
    "/paragraphs/{path:id}",
    shape=ListedParagraphMembers,
    summary=_("One paragraph, by the symbol of its resolution and its anchor"),
    example="A/RES/66/164/op5",
)
def paragraph(request: HttpRequest, id: str = _ID) -> HttpResponse:  # noqa: A002 as its members have it
    """A paragraph; another spelling of the symbol leads to its one address.

    Raises RefusedError where the archive has none, or its text was withdrawn.
    """
    Asked.refuse_others(request.GET)
    symbol, _slash, anchor = id.rstrip("/").rpartition("/")
    read = read_symbol(symbol) if _ANCHOR.fullmatch(anchor) else None
    if read is None:
        raise RefusedError(nothing_there(gettext("That is not the name of a paragraph.")))
    if id != f"{read}/{anchor}":
        return moved(members.paragraph_address(str(read), anchor), request)
    found = paragraph_at(symbol, anchor)
    if found is None:
        raise RefusedError(_missing(symbol, anchor))
    return answer(members.paragraph(found, absolute=request.build_absolute_uri))


def _missing(symbol: str, anchor: str) -> Refusal:
    """Why there is no such paragraph: no such text, or no such place in it."""
    if not Text.objects.in_reading_language().filter(resolution__symbol=symbol).exists():
        return why_missing(symbol, language=READING_LANGUAGE)
    told = gettext("The text of %(symbol)s has no place %(anchor)s.")
    return nothing_there(told % {"anchor": shown(anchor), "symbol": symbol})
