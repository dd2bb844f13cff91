"""Passages: the paragraphs and notes of a page of the paragraph view, with their hits."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.db import connection

from archive.search.answers import Snippet
from archive.search.excerpts.fragments import Marked, excerpt
from archive.search.excerpts.marking import CITED, MARKED, sought_values, spans, spot, words_of
from archive.search.matches.matching import Search
from archive.search.matches.paragraph_ranking import Hit

_PASSAGES = """
WITH place AS (
    SELECT text_id, id, FALSE AS is_note, anchor, label, '' AS number, wording
    FROM archive_paragraph WHERE id = ANY(%(paragraphs)s)
    UNION ALL
    SELECT text_id, id, TRUE, '', '', number, wording
    FROM archive_footnote WHERE id = ANY(%(notes)s)
)
SELECT text.resolution_id, is_note, place.id, anchor, label, number, {cited}, {marked}
FROM place JOIN archive_text AS text ON text.id = place.text_id
CROSS JOIN (SELECT %(word)s::tsquery AS word) AS sought
"""


class Passage(NamedTuple):
    """A paragraph or note, and the key of the resolution it stands in."""

    resolution: int
    snippet: Snippet


def passages(search: Search, hits: Sequence[Hit]) -> Mapping[Hit, Passage]:
    """The paragraphs and notes of hits, each with what stands round its hits: one query."""
    values = {
        **sought_values(search),
        "paragraphs": [hit.pk for hit in hits if not hit.is_note],
        "notes": [hit.pk for hit in hits if hit.is_note],
    }
    with connection.cursor() as cursor:
        cursor.execute(_PASSAGES.format(cited=CITED, marked=MARKED), values)
        return dict(_passage(search, *row) for row in cursor)


def _passage(search: Search, *row: Any) -> tuple[Hit, Passage]:
    resolution, is_note, pk, anchor, label, number, cited, *marked = row
    at = spot(anchor=anchor, label=label, number=number)
    fragments = excerpt(Marked(*marked), words_of(search), cited=spans(cited))
    snippet = Snippet(place=at.place, anchor=at.anchor, fragments=fragments)
    return Hit(is_note, pk), Passage(resolution, snippet)
