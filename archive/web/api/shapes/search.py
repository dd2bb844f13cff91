"""What is told of a search; docs/exports.md is the contract of ``/search.json``, which it is."""

from datetime import date
from typing import Any, Literal

from django.utils.translation import gettext_noop as _
from pydantic import Field

from archive.web.api.shapes.shape import Shape


class SearchTotal(Shape):
    """How many were found, and how surely."""

    number: int
    is_exact: bool
    certainty: Literal["exact", "about", "more_than"]
    of: Literal["resolutions", "paragraphs"]


class SearchPlace(Shape):
    """Which page of results this is, and of how many."""

    number: int
    count: int
    results_per_page: int


class SearchProblem(Shape):
    """Why there are no results, and what to do."""

    happened: str
    advice: str


class SearchCorrection(Shape):
    """A search that may have been meant."""

    q: str
    total: SearchTotal
    url: str


class SearchLoosened(Shape):
    """A search without something that narrows it."""

    dropped: str
    total: SearchTotal
    url: str


class Fragment(Shape):
    """A stretch of words, and whether it was sought."""

    text: str
    is_hit: bool


class SearchSpot(Shape):
    """A place of a text."""

    place: str
    anchor: str
    url: str


class SearchSnippet(SearchSpot):
    """A place of a text, and what it says."""

    fragments: list[Fragment]


class SearchResult(Shape):
    """What is known of a resolution that was found."""

    symbol: str
    title: str
    url: str
    organ: str
    session: str
    stage: Literal["adopted", "draft"]
    adopted_as: str | None
    dated_on: date | None
    date_is_unverified: bool
    is_held: bool
    times_recalled: int


class FoundResolution(SearchResult):
    """A resolution that was found, with its best paragraphs and notes."""

    title_fragments: list[Fragment]
    snippets: list[SearchSnippet]
    more_places: list[SearchSpot] = Field(description=_("Others that say as much."))
    more_count: int


class FoundParagraph(SearchResult):
    """A paragraph or note that was found, with “view=paragraphs”."""

    place: str
    anchor: str
    paragraph_url: str
    reference: str
    fragments: list[Fragment]


class FacetValue(Shape):
    """A value that the search can be narrowed by, or is."""

    value: Any
    label: str
    count: int
    is_exact: bool
    is_chosen: bool
    url: str


class SearchFacet(Shape):
    """What the search can be narrowed by."""

    name: str
    label: str
    note: str
    more_count: int
    values: list[FacetValue]


class SearchYear(Shape):
    """A year in which something was found."""

    year: int
    count: int
    is_exact: bool
    url: str


class SearchLinks(Shape):
    """The search on other pages, as a page for people, and in other formats."""

    own: str = Field(alias="self")
    first: str
    prev: str | None
    next: str | None
    last: str
    html: str
    csv: str
    atom: str
    ris: str
    bib: str
    csl: str


class SearchAnswer(Shape):
    """A page of a search."""

    version: int = Field(description=_("The version of the format: 1."))
    heading: str = Field(description=_("The search and its count in words."))
    parameters: dict[str, Any] = Field(description=_("Every parameter, with its default."))
    total: SearchTotal
    page: SearchPlace
    ignored: list[str] = Field(description=_("What was typed and cannot be looked for."))
    problem: SearchProblem | None = Field(description=_("Why there are no results."))
    corrections: list[SearchCorrection]
    loosened: list[SearchLoosened]
    results: list[FoundResolution | FoundParagraph]
    facets: list[SearchFacet]
    years: list[SearchYear]
    links: SearchLinks
