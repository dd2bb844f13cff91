"""Snippets: the paragraphs and notes of resolutions that say best what was sought."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django.db import connection

from archive.search.answers import Snippet, Spot
from archive.search.excerpts.fragments import Fragment, Marked, excerpt, whole
from archive.search.excerpts.marking import CITED, MARKED, sought_values, spans, spot, words_of
from archive.search.form.params import Part
from archive.search.language.keys import any_of
from archive.search.matches.matching import Search
from archive.search.matches.paragraphs import narrowed

MOST_SNIPPETS = 3
MOST_MORE_PLACES = 20

#: How close a place comes: 3 says all that is sought, 2 a term of it, 1 only a word of a phrase; 4
#: more if the filters on paragraphs let it pass. The closest are shown, and those that come as
#: close within a term; where none passes, all that say a word, and then those that pass. Of equals,
#: paragraphs come before notes, then those that say the words among fewer others. What is costly,
#: marking and reading a wording, is done for the places that are shown with one.
_PLACES = """
WITH sought AS (
    SELECT %(whole)s::tsquery AS whole, %(term)s::tsquery AS term, %(word)s::tsquery AS word,
           %(narrow)s::tsquery AS narrow, %(either)s::tsquery AS either
), candidate AS (
    SELECT text_id, id, FALSE AS is_note, anchor, label, '' AS number, position, search_vector
    FROM archive_paragraph
    UNION ALL
    SELECT text_id, id, TRUE, '', '', number, position, search_vector
    FROM archive_footnote
), place AS MATERIALIZED (
    SELECT card.resolution_id, candidate.id, is_note, anchor, label, number, position,
           ts_rank(search_vector, word, 1) AS rank,
           CASE WHEN search_vector @@ whole THEN 3 WHEN search_vector @@ term THEN 2
                WHEN search_vector @@ word THEN 1 ELSE 0 END AS said,
           numnode(narrow) = 0 OR search_vector @@ narrow AS passes,
           numnode(word) = 0 AS is_wordless
    FROM archive_cataloguecard AS card
    JOIN candidate ON candidate.text_id = card.text_id CROSS JOIN sought
    WHERE card.resolution_id = ANY(%(resolutions)s) AND search_vector @@ either
), closest AS (
    SELECT *, max(closeness) OVER (PARTITION BY resolution_id) AS best
    FROM (
        SELECT *, greatest(said, (said = 0 AND passes)::integer)
                  + 4 * (passes AND (said > 0 OR is_wordless))::integer AS closeness
        FROM place
    ) AS close_place
), ordered AS (
    SELECT *, count(*) OVER same AS total, row_number() OVER (
        same ORDER BY closeness DESC, is_note, rank DESC, position) AS nth
    FROM closest
    WHERE closeness >= CASE WHEN best > 5 THEN 6 WHEN best = 5 THEN 5 ELSE 1 END
    WINDOW same AS (PARTITION BY resolution_id)
), shown AS (
    SELECT resolution_id, id, is_note, anchor, label, number, position, total, nth
    FROM ordered
    WHERE nth <= %(most)s
    UNION ALL
    SELECT key, NULL, FALSE, '', '', '', 0, 0, 0 FROM unnest(%(titles)s::bigint[]) AS key
)
SELECT shown.resolution_id, nth, total, shown.is_note, position, anchor, label, number, marked.*
FROM shown CROSS JOIN sought
LEFT JOIN LATERAL (
    SELECT {cited}, {marked}
    FROM (
        SELECT shown.id, shown.is_note, CASE
            WHEN nth = 0 THEN (SELECT title FROM archive_resolution WHERE id = resolution_id)
            WHEN is_note THEN (SELECT wording FROM archive_footnote WHERE id = shown.id)
            ELSE (SELECT wording FROM archive_paragraph WHERE id = shown.id) END AS wording
        WHERE nth <= %(most_snippets)s OFFSET 0
    ) AS place
) AS marked (cited, wording, marked, compounds) ON TRUE
ORDER BY shown.resolution_id, nth
"""


class _Row(NamedTuple):
    """A row of the statement: a title if it is the first, with ``nth`` 0, else a place."""

    resolution: int
    nth: int
    total: int
    is_note: bool
    position: int
    anchor: str
    label: str
    number: str
    cited: list[list[int]]
    wording: str
    marks: str
    compounds: list[str]

    @property
    def spot(self) -> Spot:
        """The place, by name and anchor."""
        return spot(anchor=self.anchor, label=self.label, number=self.number)

    @property
    def marked(self) -> Marked:
        """The wording with its marks."""
        return Marked(self.wording, self.marks, self.compounds)


@dataclass(slots=True)
class Said:
    """What one resolution says of what was sought: its title with hits, and its best places.

    ``more_places`` are the next twenty in reading order, of ``more_count``.
    """

    title: tuple[Fragment, ...] = ()
    snippets: tuple[Snippet, ...] = ()
    more_places: tuple[Spot, ...] = ()
    more_count: int = 0


def said_by(search: Search, resolutions: Sequence[int]) -> Mapping[int, Said]:
    """For each resolution, by key, its title and its best places. One database query.

    Where the search is narrowed by part, opening or cited symbol, they are paragraphs that pass;
    where only titles are looked at, there are none.
    """
    rows = _rows(search, resolutions)
    return {
        key: _said(search, list(rows_of_one))
        for key, rows_of_one in groupby(rows, key=attrgetter("resolution"))
    }


def _said(search: Search, rows: Sequence[_Row]) -> Said:
    title, *places = rows
    best, more = places[:MOST_SNIPPETS], places[MOST_SNIPPETS:]
    return Said(
        title=whole(title.marked, words_of(search)),
        snippets=tuple(_snippet(search, row) for row in best),
        more_places=tuple(row.spot for row in sorted(more, key=_in_reading_order)),
        more_count=places[0].total - len(best) if places else 0,
    )


def _snippet(search: Search, row: _Row) -> Snippet:
    return Snippet(
        place=row.spot.place,
        anchor=row.spot.anchor,
        fragments=excerpt(row.marked, words_of(search), cited=spans(row.cited)),
    )


def _in_reading_order(row: _Row) -> tuple[bool, int]:
    return row.is_note, row.position


def _rows(search: Search, resolutions: Sequence[int]) -> list[_Row]:
    titles = list(resolutions)
    only_titles = search.params.parts == (Part.TITLE,)
    sought, narrow = sought_values(search), narrowed(search)
    values = {
        **sought,
        "narrow": narrow,
        "either": any_of([sought["word"], narrow]),
        "titles": titles,
        "resolutions": [] if only_titles else titles,
        "most": MOST_SNIPPETS + MOST_MORE_PLACES,
        "most_snippets": MOST_SNIPPETS,
    }
    with connection.cursor() as cursor:
        cursor.execute(_PLACES.format(cited=CITED, marked=MARKED), values)
        return [_Row(*row) for row in cursor.fetchall()]
