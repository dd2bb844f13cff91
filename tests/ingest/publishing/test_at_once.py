"""Of two who publish at once, one does, and the other is told."""

import threading
from collections.abc import Callable
from contextlib import closing

import pytest
from django.db import connection, transaction

from archive.corrections import making
from archive.ingest.editing.correcting import correct
from archive.ingest.editing.editions import edition_of
from archive.ingest.editing.revisions import StaleRevisionError, locked
from archive.ingest.outcomes import Outcome
from archive.ingest.publishing.history import history_of
from archive.ingest.publishing.publication import PublishRefusedError, publish
from archive.ingest.reparsing.deciding import accept
from archive.ingest.write_lock import take_write_lock
from archive.models import Ingestion, Text
from tests import builders as build
from tests import factories as make
from tests.ingest.children import PATIENCE_IN_SECONDS, wait_until
from tests.ingest.publishing.ways import parsed, published, read_again

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def _publish_at_once(*ingestions: int) -> list[str]:
    """What became of each, in the order in which they ended."""
    together = threading.Barrier(len(ingestions), timeout=PATIENCE_IN_SECONDS)
    publisher = make.make_staff("publisher")
    told: list[str] = []

    def run(ingestion: int) -> None:
        with closing(connection):
            together.wait()
            try:
                told.append(publish(ingestion, by=publisher, revision=0).verdict.value)
            except StaleRevisionError:
                told.append("stale")
            except PublishRefusedError as refused:
                told.append(refused.blockers[0].code)

    threads = [threading.Thread(target=run, args=[one]) for one in ingestions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_IN_SECONDS)
    return sorted(told)


def test_the_same_file_twice() -> None:
    ingestion = parsed()
    assert _publish_at_once(ingestion.pk, ingestion.pk) == ["added", "stale"]
    assert history_of(Text).count() == 1


def test_two_files_of_one_resolution() -> None:
    one, other = parsed(), parsed(build.resolution_text() + "\n")
    assert _publish_at_once(one.pk, other.pk) == ["added", "symbol_held"]
    assert Text.objects.count() == 1


def _is_waited_for() -> bool:
    """Whether another session waits for a lock of this one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        return bool(cursor.fetchone()[0])


def _begin(act: Callable[[], Outcome], told: list[str]) -> threading.Thread:
    """Do it in another session, and tell what came of it."""

    def run() -> None:
        with closing(connection):
            try:
                told.append(act().verdict.value)
            except PublishRefusedError as refused:
                told.append(refused.blockers[0].code)

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_what_is_corrected_while_the_next_reading_is_published_is_not_left_behind() -> None:
    first = parsed()
    published(first)
    again = read_again(first, build.resolution_text())
    publisher, told = make.make_staff("publisher"), list[str]()
    with transaction.atomic():
        row = locked(first.pk)
        thread = _begin(lambda: publish(again.pk, by=publisher, revision=0), told)
        wait_until(_is_waited_for)
        value = making.wording_set(edition_of(row).parsed, "op1", text="Calls upon everybody.")
        correct(row.pk, value, by=make.make_staff("editor"), revision=row.revision)
    thread.join(PATIENCE_IN_SECONDS)
    assert told == ["left_behind"]
    assert Ingestion.objects.get(pk=first.pk).text is not None


def test_whoever_corrects_and_publishes_waits_for_another_writer_with_nothing_locked() -> None:
    first = parsed(build.resolution_text(operative=["Calls upon all States.", "Decides."]))
    published(first)
    again = read_again(
        first, build.resolution_text(operative=["Calls upon us all.", "Decides so."])
    )
    publisher, told = make.make_staff("publisher"), list[str]()
    kept = ["paragraph:op1"]
    with transaction.atomic():
        take_write_lock()
        thread = _begin(lambda: accept(again.pk, but=kept, by=publisher, revision=0), told)
        wait_until(_is_waited_for)
        rows = Ingestion.objects.filter(pk__in=[first.pk, again.pk]).select_for_update(nowait=True)
        assert len(rows) == 2, "nobody waits for one who waits"
    thread.join(PATIENCE_IN_SECONDS)
    assert told == ["corrected"]
