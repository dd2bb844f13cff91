"""Of paragraphs the one that was meant comes first, and each is on one page."""

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.models import Footnote, Paragraph, Text
from archive.search.form.params import SearchParams, Sort, View
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches import paragraph_ranking
from archive.search.matches.matching import Search
from archive.search.matches.paragraph_ranking import listed, places_in_order
from tests import factories as make

pytestmark = pytest.mark.django_db


def _search(typed: str, *, sort: Sort = Sort.RELEVANCE) -> Search:
    params = SearchParams(q=typed, view=View.PARAGRAPHS, sort=sort)
    return Search.of(params, ask(Query.read(typed)))


def _text(*wordings: str, symbol: str = "A/RES/66/164", **facts: Any) -> Text:
    text = make.make_text(make.make_resolution(symbol, title="", **facts))
    for wording in wordings:
        make.make_paragraph(text, wording)
    return text


def _wordings(typed: str, **options: Any) -> list[str]:
    """What is found, in its order."""
    hits = listed(_search(typed), **{"last": 50, **options}).hits
    return [(Footnote if note else Paragraph).objects.get(pk=pk).wording for note, pk in hits]


def test_what_says_the_words_as_they_were_typed_comes_first() -> None:
    as_typed = "Stresses, in view of all, that the right of everyone to an effective remedy holds;"
    _text(
        "The effective right to remedy everyone;",
        "A remedy effective to everyone; a right;",
        as_typed,
    )
    assert _wordings("right of everyone to an effective remedy")[0] == as_typed
    assert _wordings("“Right of everyone” to an effective remedy")[0] == as_typed


def test_an_apostrophe_of_either_kind_is_as_typed() -> None:
    for said in ("State’s duties", "State's duties"):
        _text(f"Recalls {said} in all of this;", symbol=f"A/RES/66/{len(said.encode())}")
    _text("Duties of the State;")
    for typed in ("State’s duties", "state's duties"):
        assert _wordings(typed)[-1] == "Duties of the State;"


def test_then_what_has_more_words_in_their_very_form_then_the_shortest() -> None:
    shortest_first = [
        "The defenders of it, who are protected;",
        "Defenders whom everybody in the whole world has protected;",
        "Defended and protected;",
        "Defend, and see to it that all are protecting;",
    ]
    _text(*reversed(shortest_first))
    assert _wordings("defenders protected") == shortest_first


def test_words_that_are_passed_over_decide_between_those_that_have_the_others() -> None:
    with_it = "Encourages her to report on visits and on what she encountered;"
    _text("Reports on visits, and encountered;", with_it)
    assert _wordings("encountered visits her")[0] == with_it
    assert _wordings("encountered visits")[1] == with_it


def test_then_what_has_them_in_their_order_then_what_has_fewest_words() -> None:
    _text(
        "Reports of impunity, of which many are about extraordinary remedies;",
        "Impunity is in extraordinarily comprehensive intergovernmental reports;",
        "Impunity and all that it comes to in any of the reports;",
        "A report of it: impunity; reports;",
    )
    assert [wording[:8] for wording in _wordings("impunity reports")] == [
        "A report",
        "Impunity",
        "Impunity",
        "Reports ",
    ]
    assert _wordings("impunity in reports")[:2] == [
        "Impunity is in extraordinarily comprehensive intergovernmental reports;",
        "Impunity and all that it comes to in any of the reports;",
    ]


def test_alternatives_have_no_order() -> None:
    _text("Impunity and then the many reports;", "Reports on impunity;")
    assert _wordings("impunity OR reports")[0] == "Reports on impunity;"


def test_among_equals_the_more_often_recalled_comes_first_then_symbol_and_place() -> None:
    first = _text("Impunity;", "Impunity;", symbol="A/RES/66/164")
    make.make_footnote(first.paragraphs.get(anchor="op1"), "Impunity;")
    recalled = _text("Impunity;", symbol="A/RES/68/181").resolution
    _text("Impunity;", symbol="A/RES/62/152")
    make.make_citation(make.make_paragraph(make.make_text(), "Recalls it;"), "it", recalled)
    hits = listed(_search("impunity"), last=20).hits
    assert [hit.is_note for hit in hits] == [False, False, False, False, True]
    texts = [Paragraph.objects.get(pk=hit.pk).text.resolution.symbol for hit in hits[:4]]
    assert texts == ["A/RES/68/181", "A/RES/62/152", "A/RES/66/164", "A/RES/66/164"]


def test_other_orders_go_by_the_resolution_then_by_place() -> None:
    _text("Impunity, 1;", "Impunity, 2;", symbol="A/RES/66/1", adopted_on=date(2011, 12, 1))
    _text("Impunity, 3;", symbol="A/RES/65/1", adopted_on=date(2010, 12, 1))
    _text("Impunity, 4;", symbol="A/RES/64/1")
    orders = {
        sort: [
            Paragraph.objects.get(pk=hit.pk).wording[-2]
            for hit in listed(_search("impunity", sort=sort), last=20).hits
        ]
        for sort in (Sort.NEWEST, Sort.OLDEST, Sort.MOST_RECALLED)
    }
    assert orders == {
        Sort.NEWEST: ["1", "2", "3", "4"],
        Sort.OLDEST: ["3", "1", "2", "4"],
        Sort.MOST_RECALLED: ["4", "3", "1", "2"],
    }


@pytest.mark.parametrize("typed", ["-zebra", "impunity", "the"])
def test_every_page_is_reached_and_nothing_is_on_two(
    typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _text(*[f"Impunity {'of some ' * (number % 4)};" for number in range(11)])
    monkeypatch.setattr(paragraph_ranking, "MOST_RANKED", 6)
    search = _search(typed)
    pages = [listed(search, first=first, last=first + 2).hits for first in range(0, 14, 2)]
    assert [len(page) for page in pages] == [2, 2, 2, 2, 2, 1, 0]
    together = [hit for page in pages for hit in page]
    assert len(set(together)) == 11
    assert places_in_order(search, most=100) == together
    assert places_in_order(search, most=4) == together[:4]


def test_a_page_beyond_the_last_still_has_the_count() -> None:
    _text("Impunity;")
    found = listed(_search("impunity"), first=20, last=40)
    assert (found.count.number, found.hits) == (1, [])
    assert listed(_search("impunity"), last=0).count == found.count


def test_a_stretch_takes_two_queries_whatever_is_found(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for typed in ("impunity", '"much impunity"', "zebra", "-zebra"):
        _text("Much impunity;", symbol=f"A/RES/66/{len(typed)}")
        search = _search(typed)
        with django_assert_num_queries(2):
            listed(search, last=20)
