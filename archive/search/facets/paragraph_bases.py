"""Of which paragraphs and notes each facet is counted, and how they are found.

A facet is counted of what the list would show without the facet's own filter: of all paragraphs in
the texts where they may stand, if those are few, or of all that the index of paragraphs names.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.search.facets.narrow_counts import NarrowCounts
from archive.search.form.params import Part, SearchParams
from archive.search.matches.matching import Search
from archive.search.matches.paragraphs import (
    FEW_TEXTS,
    MOST_PLACES,
    MOST_TEXTS,
    hits,
    is_in_index,
    wanted,
)
from archive.search.matches.statements import Statement

#: The facets of paragraphs by the filters they leave out; none leaves out what is cited.
FACETS = "organ", "session", "dates", "stage", "parts", "openings", "cites"


@dataclass(frozen=True, slots=True)
class Base:
    """The paragraphs found without a filter, and the facets that are counted of them.

    ``asks_index`` says that they are taken from the index if it names few, ``reads_texts`` that
    their texts are few enough to be read otherwise.
    """

    without: str
    facets: tuple[str, ...]
    asks_index: bool
    reads_texts: bool

    def is_whole(self, places: int) -> bool:
        """Whether all of it was found, by the number of places that the index names."""
        return self.reads_texts or places <= MOST_PLACES


def bases(search: Search, narrow: NarrowCounts) -> Iterator[Base]:
    """One for each facet that is chosen from, and one for the rest; none where it is too large."""
    chosen = [name for name in FACETS if name != "cites" and _narrows(search.params, name)]
    others = tuple(name for name in FACETS if name not in chosen)
    for without, facets in [("", others), *((name, (name,)) for name in chosen)]:
        texts = narrow.size(without=without)
        is_indexed = is_in_index(search) and bool(wanted(search, without=without))
        asks_index = is_indexed and FEW_TEXTS < texts <= MOST_PLACES
        if asks_index or texts <= MOST_TEXTS:
            yield Base(without, facets, asks_index, texts <= MOST_TEXTS)


def widened_to_texts(search: Search) -> Search:
    """The search for the resolutions in whose texts there may be paragraphs to find.

    What is excluded from a paragraph may stand elsewhere in its text, and a title is none.
    """
    parts = tuple(part for part in search.params.parts if part is not Part.TITLE)
    is_held = search.params.held is not False
    params = search.params.with_(parts=parts, held=is_held)
    return Search(params, search.asked.without_exclusions)


def _narrows(params: SearchParams, name: str) -> bool:
    """Whether a facet's filter narrows a search."""
    return bool(params.since or params.until if name == "dates" else getattr(params, name))


# -- The statement ---------------------------------------------------------------------------------

_HITS = """
WITH index AS MATERIALIZED (SELECT count(*) AS places FROM ({places}) AS place),
hit AS MATERIALIZED (
    SELECT hit.part, hit.form, hit.cited, card.organ, card.session, card.year, card.stage
    FROM ({hits}) AS hit JOIN archive_cataloguecard AS card USING (resolution_id)
)
SELECT %s::text AS without, known.* FROM (
    SELECT 'places' AS facet, '' AS value, places AS number, 0 AS value_count, '' AS title
    FROM index
    UNION ALL SELECT 'hits', '', count(*), 0, '' FROM hit
    UNION ALL SELECT 'organs', '', count(DISTINCT organ), 0, '' FROM hit
) AS known
"""
_NO_PLACES = "SELECT NULL LIMIT 0"
_PLACES = """
    SELECT FROM archive_paragraph WHERE search_vector @@ %s::tsquery
    UNION ALL
    SELECT FROM archive_footnote WHERE search_vector @@ %s::tsquery
    LIMIT %s
"""
_IF = "SELECT * FROM ({hits}) AS found WHERE (SELECT places FROM index) {comparison} %s"


def counted_hits(search: Search, base: Base) -> Statement:
    """The paragraphs of a base as ``hit``, and what is known of all in rows of their own.

    These are how many places the index names, how many were found, and of how many organs.
    """
    ways: list[Statement] = []
    if base.asks_index:
        ways.append(_if(hits(search, without=base.without, most=MOST_PLACES + 1), "<="))
    if base.reads_texts:
        way = hits(search, without=base.without)
        ways.append(_if(way, ">") if base.asks_index else way)
    found = " UNION ALL ".join(f"({sql})" for sql, _values in ways)
    values = [value for _sql, values in ways for value in values]
    if not base.asks_index:
        return _HITS.format(places=_NO_PLACES, hits=found), [*values, base.without]
    query = wanted(search, without=base.without)
    asked = [query, query, MOST_PLACES + 1]
    return _HITS.format(places=_PLACES, hits=found), [*asked, *values, base.without]


def _if(way: Statement, comparison: str) -> Statement:
    """A way that is gone only where the index names few places, or only where it names more."""
    sql, values = way
    return _IF.format(hits=sql, comparison=comparison), [*values, MOST_PLACES]
