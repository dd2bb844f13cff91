"""Claims: a file is parsed by one worker at a time, and goes back to the queue with a session."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, connections, transaction

from archive.ingest.intake import claims
from archive.ingest.intake.claims import Claim, claim_waiting, free, give_up
from archive.models import Ingestion
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(name="elsewhere")
def _elsewhere(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Another session: within it, claims are made there."""
    other = connections.create_connection("default")

    class Elsewhere:
        def claim(self, count: int = 1) -> list[Claim]:
            with monkeypatch.context() as patched:
                patched.setattr(claims, "connection", other)
                return claim_waiting(count)

        def die(self) -> None:
            other.close()

    yield Elsewhere()
    other.close()


def _free_all(*claimed: Claim) -> None:
    for claim in claimed:
        free(claim)


def test_a_file_that_waits_is_claimed_once() -> None:
    waiting = make.make_waiting()
    [claim] = claim_waiting(5)
    assert (claim.ingestion, claim.source_file) == (waiting.pk, waiting.source_file_id)
    assert claim.attempt == 1
    assert claim_waiting(5) == []
    free(claim)
    [again] = claim_waiting(5)
    assert again.attempt == 2
    free(again)


def test_no_more_are_claimed_than_are_asked_for_and_the_first_that_came_first() -> None:
    late, early = make.make_waiting(), make.make_waiting()
    Ingestion.objects.filter(pk=early.pk).update(ingested_at=late.ingested_at - timedelta(days=1))
    [claim] = claim_waiting(1)
    assert claim.ingestion == early.pk
    free(claim)


def test_files_that_were_tried_before_let_others_go_first() -> None:
    tried, fresh = make.make_waiting(attempts=1), make.make_waiting()
    first, second = claim_waiting(1), claim_waiting(1)
    assert [one.ingestion for one in (*first, *second)] == [fresh.pk, tried.pk]
    _free_all(*first, *second)


def test_what_another_worker_parses_is_passed_over_until_it_dies(elsewhere: Any) -> None:
    make.make_waiting()
    [theirs] = elsewhere.claim()
    assert claim_waiting(1) == []
    elsewhere.die()
    _wait_for_free_locks()
    [ours] = claim_waiting(1)
    assert (ours.ingestion, ours.attempt) == (theirs.ingestion, 2)
    free(ours)


def _wait_for_free_locks() -> None:
    """PostgreSQL notices the end of a session a moment later."""
    with connection.cursor() as cursor:
        for _ in range(1000):
            cursor.execute(f"SELECT count(*) FROM ({claims._HELD}) AS held")
            if cursor.fetchone() == (0,):
                return
            cursor.execute("SELECT pg_sleep(0.01)")
    pytest.fail("the locks of a session that has ended are held")


def test_a_row_that_another_worker_is_about_to_claim_is_not_waited_for(elsewhere: Any) -> None:
    first, second = make.make_waiting(), make.make_waiting()
    with transaction.atomic():
        Ingestion.objects.select_for_update().get(pk=first.pk)
        [theirs] = elsewhere.claim(1)
    assert theirs.ingestion == second.pk


@pytest.mark.parametrize("state", ["rejected", "failed"])
def test_what_does_not_wait_is_not_claimed(state: str) -> None:
    make.make_waiting(state=state, reason="A doublet.", failure="Damaged.", failure_code="damaged")
    assert claim_waiting(1) == []


def test_the_files_of_one_batch_are_claimed_alone() -> None:
    make.make_waiting()
    wanted = make.make_batch_file(ingestion=make.make_waiting())
    [claim] = claim_waiting(5, batch=wanted.batch.pk)
    assert claim.ingestion == wanted.ingestion_id
    assert claims.are_waiting(batch=wanted.batch.pk)
    assert not claims.are_waiting(batch=wanted.batch.pk + 1)
    free(claim)


def test_a_file_that_ended_three_processes_is_given_up_with_a_sentence() -> None:
    hopeless, hopeful = make.make_waiting(attempts=3), make.make_waiting(attempts=2)
    assert give_up() == 1
    hopeless.refresh_from_db()
    hopeful.refresh_from_db()
    assert (hopeless.state, hopeless.failure_code) == ("failed", "ends_the_parser")
    assert hopeless.failure.startswith("The process that parsed it ended 3 times,")
    assert hopeless.parsed_at is not None
    assert hopeful.state == "queued"


def test_a_third_attempt_that_is_under_way_is_not_given_up(elsewhere: Any) -> None:
    make.make_waiting(attempts=2)
    [theirs] = elsewhere.claim()
    assert theirs.attempt == 3
    assert give_up() == 0
    elsewhere.die()
    _wait_for_free_locks()
    assert give_up() == 1


def test_whether_a_worker_runs_can_be_seen(elsewhere: Any) -> None:
    assert not claims.a_worker_runs()
    with claims.at_work():
        assert claims.a_worker_runs()
    assert not claims.a_worker_runs()
