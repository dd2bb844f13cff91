"""Snippets: the paragraphs and notes of a resolution that say best what was sought."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from archive.models import READING_LANGUAGE, Footnote, Paragraph
from archive.search.fragments import MARK_BEGINS, MARK_ENDS, Fragment, Span, excerpt, whole
from archive.search.matching import CONFIGURATION
from archive.search.query import Query

MOST_SNIPPETS = 3

#: Places are ranked by closeness: 2 says all that is sought or cites the symbol, 1 says a term of
#: it, 0 only a word of a phrase. Those of 0 are shown where a resolution has nothing closer.
_SQL = """
WITH sought AS (
    SELECT websearch_to_tsquery(%(configuration)s::regconfig, %(all)s) AS whole,
           websearch_to_tsquery(%(configuration)s::regconfig, %(any_term)s) AS term,
           websearch_to_tsquery(%(configuration)s::regconfig, %(any_word)s) AS word
), place AS (
    SELECT text_id, id AS paragraph_id, NULL::bigint AS footnote_id, anchor, '' AS note,
           0 AS part, position, wording, search_vector
    FROM archive_paragraph
    UNION ALL
    SELECT text_id, NULL, id, '', number, 1, position, wording, search_vector
    FROM archive_footnote
), close_place AS (
    SELECT text.resolution_id, place.*, cited.start, cited.end,
           CASE WHEN place.search_vector @@ whole OR cited.start IS NOT NULL THEN 2
                WHEN place.search_vector @@ term THEN 1 ELSE 0 END AS closeness,
           ts_rank(place.search_vector, word) AS rank
    FROM archive_text AS text JOIN place ON place.text_id = text.id CROSS JOIN sought
    LEFT JOIN LATERAL (
        SELECT citation.start, citation.end FROM archive_citation AS citation
        WHERE citation.cited_symbol = ANY(%(symbols)s)
          AND (citation.footnote_id = place.footnote_id
               OR citation.paragraph_id = place.paragraph_id AND citation.footnote_id IS NULL)
        ORDER BY citation.position LIMIT 1
    ) AS cited ON TRUE
    WHERE text.resolution_id = ANY(%(resolutions)s) AND text.language = %(language)s
      AND (place.search_vector @@ word OR cited.start IS NOT NULL)
), ordered AS (
    SELECT *, max(closeness) OVER same AS closest, row_number() OVER (
        PARTITION BY resolution_id ORDER BY closeness DESC, rank DESC, part, position
    ) AS nth
    FROM close_place WINDOW same AS (PARTITION BY resolution_id)
), shown AS (
    SELECT resolution_id, anchor, note, nth, wording, start, "end" FROM ordered
    WHERE nth <= %(most)s AND (closeness > 0 OR closest = 0)
    UNION ALL
    SELECT id, '', '', 0, title, NULL, NULL FROM archive_resolution
    WHERE id = ANY(%(resolutions)s)
)
SELECT resolution_id, anchor, note, start, "end", ts_headline(
    %(configuration)s::regconfig, translate(wording, %(marks)s, ''), word, %(options)s)
FROM shown CROSS JOIN sought ORDER BY resolution_id, nth
"""
_OPTIONS = f"HighlightAll=true, StartSel={MARK_BEGINS}, StopSel={MARK_ENDS}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A place in a text, its anchor on the page, and what it says there."""

    place: str
    anchor: str
    fragments: tuple[Fragment, ...]


@dataclass(slots=True)
class Said:
    """What one resolution says of what was sought: its title with hits, and its best places."""

    title: tuple[Fragment, ...] = ()
    snippets: list[Snippet] = field(default_factory=list)


def said_by(
    resolutions: Sequence[int], query: Query, *, symbols: Sequence[str] = ()
) -> Mapping[int, Said]:
    """For each resolution, by key, its title and at most three places, best first.

    A place that cites one of the symbols counts as saying all that is sought. One database query.
    """
    terms = [term.words for term in query.sought]
    said: dict[int, Said] = defaultdict(Said)
    for key, anchor, note, start, end, marked in _rows(resolutions, query, symbols=symbols):
        if not anchor and not note:
            said[key].title = whole(marked, terms)
        else:
            cited: list[Span] = [] if start is None else [(start, end)]
            fragments = excerpt(marked, terms, cited=cited)
            said[key].snippets.append(_snippet(fragments, anchor=anchor, note=note))
    return said


def _rows(
    resolutions: Sequence[int], query: Query, *, symbols: Sequence[str]
) -> list[tuple[Any, ...]]:
    values: dict[str, Any] = {
        "configuration": CONFIGURATION,
        "language": READING_LANGUAGE,
        "resolutions": list(resolutions),
        "symbols": list(symbols),
        "all": query.websearch,
        "any_term": query.any_term,
        "any_word": query.any_word,
        "most": MOST_SNIPPETS,
        "marks": MARK_BEGINS + MARK_ENDS,
        "options": _OPTIONS,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SQL, values)
        return list(cursor)


def _snippet(fragments: tuple[Fragment, ...], *, anchor: str, note: str) -> Snippet:
    if note:
        anchor = Footnote(number=note).anchor
    place = f"note {note}" if note else Paragraph(anchor=anchor).place
    return Snippet(place=place, anchor=anchor, fragments=fragments)
