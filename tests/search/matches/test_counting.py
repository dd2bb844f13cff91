"""Lists are counted without their rows, several at once."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.search.form.params import SearchParams, View
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches import verification
from archive.search.matches.counting import counted, counted_together
from archive.search.matches.counts import Certainty, Count, Noun
from archive.search.matches.matching import Search
from tests import factories as make

pytestmark = pytest.mark.django_db


def _search(typed: str, **narrowing: Any) -> Search:
    return Search.of(SearchParams(q=typed, **narrowing), ask(Query.read(typed)))


def _archive() -> None:
    for make_one, symbol in (
        (make.make_resolution, "A/RES/66/164"),
        (make.make_resolution, "A/RES/68/181"),
        (make.make_draft, "A/C.3/70/L.46"),
    ):
        text = make.make_text(make_one(symbol, title="Of something else"))
        make.make_paragraph(text, "Condemns much impunity;")
        make.make_paragraph(text, "Impunity;")


def test_drafts_are_counted_among_the_others_and_apart() -> None:
    _archive()
    assert counted(_search("impunity")) == Count(number=3, drafts=1)
    assert counted(_search("zebra")) == Count(number=0)


def test_several_lists_of_resolutions_take_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    _archive()
    searches = [_search(typed) for typed in ("impunity", "zebra", "", '"much impunity" -zebra')]
    with django_assert_num_queries(1):
        counts = counted_together(searches)
    assert [count.number for count in counts] == [3, 0, 3, 3]
    with django_assert_num_queries(0):
        assert counted_together([]) == []


def test_each_list_is_counted_in_its_own_view() -> None:
    _archive()
    paragraphs = _search("impunity", view=View.PARAGRAPHS)
    assert counted_together([_search("zebra"), paragraphs, _search("impunity")]) == [
        Count(number=0),
        Count(number=6, drafts=2, noun=Noun.PARAGRAPH),
        Count(number=3, drafts=1),
    ]


def test_a_count_of_phrases_that_were_not_verified_is_about(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _archive()
    monkeypatch.setattr(verification, "MOST_VERIFIED", 2)
    assert counted(_search('"condemns much impunity"')).kind is Certainty.ABOUT
