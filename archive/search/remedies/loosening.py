"""Loosening: where nothing was found, what could be dropped, and how much would be found then."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from archive.search.facets.chips import chips, cleared, dates_in_words
from archive.search.form.params import SearchParams, View
from archive.search.language.lexemes import ask
from archive.search.language.query import Query, listed
from archive.search.language.terms import Kind, Term
from archive.search.matches.counting import counted_together
from archive.search.matches.counts import Count
from archive.search.matches.matching import Search

#: Searches that are counted, and of those that find something as many as a reader takes in.
MOST_TRIED = 12
MOST_SHOWN = 8
#: Terms that are left out one by one; filters need the rest of the searches.
_MOST_TERMS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Droppable:
    """What could be dropped, in words, the search without it, and how many that finds."""

    label: str
    params: SearchParams
    count: Count


def droppable(search: Search) -> tuple[Droppable, ...]:
    """What could be dropped so that something is found, what finds most first.

    Where no one thing suffices, a word with all that narrows. One database query counts them all;
    one more is for a phrase of three words or more that stays when a word goes, and for lost
    quotation marks.
    """
    found = _finding(_looser(search))
    if found or not search.params.is_narrowed:
        return found
    anywhere = search.with_params(cleared(search.params))
    return _finding((f"{label} and all that narrows", one) for label, one in _fewer_words(anywhere))


Looser = tuple[str, Search]


def _finding(looser: Iterable[Looser]) -> tuple[Droppable, ...]:
    """Those that find something."""
    asking = [pair for pair in looser if _asks(pair[1])][:MOST_TRIED]
    counts = counted_together([one for _label, one in asking])
    found = [
        Droppable(label=label, params=one.params, count=count)
        for (label, one), count in zip(asking, counts, strict=True)
        if count.number
    ]
    return tuple(sorted(found, key=lambda one: -one.count.number)[:MOST_SHOWN])


def _asks(search: Search) -> bool:
    """Whether a search asks for anything; words that every text has do not."""
    return bool(search.asked.query.terms) or search.params.is_narrowed


def _looser(search: Search) -> Iterator[Looser]:
    """Each search that asks for one thing less, with what that is in words."""
    params = search.params
    if params.view is View.PARAGRAPHS:
        anywhere = params.with_(view=View.RESOLUTIONS)
        yield "in one paragraph", search.with_params(anywhere)
    filters = list(_without_a_filter(params))
    yield from ((label, search.with_params(rest)) for label, rest in filters)
    if len(filters) > 1:
        yield "all that narrows", search.with_params(cleared(params))
    yield from _fewer_words(search)


def _fewer_words(search: Search) -> Iterator[Looser]:
    yield from _without_quotation_marks(search)
    yield from _without_a_term(search)


# -- Filters ---------------------------------------------------------------------------------------

_NOTHING = SearchParams()
_FILTERS = "parts", "organ", "session", "openings", "stage", "held"


def _without_a_filter(params: SearchParams) -> Iterator[tuple[str, SearchParams]]:
    """Each filter that narrows, in words, and the search without it."""
    for name in _FILTERS:
        alone = SearchParams(**{name: getattr(params, name)})
        if alone.is_narrowed:
            label = listed([chip.label for chip in chips(alone)], "or")
            yield label, params.with_(**{name: getattr(_NOTHING, name)})
    if params.since or params.until:
        yield dates_in_words(params), params.with_(since=None, until=None)
    for symbol in params.cites:
        rest = tuple(one for one in params.cites if one != symbol)
        yield gettext("cites %(symbol)s") % {"symbol": symbol}, params.with_(cites=rest)


# -- Words -----------------------------------------------------------------------------------------


def _without_quotation_marks(search: Search) -> Iterator[Looser]:
    """The search for the words of its phrases, wherever they stand."""
    query = search.asked.query
    words = [[_unquoted(term) for term in terms] for terms in query.alternatives]
    loose = replace(query, alternatives=tuple(tuple(terms) for terms in words))
    if loose != query:
        params = search.params.with_(q=loose.as_typed)
        yield "the quotation marks", Search.of(params, ask(Query.read(params.q)))


def _unquoted(term: Term) -> Term:
    is_sought_phrase = term.kind is Kind.PHRASE and not term.is_excluded
    return replace(term, kind=Kind.WORD) if is_sought_phrase else term


def _without_a_term(search: Search) -> Iterator[Looser]:
    """The search without each of its words and phrases, if others are left."""
    asked = search.asked
    for term in asked.query.terms[:_MOST_TERMS]:
        rest = asked.without(term)
        params = search.params.with_(q=rest.query.as_typed)
        if rest.query.terms and Query.read(params.q) == rest.query:
            label = f"but not {term.as_written}" if term.is_excluded else term.as_written
            yield label, Search.of(params, rest)
