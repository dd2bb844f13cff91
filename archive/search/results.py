"""Results: a search, answered one page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from archive.models import Resolution
from archive.parsing.spoken_symbols import spoken
from archive.parsing.symbols import Symbol
from archive.search import problems
from archive.search.answers import (
    RESULTS_PER_PAGE,
    Found,
    ParagraphResult,
    Result,
    SearchPage,
    Snippet,
    Spot,
)
from archive.search.facets.chips import chips, parts_in_words
from archive.search.facets.facets import ask_tallies, facets
from archive.search.facets.narrow_counts import ask_narrow_counts
from archive.search.facets.tallies import Tallies
from archive.search.finds import ask_resolutions, paragraphs_found
from archive.search.form.params import Part, SearchParams, View
from archive.search.headings import heading
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches.counting import counted
from archive.search.matches.counts import Certainty, Count, Noun
from archive.search.matches.matching import Search
from archive.search.matches.paragraph_ranking import listed
from archive.search.matches.patience import SearchTooSlowError, side_by_side
from archive.search.matches.ranking import in_order
from archive.search.matches.statements import Pending
from archive.search.problems import Problem
from archive.search.remedies.corrections import correction
from archive.search.remedies.loosening import droppable

__all__ = [
    "RESULTS_PER_PAGE",
    "SECONDS",
    "Certainty",
    "Count",
    "Found",
    "Noun",
    "Outcome",
    "ParagraphResult",
    "Result",
    "SearchPage",
    "Snippet",
    "Spot",
    "found",
    "resolution_named",
    "search",
]

#: How long the database may take for one statement of a search.
SECONDS = 5.0
#: Places are numbered by 64 bits in the database, pages by what is typed.
_BEYOND_ANY_LIST = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a search ended: ready to be listed with its count, or with what happened instead."""

    search: Search
    count: Count
    problem: Problem | None = None


def resolution_named(words: str) -> Resolution | None:
    """The resolution whose symbol these words spell; of several that are known, the likeliest."""
    symbols = [symbol.text for symbol in spoken(words)]
    if not symbols:
        return None
    known = Resolution.objects.defer("search_vector").in_bulk(symbols, field_name="symbol")
    return next((known[symbol] for symbol in symbols if symbol in known), None)


def search(params: SearchParams) -> SearchPage:
    """The answer to a search: a page of results, or what happened and what to do."""
    page = SearchPage(params=params, chips=chips(params))
    try:
        with side_by_side(SECONDS):
            return _answered(page)
    except SearchTooSlowError:
        return replace(page, problem=problems.TOO_SLOW)


def found(params: SearchParams) -> Outcome:
    """What a search finds, without the rows; to be called within ``patience.at_most``."""
    outcome = _prepared(params)
    if outcome.problem:
        return outcome
    count = counted(outcome.search)
    problem = None if count.number else _nothing_found(outcome.search, _unknown_symbols(params))
    return replace(outcome, count=count, problem=problem)


def _prepared(params: SearchParams) -> Outcome:
    """The search with its words read, and why it cannot be answered, if so."""
    asked = ask(Query.read(params.q))
    prepared = Search.of(params, asked)
    nothing = Count(number=0, noun=Noun(params.view.removesuffix("s")))
    return Outcome(search=prepared, count=nothing, problem=_problem_as_typed(prepared))


def _problem_as_typed(prepared: Search) -> Problem | None:
    params, asked = prepared.params, prepared.asked
    if params.is_empty:
        return problems.EMPTY
    if not asked.query.terms and not params.is_narrowed:
        return problems.ONLY_STOP_WORDS if Query.read(params.q).terms else problems.NO_WORDS
    if params.view is View.PARAGRAPHS and params.parts == (Part.TITLE,):
        return problems.TITLES_ARE_NO_PARAGRAPHS
    return None


