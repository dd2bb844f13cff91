"""The line under the title of a search: each way to order, show and take away what was found."""

from archive.parsing.symbols import Organ
from archive.search.form.params import SearchParams, Sort, View
from archive.web.search_tools import search_tools


def test_every_order_and_view_is_a_link_to_the_same_search_on_its_first_page() -> None:
    params = SearchParams(q="a", organ=Organ.GA, sort=Sort.OLDEST, page=3)
    tools = search_tools(params)
    assert [(way.label, way.params, way.is_chosen) for way in tools.orders] == [
        ("relevance", params.with_(sort=Sort.RELEVANCE), False),
        ("newest", params.with_(sort=Sort.NEWEST), False),
        ("oldest", params.on_page(1), True),
        ("most recalled", params.with_(sort=Sort.MOST_RECALLED), False),
    ]
    assert [(way.label, way.params, way.is_chosen) for way in tools.views] == [
        ("resolutions", params.on_page(1), True),
        ("paragraphs", params.with_(view=View.PARAGRAPHS), False),
    ]


def test_without_words_there_is_no_relevance_and_the_newest_come_first() -> None:
    orders = search_tools(SearchParams(organ=Organ.GA)).orders
    assert [(way.label, way.is_chosen) for way in orders] == [
        ("newest", True),
        ("oldest", False),
        ("most recalled", False),
    ]


def test_what_was_found_can_be_taken_away_with_the_same_parameters() -> None:
    exports = search_tools(SearchParams(q="a", organ=Organ.GA, page=3)).exports
    labels = ["feed", "CSV", "RIS", "BibTeX", "CSL-JSON", "JSON"]
    assert [export.label for export in exports] == labels
    assert exports[1].address == "/search.csv?q=a&organ=GA"
    assert exports[0].media_type == "application/atom+xml"
