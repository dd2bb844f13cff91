"""Each count is that of the list its link leads to, in both views."""

from random import Random

import pytest

from archive.parsing.symbols import Organ
from archive.search import results
from archive.search.facets import paragraph_bases
from archive.search.form.params import SearchParams, View
from archive.search.matches import paragraphs
from archive.search.results import search
from tests.search.archives import CITED, OPENINGS, make_archive
from tests.search.facets.links import (
    SEARCHES_OF_AN_ARCHIVE,
    Lists,
    facet_named,
    links_of,
    random_search,
)


@pytest.mark.django_db
@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("seed", range(3))
def test_every_count_is_that_of_the_list_its_link_leads_to(seed: int, view: View) -> None:
    make_archive(seed)
    random, lists, followed = Random(seed), Lists(), 0
    for _ in range(SEARCHES_OF_AN_ARCHIVE):
        page = search(random_search(random, view))
        links = list(links_of(page))
        assert [(name, lists.count(target)) for name, _count, target in links] == [
            (name, count) for name, count, _target in links
        ]
        for _name, count, target in random.sample(links, min(1, len(links))):
            assert lists.length(target) == count
        followed += len(links)
    assert followed > 20


@pytest.mark.django_db
@pytest.mark.parametrize("view", View)
def test_every_value_that_leads_anywhere_is_shown(view: View) -> None:
    """Of one facet each: what its lists say together is what it counts."""
    make_archive(5)
    page = search(SearchParams(q="rights", view=view))
    assert page.facets
    for facet, params in (
        ("organ", [SearchParams(organ=organ) for organ in Organ]),
        ("opening", [SearchParams(openings=(opening,)) for opening in OPENINGS[1:]]),
        ("cites", [SearchParams(cites=(symbol,)) for symbol in CITED]),
    ):
        searches = [one.with_(q="rights", view=view) for one in params]
        counts = [results.found(one).count.number for one in searches]
        shown = [value.count for value in facet_named(facet, page.facets).values]
        assert shown == sorted(filter(None, counts), reverse=True)


@pytest.mark.django_db
@pytest.mark.parametrize(("texts", "places"), [(2, 1_000), (2, 40), (0, 15)])
def test_every_count_is_that_of_its_list_whichever_way_paragraphs_are_found(
    texts: int, places: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_archive(7, resolutions=30)
    for module in (paragraphs, paragraph_bases):
        monkeypatch.setattr(module, "FEW_TEXTS", texts)
        monkeypatch.setattr(module, "MOST_TEXTS", 8)
        monkeypatch.setattr(module, "MOST_PLACES", places)
    random, lists, followed = Random(7), Lists(), 0
    for _ in range(8):
        links = list(links_of(search(random_search(random, View.PARAGRAPHS))))
        wrong = [name for name, count, target in links if lists.count(target) != count]
        assert wrong == []
        followed += len(links)
    assert followed > 10
