"""In which order resolutions come.

By relevance, only so many are ranked as a reader might look through: those that say all that is
sought in the title, or that it names by symbol, then those most often recalled. The rest follow in
that order. Every order is total, so that each resolution is on one page and on no other.
"""

from archive.search.form.params import Sort
from archive.search.matches.matching import Search, cards, said_in_title
from archive.search.matches.statements import Statement, answered
from archive.search.matches.verbatim import SPELLED, wording_of

MOST_RANKED = 500
#: How near words stand takes a time that grows much faster than their number.
_MOST_WORDS_RANKED_BY_NEARNESS = 8

ORDERS: dict[Sort, str] = {
    Sort.RELEVANCE: "times_recalled DESC, symbol",
    Sort.NEWEST: "dated_on DESC NULLS LAST, symbol",
    Sort.OLDEST: "dated_on ASC NULLS LAST, symbol",
    Sort.MOST_RECALLED: "times_recalled DESC, symbol",
}

#: What says all in the title comes first, then what is recalled most often. Others are looked for
#: only where the first fill no page, and what is not often recalled only where all are too few.
_CANDIDATES = """
WITH titled AS MATERIALIZED (
    SELECT resolution_id, text_id, symbol, times_recalled
    FROM {titled} ORDER BY {order} LIMIT %s
), often AS MATERIALIZED (
    SELECT resolution_id, text_id, symbol, times_recalled
    FROM {often} AND (SELECT count(*) FROM titled) < %s
    ORDER BY {order} LIMIT %s
), known AS (
    SELECT (SELECT count(*) FROM titled) AS titled, (SELECT count(*) FROM often) AS often
), rest AS MATERIALIZED (
    SELECT resolution_id, text_id, symbol, times_recalled
    FROM {rest} AND (SELECT titled < %s AND titled + often < %s FROM known)
    ORDER BY {order} LIMIT %s
), candidate AS (
    SELECT TRUE AS in_title, * FROM titled
    UNION ALL SELECT FALSE, * FROM often UNION ALL SELECT FALSE, * FROM rest
    ORDER BY in_title DESC, {order} LIMIT %s
)
"""
#: Ranks are divided by 1 + the logarithm of the length, so that long texts have no start. A title
#: says the same with fewer other words the shorter it is.
_RANKED = """, sought AS (
    SELECT %s::tsquery AS whole, %s::tsquery AS word, %s::text AS said, %s::text[] AS symbols
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
_UNRANKED = "SELECT resolution_id FROM candidate LIMIT %s OFFSET %s"
_PLAIN = "SELECT resolution_id FROM {found} ORDER BY {order} LIMIT %s OFFSET %s"


def in_order(search: Search, *, first: int = 0, last: int) -> list[int]:
    """The keys of the resolutions found from one place in the list to before another, from 0.

    One database query if they are all among those ranked or all after them, else two.
    """
    if not is_ranked(search):
        return _plainly_ordered(search, first=first, last=last)
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


def _plainly_ordered(search: Search, *, first: int, last: int) -> list[int]:
    sql, values = cards(search)
    statement = _PLAIN.format(found=sql, order=ORDERS[order_of(search)])
    return _first_column((statement, [*values, last - first, first]))


def _ranked(search: Search, *, first: int, last: int) -> list[int]:
    """A stretch of those that are ranked."""
    if first >= last:
        return []
    sql, values = _candidates(search, most=MOST_RANKED, last=last)
    title = SPELLED.format(wording="resolution.title")
    ranked = _RANKED.format(rank=nearness(search), title=title)
    asked = search.asked
    said = wording_of(asked.query, typed=search.params.q)
    sought = asked.places(), asked.any_word(), said, list(asked.symbols)
    return _first_column((sql + ranked, [*values, *sought, last - first, first]))


def _unranked(search: Search, *, first: int, last: int) -> list[int]:
    """A stretch of those after them, in the order in which some were chosen."""
    if first >= last:
        return []
    sql, values = _candidates(search, most=last, last=last)
    return _first_column((sql + _UNRANKED, [*values, last - first, first]))


def _candidates(search: Search, *, most: int, last: int) -> Statement:
    """Those that say all in the title and those that do not, in order, the first ``most`` of all.

    Where those up to ``last`` say all in the title, there may be no others.
    """
    titled, often, rest = said_in_title(search)
    sql = _CANDIDATES.format(
        titled=titled[0], often=often[0], rest=rest[0], order=ORDERS[Sort.RELEVANCE]
    )
    values = [*titled[1], most, *often[1], last, most, *rest[1], last, most, most]
    return sql, [*values, most]


def _first_column(statement: Statement) -> list[int]:
    return [row[0] for row in answered(statement)]
