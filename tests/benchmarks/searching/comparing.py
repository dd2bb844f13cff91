"""Comparing: the counts of the archive and its peers, and whether their pages are complete."""

import json
import sqlite3
from collections.abc import Iterator, Sequence

from tests.benchmarks.searching import datasette_peer
from tests.benchmarks.searching.agreement import SAID_IN_ONE_PARAGRAPH, Count, disagreements
from tests.benchmarks.searching.questions import PAGE_SIZE, Kind, Question, resolutions_saying
from tests.benchmarks.searching.tantivy_peer import Paragraphs
from tests.benchmarks.searching.visits import Visitor

_RESULT = b'<li class="result">'


def archive_with_sqlite(
    address: str, questions: Sequence[Question], *, table: sqlite3.Connection
) -> Iterator[str]:
    """Where counts of resolutions and of paragraphs differ, or a page lacks its rows."""
    visitor = Visitor(address)
    resolutions, paragraphs = [], []
    for question in questions:
        rows = visitor.visit(question.address()).body.count(_RESULT)
        if question.kind in SAID_IN_ONE_PARAGRAPH:
            number, _ = _total(visitor, question)
            resolutions.append(Count(question, number, resolutions_saying(table, question)))
            yield from _shortened(question, rows, of=number)
        elif question.kind is Kind.PARAGRAPHS:
            number, is_exact = _total(visitor, question)
            if is_exact:
                paragraphs.append(Count(question, number, question.hits))
            yield from _shortened(question, rows, of=number)
        elif not rows:
            yield f"The archive’s page for {question.said} has no results."
    yield from disagreements("Resolutions found", resolutions)
    yield from disagreements("Paragraphs found", paragraphs)


def datasette_with_sqlite(address: str, questions: Sequence[Question]) -> Iterator[str]:
    """Where its counts differ from those of SQLite itself, or a page lacks its rows."""
    visitor = Visitor(address)
    counts = []
    for question in questions:
        if not question.as_columns and question.kind not in datasette_peer.HAS_NO_PAGE:
            answer = visitor.visit(datasette_peer.address(question, suffix=".json"))
            counts.append(Count(question, datasette_peer.count_in(answer.body), question.hits))
            page = visitor.visit(datasette_peer.address(question)).body
            if datasette_peer.rows_in(page) != min(PAGE_SIZE, question.hits):
                yield f"Datasette’s page for {question.said} has not all its rows."
    yield from disagreements("Paragraphs Datasette finds", counts)


def tantivy_with_sqlite(library: Paragraphs, questions: Sequence[Question]) -> Iterator[str]:
    """Where its counts differ from those of SQLite."""
    counts = [
        Count(question, library.search(question)[0], question.hits)
        for question in questions
        if question.kind in SAID_IN_ONE_PARAGRAPH
    ]
    yield from disagreements("Paragraphs tantivy finds", counts)


def _total(visitor: Visitor, question: Question) -> tuple[int, bool]:
    """How many the archive's JSON says there are, and whether there are exactly so many."""
    total = json.loads(visitor.visit(question.address("/search.json")).body)["total"]
    return int(total["number"]), total["certainty"] == "exact"


def _shortened(question: Question, rows: int, *, of: int) -> Iterator[str]:
    if rows != min(PAGE_SIZE, of):
        yield f"The archive’s page for {question.said} has {rows} results of {of:,}."
