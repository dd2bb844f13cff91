"""Engines: the archive's own search, and BM25 as SQLite's FTS5 reckons it over the same rows."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import count, product
from operator import attrgetter

from archive.search.form.params import SearchParams, View
from archive.search.results import search
from tests.benchmarks.retrieval.passages import Passage, words_of
from tests.benchmarks.retrieval.ranks import FARTHEST

_TOKENISERS = ("unicode61", "porter")
_OPERATORS = ("AND", "OR")
#: What a word in a title counts for beside one in the text.
_TITLE_WEIGHTS = (1, 10)


class Archive:
    """The archive's search, page after page, in one of its views."""

    name = "Recalling"

    def __init__(self, view: View) -> None:
        self._view = view

    def answers(self, typed: str) -> Iterator[str]:
        """The addresses of what is found, best first."""
        asked = SearchParams(q=typed, view=self._view, keeps_view=True)
        for number in count(1):
            page = search(asked.on_page(number))
            yield from (one.address for one in page.paragraphs)
            yield from (one.url for one in page.results)
            if number >= page.page_count:
                return


class BM25:
    """Passages in a database of SQLite in memory, asked with each word in quotation marks.

    Of equal scores the archive's own order decides, so that none wins by the order of rows.
    """

    def __init__(
        self, passages: Iterable[Passage], *, tokeniser: str, operator: str, weight: int = 1
    ) -> None:
        self.name = f"BM25, {tokeniser}, {operator}" + (f", title ×{weight}" if weight > 1 else "")
        self._operator = operator
        self._weight = weight
        self._rows = sqlite3.connect(":memory:")
        tokenise = "porter unicode61" if tokeniser == "porter" else tokeniser
        self._rows.execute(
            "CREATE VIRTUAL TABLE passage USING fts5"
            f"(address UNINDEXED, wording, text, tokenize = '{tokenise}')"
        )
        self._rows.executemany(
            "INSERT INTO passage VALUES (?, ?, ?)",
            (
                (one.address, one.wording, one.text)
                for one in sorted(passages, key=attrgetter("standing"))
            ),
        )

    def answers(self, typed: str) -> Iterator[str]:
        """The addresses of what is found, best first."""
        quoted = ['"' + word.replace('"', '""') + '"' for word in words_of(typed)]
        found = self._rows.execute(
            "SELECT address FROM passage WHERE passage MATCH ? "
            "ORDER BY round(bm25(passage, 0, ?, 1), 9), rowid LIMIT ?",
            (f" {self._operator} ".join(quoted), self._weight, FARTHEST),
        )
        return (address for (address,) in found)


def bm25_of_paragraphs(passages: Iterable[Passage]) -> Iterator[BM25]:
    """Every way to ask FTS5 for paragraphs."""
    for tokeniser, operator in product(_TOKENISERS, _OPERATORS):
        yield BM25(passages, tokeniser=tokeniser, operator=operator)


def bm25_of_titles(passages: Iterable[Passage]) -> Iterator[BM25]:
    """Every way to ask FTS5 for resolutions by their titles and texts."""
    for tokeniser, operator, weight in product(_TOKENISERS, _OPERATORS, _TITLE_WEIGHTS):
        yield BM25(passages, tokeniser=tokeniser, operator=operator, weight=weight)
