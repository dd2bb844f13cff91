"""How many paragraphs and notes have each value of each facet.

A facet is counted over all that the list would show without the facet's own filter. Where that is
more than is looked at, it counts resolutions instead.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from archive.search.facets.listed_counts import listed_tallies
from archive.search.facets.narrow_counts import NarrowCounts, narrow_counts, narrow_tallies
from archive.search.facets.paragraph_bases import Base, bases, counted_hits, widened_to_texts
from archive.search.facets.tallies import MOST_VALUES, Tallies, Tally
from archive.search.form.params import Part
from archive.search.matches.counts import Count, Noun
from archive.search.matches.matching import Search
from archive.search.matches.statements import Rows, Statement, together

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
_PARTS = {part.letter: part for part in Part}


def tallied_paragraphs(search: Search, count: Count) -> Tallies:
    """The tallies of the paragraphs found; of those too many to look at, of resolutions.

    Two statements; three where some facets can be counted and openings cannot.
    """
    widened = widened_to_texts(search)
    narrow = narrow_counts(widened)
    looked_at = list(bases(search, narrow)) if count.is_exact else []
    rows = together(_statement(search, base) for base in looked_at)
    tallies = dict(_of_resolutions(narrow, widened))
    for base in looked_at:
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


_COUNTED = """
UNION ALL
SELECT * FROM (
    SELECT %s::text, %s::text, value, count(*) AS number, count(*) OVER (),
           (SELECT title FROM archive_resolution WHERE symbol = value)
    FROM (SELECT ({column})::text AS value FROM hit) AS valued WHERE value <> ''
    GROUP BY value ORDER BY value = ANY(%s::text[]) DESC, number DESC, value LIMIT %s
) AS counted
"""


def _statement(search: Search, base: Base) -> Statement:
    """For each facet its values, after what is known of all."""
    statement, values = counted_hits(search, base)
    for facet in base.facets:
        statement += _COUNTED.format(column=_COLUMNS[facet])
        chosen = list(getattr(search.params, facet)) if facet in _LISTS else []
        most = MOST_VALUES + len(chosen) if facet in _LISTS else None
        values += [base.without, facet, chosen, most]
    return statement, values


def _tallies(rows: Rows, base: Base) -> dict[str, Tally] | None:
    """The tallies of a base from its rows, or None where it was too large to look at.

    Sessions are told apart only within one organ.
    """
    known = {row[0]: row[2] for row in rows if row[0] not in base.facets}
    if not base.is_whole(known["places"]):
        return None
    tallies = {
        facet: _tally(facet, [row for row in rows if row[0] == facet], total=known["hits"])
        for facet in base.facets
    }
    return {name: tallies[name] for name in tallies if name != "session" or known["organs"] == 1}


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
