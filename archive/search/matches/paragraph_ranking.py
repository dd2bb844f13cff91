"""In which order paragraphs and notes come.

By relevance, those in which the words stand nearest, in proportion to the length, are ranked once
more: first those that say what was typed as it was typed; then those that have more of its words
in the form in which they were typed, those first that are sought, then those that are passed over;
then those that have them in their order; then the shortest.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection

from archive.search.form.params import Part, Sort
from archive.search.language.query import Query
from archive.search.matches.counts import Count, Noun
from archive.search.matches.matching import Search
from archive.search.matches.paragraphs import Columns, Way, further_texts, places, way_to
from archive.search.matches.ranking import nearness, order_of
from archive.search.matches.verbatim import (
    IN_ORDER,
    SPELLED,
    WORD_COUNT,
    in_order,
    single_words,
    wording_of,
)

MOST_RANKED = 300
#: So many different ones stand in a page of text; each is looked for in every wording ranked.
_MOST_SMALL_WORDS = 64


class Hit(NamedTuple):
    """A paragraph or a note that was found, by key."""

    is_note: bool
    pk: int


@dataclass(frozen=True, slots=True)
class Listed:
    """How many paragraphs and notes were found, and a stretch of them."""

    count: Count
    hits: list[Hit]


def listed(search: Search, *, first: int = 0, last: int) -> Listed:
    """The paragraphs and notes found from one place in the list to before another, from 0.

    Two database queries; none where only titles are looked at, since there is nothing to find.
    """
    if _looks_at_titles_alone(search):
        return Listed(Count(number=0, noun=Noun.PARAGRAPH), [])
    return _stretch(search, way_to(search), first=first, last=last)


def places_in_order(search: Search, *, most: int) -> list[Hit]:
    """The paragraphs and notes found, the first so many of them.

    Where the list has those of the first texts alone, those of further texts follow, in the same
    order. At most four statements, and one for every thousand further texts.
    """
    if _looks_at_titles_alone(search):
        return []
    way = way_to(search)
    first = _stretch(search, way, first=0, last=min(most, MOST_RANKED))
    if first.count.number <= MOST_RANKED and first.count.is_exact:
        return first.hits
    rest = _stretch(search, way, first=MOST_RANKED, last=max(most, MOST_RANKED))
    found = first.hits + rest.hits
    return found if first.count.is_exact else found + _beyond(search, way, most=most - len(found))


def _looks_at_titles_alone(search: Search) -> bool:
    return search.params.parts == (Part.TITLE,)


def _beyond(search: Search, way: Way, *, most: int) -> list[Hit]:
    """What further texts have than the first, until there are so many."""
    found: list[Hit] = []
    for texts in further_texts(search):
        if len(found) >= most:
            break
        found += _stretch(search, way, first=0, last=most - len(found), texts=texts).hits
    return found


_PLACES = (
    "FALSE AS is_note, place.id, place.position, {nearness} AS nearness, card.*",
    "TRUE, place.id, place.position, {nearness}, card.*",
)
_NEARNESS = "{function}(place.search_vector, (SELECT whole FROM sought), 2)"
_LAST_KEYS = "times_recalled DESC, symbol, is_note, position"
_KEYS = {
    Sort.RELEVANCE: f"nearness DESC, {_LAST_KEYS}",
    Sort.NEWEST: f"dated_on DESC NULLS LAST, {_LAST_KEYS}",
    Sort.OLDEST: f"dated_on ASC NULLS LAST, {_LAST_KEYS}",
    Sort.MOST_RECALLED: _LAST_KEYS,
}
_LIST = """
WITH sought AS MATERIALIZED (
    SELECT %s::tsquery AS whole, %s::text AS said, %s::text AS ordered,
           %s::text[] AS words, %s::text[] AS small_words
), hit AS MATERIALIZED ({hits}), total AS (
    SELECT count(*) AS number, count(*) FILTER (WHERE stage = 'draft') AS drafts FROM hit
)
SELECT total.number, total.drafts, stretch.is_note, stretch.id
FROM total LEFT JOIN (
    SELECT is_note, id, row_number() OVER () AS nth
    FROM ({ordered} LIMIT %s OFFSET %s) AS ordered
) AS stretch ON TRUE
ORDER BY nth
"""
_OF_WORDINGS = {
    "wording": SPELLED.format(wording="place.wording"),
    "in_order": IN_ORDER.format(spelled="says", ordered="ordered"),
    "length": WORD_COUNT.format(spelled="says"),
}
_ORDERED = "SELECT is_note, id FROM hit ORDER BY {keys}"
_RANKED = """
SELECT is_note, id FROM (
    SELECT near.*, {wording} AS says
    FROM (SELECT * FROM hit ORDER BY {keys} LIMIT {most}) AS near
    CROSS JOIN LATERAL (
        SELECT CASE WHEN is_note THEN (SELECT wording FROM archive_footnote WHERE id = near.id)
                    ELSE (SELECT wording FROM archive_paragraph WHERE id = near.id) END AS wording
    ) AS place
    OFFSET 0
) AS place CROSS JOIN sought
ORDER BY said <> '' AND strpos(says, said) > 0 DESC,
    (SELECT count(*) FROM unnest(words) AS word WHERE strpos(says, word) > 0) DESC,
    (SELECT count(*) FROM unnest(small_words) AS word WHERE strpos(says, word) > 0) DESC,
    {in_order} DESC, {length}, {last_keys}
"""


def _stretch(
    search: Search, way: Way, *, first: int, last: int, texts: slice | None = None
) -> Listed:
    """A stretch of the list; with ``texts``, of what these have that are further down."""
    order = order_of(search)
    is_ranked = order is Sort.RELEVANCE and first < MOST_RANKED and texts is None
    found, values = places(search, way, columns=_columns(search, order), texts=texts)
    ordered = (_RANKED if is_ranked else _ORDERED).format(
        keys=_KEYS[order], most=MOST_RANKED, last_keys=_LAST_KEYS, **_OF_WORDINGS
    )
    statement = _LIST.format(hits=found, ordered=ordered)
    with connection.cursor() as cursor:
        cursor.execute(statement, [*_sought(search), *values, last - first, first])
        rows = list(cursor)
    number, drafts = rows[0][:2]
    count = Count(number=number, kind=way.certainty, noun=Noun.PARAGRAPH, drafts=drafts)
    return Listed(count, [Hit(is_note, pk) for *_, is_note, pk in rows if pk is not None])


def _columns(search: Search, order: Sort) -> Columns:
    """What is looked up of each; how near the words stand, only where the order asks for it."""
    near = _NEARNESS.format(function=nearness(search)) if order is Sort.RELEVANCE else "0"
    return Columns(*(place.format(nearness=near) for place in _PLACES))


def _sought(search: Search) -> list[Any]:
    query = search.asked.query
    said = wording_of(query, typed=search.params.q)
    words = single_words(query)
    return [search.asked.places(), said, in_order(said), words, _small_words(search, words)]


def _small_words(search: Search, words: Collection[str]) -> list[str]:
    """What was typed besides these and is passed over in a search, as “her”."""
    typed = single_words(Query.read(search.params.q))
    return [word for word in typed if word not in words][:_MOST_SMALL_WORDS]
