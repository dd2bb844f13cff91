"""The paragraphs and notes of a page come with their places and their hits, by one query."""

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.search.excerpts.passages import passages
from archive.search.form.params import SearchParams
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches.matching import Search
from archive.search.matches.paragraph_ranking import Hit
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_each_passage_has_its_place_and_its_hits(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    text = make.make_text(make.make_resolution("A/RES/66/164"))
    paragraph = make.make_paragraph(text, "Impunity, see 53/144;")
    make.make_citation(paragraph, "53/144", "A/RES/53/144")
    note = make.make_footnote(paragraph, "Impunity.", number="7")
    search = Search(SearchParams(cites=("A/RES/53/144",)), ask(Query.read("impunity")))
    hits = [Hit(is_note=False, pk=paragraph.pk), Hit(is_note=True, pk=note.pk)]
    with django_assert_num_queries(1):
        found = passages(search, hits)
    assert {found[hit].resolution for hit in hits} == {text.resolution.pk}
    shown = [
        (one.place, one.anchor, [part.text for part in one.fragments if part.is_hit])
        for one in (found[hit].snippet for hit in hits)
    ]
    assert shown == [("op. 1", "op1", ["Impunity", "53/144"]), ("note 7", "fn7", ["Impunity"])]


def test_without_words_nothing_is_marked() -> None:
    paragraph = make.make_paragraph(make.make_text(), "Impunity;")
    hit = Hit(is_note=False, pk=paragraph.pk)
    search = Search(SearchParams(openings=("urge",)), ask(Query.read("")))
    fragments = passages(search, [hit])[hit].snippet.fragments
    assert [(part.text, part.is_hit) for part in fragments] == [("Impunity;", False)]
