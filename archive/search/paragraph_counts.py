"""How many paragraphs and notes have each value of each facet.

A facet is counted over all that the list would show without the facet's own filter. Where that is
more than is looked at, it counts resolutions instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from archive.search.counts import Count, Noun
from archive.search.listed_counts import listed_tallies
from archive.search.matching import Search
from archive.search.narrow_counts import NarrowCounts, narrow_counts, narrow_tallies
from archive.search.paragraphs import FEW_TEXTS, MOST_PLACES, MOST_TEXTS, hits, is_in_index, wanted
from archive.search.params import Part, SearchParams
from archive.search.statements import Rows, Statement, together
from archive.search.tallies import MOST_VALUES, Tallies, Tally

#: What of a paragraph, or of its card, is the value of a facet.
_COLUMNS = {
    "organ": "organ",
    "session": "session",
    "dates": "year",
    "stage": "stage",
    "parts": "part",
    "openings": "form",
    "cites": "unnest(cited)",
}
_LISTS = frozenset({"openings", "cites"})
_PARTS = {"p": Part.PREAMBULAR, "o": Part.OPERATIVE, "a": Part.ANNEX, "n": Part.FOOTNOTES}


@dataclass(frozen=True, slots=True)
class _Base:
    """The paragraphs found without a filter, and which facets are counted of them.

    ``most`` is how many are looked at, None for all.
    """

    without: str
    facets: tuple[str, ...]
    most: int | None


def tallied_paragraphs(search: Search, count: Count) -> Tallies:
    """The tallies of the paragraphs found; of those too many to look at, of resolutions.

    Two statements; three where some facets can be counted and openings cannot.
    """
    widened = _widened(search)
    narrow = narrow_counts(widened)
    bases = list(_bases(search, narrow, count=count)) if count.is_exact else []
    rows = together(_statement(search, base) for base in bases)
    tallies = dict(_of_resolutions(narrow, widened))
    for base in bases:
        counted = _tallies([row[1:] for row in rows if row[0] == base.without], base)
        if counted is not None:
            tallies = {name: tallies[name] for name in tallies if name not in base.facets} | counted
    return tallies if "openings" in tallies else {**listed_tallies(narrow, widened), **tallies}


def _of_resolutions(narrow: NarrowCounts, widened: Search) -> Iterator[tuple[str, Tally]]:
    """What is known of the resolutions without a look at lists; their titles are no paragraphs."""
    for name, tally in narrow_tallies(narrow, widened).items():
        if name == "parts":
            counts = {part: tally.counts[part] for part in tally.counts if part is not Part.TITLE}
            yield name, replace(tally, counts=counts, value_count=len(counts))
        elif name != "held":
            yield name, tally


# -- What is looked at -----------------------------------------------------------------------------


def _bases(search: Search, narrow: NarrowCounts, *, count: Count) -> Iterator[_Base]:
    """One for each facet that is chosen from, and one for the rest; none where it is too large.

    Where the index of paragraphs can be asked and may name few, it is; else all texts are read.
    """
    chosen = [name for name in _COLUMNS if name != "cites" and _narrows(search.params, name)]
    others = tuple(name for name in _COLUMNS if name not in chosen)
    for without, facets in [("", others), *((name, (name,)) for name in chosen)]:
        texts = narrow.size(without=without)
        is_indexed = is_in_index(search) and wanted(search, without=without)
        are_few = not without and count.number <= MOST_PLACES
        if is_indexed and texts > (FEW_TEXTS if are_few else MOST_TEXTS):
            yield _Base(without, facets, MOST_PLACES + 1)
        elif texts <= MOST_TEXTS:
            yield _Base(without, facets, None)


def _narrows(params: SearchParams, name: str) -> bool:
    """Whether a facet's filter narrows a search."""
    return bool(params.since or params.until if name == "dates" else getattr(params, name))


def _widened(search: Search) -> Search:
    """The search for the resolutions in whose texts there may be paragraphs to find.

    What is excluded from a paragraph may stand elsewhere in its text, and a title is none.
    """
    parts = tuple(part for part in search.params.parts if part is not Part.TITLE)
    is_held = search.params.held is not False
    params = search.params.with_(parts=parts, held=is_held)
    return Search(params, search.asked.without_exclusions)


# -- Statements ------------------------------------------------------------------------------------

_HIT = """
WITH hit AS MATERIALIZED (
    SELECT hit.part, hit.form, hit.cited, card.organ, card.session, card.year, card.stage
    FROM ({hits}) AS hit JOIN archive_cataloguecard AS card USING (resolution_id)
)
SELECT %s::text AS without, '' AS facet, '' AS value, count(*) AS number,
       count(DISTINCT organ) AS value_count, '' AS title
FROM hit
"""
_COUNTED = """
UNION ALL
SELECT * FROM (
    SELECT %s::text, %s::text, value, count(*) AS number, count(*) OVER (),
           (SELECT title FROM archive_resolution WHERE symbol = value)
    FROM (SELECT ({column})::text AS value FROM hit) AS valued WHERE value <> ''
    GROUP BY value ORDER BY value = ANY(%s::text[]) DESC, number DESC, value LIMIT %s
) AS counted
"""


def _statement(search: Search, base: _Base) -> Statement:
    """The number of paragraphs and of organs they are of, and for each facet its values."""
    sql, values = hits(search, without=base.without, most=base.most)
    statement, values = _HIT.format(hits=sql), [*values, base.without]
    for facet in base.facets:
        statement += _COUNTED.format(column=_COLUMNS[facet])
        chosen = list(getattr(search.params, facet)) if facet in _LISTS else []
        most = MOST_VALUES + len(chosen) if facet in _LISTS else None
        values += [base.without, facet, chosen, most]
    return statement, values


def _tallies(rows: Rows, base: _Base) -> dict[str, Tally] | None:
    """The tallies of a base from its rows, or None where it was not looked at whole.

    Sessions are told apart only within one organ.
    """
    total, organ_count = next((row[2], row[3]) for row in rows if not row[0])
    if base.most and total >= base.most:
        return None
    tallies = {
        facet: _tally(facet, [row for row in rows if row[0] == facet], total=total)
        for facet in base.facets
    }
    return {name: one for name, one in tallies.items() if name != "session" or organ_count == 1}


def _tally(facet: str, rows: Rows, *, total: int) -> Tally:
    return Tally(
        counts={_read(facet, row[1]): row[2] for row in rows},
        total=total,
        value_count=rows[0][3] if rows else 0,
        noun=Noun.PARAGRAPH,
        titles={row[1]: row[4] for row in rows if row[4]},
    )


def _read(facet: str, written: str) -> Any:
    """A value as other tallies have it."""
    if facet == "dates":
        return int(written)
    return _PARTS[written] if facet == "parts" else written