def _answered(page: SearchPage) -> SearchPage:
    """A page with everything on it; count and list are of the same rows."""
    outcome = _prepared(page.params)
    page = replace(page, ignored=_ignored(outcome.search), count=outcome.count)
    if outcome.problem:
        return _to_browse(replace(page, problem=outcome.problem), outcome.search)
    list_page = _paragraphs if page.params.view is View.PARAGRAPHS else _resolutions
    page = list_page(page, outcome.search)
    return page if page.count.number else _loosened(page, outcome.search)


def _ignored(prepared: Search) -> tuple[str, ...]:
    """What cannot be looked for: of resolutions, parts too where no words are to stand in them."""
    params, asked = prepared.params, prepared.asked
    is_idle = params.view is View.RESOLUTIONS and not asked.query.alternatives
    idle = parts_in_words(params) if is_idle else ()
    return (*asked.ignored, *(f"“{where}” (narrows only where words are sought)" for where in idle))


def _with_facets(
    page: SearchPage, prepared: Search, *, tallying: Pending[Tallies] | None = None
) -> SearchPage:
    """A page with what it can be narrowed by."""
    found = facets(prepared, page.count, tallying=tallying)
    return replace(page, facets=found, histogram=found.histogram)


def _to_browse(page: SearchPage, prepared: Search) -> SearchPage:
    """A page of nothing yet, where nothing is asked with the whole archive to choose from."""
    is_blank = page.problem is problems.EMPTY and page.params.view is View.RESOLUTIONS
    return _with_facets(page, prepared) if is_blank else page


def _paragraphs(page: SearchPage, prepared: Search) -> SearchPage:
    """A page with its paragraphs, their count, and what they can be narrowed by."""
    stretch = listed(prepared, **_stretch(page.params))
    paragraphs = paragraphs_found(prepared, stretch.hits)
    page = _titled(page, prepared, count=stretch.count)
    return _with_facets(replace(page, paragraphs=paragraphs), prepared)


def _resolutions(page: SearchPage, prepared: Search) -> SearchPage:
    """A page with its resolutions, their count, and what they can be narrowed by.

    While the database looks for some of it, on either connection, the rest is made.
    """
    counting = ask_narrow_counts(prepared)
    results = ask_resolutions(prepared, in_order(prepared, **_stretch(page.params)))
    narrow = counting()
    tallying = ask_tallies(prepared, narrow)
    page = replace(page, results=results())
    page = _titled(page, prepared, count=narrow.count(prepared))
    return _with_facets(page, prepared, tallying=tallying)


def _stretch(params: SearchParams) -> dict[str, int]:
    """From which place in the list to before which a page goes, counted from 0."""
    first = min((params.page - 1) * RESULTS_PER_PAGE, _BEYOND_ANY_LIST)
    return {"first": first, "last": first + RESULTS_PER_PAGE}


def _titled(page: SearchPage, prepared: Search, *, count: Count) -> SearchPage:
    """A page with its count, what it says in the title, and how many pages there are."""
    unknown = _unknown_symbols(page.params)
    page_count = max(1, ceil(count.number / RESULTS_PER_PAGE))
    problem = None
    if page.params.page > page_count:
        problem = problems.beyond_the_last(page.params.page, page_count)
    elif not count.number:
        problem = _nothing_found(prepared, unknown)
    return replace(
        page,
        count=count,
        heading=heading(page.params, prepared.asked.query, count=count),
        problem=problem,
        unknown_symbols=unknown,
        page_count=page_count,
    )


def _unknown_symbols(params: SearchParams) -> tuple[Symbol, ...]:
    """What a search for a symbol alone may mean, if the archive knows none of it."""
    return () if resolution_named(params.q) else tuple(spoken(params.q))


def _nothing_found(prepared: Search, unknown: Sequence[Symbol]) -> Problem:
    return problems.nothing_found(prepared.params, prepared.asked.query, symbols=unknown)


def _loosened(page: SearchPage, prepared: Search) -> SearchPage:
    """A page of nothing, with what may have been meant and what could be dropped."""
    return replace(page, correction=correction(prepared), droppable=droppable(prepared))
