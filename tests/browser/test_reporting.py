"""A reader reports a problem, and staff answer it: by keyboard, without scripts, axe clean."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import override_settings
from django.urls import reverse
from playwright.sync_api import Page

from archive.models import ProblemReport
from tests import factories as make
from tests.browser.conftest import OpenPage, looks

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WORDS = "The word “States” is missing in this paragraph."
LONGER_THAN_A_PROGRAM_WAITS = 3_500


def _check(page: Page) -> None:
    """Axe has no objection, and nothing scrolls sideways."""
    results = Axe().run(page)
    told = f"{page.viewport_size}\n{results.generate_report()}"
    assert results.violations_count == 0, told
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _log_in(page: Page, role: str, *, name: str) -> None:
    make.make_staff(role, name=name)
    _type(page, name=name, password="a long passphrase of 9")


def _type(page: Page, *, name: str, password: str) -> None:
    """Type name and password, send them, and wait for the page that comes of it."""
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(password)
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")


@pytest.mark.parametrize("width", [390, 1440])
def test_a_problem_with_a_paragraph_is_reported_by_keyboard_and_without_scripts(
    open_page: OpenPage, width: int
) -> None:
    page = open_page("/A/RES/66/164/#op5", width=width, java_script_enabled=False)
    link = page.locator("#op5").get_by_role("link", name="report a problem with op. 5")
    link.focus()
    page.keyboard.press("Enter")
    page.get_by_label("What is wrong").fill(WORDS)
    page.wait_for_timeout(LONGER_THAN_A_PROGRAM_WAITS)
    page.keyboard.press("Tab")
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    assert page.get_by_role("heading", level=1).inner_text() == "Your report: Received"
    report = ProblemReport.objects.get()
    assert (report.words, report.anchor) == (WORDS, "op5")
    assert page.url.endswith(report.get_absolute_url())


def test_the_way_to_report_a_paragraph_is_in_nobodys_way(open_page: OpenPage) -> None:
    page = open_page("/A/RES/66/164/")
    assert page.locator(".report-here:visible").count() == 0
    page.locator("#op5 > .place").click()
    assert page.locator(".report-here:visible").count() == 1
    _check(page)


def test_axe_has_no_objection_to_the_form_nor_to_the_private_page(open_page: OpenPage) -> None:
    report = make.make_report()
    page = open_page("/report/?page=/A/RES/66/164/&at=op5")
    form = page.url
    for _ in looks(page):
        page.goto(form)
        _check(page)
        page.get_by_role("button", name="Send the report").click()
        assert page.get_by_role("alert").inner_text() == "Say what is wrong."
        _check(page)
        page.goto(form.partition("/report/")[0] + report.get_absolute_url())
        _check(page)


@pytest.mark.parametrize("width", [390, 1440])
def test_staff_go_from_the_queue_to_the_answer(open_page: OpenPage, width: int) -> None:
    report = make.make_report(words=WORDS)
    page = open_page(reverse("admin:index"), width=width)
    _log_in(page, "editor", name="mira")
    _check(page)
    page.get_by_role("region", name="Reported problems").get_by_role("link").first.click()
    page.get_by_label("State").select_option("Put right")
    page.get_by_label("Answer:").fill("It is put right.")
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Save", exact=True).click()
    report.refresh_from_db()
    assert (report.state, report.answer) == ("mended", "It is put right.")
    _check(page)


@pytest.fixture
def required() -> Iterator[None]:
    """A second factor is required."""
    with override_settings(ADMIN_SECOND_FACTOR_REQUIRED=True):
        yield


def test_axe_has_no_objection_to_the_second_factor(required: None, open_page: OpenPage) -> None:
    page = open_page(reverse("admin:index"), width=390)
    _log_in(page, "editor", name="mira")
    assert page.evaluate("document.querySelector('.qr').naturalWidth") > 0
    _check(page)


def test_axe_has_no_objection_to_the_page_that_says_how_long_to_wait(open_page: OpenPage) -> None:
    page = open_page(reverse("admin:login"))
    for _ in range(5):
        _type(page, name="mira", password="sesame")
    assert page.get_by_role("heading", level=1).inner_text() == "Wait 15 minutes"
    _check(page)
