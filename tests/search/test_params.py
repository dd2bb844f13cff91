"""An address is read strictly, and every search has one way to be written."""

import pytest
from django.http import QueryDict

from archive.search.params import LONGEST_QUERY_BYTES, InvalidSearchError, SearchParams

READ = {
    "": SearchParams(),
    "q=": SearchParams(),
    "q=impunity": SearchParams("impunity"),
    "q=++a%0A+b%C2%A0": SearchParams("a b"),
    "q=66/164": SearchParams("66/164"),
    "q=%E2%80%9Ca+b%E2%80%9D&page=3": SearchParams("“a b”", 3),
    "page=1&q=a": SearchParams("a"),
    "q=%FF": SearchParams("\ufffd"),
    f"q={'a' * LONGEST_QUERY_BYTES}": SearchParams("a" * LONGEST_QUERY_BYTES),
}

REFUSED = {
    "q=a&sort=date": "A search has no parameter “sort”.",
    "q=a&utm_source=x&utm_medium=y": "A search has no parameters “utm_medium”, “utm_source”.",
    "Q=a": "A search has no parameter “Q”.",
    "a%00b=a": "A search has no parameter “ab”.",
    "q=a&q=b": "“q” is in the address more than once.",
    "q=a&q=b&page=1&page=2": "“page”, “q” are in the address more than once.",
    "q=%00": "The search has a NUL character in it, which no text has.",
    "q=a%00b": "The search has a NUL character in it, which no text has.",
    f"q={'é' * 5_001}": "The search is 10,002 bytes long; 10,000 is the most.",
    "q=a&page=": "“” is not the number of a page.",
    "q=a&page=0": "“0” is not the number of a page.",
    "q=a&page=-1": "“-1” is not the number of a page.",
    "q=a&page=01": "“01” is not the number of a page.",
    "q=a&page=1.5": "“1.5” is not the number of a page.",
    "q=a&page=two": "“two” is not the number of a page.",
    "q=a&page=%00": "“” is not the number of a page.",
    "q=a&page=%D9%A2": "“٢” is not the number of a page.",
    "page=x": "“x” is not the number of a page.",
}


@pytest.mark.parametrize("address", READ)
def test_an_address_is_read_as(address: str) -> None:
    assert SearchParams.read(QueryDict(address)) == READ[address]


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_that_is_no_search_is_refused(address: str) -> None:
    with pytest.raises(InvalidSearchError) as refused:
        SearchParams.read(QueryDict(address))
    assert refused.value.problem.happened == REFUSED[address]
    assert refused.value.problem.status == 400


def test_what_was_typed_can_be_put_back_into_the_box_without_the_nul() -> None:
    with pytest.raises(InvalidSearchError) as refused:
        SearchParams.read(QueryDict("q=a%00b&page=x"))
    assert refused.value.q == "ab"


WRITTEN = {
    SearchParams(): "",
    SearchParams("", 3): "",
    SearchParams("impunity"): "q=impunity",
    SearchParams("66/164", 2): "q=66/164&page=2",
    SearchParams("“a b” & c"): "q=%E2%80%9Ca+b%E2%80%9D+%26+c",
}


@pytest.mark.parametrize("params", WRITTEN)
def test_a_search_is_written_in_one_order_without_what_goes_without_saying(
    params: SearchParams,
) -> None:
    assert params.query_string == WRITTEN[params]
    assert params.is_written_as(QueryDict(params.query_string))


@pytest.mark.parametrize("address", ["q=a&page=1", "page=2&q=a", "q=+a", "q=", "page=2"])
def test_another_way_to_write_a_search_is_not_the_one(address: str) -> None:
    query = QueryDict(address)
    assert not SearchParams.read(query).is_written_as(query)


@pytest.mark.parametrize("address", ["q=a%20b", "q=a+b", "q=%61+b"])
def test_ways_to_encode_the_same_signs_are_the_one(address: str) -> None:
    query = QueryDict(address)
    assert SearchParams.read(query).is_written_as(query)


def test_another_page_is_the_same_search() -> None:
    assert SearchParams("a b", 2).on_page(5) == SearchParams("a b", 5)
