"""Datasette: the same paragraphs in SQLite, behind full-text search and three facets.

The words are reduced to their stems, as the archive's are, and the database is immutable, so that
its rows are counted once. It is served as it comes, but that no time limit cuts off what is asked
for; and with every advantage its settings have: it suggests no facets besides the three, and keeps
the whole database in memory.
"""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.benchmarks.searching.questions import PAGE_SIZE, Kind, Question
from tests.benchmarks.searching.servers import serving

FACETS = ("organ", "year", "kind")
_MINUTE_IN_MS = 60_000
#: As it comes, without what would cut a page off.
AS_IT_COMES: Mapping[str, object] = {
    "sql_time_limit_ms": _MINUTE_IN_MS,
    "facet_time_limit_ms": _MINUTE_IN_MS,
}
#: Nothing is suggested beyond what was asked for, and all is kept in memory.
AT_ITS_BEST = {**AS_IT_COMES, "suggest_facets": "off", "cache_size_kb": 2_000_000}
_NAME = "peers"
#: It goes on from the last row of a page, and has no address for one far on.
HAS_NO_PAGE = frozenset({Kind.DEEP})


class CutOffError(Exception):
    """An answer of Datasette that is not complete."""


def fill(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Make the database by the commands of sqlite-utils: rows, indexes, full-text search."""
    path.unlink(missing_ok=True)
    tool = [sys.executable, "-m", "sqlite_utils"]
    insert = [*tool, "insert", str(path), "paragraphs", "-", "--nl", "--pk=id", "--batch-size=5000"]
    with subprocess.Popen(insert, stdin=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None, "it was asked for"
        for row in rows:
            process.stdin.write(json.dumps(row) + "\n")
        process.stdin.close()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, insert)
    for column in (*FACETS, "symbol"):
        subprocess.run([*tool, "create-index", str(path), "paragraphs", column], check=True)
    enable = [*tool, "enable-fts", str(path), "paragraphs", "wording", "--tokenize=porter"]
    subprocess.run(enable, check=True)
    subprocess.run([*tool, "analyze", str(path)], check=True)


@contextmanager
def served(path: Path, *, port: int, settings: Mapping[str, object]) -> Iterator[str]:
    """Its address while it serves the database."""
    command = [sys.executable, "-m", "datasette", "serve", "--immutable", str(path)]
    command += [f"--port={port}"]
    for name, value in settings.items():
        command += ["--setting", name, str(value)]
    with serving(command, port=port, path=f"/{_NAME}.json") as server:
        yield server.address


def address(question: Question, *, suffix: str = "") -> str:
    """The page of its paragraphs that answers a question, with its facets."""
    asked: list[tuple[str, str]] = [("_search", question.said)]
    asked += [("_facet", one) for one in FACETS]
    asked += question.as_columns
    asked += [("_size", str(PAGE_SIZE))]
    return f"/{_NAME}/paragraphs{suffix}?{urlencode(asked)}"


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The database, to count in."""
    with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as connection:
        yield connection


def rows_in(page: bytes) -> int:
    """How many paragraphs a page of it lists."""
    return page.count(b'<td class="col-wording')


def count_in(answer: bytes) -> int:
    """How many its JSON says there are. Raises CutOffError where a facet was not counted."""
    said = json.loads(answer)
    is_whole = set(FACETS) <= set(said["facet_results"])
    if not is_whole or said["filtered_table_rows_count"] is None:
        raise CutOffError(f"Datasette did not finish {said['query']}.")
    return int(said["filtered_table_rows_count"])
