"""Filters for the addresses of pages and searches, and for the counts beside them."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol, TypeVar

from django import template
from django.urls import get_script_prefix, reverse

from archive.search.form.links import Link
from archive.search.form.params import SearchParams, encoded

register = template.Library()

#: In code points, of what is typed.
_LONGEST_MARKED = 300


def path_of(name: str) -> str:
    """The path of an address that has no parts: ``/search/`` of "search"."""
    return _path(name, get_script_prefix())


class Linked(Protocol):
    """What leads to a search."""

    @property
    def link(self) -> Link | None:
        """The link to it, if there is any."""


LinkedT = TypeVar("LinkedT", bound=Linked)


@register.filter
def search_address(search: SearchParams | Link) -> str:
    """The one address of a search."""
    return _address(path_of("search"), search.query_string)


def with_addresses(linked: Iterable[LinkedT]) -> list[tuple[LinkedT, str]]:
    """Each with the address of the search it leads to; those that lead to none are left out."""
    path = path_of("search")
    return [(one, _address(path, one.link.query_string)) for one in linked if one.link]


def marks(search: SearchParams) -> str:
    """What the address of a text ends in for its page to mark what a search sought in it.

    A search as long as a page would be written into every link of its results.
    """
    is_marked = 0 < len(search.q) <= _LONGEST_MARKED
    return f"?{SearchParams(q=search.q).query_string}" if is_marked else ""


@register.filter
def all_that_cite(symbol: str) -> str:
    """The address of the search for every resolution that cites one, page by page."""
    return search_address(SearchParams(cites=(symbol,)))


@register.simple_tag
def comparing(before: str, after: str = "") -> str:
    """The address of the page that compares two texts, or asks with what to compare the one."""
    to = f"&to={encoded(after)}" if after else ""
    return f"{path_of('compare')}?from={encoded(before)}{to}"


@register.filter
def grouped(number: int) -> str:
    """A number with commas between thousands: 30,000."""
    return f"{number:,}"


def _address(path: str, query_string: str) -> str:
    return f"{path}?{query_string}" if query_string else path


@lru_cache  # a page has the same few paths again and again
def _path(name: str, _script_prefix: str) -> str:
    return reverse(name)
