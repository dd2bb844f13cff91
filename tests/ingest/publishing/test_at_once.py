"""Of two who publish at once, one does, and the other is told."""

import threading
from contextlib import closing

import pytest
from django.db import connection

from archive.ingest.editing.revisions import StaleRevisionError
from archive.ingest.publishing.history import history_of
from archive.ingest.publishing.publication import PublishRefusedError, publish
from archive.models import Text
from tests import builders as build
from tests import factories as make
from tests.ingest.children import PATIENCE_IN_SECONDS
from tests.ingest.publishing.ways import parsed

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
