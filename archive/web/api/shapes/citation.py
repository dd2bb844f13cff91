"""What is told of a citation."""

from datetime import date

from django.utils.translation import gettext_noop as _
from pydantic import Field

from archive.web.api.shapes.list_page import ListPage
from archive.web.api.shapes.named import NamedResolution
from archive.web.api.shapes.shape import Shape


class CitationMembers(Shape):
    """A citation, as the file of its resolution has it."""

    position: int = Field(description=_("Its place among the citations of the text, from 1."))
    stands_in: str = Field(description=_("The anchor of the paragraph or note it stands in."))
    start: int = Field(description=_("Where its words begin, in code points."))
    end: int = Field(description=_("Where they end; what is there is no more of them."))
    words: str
    opening: str | None = Field(description=_("The opening that governs it: “Recalling”."))
    cited_symbol: str | None = Field(
        description=_("What is cited; null of a reference within the text.")
    )
    cited_url: str | None = Field(
        description=_("The page of what is cited; null where the archive has none.")
    )
    cited_is_held: bool = Field(description=_("Whether the archive holds the text cited."))
    pinpoint: str | None = Field(description=_("The place cited in it."))
    by_name: bool = Field(description=_("Whether it is cited by its name, without its symbol."))
    dated_on: date | None = Field(description=_("The date that the citation gives."))
    conflict: str | None = Field(description=_("What the citing text has against it."))
    date_conflict: str | None = Field(description=_("What known dates say against it."))


class ListedCitationMembers(CitationMembers):
    """A citation in a list, with the resolution that makes it."""

    id: str = Field(description=_("Where it stands, which says which it is."))
    resolution: NamedResolution


class CitationPage(ListPage):
    """A page of citations, by the symbol that cites and in reading order."""

    results: list[ListedCitationMembers]
