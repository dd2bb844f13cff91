"""A search narrowed, widened, gone back to and sent to a colleague, in a real browser."""

from datetime import date
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from archive.models import Paragraph
from tests import factories as make
from tests.browser.conftest import OpenPage, looks

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.usefixtures("library")]

MOST_STEPS = 200
LEAST_TARGET_IN_PIXELS = 44
NARROWED = {
    "results": "/search/?q=impunity&organ=GA&opening=condemn",
    "paragraphs": "/search/?q=impunity&view=paragraphs",
    "second page": "/search/?q=impunity&page=2",
    "nothing found": "/search/?q=impunty&organ=GA",
    "refused": "/search/?q=impunity&organ=XX&from=soon",
    "empty": "/search/",
}


@pytest.fixture
def library(rows: None) -> None:
    """Thirty texts of two organs and two decades that say the same in two ways."""
    with make.catalogued_once():
        _make_library()


def _make_library() -> None:
    for number in range(1, 31):
        of_council = number % 3 == 0
        symbol = f"A/HRC/RES/21/{number}" if of_council else f"A/RES/67/{number}"
        day = date(2008 + number % 5, 12, 1)
        title = f"Question {number} of the safety of journalists"
        text = make.make_text(make.make_resolution(symbol, adopted_on=day, title=title))
        verb = ("Condemns", "condemn") if number % 2 else ("Urges", "urge")
        preamble = "Recalling that journalists are attacked with impunity,"
        make.make_paragraph(
            text, preamble, kind=Paragraph.Kind.PREAMBULAR, opening="Recalling", form="recall"
        )
        words = f"{verb[0]} all attacks on journalists, and impunity for them;"
        make.make_paragraph(text, words, opening=verb[0], form=verb[1])


def _facets(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Narrow by what was found")


def _facet(page: Page, heading: str) -> Locator:
    """The part of the facets under a heading."""
    named = page.get_by_role("heading", name=heading, exact=True)
    return _facets(page).locator("section").filter(has=named)


def _chips(page: Page) -> list[str]:
    listed = page.get_by_role("list", name="What narrows the search").get_by_role("listitem")
    return [words.partition(" ×")[0] for words in listed.all_inner_texts() if "clear" not in words]


def _title(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def _tab_to(page: Page, target: Locator) -> None:
    """Go on by the key Tab until the target has the focus."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            outline = target.evaluate("element => getComputedStyle(element).outlineStyle")
            assert outline != "none"
            return
    pytest.fail(f"{MOST_STEPS} steps do not lead to {target}.")


def _take(page: Page, target: Locator) -> None:
    """Go to a link by keyboard, and follow it."""
    _tab_to(page, target)
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)


def _narrow(page: Page, heading: str, value: str) -> None:
    _take(page, _facet(page, heading).get_by_role("link", name=value).first)


def test_by_keyboard_a_search_is_narrowed_widened_gone_back_to_and_the_same_for_a_colleague(
    open_page: OpenPage,
) -> None:
    page = open_page("/")
    page.keyboard.press("/")
    page.keyboard.type("impunity")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=impunity")
    assert _title(page).startswith("30 resolutions")

    _narrow(page, "Organ", "General Assembly")
    _narrow(page, "Opening", "condemn")
    _narrow(page, "Decade", "2010s")
    assert len(_chips(page)) == 3
    narrowed, title, words = page.url, _title(page), page.locator("main").inner_text()
    assert title.startswith("6 resolutions")

    remove = page.get_by_role("list", name="What narrows the search").get_by_role("link")
    _take(page, remove.filter(has_text="General Assembly"))
    assert len(_chips(page)) == 2
    assert _title(page).startswith("9 resolutions")

    page.go_back()
    assert (page.url, _title(page)) == (narrowed, title)
    assert page.locator("main").inner_text() == words

    colleague = open_page(f"/search/?{urlsplit(narrowed).query}")
    assert colleague.context is not page.context
    assert colleague.url == narrowed
    assert colleague.locator("main").inner_text() == words


def test_by_keyboard_a_paragraph_that_was_found_is_reached(open_page: OpenPage) -> None:
    page = open_page("/search/?q=impunity&view=paragraphs")
    place = page.get_by_role("region", name="Results").get_by_role("link").first
    address = str(place.get_attribute("href"))
    _take(page, place)
    expect(page.locator(f"[id='{address.partition('#')[2]}']")).to_be_in_viewport()


def test_by_keyboard_the_pages_of_a_list_are_turned(open_page: OpenPage) -> None:
    page = open_page("/search/?q=impunity")
    first = page.get_by_role("region", name="Results").get_by_role("heading").all_inner_texts()
    pages = page.get_by_role("navigation", name="Pages of results")
    _take(page, pages.get_by_role("link", name="Page 2"))
    second = page.get_by_role("region", name="Results").get_by_role("heading").all_inner_texts()
    assert len(first) == 20
    assert len(second) == 10
    assert not set(first) & set(second)


def test_without_javascript_the_form_the_facets_and_the_pages_work(open_page: OpenPage) -> None:
    page = open_page("/search/?q=impunity", java_script_enabled=False)
    _facet(page, "Opening").get_by_role("link", name="urge").click()
    page.wait_for_url("**&opening=urge")
    page.go_back()
    page.get_by_role("navigation", name="Pages of results").get_by_role("link", name="2").click()
    page.wait_for_url("**/search/?q=impunity&page=2")
    page.locator("summary", has_text="Narrow the search").click()
    form = page.get_by_role("search", name="Search with every filter")
    form.get_by_label("Organ").select_option("HRC")
    form.get_by_label("From").fill("2010")
    form.get_by_role("button", name="Search").click()
    page.wait_for_url("**/search/?q=impunity&organ=HRC&from=2010")
    assert _title(page).startswith("6 resolutions")


def test_axe_has_no_objection_to_any_page_of_a_search(open_page: OpenPage) -> None:
    page = open_page("/search/")
    site = page.url.removesuffix("/search/")
    for look in looks(page):
        for kind, address in NARROWED.items():
            page.goto(f"{site}{address}")
            results = Axe().run(page)
            assert results.violations_count == 0, f"{kind}, {look}: {results.generate_report()}"


def test_nothing_of_a_search_scrolls_sideways(open_page: OpenPage) -> None:
    page = open_page("/search/")
    site = page.url.removesuffix("/search/")
    for kind, address in NARROWED.items():
        page.goto(f"{site}{address}")
        for width in (320, 390, 700, 768, 1024, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{kind} at {width}"


def test_on_a_phone_what_is_touched_is_large_enough(open_page: OpenPage) -> None:
    page = open_page(NARROWED["results"], width=390)
    _facets(page).locator("summary").first.click()
    for part in (_facets(page), page.get_by_role("list", name="What narrows the search")):
        targets = part.get_by_role("link").all()
        assert targets
        for target in targets:
            box = target.bounding_box()
            assert box is not None, target.inner_text()
            assert box["height"] >= LEAST_TARGET_IN_PIXELS, target.inner_text()
