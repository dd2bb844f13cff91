"""Marking: paragraphs, notes and titles as the database marks what was sought in them.

``MARKED`` and ``CITED`` are columns of a ``place``, of which the second is for paragraphs and notes
alone; ``place.is_said`` tells whether its vector has any lexeme of ``word``, a tsquery of every
lexeme sought. ``sought_values`` has what they ask for.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from archive.models import Footnote
from archive.parsing.places import Place
from archive.search.answers import Spot
from archive.search.excerpts.fragments import MARK_BEGINS, MARK_ENDS, Marked, Span
from archive.search.matches.matching import Search

#: The wording marked, its compounds in their parts; and those of its compounds that are sought as
#: one word, which PostgreSQL never marks. Few wordings have a sign that is to be told apart.
MARKED = """
CASE WHEN NOT is_said THEN translate(place.wording, %(marks)s::text, '')
     WHEN place.wording ~ %(special)s::text THEN translate(ts_headline(
         'recalling_parts', archive_told_apart(translate(place.wording, %(marks)s::text, '')),
         word, %(options)s::text), %(apart)s::text, '')
     ELSE ts_headline('recalling_parts', place.wording, word, %(options)s::text) END,
CASE WHEN is_said AND strpos(place.wording, '-') > 0 THEN ARRAY(
    SELECT DISTINCT found[1]
    FROM regexp_matches(place.wording, '[[:alnum:]]+(?:-[[:alnum:]]+)+', 'g') AS found
    CROSS JOIN LATERAL to_tsvector('recalling_compounds', found[1]) AS compound
    WHERE length(compound) = 1 AND compound @@ word
) END
"""
#: The spans at which a place cites one of the symbols sought.
CITED = """
ARRAY(
    SELECT ARRAY[citation.start, citation."end"] FROM archive_citation AS citation
    WHERE citation.cited_symbol = ANY(%(symbols)s::text[])
      AND CASE WHEN place.is_note THEN citation.footnote_id = place.id
               ELSE citation.paragraph_id = place.id AND citation.footnote_id IS NULL END
)
"""
#: What the database puts between words that a slash joins, and figures that a hyphen does.
_APART = "\x1f"
#: Where it may do so, and what would be taken for a mark.
_SPECIAL = f"[/{MARK_BEGINS}{MARK_ENDS}{_APART}]|[0-9]-[0-9]"
_MARKS = {
    "marks": MARK_BEGINS + MARK_ENDS + _APART,
    "apart": _APART,
    "special": _SPECIAL,
    "options": f"HighlightAll=true, StartSel={MARK_BEGINS}, StopSel={MARK_ENDS}",
}
#: Most texts number their paragraphs alike.
_MOST_SPOTS_REMEMBERED = 4_096


def marks(search: Search) -> dict[str, Any]:
    """What ``MARKED`` asks for: any word that is sought, and the marks."""
    return {"word": search.asked.any_word(), **_MARKS}


def sought_values(search: Search) -> dict[str, Any]:
    """What is sought, as tsqueries for all of it, any term and any word; symbols; and the marks."""
    asked, marked = search.asked, marks(search)
    return {
        "whole": asked.wording() if marked["word"] else "",
        "term": asked.any_term(),
        "symbols": list({*asked.symbols, *search.params.cites}),
        **marked,
    }


def words_of(search: Search) -> tuple[str, ...]:
    """The wordings of every term sought, for telling hits from other marked words."""
    return tuple(wording for term in search.asked.word_terms for wording in term.wordings)


def marked(words: str, compounds: Sequence[str] | None) -> Marked:
    """A wording by the columns of ``MARKED``."""
    text = words.replace(MARK_BEGINS, "").replace(MARK_ENDS, "")
    return Marked(text, words, compounds or ())


def spans(cited: list[list[int]]) -> list[Span]:
    """The spans of a place by their column."""
    return [(start, end) for start, end in cited]


@lru_cache(_MOST_SPOTS_REMEMBERED)
def spot(*, anchor: str, label: str, number: str) -> Spot:
    """A place by its columns; ``number`` is that of a note, empty for a paragraph."""
    if number:
        return Spot(place=f"note {number}", anchor=Footnote(number=number).anchor)
    place = Place.read(anchor, label=label)
    return Spot(place=place.in_words if place else anchor, anchor=anchor, label=label)
