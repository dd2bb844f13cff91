"""Several processes at one archive: one copy of each text, whole or not at all."""

import random
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection, transaction

from archive.ingest.resolutions import bring
from archive.ingest.write_lock import take_write_lock
from archive.models import Citation, Ingestion, Resolution, SourceFile, Text
from archive.models.text import content_hash_of
from archive.parsing.symbols import Symbol
from tests import builders as build
from tests.ingest.children import PATIENCE_IN_SECONDS, start, wait_until

pytestmark = pytest.mark.django_db(transaction=True)

KILLS = 10
TEXTS = 150
LONGEST_WHILE_IN_SECONDS = 0.05


@pytest.fixture(name="children")
def _children() -> Iterator[list[subprocess.Popen[str]]]:
    """Processes that are ended with the test."""
    started: list[subprocess.Popen[str]] = []
    yield started
    for child in started:
        child.kill()
        child.communicate()


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _waiting_writers() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database "
            "WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()"
        )
        (count,) = cursor.fetchone()
    return int(count)


def _ingest_at_once(children: list[subprocess.Popen[str]], *paths: Path) -> list[str]:
    """Start a process for each path, let all come to the point of writing, then let them go."""
    with transaction.atomic():
        take_write_lock()
        children += [start("ingest", path, "--jobs", "1") for path in paths]
        wait_until(lambda: _waiting_writers() == len(paths) or any(c.poll() for c in children))
    tables = [child.communicate(timeout=PATIENCE_IN_SECONDS)[0] for child in children]
    return sorted(tables)


def test_two_processes_with_the_same_file_leave_one_copy(
    tmp_path: Path, children: list[subprocess.Popen[str]]
) -> None:
    path = _write(tmp_path / "a.txt", build.resolution_text())
    first, second = _ingest_at_once(children, path, path)
    assert "1 added, 0 unchanged, 0 refused." in first
    assert "0 added, 1 unchanged, 0 refused." in second
    assert (Text.objects.count(), SourceFile.objects.count()) == (1, 1)
    assert [child.returncode for child in children] == [0, 0]


def test_two_processes_with_two_texts_of_one_resolution_leave_one_and_refuse_the_other(
    tmp_path: Path, children: list[subprocess.Popen[str]]
) -> None:
    paths = [
        _write(tmp_path / f"{word}.txt", build.resolution_text(operative=[f"Calls on {word};"]))
        for word in ("some", "others")
    ]
    first, second = _ingest_at_once(children, *paths)
    assert "1 added, 0 unchanged, 0 refused." in first
    assert "Another text of A/RES/66/164 is held." in second
    assert Text.objects.count() == 1
    assert sorted(child.returncode for child in children) == [0, 1]


def test_two_processes_with_texts_that_cite_the_same_share_its_rows(
    tmp_path: Path, children: list[subprocess.Popen[str]]
) -> None:
    cited = [f"Recalling its resolution 60/{number}," for number in range(1, 41)]
    paths = [
        _write(tmp_path / "a.txt", build.resolution_text("66/164", preamble=cited)),
        _write(tmp_path / "b.txt", build.resolution_text("68/181", preamble=cited[::-1])),
    ]
    assert all("1 added" in table for table in _ingest_at_once(children, *paths))
    assert Resolution.objects.filter(session="60").count() == 40
    assert not Citation.objects.unresolved().exists()


def test_writers_who_bring_the_same_rows_in_another_order_do_not_wait_in_a_circle() -> None:
    symbols = [Symbol.read(f"A/RES/60/{number}") for number in range(1, 2001)]
    together = threading.Barrier(2, timeout=PATIENCE_IN_SECONDS)
    brought: list[int] = []

    def write(order: list[Symbol]) -> None:
        with closing(connection), transaction.atomic():
            together.wait()
            brought.append(len(bring(order, records=build.records())))

    _run_at_once(lambda: write(symbols), lambda: write(symbols[::-1]))
    assert brought == [2000, 2000]
    assert Resolution.objects.count() == 2000


def _run_at_once(*tasks: Callable[[], None]) -> None:
    threads = [threading.Thread(target=task) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_IN_SECONDS)


def test_killed_at_any_moment_processes_leave_only_whole_texts(
    tmp_path: Path, children: list[subprocess.Popen[str]]
) -> None:
    for number in range(1, TEXTS + 1):
        cited = [f"Recalling its resolution 60/{one}," for one in range(number, number + 5)]
        _write(tmp_path / f"{number:03}.txt", build.resolution_text(f"66/{number}", preamble=cited))
    for _ in range(KILLS // 2):
        pair = [start("ingest", tmp_path, "--jobs", "1") for _ in range(2)]
        children += pair
        for child in pair:
            _kill_at_random(child)
        _assert_all_is_whole()
    last = start("ingest", tmp_path, "--jobs", "1")
    children.append(last)
    last.communicate(timeout=PATIENCE_IN_SECONDS)
    assert last.returncode == 0
    _assert_all_is_whole()
    assert Text.objects.count() == TEXTS


def _kill_at_random(child: subprocess.Popen[str]) -> None:
    """Kill a process a random while after its first file, in the midst of the others."""
    assert child.stderr is not None
    child.stderr.readline()
    time.sleep(random.uniform(0, LONGEST_WHILE_IN_SECONDS))
    child.kill()
    assert child.wait(PATIENCE_IN_SECONDS) == -signal.SIGKILL


def _assert_all_is_whole() -> None:
    """Every text has all its paragraphs and citations, its file and its ingestion; nothing more."""
    texts = list(Text.objects.prefetch_related("paragraphs", "citations", "ingestions"))
    for text in texts:
        paragraphs = sorted(text.paragraphs.all(), key=lambda one: one.position)
        assert text.wording.splitlines() == [one.wording for one in paragraphs]
        assert text.content_hash == content_hash_of(text.wording)
        assert len(text.citations.all()) == 5
        [ingestion] = text.ingestions.all()
        assert ingestion.parse_result is not None
        assert len(ingestion.parse_result["paragraphs"]) == len(paragraphs)
    assert SourceFile.objects.count() == Ingestion.objects.count() == len(texts)
    held = set(Resolution.objects.held().values_list("symbol", flat=True))
    cited = set(Citation.objects.values_list("cited_symbol", flat=True))
    assert set(Resolution.objects.values_list("symbol", flat=True)) == held | cited
