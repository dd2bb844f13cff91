"""Workers that are killed at any moment: every file is parsed or explained, and none twice."""

import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator

import pytest
from django.db import connection

from archive.ingest.intake import claims
from archive.ingest.intake.brought import BroughtFile
from archive.ingest.intake.receiving import receive
from archive.models import Batch, BatchFile, Ingestion
from tests import builders as build
from tests import factories as make
from tests.ingest.children import PATIENCE_IN_SECONDS, start

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

FILES = 200
KILLS = 10
#: So that the last worker that is killed has files left, however fast they are.
MOST_FILES_BEFORE = 10
LONGEST_MOMENT_IN_SECONDS = 0.05
LONGEST_END_IN_SECONDS = 240
#: Writes down every change of state, whoever makes it.
NOTE_STATES = """
    CREATE TABLE states_noted (ingestion bigint, state text, result jsonb);
    CREATE FUNCTION note_state() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.state <> OLD.state THEN
            INSERT INTO states_noted VALUES (NEW.id, NEW.state, NEW.parse_result);
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER note_state AFTER UPDATE ON archive_ingestion
    FOR EACH ROW EXECUTE FUNCTION note_state();
"""
NOTE_NO_MORE = """
    DROP TRIGGER note_state ON archive_ingestion;
    DROP FUNCTION note_state();
    DROP TABLE states_noted;
"""


@pytest.fixture(name="states_noted")
def _states_noted(transactional_db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(NOTE_STATES)
    yield
    with connection.cursor() as cursor:
        cursor.execute(NOTE_NO_MORE)


@pytest.fixture(name="workers")
def _workers() -> Iterator[list[subprocess.Popen[str]]]:
    """Workers that are ended with the test."""
    started: list[subprocess.Popen[str]] = []
    yield started
    for worker in started:
        worker.kill()
        worker.communicate()


def _bring(*texts: str) -> list[Batch]:
    """Batches with these files, of 100 at most."""
    files = [
        BroughtFile(name=f"{number}.txt", size_bytes=len(text), read=text.encode)
        for number, text in enumerate(texts, 1)
    ]
    editor = make.make_staff("editor")
    return [
        receive(files[first : first + 100], by=editor, received_from="a test")
        for first in range(0, len(files), 100)
    ]


def _texts() -> list[str]:
    """Resolutions, one in ten of them without a symbol, one in twenty no resolution at all."""
    return [
        f"Words, number {number}, of no resolution."
        if number % 20 == 0
        else build.nameless_text().replace("States", f"{number} States")
        if number % 10 == 0
        else build.resolution_text(f"66/{number}")
        for number in range(1, FILES + 1)
    ]


def _noted() -> list[tuple[int, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT ingestion, state FROM states_noted ORDER BY ingestion")
        return list(cursor.fetchall())


def test_killed_at_any_moment_workers_lose_no_file_and_parse_none_to_two_results(
    states_noted: None, workers: list[subprocess.Popen[str]]
) -> None:
    first, second = _bring(*_texts())
    for _ in range(KILLS):
        workers.append(start("process_ingestions", "--jobs", "2"))
        _kill_at_random(workers[-1])
    assert Ingestion.objects.waiting().exists(), "the last kill came too late to tell anything"
    pair = [start("process_ingestions", "--once") for _ in range(2)]
    workers += pair
    assert [one.wait(LONGEST_END_IN_SECONDS) for one in pair] == [0, 0]
    noted = _noted()
    assert len(noted) == len({key for key, _ in noted}) == FILES
    assert Counter(state for _, state in noted) == {
        "needs_attention": FILES // 20,
        "failed": FILES // 20,
        "parsed": FILES - FILES // 10,
    }
    _assert_each_is_explained([*first.files.all(), *second.files.all()])


def _assert_each_is_explained(files: list[BatchFile]) -> None:
    assert len(files) == len({file.ingestion_id for file in files}) == FILES
    for row in Ingestion.objects.all():
        assert row.parse_result is not None
        assert row.parse_result["sha256"] == row.source_file.sha256
        assert 1 <= row.attempts <= claims.MOST_ATTEMPTS
        assert (row.state == "failed") == bool(row.failure) == bool(row.parse_result["error"])
        assert row.parsed_at is not None


def _kill_at_random(worker: subprocess.Popen[str]) -> None:
    """Kill a worker a random moment after a random one of its first files, amid the others."""
    assert worker.stdout is not None
    for _ in range(random.randint(1, MOST_FILES_BEFORE)):
        worker.stdout.readline()
    time.sleep(random.uniform(0, LONGEST_MOMENT_IN_SECONDS))
    worker.kill()
    assert worker.wait(PATIENCE_IN_SECONDS) == -signal.SIGKILL
