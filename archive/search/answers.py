"""Answers: what a search shows, one page at a time, as values that a template or a file renders."""

from dataclasses import dataclass, field
from datetime import date
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext

from archive.parsing.symbols import Organ, Symbol
from archive.search.excerpts.fragments import Fragment
from archive.search.form.params import SearchParams
from archive.search.matches.counts import Count
from archive.search.problems import Problem

if TYPE_CHECKING:  # these modules count by what this one's callers found
    from archive.search.acts import Act
    from archive.search.facets.chips import Chip
    from archive.search.facets.facets import Facets
    from archive.search.facets.histogram import Histogram
    from archive.search.remedies.corrections import Correction
    from archive.search.remedies.loosening import Droppable

RESULTS_PER_PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A paragraph or note of a resolution: its name for readers, its anchor, and its label."""

    place: str
    anchor: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet(Spot):
    """A paragraph or note, and what it says."""

    fragments: tuple[Fragment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is known of a resolution that was found, whichever way it is shown."""

    resolution: "Act"
    is_held: bool
    date_is_unverified: bool
    times_recalled: int
    dated_on: date | None = None

    @property
    def symbol(self) -> str:
        """Its canonical symbol."""
        return self.resolution.symbol

    @property
    def url(self) -> str:
        """The address of its page."""
        return self.resolution.get_absolute_url()

    @property
    def organ(self) -> str:
        """The organ's name as the United Nations writes it."""
        return Organ(self.resolution.organ).full_name

    @property
    def stage(self) -> str:
        """Adopted or draft, as data has it."""
        return self.resolution.stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Found):
    """A resolution found: its title with hits, and at most three of its paragraphs and notes.

    ``more_places`` are further ones that say as much, the first twenty in reading order;
    ``more_count`` is how many there are.
    """

    title: tuple[Fragment, ...]
    snippets: tuple[Snippet, ...] = ()
    more_places: tuple[Spot, ...] = ()
    more_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphResult(Found):
    """A paragraph or note found: where it stands, and what it says."""

    place: str
    anchor: str
    fragments: tuple[Fragment, ...]
    label: str = ""

    @property
    def address(self) -> str:
        """The address of the paragraph itself."""
        return f"{self.url}#{self.anchor}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What the search page shows: results, or the problem that there are none for.

    Of ``results`` and ``paragraphs`` the one is filled that the view asks for. ``ignored`` are
    words as they were typed that cannot be looked for. ``form`` is there where it was filled in
    wrongly.
    """

    params: SearchParams
    form: Any = None
    heading: str = ""
    count: Count = field(default_factory=lambda: Count(number=0))
    ignored: tuple[str, ...] = ()
    problem: Problem | None = None
    unknown_symbols: tuple[Symbol, ...] = ()
    results: tuple[Result, ...] = ()
    paragraphs: tuple[ParagraphResult, ...] = ()
    facets: "Facets | None" = None
    chips: "tuple[Chip, ...]" = ()
    histogram: "Histogram | None" = None
    correction: "Correction | None" = None
    droppable: "tuple[Droppable, ...]" = ()
    page_count: int = 0

    @property
    def title(self) -> str:
        """The search and its count in words, or what happened."""
        return gettext(self.problem.happened) if self.problem else self.heading

    @property
    def status(self) -> HTTPStatus:
        """The status the page is sent with."""
        return self.problem.status if self.problem else HTTPStatus.OK

    @property
    def first_number(self) -> int:
        """The number of the first result on this page among all."""
        return (self.params.page - 1) * RESULTS_PER_PAGE + 1

    @property
    def pages(self) -> tuple[SearchParams, ...]:
        """The search on its first page, its last and those near this one; none beside the only."""
        if self.page_count == self.params.page == 1:
            return ()
        near = range(self.params.page - 2, self.params.page + 3)
        numbers = sorted({1, self.page_count, *near} & set(range(1, self.page_count + 1)))
        return tuple(self.params.on_page(number) for number in numbers)
