"""One transaction at a time brings resolutions in, and none waits without end."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from django.db import OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext

from archive.ingest import write_lock
from archive.ingest.facts_table import HEADER, load_facts
from archive.ingest.received import held_text_of
from archive.ingest.storage import keep, store
from archive.ingest.write_lock import take_write_lock
from tests import builders as build


@pytest.mark.django_db(transaction=True)
def test_a_writer_who_has_waited_long_enough_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_lock, "_LONGEST_WAIT_SECONDS", 0.1)

    def wait() -> None:
        with closing(connection), transaction.atomic():
            take_write_lock()

    with transaction.atomic(), ThreadPoolExecutor(1) as other:
        take_write_lock()
        with pytest.raises(OperationalError, match="lock timeout"):
            other.submit(wait).result()


@pytest.mark.django_db(transaction=True)
def test_the_lock_is_free_again_after_the_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_lock, "_LONGEST_WAIT_SECONDS", 0.1)

    def take() -> bool:
        with closing(connection), transaction.atomic():
            take_write_lock()
            return True

    with transaction.atomic():
        take_write_lock()
    with ThreadPoolExecutor(1) as other:
        assert other.submit(take).result()


@pytest.mark.django_db
def test_every_writer_takes_the_lock(tmp_path: Path) -> None:
    table = tmp_path / "facts.csv"
    table.write_text(",".join(HEADER) + "\nA/RES/53/144,Title,,,,seen\n", encoding="utf-8")
    received = build.received()
    with CaptureQueriesContext(connection) as queries:
        load_facts(table)
        store(received, build.parse_of(), replace=False)
        held = held_text_of(received.sha256)
        assert held is not None
        keep(received, held)
    locks = [one["sql"] for one in queries if "pg_advisory_xact_lock" in one["sql"]]
    assert len(locks) == 3
