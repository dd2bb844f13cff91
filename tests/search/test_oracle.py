"""Whatever is asked of small archives, a search lists, counts and pages what the oracle finds."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.search.answers import SearchPage
from archive.search.facets.facets import FacetValue
from archive.search.form.params import Part, SearchParams, Sort
from archive.search.results import search
from tests.search.oracle import Alternatives, Oracle
from tests.search.random_searches import searches
from tests.search.small_archives import SmallArchive

pytestmark = pytest.mark.django_db
Asked = tuple[SearchParams, Alternatives]

some = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(params=range(2))
def oracle(request: pytest.FixtureRequest) -> Oracle:
    SmallArchive(request.param)
    return Oracle.reading_everything()


@some
@given(asked=searches())
def test_the_list_and_its_count_are_what_the_oracle_finds(oracle: Oracle, asked: Asked) -> None:
    params, query = asked
    found = [row.address for row in oracle.found(params, query)]
    pages = list(_pages(params))
    assert sorted(map(_address, _rows(pages))) == sorted(found)
    assert all(page.count.number == len(found) and page.count.is_exact for page in pages)


@some
@given(asked=searches(), sort=st.sampled_from([Sort.NEWEST, Sort.OLDEST, Sort.MOST_RECALLED]))
def test_a_list_is_in_the_order_it_is_asked_in(oracle: Oracle, asked: Asked, sort: Sort) -> None:
    params, _ = asked
    rows = _rows(_pages(params.with_(sort=sort)))
    keys = [_key(row, sort, oracle=oracle) for row in rows]
    assert keys == sorted(keys)


@some
@given(asked=searches())
def test_each_value_of_a_facet_counts_the_list_it_leads_to(oracle: Oracle, asked: Asked) -> None:
    params, query = asked
    page = search(params)
    for facet in page.facets or ():
        for value in facet.values:
            led_to = _chosen_alone(params, value) if value.is_chosen else value.link.params
            assert value.count == len(oracle.passing(led_to, query)), (facet.name, value)
            assert not value.is_approximate


@some
@given(asked=searches())
def test_the_histogram_counts_every_year_of_any_time(oracle: Oracle, asked: Asked) -> None:
    params, query = asked
    histogram = search(params).histogram
    found = oracle.passing(params.with_(since=None, until=None), query)
    years = Counter(row.act.dated_on and row.act.dated_on.year for row in found)
    undated = years.pop(None, 0)
    if histogram is None:
        assert len(years) < 2 or not oracle.is_answered(params, query)
    else:
        assert {bar.year: bar.count for bar in histogram.found} == years
        assert histogram.undated == undated


@some
@given(asked=searches())
def test_what_could_be_dropped_counts_the_list_without_it(oracle: Oracle, asked: Asked) -> None:
    params, query = asked
    for droppable in search(params).droppable:
        if droppable.params.q == params.q:
            assert droppable.count.number == len(oracle.found(droppable.params, query))
        else:
            assert droppable.count.number == search(droppable.params).count.number


def _pages(params: SearchParams) -> Iterator[SearchPage]:
    """Every page of a search."""
    page = search(params)
    yield page
    for number in range(2, page.page_count + 1):
        yield search(params.on_page(number))


def _rows(pages: Any) -> list[Any]:
    return [row for page in pages for row in (*page.results, *page.paragraphs)]


def _address(row: Any) -> str:
    """The address of a row as the oracle has it."""
    return f"{row.symbol}#{row.anchor}" if hasattr(row, "anchor") else row.symbol


def _key(row: Any, sort: Sort, *, oracle: Oracle) -> Any:
    """By what a row is sorted, least first; without a date it comes last."""
    if sort is Sort.MOST_RECALLED:
        return -oracle.times_recalled(row.symbol)
    day = row.dated_on or (date.max if sort is Sort.OLDEST else date.min)
    return day.toordinal() * (1 if sort is Sort.OLDEST else -1)


def _chosen_alone(params: SearchParams, value: FacetValue) -> SearchParams:
    """The search with a chosen value and no other of its kind."""
    if params.openings != value.link.params.openings:
        return params.with_(openings=(value.value,))
    if params.parts != value.link.params.parts:
        return params.with_(parts=(Part(value.value),))
    return params
