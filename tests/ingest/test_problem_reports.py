"""Reports are taken down, a few from each address, and answered one after another."""

import threading
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from archive.ingest.problem_reports import (
    MOST_IN_AN_HOUR,
    Report,
    StaleAnswerError,
    TooManyReportsError,
    answer,
    take_down,
)
from archive.models import ProblemReport
from tests import factories as make

REPORT = Report(address="/A/RES/66/164/", words="A word is missing.")


def _another(number: int) -> Report:
    return replace(REPORT, words=f"A word is missing in paragraph {number}.")


@pytest.mark.django_db
def test_no_address_is_kept_only_a_digest_and_that_for_an_hour() -> None:
    kept = take_down(REPORT, sender="192.0.2.7")
    assert "192.0.2.7" not in str(ProblemReport.objects.values().get())
    assert len(kept.sent_from) == 64
    ProblemReport.objects.update(reported_at=timezone.now() - timedelta(minutes=61))
    take_down(REPORT, sender="192.0.2.8")
    kept.refresh_from_db()
    assert kept.sent_from == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("", "", True),
        ("unix:", "192.0.2.7", False),
    ],
)
def test_a_household_is_one_sender(*, one: str, other: str, is_same: bool) -> None:
    first, second = (take_down(REPORT, sender=sender) for sender in (one, other))
    assert (first.sent_from == second.sent_from) == is_same


@pytest.mark.django_db
def test_the_wait_is_until_the_first_of_the_last_few_is_an_hour_old() -> None:
    for number in range(MOST_IN_AN_HOUR):
        take_down(_another(number), sender="192.0.2.7")
    first = ProblemReport.objects.order_by("pk")[0]
    ProblemReport.objects.filter(pk=first.pk).update(
        reported_at=timezone.now() - timedelta(minutes=20)
    )
    with pytest.raises(TooManyReportsError, match="in 40 minutes"):
        take_down(REPORT, sender="192.0.2.7")
    assert ProblemReport.objects.count() == MOST_IN_AN_HOUR


@pytest.mark.django_db(transaction=True)
def test_sent_at_once_no_more_are_taken_down() -> None:
    refused: list[TooManyReportsError] = []

    def send(number: int) -> None:
        try:
            take_down(_another(number), sender="192.0.2.7")
        except TooManyReportsError as error:
            refused.append(error)
        finally:
            connection.close()

    numbers = range(MOST_IN_AN_HOUR + 3)
    threads = [threading.Thread(target=send, args=[number]) for number in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ProblemReport.objects.count() == MOST_IN_AN_HOUR
    assert len(refused) == 3


@pytest.mark.django_db
def test_an_answer_to_what_was_answered_meanwhile_is_refused() -> None:
    report = make.make_report()
    by = make.make_staff("editor", name="mira")
    answer(report.pk, state="looked_into", words="", by=by, revision=0)
    with pytest.raises(StaleAnswerError, match="mira has answered it meanwhile") as refused:
        answer(report.pk, state="kept", words="So be it.", by=by, revision=0)
    assert refused.value.present.state == "looked_into"
    report.refresh_from_db()
    assert (report.state, report.revision) == ("looked_into", 1)


@pytest.mark.django_db
def test_the_same_report_from_the_same_sender_is_kept_once_for_a_short_while() -> None:
    first = take_down(REPORT, sender="192.0.2.7")
    assert take_down(REPORT, sender="192.0.2.7") == first
    assert take_down(REPORT, sender="192.0.2.8") != first
    others: list[dict[str, Any]] = [{"words": "Another."}, {"anchor": "op6"}, {"reply_to": "a@b.c"}]
    for changed in others:
        assert take_down(replace(REPORT, **changed), sender="192.0.2.7") != first
    ProblemReport.objects.update(reported_at=timezone.now() - timedelta(minutes=11))
    assert take_down(REPORT, sender="192.0.2.7") != first


@pytest.mark.django_db
def test_a_report_that_is_sent_again_is_not_counted() -> None:
    for number in range(MOST_IN_AN_HOUR):
        last = take_down(_another(number), sender="192.0.2.7")
    assert take_down(_another(MOST_IN_AN_HOUR - 1), sender="192.0.2.7") == last


@pytest.mark.django_db(transaction=True)
def test_a_double_click_is_one_report() -> None:
    found: list[ProblemReport] = []

    def send() -> None:
        try:
            found.append(take_down(REPORT, sender="192.0.2.7"))
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert ProblemReport.objects.count() == 1
