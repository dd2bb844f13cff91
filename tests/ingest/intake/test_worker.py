"""The worker: parses what waits, survives what it parses, and stops when it is told to."""

import os
import signal
import threading
import time
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from archive.ingest.intake import claims, lanes
from archive.ingest.intake.lanes import Lane
from archive.ingest.intake.wakeups import Wakeups, wakeups
from archive.ingest.intake.worker import Worker, WorkOptions
from archive.models import Ingestion
from tests import builders as build
from tests import factories as make
from tests.ingest.children import wait_until
from tests.ingest.intake.parses import ENDS_ITS_PROCESS, end_at_once, raise_a_fault
from tests.ingest.intake.working import work

pytestmark = pytest.mark.django_db(transaction=True)


def _waiting(content: bytes = b"") -> Ingestion:
    return make.make_waiting(make.make_source_file(content or build.resolution_text().encode()))


def test_what_waits_is_parsed_and_reported() -> None:
    waiting = _waiting()
    assert work() == [f"{waiting.pk}  Parsed"]
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts) == ("parsed", 1)


def test_where_nothing_waits_it_is_over_at_once() -> None:
    assert work() == []


def test_only_one_batch_is_parsed_where_one_is_asked_for() -> None:
    other, wanted = _waiting(b"other"), _waiting(b"wanted")
    file = make.make_batch_file(ingestion=wanted)
    work(batch=file.batch.pk)
    other.refresh_from_db()
    wanted.refresh_from_db()
    assert (other.state, wanted.state) == ("queued", "failed")


def test_a_file_that_ends_its_process_three_times_fails_and_stops_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lanes, "parse_in_time", end_at_once)
    poison, sound = _waiting(ENDS_ITS_PROCESS), _waiting(b"sound")
    reported = work(jobs=2)
    assert [line for line in reported if line.startswith(f"{poison.pk} ")] == [
        f"{poison.pk}  its process ended, attempt {attempt}" for attempt in (1, 2, 3)
    ]
    poison.refresh_from_db()
    sound.refresh_from_db()
    assert (poison.state, poison.failure_code) == ("failed", "ends_the_parser")
    assert (sound.failure, sound.attempts) == ("It was read.", 1)


def test_a_fault_of_the_parser_fails_the_file_and_the_worker_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lanes, "parse_in_time", raise_a_fault)
    _waiting(b"one")
    _waiting(b"two")
    work()
    assert set(Ingestion.objects.values_list("failure_code", flat=True)) == {"parser_fault"}


def test_a_process_that_ended_while_it_had_nothing_to_do_is_started_again() -> None:
    done = threading.Event()
    lane = Lane(done.set)
    claim = claims.Claim(ingestion=1, source_file=1, attempt=1)
    lane.begin(claim, b"words")
    assert done.wait(60)
    lane.take()
    [process] = lane._pool._processes.values()
    process.kill()
    wait_until(lambda: bool(lane._pool._broken))
    lane.begin(claim, b"words")
    wait_until(lambda: lane.work is not None and lane.work.parse.done())
    work_done = lane.take()
    assert work_done is not None
    assert isinstance(work_done.found, tuple)
    assert work_done.found[0] == "not_a_resolution"
    lane.close()


def _told(options: WorkOptions, meanwhile: Callable[[], None]) -> float:
    """Run a worker while something is done beside it, and give how long it ran, in seconds."""
    beside = threading.Thread(target=meanwhile)
    began = time.monotonic()
    with wakeups() as woken:
        beside.start()
        Worker(options, wakeups=woken, report=lambda _: None).run()
    beside.join()
    return time.monotonic() - began


def test_told_to_stop_while_it_sleeps_it_ends_at_once() -> None:
    def stop() -> None:
        time.sleep(0.3)
        os.kill(os.getpid(), signal.SIGTERM)

    before = signal.getsignal(signal.SIGTERM)
    assert _told(WorkOptions(), stop) < 3
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_file_that_is_brought_while_it_sleeps_is_parsed_at_once() -> None:
    took: list[float] = []

    def bring() -> None:
        try:
            wait_until(claims.a_worker_runs)
            time.sleep(0.3)
            began = time.monotonic()
            with transaction.atomic():
                made = _waiting(b"words")
                claims.tell_workers()
            wait_until(lambda: Ingestion.objects.get(pk=made.pk).attempts == 1)
            took.append(time.monotonic() - began)
            wait_until(lambda: Ingestion.objects.get(pk=made.pk).state == "failed")
        finally:
            os.kill(os.getpid(), signal.SIGTERM)
            connection.close()

    _told(WorkOptions(), bring)
    assert took[0] < 2


def _is_told(woken: Wakeups) -> bool:
    return woken.is_told_to_stop


def test_an_input_that_ends_is_a_word_to_stop() -> None:
    read, write = os.pipe()
    with wakeups(lifeline=read) as woken:
        connection.ensure_connection()
        woken.sleep(0)
        assert not _is_told(woken)
        os.write(write, b"a word")
        woken.sleep(1)
        assert not _is_told(woken)
        os.close(write)
        woken.sleep(1)
        assert _is_told(woken)
    os.close(read)


def test_told_to_stop_it_brings_what_it_has_begun_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _waiting(b"begun")
    _waiting(b"not begun")
    with wakeups() as woken:
        worker = Worker(WorkOptions(), wakeups=woken, report=lambda _: None)
        claim = worker._begin

        def begin_and_stop() -> None:
            claim()
            woken.is_told_to_stop = True

        monkeypatch.setattr(worker, "_begin", begin_and_stop)
        worker.run()
    states = Ingestion.objects.order_by("pk").values_list("state", "attempts")
    assert list(states) == [("failed", 1), ("queued", 0)]


def test_woken_more_often_than_it_can_note_it_still_sleeps() -> None:
    with wakeups() as woken:
        connection.ensure_connection()
        for _ in range(1 << 17):
            woken.wake()
        woken.sleep(0)
