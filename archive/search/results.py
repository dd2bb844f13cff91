"""Results: a search, answered one page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from math import ceil
from typing import Any

from django.db.models import Count, Q, QuerySet

from archive.models import Resolution
from archive.parsing.spoken_symbols import spoken
from archive.parsing.symbols import Symbol
from archive.search import problems
from archive.search.fragments import Fragment
from archive.search.headings import Counts, heading
from archive.search.matching import matching, ranked, without_stop_words
from archive.search.params import InvalidSearchError, SearchParams
from archive.search.patience import SearchTooSlowError, at_most
from archive.search.problems import Problem
from archive.search.query import Query
from archive.search.snippets import Said, Snippet, said_by

RESULTS_PER_PAGE = 20
#: Enough for every paragraph on record but annexes; three hundred words take two seconds at most
#: among thirty thousand resolutions.
MOST_WORDS = 300
#: PostgreSQL passes over longer words in texts and in searches; a search would be for the others.
LONGEST_WORD_BYTES = 2_046
SECONDS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A resolution found: the row, what is known besides, and what it says."""

    resolution: Resolution
    is_held: bool
    date_is_unverified: bool
    times_recalled: int
    title: tuple[Fragment, ...]
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What the search page shows: results, or the problem that there are none for."""

    params: SearchParams
    heading: str = ""
    problem: Problem | None = None
    unknown_symbols: tuple[Symbol, ...] = ()
    results: tuple[Result, ...] = ()
    page_count: int = 0

    @classmethod
    def refusing(cls, error: InvalidSearchError) -> "SearchPage":
        """The page for an address that is no search."""
        return cls(params=SearchParams(error.q), problem=error.problem)

    @property
    def title(self) -> str:
        """The search and its count in words, or what happened."""
        return self.problem.happened if self.problem else self.heading

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


def resolution_named(words: str) -> Resolution | None:
    """The resolution whose symbol these words spell; of several that are known, the likeliest."""
    symbols = [symbol.text for symbol in spoken(words)]
    known = Resolution.objects.defer("search_vector").in_bulk(symbols, field_name="symbol")
    return next((known[symbol] for symbol in symbols if symbol in known), None)


def search(params: SearchParams) -> SearchPage:
    """The answer to a search that names no resolution the archive knows."""
    symbols = spoken(params.q)
    query = Query.naming(symbols) if symbols else Query.read(params.q)
    problem = _problem_as_typed(params, query)
    if problem:
        return _without_results(params, problem)
    try:
        with at_most(SECONDS):
            return _answer(params, without_stop_words(query), symbols=symbols)
    except SearchTooSlowError:
        return _without_results(params, problems.TOO_SLOW)


def _problem_as_typed(params: SearchParams, query: Query) -> Problem | None:
    if not params.q:
        return problems.EMPTY
    if not query.terms:
        return problems.NO_WORDS
    if query.word_count > MOST_WORDS:
        return problems.too_many_words(query.word_count, MOST_WORDS)
    if query.longest_word_bytes > LONGEST_WORD_BYTES:
        return problems.too_long_a_word(query.longest_word_bytes, LONGEST_WORD_BYTES)
    return None


def _answer(params: SearchParams, query: Query, *, symbols: Sequence[Symbol]) -> SearchPage:
    """One page of results; count and list are of the same resolutions."""
    if not query.terms:
        return _without_results(params, problems.ONLY_STOP_WORDS)
    if query.only_excludes:
        return _without_results(params, problems.ONLY_EXCLUSIONS)
    found = matching(query, symbols=[symbol.text for symbol in symbols])
    counts = _counts(found)
    pages = SearchPage(
        params=params,
        heading=heading(counts, query, symbols=symbols),
        unknown_symbols=tuple(symbols),
        page_count=max(1, ceil(sum(counts) / RESULTS_PER_PAGE)),
    )
    problem = _problem_with_results(pages, query, counts=counts)
    results = () if problem else _results(pages, query, found=found)
    return replace(pages, problem=problem, results=results)


def _problem_with_results(page: SearchPage, query: Query, *, counts: Counts) -> Problem | None:
    if page.params.page > page.page_count:
        return problems.beyond_the_last(page.params.page, page.page_count)
    if not sum(counts):
        return problems.nothing_found(query, symbols=page.unknown_symbols)
    return None


def _counts(found: QuerySet[Resolution]) -> Counts:
    is_draft = Q(stage=Resolution.Stage.DRAFT)
    return Counts(
        **found.aggregate(
            resolutions=Count("pk", filter=~is_draft), drafts=Count("pk", filter=is_draft)
        )
    )


def _results(page: SearchPage, query: Query, *, found: QuerySet[Resolution]) -> tuple[Result, ...]:
    """The results on one page: two database queries, whatever their number."""
    first = (page.params.page - 1) * RESULTS_PER_PAGE
    rows = ranked(found, query)[first : first + RESULTS_PER_PAGE]
    symbols = [symbol.text for symbol in page.unknown_symbols]
    said = said_by([row.pk for row in rows], query, symbols=symbols)
    return tuple(_result(row, said[row.pk]) for row in rows)


def _result(row: Any, said: Said) -> Result:
    return Result(
        resolution=row,
        is_held=row.is_held,
        date_is_unverified=row.date_is_unverified,
        times_recalled=row.times_recalled,
        title=said.title,
        snippets=tuple(said.snippets),
    )


def _without_results(params: SearchParams, problem: Problem) -> SearchPage:
    return SearchPage(params=params, problem=problem)
