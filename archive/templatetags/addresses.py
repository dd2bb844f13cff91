"""Filters for the addresses of searches, and for the counts beside them."""

from functools import lru_cache

from django import template
from django.urls import get_script_prefix, reverse

from archive.search.form.params import SearchParams

register = template.Library()


#: The links of a page many times over; each has some hundred bytes.
_MOST_REMEMBERED = 2_048


@register.filter
def search_address(params: SearchParams) -> str:
    """The one address of a search."""
    query = _query_string(params, keeps_view=params.keeps_view)
    return f"{_path(get_script_prefix())}?{query}" if query else _path(get_script_prefix())


@lru_cache(_MOST_REMEMBERED)  # bars and table, facets and chips lead to the same searches
def _query_string(params: SearchParams, *, keeps_view: bool) -> str:  # noqa: ARG001 equal without
    return params.query_string


@lru_cache  # the many links of a page have the same path
def _path(_script_prefix: str) -> str:
    return reverse("search")


@register.filter
def grouped(number: int) -> str:
    """A number with commas between thousands: 30,000."""
    return f"{number:,}"
