"""Editors answer the reports of readers; of two who answer at once, the second is told."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import ProblemReport
from tests import factories as make
from tests.web.markup import markup

pytestmark = pytest.mark.django_db


def _browser(role: str, name: str = "") -> Client:
    browser = Client()
    browser.force_login(make.make_staff(role, name=name))
    return browser


def _page(report: ProblemReport) -> str:
    return reverse("admin:archive_problemreport_change", args=[report.pk])


def _answer(**fields: Any) -> dict[str, Any]:
    return {"state": "mended", "answer": "It is put right.", "revision": 0} | fields


def test_an_editor_answers_and_the_reporter_reads_it() -> None:
    report = make.make_report()
    response = _browser("editor", "mira").post(_page(report), _answer())
    assert response.status_code == 302
    report.refresh_from_db()
    assert (report.state, report.answer, report.revision) == ("mended", "It is put right.", 1)
    assert report.handled_by is not None
    assert report.handled_by.username == "mira"
    assert "It is put right." in Client().get(report.get_absolute_url()).content.decode()


def test_a_reader_of_the_staff_sees_the_report_and_cannot_answer() -> None:
    report = make.make_report(words="A word <b>is</b> missing.", reply_to="reader@example.org")
    browser = _browser("reader")
    page = markup(browser.get(_page(report)).content)
    assert "A word <b>is</b> missing." in page.words
    assert page.every("textarea") == []
    assert browser.post(_page(report), _answer()).status_code == 403
    report.refresh_from_db()
    assert report.state == "new"


def test_the_page_leads_to_the_place_and_to_what_the_reporter_sees() -> None:
    resolution = make.make_resolution("A/RES/66/164")
    report = make.make_report(resolution=resolution, anchor="op5")
    page = markup(_browser("editor").get(_page(report)).content)
    place = page.one("main").every("a", href="/A/RES/66/164/#op5")
    assert place[-1].words == "A/RES/66/164, op. 5"
    assert page.every("a", href=report.get_absolute_url())


def test_of_two_who_answer_at_once_the_second_sees_both_answers_and_nothing_is_lost() -> None:
    report = make.make_report()
    _browser("editor", "first").post(_page(report), _answer(answer="First <words>."))
    browser = _browser("editor", "second")
    refused = browser.post(_page(report), _answer(state="kept", answer="Second words."))
    assert refused.status_code == 200
    page = markup(refused.content)
    assert "first has answered it meanwhile: “Put right”, “First <words>.”" in page.tidy_words
    assert page.one("textarea").words.strip() == "Second words."
    report.refresh_from_db()
    assert report.answer == "First <words>."
    revision = page.one("input", name="revision").attributes["value"]
    again = browser.post(
        _page(report), _answer(state="kept", answer="Second words.", revision=revision)
    )
    assert again.status_code == 302
    report.refresh_from_db()
    assert (report.state, report.answer, report.revision) == ("kept", "Second words.", 2)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"answer": " "}, "Say to the reporter what was done, or why nothing was."),
        ({"state": "kept", "answer": ""}, "Say to the reporter what was done"),
        ({"state": "lost"}, "That is none of the choices. Choose one from the list."),
        ({"revision": "x"}, "The page was not sent whole, so nothing was written."),
        ({"answer": "w" * 4_001}, "What you wrote has 4,001 signs, and there is room for 4,000."),
    ],
)
def test_what_cannot_be_saved_is_said(fields: dict[str, Any], said: str) -> None:
    report = make.make_report()
    response = _browser("editor").post(_page(report), _answer(**fields))
    assert response.status_code == 200
    errors = markup(response.content).every("ul", class_="errorlist")
    assert said in " ".join(one.tidy_words for one in errors)
    assert len(errors) == 1
    report.refresh_from_db()
    assert report.revision == 0


def test_being_looked_into_needs_no_answer_yet() -> None:
    report = make.make_report()
    answer = _answer(state="looked_into", answer="")
    assert _browser("editor").post(_page(report), answer).status_code == 302
    report.refresh_from_db()
    assert report.state == "looked_into"


def test_nobody_adds_or_deletes_a_report_by_hand() -> None:
    report = make.make_report()
    browser = _browser("publisher")
    assert browser.get(reverse("admin:archive_problemreport_add")).status_code == 403
    delete = reverse("admin:archive_problemreport_delete", args=[report.pk])
    assert browser.post(delete, {"post": "yes"}).status_code == 403
    assert ProblemReport.objects.count() == 1
