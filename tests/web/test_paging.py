"""Paging: which rows a page of a list has, and which pages it leads to."""

import pytest
from django.test import RequestFactory

from archive.web.paging import PAGE_SIZE, NothingListedError, Paging, paging


def _page(query: str = "", *, count: int) -> Paging:
    return paging(RequestFactory().get(f"/list/{query}"), count=count)


def _shown(page: Paging) -> list[str]:
    """The numbers of pages it links, with “…” where some are left out."""
    return [f"{'… ' if link.follows_a_gap else ''}{link.number}" for link in page.links]


def test_the_pages_together_have_every_row_once() -> None:
    count = 2 * PAGE_SIZE + 1
    pages = [_page(f"?page={number}", count=count) for number in (1, 2, 3)]
    rows = [row for page in pages for row in list(range(count))[page.start : page.end]]
    assert rows == list(range(count))
    assert [(page.first, page.last) for page in pages] == [(1, 100), (101, 200), (201, 201)]


@pytest.mark.parametrize("count", [0, 1, PAGE_SIZE])
def test_a_list_that_one_page_has_leads_to_no_other(count: int) -> None:
    page = _page(count=count)
    assert page.page_count == 1
    assert page.links == ()
    assert (page.previous, page.next) == ("", "")


def test_the_first_page_has_the_address_of_the_list() -> None:
    page = _page("?page=2", count=3 * PAGE_SIZE)
    assert page.address == "/list/?page=2"
    assert (page.previous, page.next) == ("/list/", "/list/?page=3")


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (1, ["1", "2", "3", "… 20"]),
        (5, ["1", "… 3", "4", "5", "6", "7", "… 20"]),
        (4, ["1", "2", "3", "4", "5", "6", "… 20"]),
        (20, ["1", "… 18", "19", "20"]),
    ],
)
def test_the_first_the_last_and_those_around_are_linked(number: int, shown: list[str]) -> None:
    assert _shown(_page(f"?page={number}", count=20 * PAGE_SIZE)) == shown


@pytest.mark.parametrize("asked", ["0", "3", "-1", "x", "", "1.5", "٢", "9" * 5000, "1\0"])
def test_a_page_that_a_list_does_not_have_is_said_not_to_be_there(asked: str) -> None:
    request = RequestFactory().get("/list/", {"page": asked})
    with pytest.raises(NothingListedError) as raised:
        paging(request, count=2 * PAGE_SIZE)
    shown = asked[:40].replace("\0", "")
    sentence = f"This list has no page “{shown}”; its pages go from 1 to 2."
    assert str(raised.value) == sentence
    assert raised.value.instead == "/list/"
