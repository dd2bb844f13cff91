"""A file is read again without anything changing for readers, and corrections go along."""

import pytest
from django.contrib.auth.models import User
from django.db import connection

from archive.corrections.values import Action
from archive.ingest.intake.claims import are_waiting
from archive.ingest.publishing.publication import reject
from archive.ingest.reparsing.rereading import RereadingError, read_again
from archive.models import Correction, Ingestion, Text
from tests import builders as build
from tests import factories as make
from tests.ingest.publishing.ways import parsed, published, set_right
from tests.ingest.reparsing.parsers import NEXT_VERSION, parsed_again, plant

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher() -> User:
    return make.make_staff("publisher")


@pytest.fixture
def held() -> Ingestion:
    ingestion = parsed()
    published(ingestion)
    ingestion.refresh_from_db()
    return ingestion


def _correct(
    ingestion: Ingestion, after: str = "Calls upon all States to act at once;"
) -> Correction:
    return set_right(
        ingestion,
        Action.SET_WORDING,
        "op1",
        before="Calls upon all States to act;",
        after=after,
        evidence="the PDF",
    )


def test_a_published_file_waits_in_an_ingestion_that_follows_the_published_one(
    held: Ingestion, publisher: User
) -> None:
    made = read_again(held.pk, by=publisher)
    assert (made.state, made.follows_id, made.requested_by) == ("queued", held.pk, publisher)
    assert made.source_file_id == held.source_file_id
    held.refresh_from_db()
    assert held.state == Ingestion.State.PUBLISHED
    assert are_waiting()


def test_workers_are_told(held: Ingestion, publisher: User) -> None:
    with connection.execute_wrapper(_Heard()) as _, pytest.raises(_NotifiedError):
        read_again(held.pk, by=publisher)


class _NotifiedError(Exception):
    """A notice was sent."""


class _Heard:
    def __call__(self, execute, sql, params, many, context):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN204
        if "pg_notify" in sql:
            raise _NotifiedError
        return execute(sql, params, many, context)


def test_corrections_go_along_with_author_day_and_evidence(
    held: Ingestion, publisher: User
) -> None:
    original = _correct(held)
    undone = _correct(held, "Calls upon nobody;")
    undone.undone_at, undone.undone_by = undone.made_at, publisher
    undone.undone_in_revision = undone.made_in_revision + 1
    undone.save()
    made = read_again(held.pk, by=publisher)
    copy = made.corrections.get()
    same = ("author_id", "made_at", "evidence", "action", "where", "before", "after")
    assert [getattr(copy, name) for name in same] == [getattr(original, name) for name in same]
    assert copy.made_in_revision == 0


def test_a_file_that_was_read_again_is_not_read_a_third_time(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    made = parsed_again(held, by=publisher)
    with pytest.raises(RereadingError, match="was read again already") as caught:
        read_again(held.pk, by=publisher)
    assert caught.value.already == made
    with pytest.raises(RereadingError, match="was read again already"):
        read_again(held.pk, by=publisher)


def test_a_reading_that_the_parser_has_outrun_waits_once_more(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = parsed_again(held, by=publisher)
    plant(monkeypatch)
    again = read_again(held.pk, by=publisher)
    assert (again.pk, again.state) == (made.pk, "queued")


def test_what_waits_is_not_asked_for_twice(publisher: User) -> None:
    with pytest.raises(RereadingError, match="waits to be parsed already"):
        read_again(make.make_waiting().pk, by=publisher)


def test_what_nobody_has_published_waits_once_more_with_its_corrections(publisher: User) -> None:
    ingestion = parsed()
    _correct(ingestion)
    made = read_again(ingestion.pk, by=publisher)
    assert (made.pk, made.state, made.attempts) == (ingestion.pk, "queued", 0)
    assert made.corrections.standing().count() == 1


def test_what_could_not_be_read_is_tried_once_more(publisher: User) -> None:
    failed = make.make_waiting(
        state="failed", failure_code="damaged", failure="It is damaged.", attempts=3
    )
    made = read_again(failed.pk, by=publisher)
    assert (made.pk, made.state, made.failure, made.attempts) == (failed.pk, "queued", "", 0)


def test_what_was_turned_down_stays_so_and_is_read_beside_it(
    held: Ingestion, publisher: User
) -> None:
    made = parsed_again(held, by=publisher)
    reject(made.pk, by=publisher, revision=made.revision, reason="It lost a paragraph.")
    again = read_again(made.pk, by=publisher)
    assert again.pk != made.pk
    assert again.follows_id == held.pk
    made.refresh_from_db()
    assert made.state == Ingestion.State.REJECTED


def test_the_file_before_can_come_back_in_the_place_of_the_one_that_replaced_it(
    held: Ingestion, publisher: User
) -> None:
    better = parsed(build.resolution_text(operative=["Decides to act."]), follows=held)
    published(better, reason="The corrigendum.")
    again = read_again(held.pk, by=publisher)
    assert (again.source_file_id, again.follows_id) == (held.source_file_id, better.pk)


def test_a_file_that_a_command_replaced_without_a_trace_is_refused(
    held: Ingestion, publisher: User
) -> None:
    Ingestion.objects.filter(pk=held.pk).update(text=None, reason="Replaced.")
    with pytest.raises(RereadingError, match="ingest --replace"):
        read_again(held.pk, by=publisher)


def test_a_text_leaves_the_queue_when_its_reading_is_turned_down_and_not_before(
    held: Ingestion, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    assert Text.objects.behind_the_parser().count() == 1
    made = parsed_again(held, by=publisher)
    assert Text.objects.behind_the_parser().count() == 1
    reject(made.pk, by=publisher, revision=made.revision, reason="It reads worse.")
    assert made.parser_version == NEXT_VERSION
    assert Text.objects.behind_the_parser().count() == 0
    Ingestion.objects.filter(pk=made.pk).update(parser_version="98")
    assert Text.objects.behind_the_parser().count() == 1
