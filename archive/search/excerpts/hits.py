"""Hits: where each paragraph and note of one text says what was sought, for the text's own page."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from archive.models import Footnote, Text
from archive.search.excerpts.fragments import Span, said_wordings, said_words
from archive.search.excerpts.marking import CITED, MARKED, marked, sought_values, spans, words_of
from archive.search.form.params import SearchParams
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches.matching import Search
from archive.search.matches.statements import answered

#: The paragraphs and notes of a text that say any word sought, or cite a symbol that is.
_SAYING = """
WITH sought AS (
    SELECT %(word)s::tsquery AS word
), place AS (
    SELECT id, FALSE AS is_note, anchor, '' AS number, wording, TRUE AS is_said
    FROM sought, archive_paragraph WHERE text_id = %(text)s::bigint AND search_vector @@ word
    UNION ALL
    SELECT id, TRUE, '', number, wording, TRUE
    FROM sought, archive_footnote WHERE text_id = %(text)s::bigint AND search_vector @@ word
)
SELECT anchor, number, {cited}, {marked} FROM place CROSS JOIN sought
"""
_STATEMENT = _SAYING.format(cited=CITED, marked=MARKED)

#: By the anchor of a paragraph or note, the stretches that say what was sought.
Hits = Mapping[str, Sequence[Span]]


class _Row(NamedTuple):
    """A place that says a word sought."""

    anchor: str
    number: str
    cited: list[list[int]]
    words: str
    compounds: list[str] | None

    @property
    def at(self) -> str:
        """The anchor of the place on its page."""
        return Footnote(number=self.number).anchor if self.number else self.anchor


def hits(text: Text, *, sought: str) -> Hits:
    """Where a text says what was typed: at most two database queries.

    Phrases are hits where they stand whole; where none does, as when one runs on into the next
    paragraph, each of their words is.
    """
    search = Search(SearchParams(q=sought), ask(Query.read(sought)))
    values = {**sought_values(search), "text": text.pk}
    found = [_Row._make(row) for row in answered((_STATEMENT, values))] if values["word"] else []
    terms = words_of(search)
    whole = {
        row.at: said_wordings(marked(row.words, row.compounds), terms, cited=spans(row.cited))
        for row in found
    }
    if any(whole.values()):
        return {anchor: said for anchor, said in whole.items() if said}
    return {row.at: said_words(marked(row.words, row.compounds)) for row in found}
