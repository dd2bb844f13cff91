"""Links of a page lead to the one address of a search, wherever the archive is served."""

import pytest
from django.urls import set_script_prefix

from archive.parsing.symbols import Organ
from archive.search.form.params import SearchParams
from archive.templatetags.addresses import grouped, search_address


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


@pytest.mark.parametrize(("number", "words"), [(0, "0"), (999, "999"), (30_000, "30,000")])
def test_thousands_are_set_apart(number: int, words: str) -> None:
    assert grouped(number) == words


def test_a_symbol_that_stays_a_search_is_not_taken_for_one_that_leads_to_its_page() -> None:
    named, searched = SearchParams(q="53/144"), SearchParams(q="53/144", keeps_view=True)
    assert named == searched
    assert search_address(named) != search_address(searched)
    assert search_address(named) == "/search/?q=53/144"
