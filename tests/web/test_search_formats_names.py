"""Feeds and files are called after the search; an address in a format has what that needs."""

from typing import Any

import pytest

from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search.form.params import SearchParams, Sort, View
from archive.search.form.periods import Period
from archive.web.search_formats.addresses import in_format, listed_in
from archive.web.search_formats.names import file_name, title

NARROWED = SearchParams(
    q="impunity",
    organ=Organ.GA,
    session="66",
    since=Period.of_year(2000),
    until=Period.of_year(2015),
    cites=("A/RES/53/144",),
    stage=Resolution.Stage.DRAFT,
)


def test_a_title_says_the_search_and_neither_its_count_nor_its_page() -> None:
    said = (
        "impunity, General Assembly, sixty-sixth session, distributed 2000 to 2015, cites "
        "A/RES/53/144, draft"
    )
    assert title(NARROWED) == title(NARROWED.on_page(3)) == said
    assert title(SearchParams()) == "all resolutions"
    assert title(SearchParams(view=View.PARAGRAPHS)) == "paragraphs"


def test_a_long_title_is_cut() -> None:
    assert title(SearchParams(q="impunity " * 60)).endswith("…")
    assert len(title(SearchParams(q="impunity " * 60))) <= 201


@pytest.mark.parametrize(
    ("params", "name"),
    [
        (SearchParams(), "recalling.csv"),
        (NARROWED.with_(cites=(), since=None, until=None, session="", stage=None),
         "recalling-impunity-general-assembly.csv"),
        (SearchParams(q="66/164"), "recalling-66-164.csv"),
        (SearchParams(q='“gender-based violence” OR "x"'),
         "recalling-gender-based-violence-or-x.csv"),
        (SearchParams(q="impunity", view=View.PARAGRAPHS), "recalling-impunity-paragraphs.csv"),
        (SearchParams(q="../../etc/passwd\0\r\n"), "recalling-etc-passwd.csv"),
        (SearchParams(q="défenseurs"), "recalling-défenseurs.csv"),
        (SearchParams(q="المدافعين"), "recalling-المدافعين.csv"),
        (SearchParams(q="😀 * &"), "recalling.csv"),
    ],
)  # fmt: skip
def test_a_file_name_says_the_search(params: SearchParams, name: str) -> None:
    assert file_name(params, "csv") == name


def test_a_file_that_has_not_all_says_so_by_its_name() -> None:
    assert file_name(SearchParams(q="x"), "bib", first=10_000) == "recalling-x-first-10000.bib"


@pytest.mark.parametrize("q", ["impunity " * 2000, "المدافعين " * 2000, "😀é" * 500])
def test_a_file_name_is_one_that_a_file_system_takes(q: str) -> None:
    name = file_name(SearchParams(q=q), "csv", first=10_000)
    assert len(name.encode()) < 255
    assert name.endswith("-first-10000.csv")
    assert "\ufffd" not in name


@pytest.mark.parametrize(
    ("suffix", "changes", "address"),
    [
        ("csv", {}, "/search.csv?q=x"),
        ("csv", {"page": 3}, "/search.csv?q=x"),
        ("json", {"page": 3}, "/search.json?q=x&page=3"),
        ("csv", {"sort": Sort.NEWEST}, "/search.csv?q=x&sort=newest"),
        ("atom", {"sort": Sort.NEWEST}, "/search.atom?q=x"),
        ("atom", {"sort": Sort.OLDEST}, "/search.atom?q=x&sort=oldest"),
        ("ris", {"q": "66/164", "keeps_view": True}, "/search.ris?q=66/164"),
        ("bib", {"q": "", "view": View.PARAGRAPHS}, "/search.bib?view=paragraphs"),
        ("bib", {"q": ""}, "/search.bib"),
        ("csv", {"q": "?"}, "/search.csv?q=%3F"),
    ],
)
def test_the_address_in_a_format_has_what_the_format_needs(
    suffix: str, changes: dict[str, Any], address: str
) -> None:
    assert in_format(SearchParams(q="x").with_(**changes), suffix) == address


@pytest.mark.parametrize("q", ["", "x"])
def test_a_feed_has_the_newest_first_unless_it_is_told_otherwise(q: str) -> None:
    assert listed_in(SearchParams(q=q), "atom").order is Sort.NEWEST
    assert listed_in(SearchParams(q=q, sort=Sort.OLDEST), "atom").order is Sort.OLDEST
    assert listed_in(SearchParams(q="x"), "csv").order is Sort.RELEVANCE
