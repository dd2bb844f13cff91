"""Comparing: the counts of the archive and its peers, and whether their pages are complete."""

import json
import sqlite3
from collections.abc import Iterator, Sequence

from tests.benchmarks.searching import datasette_peer
from tests.benchmarks.searching.agreement import (
    SAID_IN_ONE_PARAGRAPH,
    Count,
    disagreements,
    resolutions_saying,
)
from tests.benchmarks.searching.questions import PAGE_SIZE, Kind, Question
from tests.benchmarks.searching.tantivy_peer import Paragraphs
from tests.benchmarks.searching.visits import Visitor

_RESULT = b'<li class="result'


def archive_with_sqlite(
    address: str, questions: Sequence[Question], *, table: sqlite3.Connection
) -> Iterator[str]:
    """Where counts of resolutions and of paragraphs differ, or a page lacks its rows."""
    visitor = Visitor(address)
    resolutions, paragraphs = [], []
    for question in questions:
        answer = json.loads(visitor.visit(question.address("/search.json")).body)
        total = answer["total"]
        if question.kind in SAID_IN_ONE_PARAGRAPH:
            theirs = resolutions_saying(table, question)
            resolutions.append(Count(question, total["number"], theirs))
        elif question.kind is Kind.PARAGRAPHS and total["certainty"] == "exact":
            paragraphs.append(Count(question, total["number"], question.hits))
        if total["number"] >= PAGE_SIZE:
            yield from _shortened(visitor.visit(question.address()).body, question)
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


def _shortened(page: bytes, question: Question) -> Iterator[str]:
    rows = page.count(_RESULT)
    if rows != PAGE_SIZE and question.kind is not Kind.DEEP:
        yield f"The archive’s page for {question.said} has {rows} results."
