"""The worker has the files at /data/ made when something was published and it is quiet again."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.management import dumping
from archive.management.dumping import (
    LONGEST_WAIT_IN_SECONDS,
    QUIET_IN_SECONDS,
    KeptFiles,
    kept_files,
)
from archive.models import ArchiveVersion

pytestmark = pytest.mark.django_db


class Child:
    """A process that makes the files, as long as nobody says that it has ended."""

    def __init__(self) -> None:
        self.returncode: int | None = None
        self.was_ended = False

    def poll(self) -> int | None:
        return self.returncode

    def terminate(self) -> None:
        self.was_ended = True

    def wait(self) -> None:
        assert self.was_ended


class Worker:
    """A worker whose clock is set by hand, and the processes that it has started."""

    def __init__(self) -> None:
        self.now = 0.0
        self.children: list[Child] = []
        self.files = KeptFiles(self._start, clock=lambda: self.now)

    def _start(self) -> Any:
        self.children.append(Child())
        return self.children[-1]

    def after(self, seconds: float) -> int:
        """How many processes there have been, so many seconds later."""
        self.now += seconds
        self.files.keep()
        return len(self.children)


@pytest.fixture
def worker() -> Worker:
    return Worker()


def test_the_files_are_made_once_while_nothing_changes(worker: Worker) -> None:
    assert worker.after(1) == 0
    assert worker.after(QUIET_IN_SECONDS) == 1
    worker.children[0].returncode = 0
    assert [worker.after(QUIET_IN_SECONDS) for _ in range(3)] == [1, 1, 1]


def test_they_are_made_anew_when_it_is_quiet_after_a_change(worker: Worker) -> None:
    worker.after(QUIET_IN_SECONDS)
    worker.children[0].returncode = 0
    for _ in range(3):
        ArchiveVersion.objects.grow()
        assert worker.after(QUIET_IN_SECONDS) == 1
    assert worker.after(QUIET_IN_SECONDS) == 2


def test_an_archive_that_never_rests_has_them_made_now_and_then(worker: Worker) -> None:
    worker.after(QUIET_IN_SECONDS)
    worker.children[0].returncode = 0
    looks = LONGEST_WAIT_IN_SECONDS // QUIET_IN_SECONDS
    for times in (1, 2):
        for _ in range(looks):
            ArchiveVersion.objects.grow()
            assert worker.after(QUIET_IN_SECONDS) == times
        ArchiveVersion.objects.grow()
        assert worker.after(QUIET_IN_SECONDS) == times + 1
        worker.children[times].returncode = 0


def test_two_are_never_under_way_at_once(worker: Worker) -> None:
    worker.after(QUIET_IN_SECONDS)
    ArchiveVersion.objects.grow()
    assert [worker.after(QUIET_IN_SECONDS) for _ in range(3)] == [1, 1, 1]
    worker.children[0].returncode = 0
    assert worker.after(QUIET_IN_SECONDS) == 1
    assert worker.after(QUIET_IN_SECONDS) == 2


def test_what_failed_is_tried_again_later(worker: Worker) -> None:
    worker.after(QUIET_IN_SECONDS)
    worker.children[0].returncode = 1
    assert [worker.after(QUIET_IN_SECONDS) for _ in range(3)] == [1, 1, 1]
    assert worker.after(600) == 2


def test_what_is_under_way_ends_with_the_worker(worker: Worker) -> None:
    worker.after(QUIET_IN_SECONDS)
    worker.files.close()
    assert worker.children[0].was_ended


def test_a_worker_that_ends_at_once_has_begun_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    monkeypatch.setattr(dumping, "_start", lambda: started.append("dump"))
    with kept_files() as files:
        files.keep()
    assert started == []


def test_looking_asks_one_query_and_between_looks_none(
    worker: Worker, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        worker.after(QUIET_IN_SECONDS)
    with django_assert_num_queries(0):
        worker.after(QUIET_IN_SECONDS - 1)
