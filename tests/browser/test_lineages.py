"""The founding texts, followed: one paragraph from resolution to resolution, with what changed."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
DRAFT = "A/C.3/70/L.46"


@pytest.fixture
def rows(transactional_db: None) -> None:
    """The table of facts and the five files, as an archive begins with them."""
    call_command("load_facts", FIXTURES / "resolutions.csv")
    call_command("ingest", FIXTURES, jobs=1)


def _use(page: Page, symbol: str) -> Locator:
    """The place in a history where a text is told of."""
    symbols = page.locator(".symbol", has_text=symbol)
    return page.locator(".use", has=symbols)


def _expect_use(page: Page, symbol: str, *, place: str, did: str) -> Locator:
    use = _use(page, symbol)
    expect(use).to_have_count(1)
    expect(use.get_by_role("link", name=place, exact=True)).to_be_visible()
    expect(use.locator("b").first).to_have_text(did)
    return use


def _expect_redline(use: Locator, *, gone: str, come: str) -> None:
    """Words taken out and put in, each told by a line, and by words for those who hear."""
    deleted = use.locator("del", has_text=gone)
    inserted = use.locator("ins", has_text=come)
    expect(deleted).to_have_css("text-decoration-line", "line-through")
    expect(inserted).to_have_css("text-decoration-line", "underline")
    expect(deleted).to_contain_text("taken out")
    expect(inserted).to_contain_text("put in")


def test_the_history_of_paragraphs_is_read_with_its_redlines(open_page: OpenPage) -> None:
    """That of registration, on to a sub-paragraph of a draft; that of impunity, back to 2001."""
    page = open_page("/A/RES/66/164/op5/", java_script_enabled=False)
    _expect_registration(page)
    page.locator("#history + p a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A/RES/62/152")
    _expect_registration(page)
    _use(page, DRAFT).get_by_role("link", name="op. 10 (d)").click()
    expect(page).to_have_url(f"{_site(page)}/{DRAFT}/op10-d/")
    _expect_registration(page)
    page.goto(f"{_site(page)}/A/RES/58/178/op7/")
    _expect_impunity(page)


def _site(page: Page) -> str:
    return "/".join(page.url.split("/")[:3])


def _expect_registration(page: Page) -> None:
    first = _expect_use(page, "A/RES/62/152", place="op. 5", did="first of the texts held")
    expect(first.locator("del, ins")).to_have_count(0)
    second = _expect_use(page, "A/RES/66/164", place="op. 5", did="reworded")
    _expect_redline(
        second,
        gone="is required, to facilitate registration",
        come="allow for the possibility to appeal",
    )
    draft = _expect_use(page, DRAFT, place="op. 10 (d)", did="reworded, moved")
    _expect_redline(draft, gone="freedom of expression", come="Where legislation and")
    expect(draft).to_contain_text("draft")


def _expect_impunity(page: Page) -> None:
    first = _expect_use(page, "A/RES/56/163", place="op. 3", did="first of the texts held")
    expect(first).to_contain_text("Emphasizes the importance of combating impunity")
    same = _expect_use(page, "A/RES/58/178", place="op. 7", did="kept")
    expect(same).to_contain_text("Emphasizes the importance of combating impunity")
    expect(same.locator("del, ins")).to_have_count(0)
    later = _expect_use(page, "A/RES/62/152", place="op. 7", did="reworded")
    _expect_redline(later, gone="Emphasizes the importance", come="gender-based violence")
