"""Headings: a search and its count, in words."""

from collections.abc import Sequence
from typing import NamedTuple

from archive.parsing.symbols import Symbol
from archive.search.query import Query


class Counts(NamedTuple):
    """How many adopted resolutions were found, and how many drafts."""

    resolutions: int
    drafts: int


def heading(counts: Counts, query: Query, *, symbols: Sequence[Symbol]) -> str:
    """The search and its count: "3 resolutions and 1 draft say “gender-based violence”".

    For symbols that the archive does not know: "1 resolution names 53/44".
    """
    is_one = sum(counts) <= 1
    if symbols:
        return f"{_counted(counts)} {'names' if is_one else 'name'} {symbols[0].short}"
    return f"{_counted(counts)} {'says' if is_one else 'say'} {query.in_words}"


def _counted(counts: Counts) -> str:
    nouns = [
        f"{count:,} {noun if count == 1 else f'{noun}s'}"
        for count, noun in zip(counts, ("resolution", "draft"), strict=True)
        if count
    ]
    return " and ".join(nouns) or "No resolution"
