"""Passages: the paragraphs and notes of a page of the paragraph view, with their hits."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from archive.search.answers import Snippet
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
from archive.search.matches.matching import Search
from archive.search.matches.paragraph_ranking import Hit
from archive.search.matches.statements import answered

_PASSAGES = """
WITH sought AS (
    SELECT %(word)s::tsquery AS word
), place AS (
    SELECT text_id, id, FALSE AS is_note, anchor, label, '' AS number, wording,
           search_vector @@ word AS is_said
    FROM sought, archive_paragraph WHERE id = ANY(%(paragraphs)s::bigint[])
    UNION ALL
    SELECT text_id, id, TRUE, '', '', number, wording, search_vector @@ word
    FROM sought, archive_footnote WHERE id = ANY(%(notes)s::bigint[])
)
SELECT text.resolution_id, is_note, place.id, anchor, label, number, {cited}, {marked}
FROM place JOIN archive_text AS text ON text.id = place.text_id CROSS JOIN sought
"""
_STATEMENT = _PASSAGES.format(cited=CITED, marked=MARKED)


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
    words = words_of(search)
    return dict(_passage(words, *row) for row in answered((_STATEMENT, values)))


def _passage(words: tuple[str, ...], *row: Any) -> tuple[Hit, Passage]:
    resolution, is_note, pk, anchor, label, number, cited, *said = row
    at = spot(anchor=anchor, label=label, number=number)
    fragments = excerpt(marked(*said), words, cited=spans(cited))
    snippet = Snippet(place=at.place, anchor=at.anchor, label=at.label, fragments=fragments)
    return Hit(is_note, pk), Passage(resolution, snippet)
