"""A delegate checks a draft: by keyboard, without scripts, axe clean, on paper, and as a file."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests import builders as build
from tests import factories as make
from tests.browser.conftest import OpenPage, looks
from tests.search.agreed.saying import saying

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AGREED = "Encourages States to investigate attacks on human rights defenders without delay;"
DRAFT = build.resolution_text(
    operative=[AGREED, AGREED.replace("attacks on", "threats against"), "Decides to plant trees."]
)


def _check(page: Page) -> None:
    """Axe has no objection, and nothing scrolls sideways."""
    results = Axe().run(page)
    told = f"{page.viewport_size}\n{results.generate_report()}"
    assert results.violations_count == 0, told
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _checked(page: Page) -> None:
    """Paste the draft, and send it by keyboard."""
    page.get_by_label("Paste the draft").fill(DRAFT)
    page.get_by_role("button", name="Check the draft").focus()
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")


def test_a_draft_is_checked_by_keyboard_without_scripts_printed_and_taken_away(
    open_page: OpenPage,
) -> None:
    saying(make.adopted("A/RES/56/163", 2001), AGREED)
    page = open_page("/draft/", width=390)
    page.get_by_role("button", name="Check the draft").click()
    assert page.get_by_role("alert").inner_text() == "Paste a draft, or choose a file."
    _checked(page)
    assert page.locator(".checked > p b").all_inner_texts() == ["New", "Verbatim", "Close", "New"]
    assert "attacks on" in page.locator("#op2 del").inner_text()
    summary = page.locator(".draft-summary").inner_text()
    assert not page.locator(".draft-steps").is_visible()
    for _look in looks(page):
        _check(page)
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="Take it away as Word").is_visible()
    assert page.locator("#op2 ins").is_visible()
    page.emulate_media(media="screen")
    with page.expect_download() as download:
        page.get_by_role("button", name="Take it away as Word").click()
    assert download.value.suggested_filename == "draft-checked.docx"
    plain = open_page("/draft/", java_script_enabled=False)
    _checked(plain)
    assert plain.locator(".draft-summary").inner_text() == summary
