"""Counting: how many a search finds, in the view it asks for."""

from collections.abc import Sequence

from archive.search.form.params import View
from archive.search.matches.counts import Certainty, Count
from archive.search.matches.matching import Search, cards
from archive.search.matches.paragraph_ranking import listed
from archive.search.matches.statements import Statement, framed, together


def counted(search: Search) -> Count:
    """The number of the list's rows: one database query, of paragraphs two."""
    return counted_together([search])[0]


def counted_together(searches: Sequence[Search]) -> list[Count]:
    """The numbers of several lists: one database query, and two for each list of paragraphs."""
    by_nth = {
        nth: search for nth, search in enumerate(searches) if search.params.view is View.RESOLUTIONS
    }
    numbers = _numbers(by_nth)
    return [
        _count(search, numbers[nth]) if nth in by_nth else listed(search, last=0).count
        for nth, search in enumerate(searches)
    ]


def _numbers(searches: dict[int, Search]) -> dict[int, tuple[int, int]]:
    """How many resolutions are found, and how many of them are drafts, by number of the search."""
    rows = together(_statement(nth, search) for nth, search in searches.items())
    return {nth: (number, drafts) for nth, number, drafts in rows}


_COUNT = "SELECT %s::integer, count(*), count(*) FILTER (WHERE stage = 'draft') FROM ", ""


def _statement(nth: int, search: Search) -> Statement:
    sql, values = framed(cards(search), _COUNT)
    return sql, [nth, *values]


def _count(search: Search, numbers: tuple[int, int]) -> Count:
    number, drafts = numbers
    kind = Certainty.ABOUT if search.is_about else Certainty.EXACT
    return Count(number=number, kind=kind, drafts=drafts)
