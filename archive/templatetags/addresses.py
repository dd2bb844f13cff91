"""Filters for the addresses of searches, and for the counts beside them."""

from functools import lru_cache

from django import template
from django.urls import get_script_prefix, reverse

from archive.search.form.params import SearchParams

register = template.Library()


@register.filter
def search_address(params: SearchParams) -> str:
    """The one address of a search."""
    return f"{_path(get_script_prefix())}?{params.query_string}".rstrip("?")


@lru_cache  # the many links of a page have the same path
def _path(_script_prefix: str) -> str:
    return reverse("search")


@register.filter
def grouped(number: int) -> str:
    """A number with commas between thousands: 30,000."""
    return f"{number:,}"
