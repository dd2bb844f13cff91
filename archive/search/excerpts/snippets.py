"""Snippets: the paragraphs and notes of resolutions that say best what was sought."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from archive.search.answers import Snippet, Spot
from archive.search.excerpts.fragments import excerpt
from archive.search.excerpts.marking import (
    CITED,
    MARKED,
    marked,
    sought_values,
    spans,
    spot,
    words_of,
)
from archive.search.form.params import Part
from archive.search.language.keys import any_of
from archive.search.matches.matching import Search
from archive.search.matches.paragraphs import narrowed
from archive.search.matches.statements import Pending, sent

MOST_SNIPPETS = 3
MOST_MORE_PLACES = 20

#: How close a place comes: 3 says all that is sought, 2 a term of it, 1 only a word of a phrase; 4
#: more if the filters on paragraphs let it pass. The closest are shown, and those that come as
#: close within a term; where none passes, all that say a word, and then those that pass. Of equals,
#: paragraphs come before notes, then those that say the words among fewer others. What is costly,
#: marking and reading a wording, is done for the places that are shown with one; the others follow
#: in reading order.
_PLACES = """
WITH sought AS (
    SELECT %(whole)s::tsquery AS whole, %(term)s::tsquery AS term, %(word)s::tsquery AS word,
           %(narrow)s::tsquery AS narrow, %(either)s::tsquery AS either
), place AS MATERIALIZED (
    SELECT card.resolution_id, candidate.id, is_note, anchor, label, number, position,
           ts_rank(search_vector, word, 1) AS rank,
           CASE WHEN search_vector @@ whole THEN 3 WHEN search_vector @@ term THEN 2
                WHEN search_vector @@ word THEN 1 ELSE 0 END AS said,
           numnode(narrow) = 0 OR search_vector @@ narrow AS passes,
           numnode(word) = 0 AS is_wordless
    FROM sought CROSS JOIN archive_cataloguecard AS card
    JOIN (
        SELECT text_id, id, FALSE AS is_note, anchor, label, '' AS number, position, search_vector
        FROM archive_paragraph
        UNION ALL
        SELECT text_id, id, TRUE, '', '', number, position, search_vector
        FROM archive_footnote
    ) AS candidate ON candidate.text_id = card.text_id
    WHERE card.resolution_id = ANY(%(resolutions)s::bigint[]) AND search_vector @@ either
), close_place AS (
    SELECT *, greatest(said, (said = 0 AND passes)::integer)
              + 4 * (passes AND (said > 0 OR is_wordless))::integer AS closeness
    FROM place
), ordered AS (
    SELECT *, max(closeness) OVER same AS best, count(*) OVER same AS total,
           count(*) FILTER (WHERE closeness >= 5) OVER same AS within_a_term,
           count(*) FILTER (WHERE closeness >= 6) OVER same AS whole_terms,
           row_number() OVER (
               same ORDER BY closeness DESC, is_note, rank DESC, position) AS nth
    FROM close_place WINDOW same AS (PARTITION BY resolution_id)
), shown AS (
    SELECT resolution_id, id, is_note, anchor, label, number, position, said, nth,
           CASE WHEN best > 5 THEN whole_terms WHEN best = 5 THEN within_a_term
                ELSE total END AS total
    FROM ordered
    WHERE nth <= %(most)s::integer
      AND closeness >= CASE WHEN best > 5 THEN 6 WHEN best = 5 THEN 5 ELSE 1 END
)
SELECT shown.resolution_id, total, anchor, label, number, snippet.*
FROM shown
LEFT JOIN LATERAL (
    SELECT {cited}, {marked}
    FROM (
        SELECT shown.id, is_note, said > 0 AS is_said, CASE
            WHEN is_note THEN (SELECT wording FROM archive_footnote WHERE id = shown.id)
            ELSE (SELECT wording FROM archive_paragraph WHERE id = shown.id) END AS wording
        WHERE nth <= %(most_snippets)s::integer OFFSET 0
    ) AS place CROSS JOIN sought
) AS snippet ON TRUE
ORDER BY shown.resolution_id, least(nth, %(most_snippets)s::integer + 1), is_note, position
"""
_STATEMENT = _PLACES.format(cited=CITED, marked=MARKED)


class _Row(NamedTuple):
    """A row of the statement: a place, and what it says if it is one of the best."""

    resolution: int
    total: int
    anchor: str
    label: str
    number: str
    cited: list[list[int]]
    words: str
    compounds: list[str] | None

    @property
    def spot(self) -> Spot:
        """The place, by name and anchor."""
        return spot(anchor=self.anchor, label=self.label, number=self.number)


class Said(NamedTuple):
    """What one resolution says of what was sought: its best places.

    ``more_places`` are the next twenty in reading order, of ``more_count``.
    """

    snippets: tuple[Snippet, ...] = ()
    more_places: tuple[Spot, ...] = ()
    more_count: int = 0


NOTHING_SAID = Said()


def ask_said_by(search: Search, resolutions: Sequence[int]) -> Pending[Mapping[int, Said]]:
    """For each resolution that says any of it, by key, its best places. One database query.

    Where the search is narrowed by part, opening or cited symbol, they are paragraphs that pass;
    where only titles are looked at, there are none.
    """
    words, asked = words_of(search), sent((_STATEMENT, _values(search, resolutions)))

    def said() -> Mapping[int, Said]:
        rows = groupby(map(_Row._make, asked.rows()), key=attrgetter("resolution"))
        return {key: _said(list(rows_of_one), words) for key, rows_of_one in rows}

    return said


def _said(rows: Sequence[_Row], words: tuple[str, ...]) -> Said:
    best, more = rows[:MOST_SNIPPETS], rows[MOST_SNIPPETS:]
    return Said(
        snippets=tuple(_snippet(row, words) for row in best),
        more_places=tuple(row.spot for row in more),
        more_count=rows[0].total - len(best),
    )


def _snippet(row: _Row, words: tuple[str, ...]) -> Snippet:
    said = marked(row.words, row.compounds)
    return Snippet(
        place=row.spot.place,
        anchor=row.spot.anchor,
        fragments=excerpt(said, words, cited=spans(row.cited)),
    )


def _values(search: Search, resolutions: Sequence[int]) -> dict[str, Any]:
    only_titles = search.params.parts == (Part.TITLE,)
    sought, narrow = sought_values(search), narrowed(search)
    return {
        **sought,
        "narrow": narrow,
        "either": any_of([sought["word"], narrow]),
        "resolutions": [] if only_titles else list(resolutions),
        "most": MOST_SNIPPETS + MOST_MORE_PLACES,
        "most_snippets": MOST_SNIPPETS,
    }
