"""Addresses of a search in another format: ``/search.csv`` with the parameters of ``/search/``."""

from dataclasses import replace

from archive.search.form.params import SearchParams, Sort
from archive.templatetags.addresses import path_of

JSON, ATOM = "json", "atom"


def in_format(params: SearchParams, suffix: str) -> str:
    """The one address of a search in a format: its path and its parameters."""
    asked = asked_in(params, suffix)
    return f"{path_of(f'search_{suffix}')}?{asked.query_string}".rstrip("?")


def asked_in(params: SearchParams, suffix: str) -> SearchParams:
    """The search as a format has it.

    A file is whole, so it has no pages, but for JSON. In a feed the newest comes first unless it
    is told otherwise: relevance is no order of a feed. No format leads to the page of a symbol, so
    that nothing needs to keep it from doing so.
    """
    is_newest_first = suffix == ATOM and params.order in {Sort.RELEVANCE, Sort.NEWEST}
    return replace(
        params,
        keeps_view=False,
        page=params.page if suffix == JSON else 1,
        sort=Sort.RELEVANCE if is_newest_first else params.sort,
    )


def listed_in(params: SearchParams, suffix: str) -> SearchParams:
    """The search as a format lists it, with the order that goes without saying."""
    if suffix == ATOM and params.sort is Sort.RELEVANCE:
        return replace(params, sort=Sort.NEWEST)
    return params
