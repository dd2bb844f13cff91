"""Counting: how many a search finds, in the view it asks for."""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Q

from archive.models import Resolution
from archive.search.form.params import View
from archive.search.matches.counts import Certainty, Count
from archive.search.matches.matching import Search, cards, compiled
from archive.search.matches.paragraph_ranking import listed


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
    statements = [_statement(nth, search) for nth, search in searches.items()]
    if not statements:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(statement for statement, _ in statements),
            [value for _, values in statements for value in values],
        )
        return {nth: (number, drafts) for nth, number, drafts in cursor}


_COUNT = "SELECT %s, count(*), count(*) FILTER (WHERE is_draft) FROM ({found}) AS found"


def _statement(nth: int, search: Search) -> tuple[str, list[Any]]:
    found, values = compiled(cards(search).values(is_draft=Q(stage=Resolution.Stage.DRAFT)))
    return _COUNT.format(found=found), [nth, *values]


def _count(search: Search, numbers: tuple[int, int]) -> Count:
    number, drafts = numbers
    kind = Certainty.ABOUT if search.is_about else Certainty.EXACT
    return Count(number=number, kind=kind, drafts=drafts)
