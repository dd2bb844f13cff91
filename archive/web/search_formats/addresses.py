"""Addresses of a search in another format: ``/search.csv`` with the parameters of ``/search/``."""

from dataclasses import replace

from django.urls import reverse

from archive.search.form.params import SearchParams, Sort

JSON, ATOM = "json", "atom"


def in_format(params: SearchParams, suffix: str) -> str:
    """The one address of a search in a format: its path and its parameters."""
    asked = asked_in(params, suffix)
    return f"{reverse(f'search_{suffix}')}?{asked.query_string}".rstrip("?")


def asked_in(params: SearchParams, suffix: str) -> SearchParams:
    """The search as a format has it.

    A file is whole, so it has no pages, but for JSON. In a feed the newest comes first unless it
    is told otherwise: relevance is no order of a feed. No format leads to the page of a symbol, so
    that nothing needs to keep it from doing so.
    """
    asked = replace(params, keeps_view=False)
    if suffix != JSON:
        asked = replace(asked, page=1)
    if suffix == ATOM and asked.order in {Sort.RELEVANCE, Sort.NEWEST}:
        asked = replace(asked, sort=Sort.RELEVANCE)
    return asked


def listed_in(params: SearchParams, suffix: str) -> SearchParams:
    """The search as a format lists it, with the order that goes without saying."""
    if suffix == ATOM and params.sort is Sort.RELEVANCE:
        return replace(params, sort=Sort.NEWEST)
    return params
