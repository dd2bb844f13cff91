"""Links of a page lead to the one address of a search, wherever the archive is served."""

import pytest
from django.urls import set_script_prefix

from archive.parsing.symbols import Organ
from archive.search.facets.histogram import bars
from archive.search.form.params import SearchParams
from archive.search.form.periods import Period
from archive.templatetags.addresses import grouped, search_address, with_addresses


def test_a_search_has_one_address() -> None:
    assert search_address(SearchParams(q="a b", organ=Organ.GA)) == "/search/?q=a+b&organ=GA"


def test_a_search_of_nothing_is_the_page_itself() -> None:
    assert search_address(SearchParams()) == "/search/"


def test_an_archive_below_another_path_links_to_itself() -> None:
    set_script_prefix("/archive/")
    try:
        assert search_address(SearchParams(q="a")) == "/archive/search/?q=a"
    finally:
        set_script_prefix("/")
    assert search_address(SearchParams(q="a")) == "/search/?q=a"


def test_what_leads_to_searches_has_their_addresses() -> None:
    found = bars({1999: 1, 2001: 2}, SearchParams(q="a b"))
    assert [(bar.year, address) for bar, address in with_addresses(found)] == [
        (1999, "/search/?q=a+b&from=1999&to=1999"),
        (2001, "/search/?q=a+b&from=2001&to=2001"),
    ]


def test_the_last_value_that_is_taken_away_leads_to_the_page_itself() -> None:
    sought = SearchParams(since=Period.of_year(1999), until=Period.of_year(1999))
    assert [address for _bar, address in with_addresses(bars({1999: 1}, sought))] == ["/search/"]


@pytest.mark.parametrize(("number", "words"), [(0, "0"), (999, "999"), (30_000, "30,000")])
def test_thousands_are_set_apart(number: int, words: str) -> None:
    assert grouped(number) == words


def test_a_symbol_that_stays_a_search_is_not_taken_for_one_that_leads_to_its_page() -> None:
    named, searched = SearchParams(q="53/144"), SearchParams(q="53/144", keeps_view=True)
    assert named == searched
    assert search_address(named) != search_address(searched)
    assert search_address(named) == "/search/?q=53/144"
