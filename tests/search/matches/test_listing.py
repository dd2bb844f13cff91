"""A whole list has the rows of its pages, in their order."""

from typing import Any

import pytest

from archive.models import Resolution
from archive.search.form.params import SearchParams, Sort, View
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches.listing import in_order, places_in_order
from archive.search.matches.matching import Search
from archive.search.results import search
from tests import factories as make

pytestmark = pytest.mark.django_db


def _search(typed: str, **narrowing: Any) -> Search:
    return Search.of(SearchParams(q=typed, **narrowing), ask(Query.read(typed)))


def _archive() -> None:
    for number in range(1, 24):
        text = make.make_text(make.adopted(f"A/RES/66/{number}", 1990 + number))
        make.make_paragraph(text, f"Impunity {'of some ' * (number % 3)};")


@pytest.mark.parametrize("sort", Sort)
def test_a_list_of_resolutions_is_that_of_the_pages(sort: Sort) -> None:
    _archive()
    keys = in_order(_search("impunity", sort=sort), most=100)
    symbols = dict(Resolution.objects.values_list("pk", "symbol"))
    pages = [search(SearchParams(q="impunity", sort=sort, page=number)) for number in (1, 2)]
    shown = [result.symbol for page in pages for result in page.results]
    assert [symbols[key] for key in keys] == shown
    assert in_order(_search("impunity", sort=sort), most=5) == keys[:5]


@pytest.mark.parametrize("sort", Sort)
def test_a_list_of_paragraphs_is_that_of_the_pages(sort: Sort) -> None:
    _archive()
    narrowing: dict[str, Any] = {"sort": sort, "view": View.PARAGRAPHS}
    hits = places_in_order(_search("impunity", **narrowing), most=100)
    paragraphs = dict(
        Resolution.objects.values_list("texts__paragraphs__pk", "symbol").order_by("pk")
    )
    pages = [search(SearchParams(q="impunity", page=number, **narrowing)) for number in (1, 2)]
    shown = [result.symbol for page in pages for result in page.paragraphs]
    assert [paragraphs[hit.pk] for hit in hits] == shown
