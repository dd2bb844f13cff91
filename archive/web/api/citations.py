"""``/api/v1/citations``: every citation that a text makes, resolved or not."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from pydantic import Field

from archive.data.lists.citation_list import list_citations
from archive.data.lists.wanted import WantedCitations
from archive.web.api import members, values
from archive.web.api.asked import ActsAsked
from archive.web.api.operations import listing
from archive.web.api.pages import page_of
from archive.web.api.shapes.citation import CitationPage

router = Router()


class CitationsAsked(ActsAsked):
    """What the list of citations can be narrowed by; acts are those that cite."""

    citing: values.SymbolValue = Field(
        "", description=_("That this resolution makes, by its symbol in any spelling.")
    )
    cited: values.SymbolValue = Field(
        "", description=_("Of this symbol, in any spelling, whether the archive holds it or not.")
    )
    opening: values.OpeningValue = Field(
        "", description=_("In a paragraph, or a note to one, that opens so: recall, calls upon.")
    )
    resolved: values.YesOrNo = Field(
        None,
        description=_(
            "Whether the archive has a page of what is cited. References within a text are neither."
        ),
    )
    in_conflict: values.YesOrNo = Field(
        None, description=_("Whether the text itself, or the known dates, speak against it.")
    )

    def wanted(self) -> WantedCitations:
        """What is asked, in normal forms."""
        return WantedCitations(
            **self.of_acts(),
            citing=self.citing,
            cited=self.cited,
            opening=self.opening,
            resolved=self.resolved,
            in_conflict=self.in_conflict,
        )


@listing(
    router,
    "/citations",
    page=CitationPage,
    summary=_("Citations with their words, by the symbol that cites and in reading order"),
)
def citations(request: HttpRequest, asked: Query[CitationsAsked]) -> HttpResponse:
    """A page of citations."""
    found = list_citations(asked.wanted(), after=asked.after, most=asked.per_page)
    return page_of(found, request, members=members.citation)
