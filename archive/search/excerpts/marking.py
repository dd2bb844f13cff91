"""Marking: paragraphs, notes and titles as the database marks what was sought in them.

``MARKED`` and ``CITED`` are columns of a ``place``, of which the second is for paragraphs and notes
alone; ``word`` is a tsquery of every lexeme sought. ``sought_values`` has what they ask for.
"""

from typing import Any

from archive.models import Footnote
from archive.models.places import Place
from archive.search.answers import Spot
from archive.search.excerpts.fragments import MARK_BEGINS, MARK_ENDS, Span
from archive.search.matches.matching import Search

#: The wording; the same marked, its compounds in their parts; and those of its compounds that are
#: sought as one word, which PostgreSQL never marks.
MARKED = """
translate(place.wording, %(marks)s, ''),
CASE WHEN numnode(word) > 0
     THEN translate(ts_headline(
         'recalling_parts', archive_told_apart(translate(place.wording, %(marks)s, '')), word,
         %(options)s), %(apart)s, '')
     ELSE '' END,
ARRAY(
    SELECT DISTINCT found[1]
    FROM regexp_matches(place.wording, '[[:alnum:]]+(?:-[[:alnum:]]+)+', 'g') AS found
    CROSS JOIN LATERAL to_tsvector('recalling_compounds', found[1]) AS compound
    WHERE length(compound) = 1 AND compound @@ word
)
"""
#: The spans at which a place cites one of the symbols sought.
CITED = """
ARRAY(
    SELECT ARRAY[citation.start, citation."end"] FROM archive_citation AS citation
    WHERE citation.cited_symbol = ANY(%(symbols)s)
      AND CASE WHEN place.is_note THEN citation.footnote_id = place.id
               ELSE citation.paragraph_id = place.id AND citation.footnote_id IS NULL END
)
"""
#: What the database puts between words that a slash joins, and figures that a hyphen does.
_APART = "\x1f"
_OPTIONS = f"HighlightAll=true, StartSel={MARK_BEGINS}, StopSel={MARK_ENDS}"


def sought_values(search: Search) -> dict[str, Any]:
    """What is sought, as tsqueries for all of it, any term and any word; symbols; and the marks."""
    asked = search.asked
    word = asked.any_word()
    return {
        "whole": asked.wording() if word else "",
        "term": asked.any_term(),
        "word": word,
        "symbols": list({*asked.symbols, *search.params.cites}),
        "marks": MARK_BEGINS + MARK_ENDS + _APART,
        "apart": _APART,
        "options": _OPTIONS,
    }


def words_of(search: Search) -> list[str]:
    """The wordings of every term sought, for telling hits from other marked words."""
    return [wording for term in search.asked.word_terms for wording in term.wordings]


def spans(cited: list[list[int]]) -> list[Span]:
    """The spans of a place by their column."""
    return [(start, end) for start, end in cited]


def spot(*, anchor: str, label: str, number: str) -> Spot:
    """A place by its columns; ``number`` is that of a note, empty for a paragraph."""
    if number:
        return Spot(place=f"note {number}", anchor=Footnote(number=number).anchor)
    place = Place.read(anchor, label=label)
    return Spot(place=place.in_words if place else anchor, anchor=anchor)
