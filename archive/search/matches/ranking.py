"""In which order resolutions come.

By relevance, only so many are ranked as a reader might look through: those that say all that is
sought in the title, or that it names by symbol, then those most often recalled. The rest follow in
that order. Every order is total, so that each resolution is on one page and on no other.
"""

from typing import Any

from django.db import connection
from django.db.models import F, OrderBy, QuerySet, Value
from django.db.models.fields import BooleanField

from archive.models import CatalogueCard
from archive.search.form.params import Sort
from archive.search.matches.matching import Search, cards, compiled, said_in_title
from archive.search.matches.verbatim import SPELLED, wording_of

MOST_RANKED = 500
#: How near words stand takes a time that grows much faster than their number.
_MOST_WORDS_RANKED_BY_NEARNESS = 8

ORDERS: dict[Sort, tuple[str | OrderBy, ...]] = {
    Sort.RELEVANCE: ("-times_recalled", "symbol"),
    Sort.NEWEST: (F("dated_on").desc(nulls_last=True), "symbol"),
    Sort.OLDEST: (F("dated_on").asc(nulls_last=True), "symbol"),
    Sort.MOST_RECALLED: ("-times_recalled", "symbol"),
}

#: Ranks are divided by 1 + the logarithm of the length, so that long texts have no start. A title
#: says the same with fewer other words the shorter it is.
_RANKED = """
WITH candidate AS MATERIALIZED (
    ({titled}) UNION ALL ({rest})
    ORDER BY in_title DESC, times_recalled DESC, symbol LIMIT {most}
), sought AS (
    SELECT %s::tsquery AS whole, %s::tsquery AS word, %s AS said, %s::text[] AS symbols
)
SELECT candidate.resolution_id
FROM candidate CROSS JOIN sought
JOIN archive_resolution AS resolution ON resolution.id = candidate.resolution_id
LEFT JOIN archive_text AS text ON text.id = candidate.text_id
ORDER BY in_title DESC, candidate.symbol = ANY(symbols) DESC,
    in_title AND length(resolution.search_vector) <= (numnode(word) + 1) / 2 DESC,
    in_title AND said <> '' AND strpos({title}, said) > 0 DESC,
    coalesce({rank}(text.search_vector, whole, 1), 0)
        + ts_rank('{{1, 1, 1, 1}}', resolution.search_vector, word, 8) DESC,
    candidate.times_recalled DESC, candidate.symbol
LIMIT %s OFFSET %s
"""


def in_order(search: Search, *, first: int = 0, last: int) -> list[int]:
    """The keys of the resolutions found from one place in the list to before another, from 0.

    One database query if they are all among those ranked or all after them, else two.
    """
    if not is_ranked(search):
        return list(_plainly_ordered(search)[first:last])
    ranked = _ranked(search, first=first, last=min(last, MOST_RANKED))
    return ranked + _unranked(search, first=max(first, MOST_RANKED), last=last)


def is_ranked(search: Search) -> bool:
    """Whether it is for relevance, and there are words that something can be relevant to."""
    return search.params.order is Sort.RELEVANCE and bool(search.asked.any_word())


def order_of(search: Search) -> Sort:
    """The order of a search; where nothing can be relevant to its words, the newest first."""
    is_relevance = search.params.order is Sort.RELEVANCE
    return Sort.NEWEST if is_relevance and not is_ranked(search) else search.params.order


def nearness(search: Search) -> str:
    """The function that ranks a vector: of few words, by how near they stand."""
    is_short = len(search.asked.word_terms) <= _MOST_WORDS_RANKED_BY_NEARNESS
    return "ts_rank_cd" if is_short else "ts_rank"


def _plainly_ordered(search: Search) -> QuerySet[CatalogueCard, int]:
    return cards(search).order_by(*ORDERS[order_of(search)]).values_list("pk", flat=True)


def _ranked(search: Search, *, first: int, last: int) -> list[int]:
    """A stretch of those that are ranked."""
    if first >= last:
        return []
    (titled, titled_values), (rest, rest_values) = map(compiled, _candidates(search))
    asked = search.asked
    statement = _RANKED.format(
        titled=titled,
        rest=rest,
        most=MOST_RANKED,
        rank=nearness(search),
        title=SPELLED.format(wording="resolution.title"),
    )
    said = wording_of(asked.query, typed=search.params.q)
    values = asked.places(), asked.any_word(), said, list(asked.symbols), last - first, first
    return _first_column(statement, [*titled_values, *rest_values, *values])


_UNRANKED = """
SELECT resolution_id FROM (({titled}) UNION ALL ({rest})) AS candidate
ORDER BY in_title DESC, times_recalled DESC, symbol LIMIT %s OFFSET %s
"""


def _unranked(search: Search, *, first: int, last: int) -> list[int]:
    """A stretch of those after them, in the order in which some were chosen."""
    if first >= last:
        return []
    (titled, titled_values), (rest, rest_values) = map(compiled, _candidates(search, most=last))
    statement = _UNRANKED.format(titled=titled, rest=rest)
    return _first_column(statement, [*titled_values, *rest_values, last - first, first])


def _candidates(search: Search, *, most: int = MOST_RANKED) -> list[QuerySet[CatalogueCard, Any]]:
    """Those that say all in the title and those that do not, the most recalled of each."""
    return [
        found.annotate(in_title=Value(in_title, output_field=BooleanField()))
        .order_by(*ORDERS[Sort.RELEVANCE])
        .values("resolution_id", "text_id", "symbol", "times_recalled", "in_title")[:most]
        for found, in_title in zip(said_in_title(search), (True, False), strict=True)
    ]


def _first_column(statement: str, values: list[Any]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [row[0] for row in cursor]
