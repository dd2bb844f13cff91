"""Suggestions while somebody types, by keyboard, mouse and finger; and the key of the box."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Request, Route, expect

from tests.browser.conftest import OpenPage, looks

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HELD = "/A/RES/66/164/"
LEAST_TARGET_IN_PIXELS = 44
LONGER_THAN_THE_PAUSE_IN_MILLISECONDS = 400


def _box(page: Page) -> Locator:
    return page.get_by_role("banner").locator("input[type=search]")


def _list(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Suggestions")


def _options(page: Page) -> Locator:
    return _list(page).get_by_role("option")


def _type(page: Page, words: str) -> None:
    _box(page).press_sequentially(words)


def _requests(page: Page) -> list[str]:
    """The addresses of suggestions, as the page asks for them."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if "suggest.json" in request.url:
            asked.append(request.url)

    page.on("request", note)
    return asked


def test_what_is_typed_opens_a_list_and_its_length_is_announced(open_page: OpenPage) -> None:
    page = open_page("/")
    box = _box(page)
    expect(box).to_have_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "false")
    _type(page, "53/1")
    expect(_options(page)).to_have_count(1)
    expect(_options(page)).to_contain_text("A/RES/53/144")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("banner").get_by_role("status")).to_contain_text("box: 1.")
    expect(box).to_be_focused()


def test_arrows_go_round_and_enter_takes_the_one_chosen(open_page: OpenPage) -> None:
    page = open_page("/")
    _type(page, "66/164")
    expect(_options(page)).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(_options(page)).to_have_attribute("aria-selected", "true")
    expect(_box(page)).to_have_attribute(
        "aria-activedescendant", str(_options(page).get_attribute("id"))
    )
    page.keyboard.press("ArrowDown")
    expect(_options(page)).to_have_attribute("aria-selected", "false")
    expect(_box(page)).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowUp")
    expect(_options(page)).to_have_attribute("aria-selected", "true")
    expect(_box(page)).to_have_value("66/164")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{HELD}")


def test_an_opening_leads_to_the_paragraphs_that_open_so(open_page: OpenPage) -> None:
    page = open_page("/")
    _type(page, "calls up")
    page.get_by_role("option", name="call upon").click()
    page.wait_for_url("**/search/?opening=call+upon")


def test_enter_without_a_choice_searches_for_what_is_typed(open_page: OpenPage) -> None:
    page = open_page("/")
    _type(page, "promotion")
    expect(_options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=promotion")


def test_escape_closes_the_list_and_keeps_what_is_typed(open_page: OpenPage) -> None:
    page = open_page("/")
    _type(page, "promotion")
    expect(_list(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(_list(page)).to_be_hidden()
    expect(_box(page)).to_have_value("promotion")
    expect(_box(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(_list(page)).to_be_visible()


def test_leaving_the_box_closes_the_list(open_page: OpenPage) -> None:
    page = open_page("/")
    _type(page, "promotion")
    expect(_list(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(_list(page)).to_be_hidden()
    expect(page.get_by_role("banner").get_by_role("button", name="Search")).to_be_focused()


def test_emptying_the_box_closes_the_list(open_page: OpenPage) -> None:
    page = open_page("/")
    _type(page, "promotion")
    expect(_list(page)).to_be_visible()
    _box(page).fill("")
    expect(_list(page)).to_be_hidden()


def test_a_click_takes_a_suggestion(open_page: OpenPage) -> None:
    page = open_page("/")
    _type(page, "66/16")
    _options(page).click()
    page.wait_for_url(f"**{HELD}")


def test_a_finger_takes_a_suggestion_that_is_large_enough(open_page: OpenPage) -> None:
    page = open_page("/", width=390, has_touch=True, is_mobile=True)
    _type(page, "promotion")
    for option in _options(page).all():
        box = option.bounding_box()
        assert box is not None
        assert box["height"] >= LEAST_TARGET_IN_PIXELS
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    _options(page).first.tap()
    page.wait_for_url(re.compile(r"/A/.+/$"))


def test_whoever_types_fast_asks_once(open_page: OpenPage) -> None:
    page = open_page("/")
    asked = _requests(page)
    _type(page, "promotion")
    expect(_list(page)).to_be_visible()
    assert [address.partition("q=")[2] for address in asked] == ["promotion"]


def test_an_answer_to_what_was_typed_before_is_never_shown(open_page: OpenPage) -> None:
    page = open_page("/")
    held_back: list[Route] = []

    def hold_back(route: Route) -> None:
        held_back.append(route)

    page.route("**/suggest.json?q=66*", hold_back)
    with page.expect_request("**/suggest.json?q=66*"):
        _type(page, "66")
    _box(page).fill("53/1")
    expect(_options(page)).to_contain_text("A/RES/53/144")
    for route in held_back:
        route.fulfill(json=["66", ["stale"], [""], ["/"]])
    page.wait_for_timeout(LONGER_THAN_THE_PAUSE_IN_MILLISECONDS)
    expect(_options(page)).to_contain_text("A/RES/53/144")


@pytest.mark.parametrize("answer", [{"json": ["q", [], [], []]}, {"body": "<html>"}])
def test_without_suggestions_the_box_searches_all_the_same(
    open_page: OpenPage, answer: dict[str, Any]
) -> None:
    page = open_page("/")
    page.route("**/suggest.json*", lambda route: route.fulfill(**answer))
    with page.expect_response("**/suggest.json*"):
        _type(page, "delay")
    page.wait_for_timeout(LONGER_THAN_THE_PAUSE_IN_MILLISECONDS)
    expect(_list(page)).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=delay")


def test_without_javascript_the_box_is_a_plain_one(open_page: OpenPage) -> None:
    page = open_page("/", java_script_enabled=False)
    expect(_box(page)).to_have_role("searchbox")
    _type(page, "delay")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=delay")


def test_axe_has_no_objection_to_the_open_list(open_page: OpenPage) -> None:
    page = open_page("/")
    for look in looks(page):
        page.goto(page.url)
        _type(page, "promotion")
        expect(_list(page)).to_be_visible()
        page.keyboard.press("ArrowDown")
        results = Axe().run(page)
        assert results.violations_count == 0, f"{look}: {results.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), look


def test_the_slash_leads_to_the_box_and_what_stands_there_is_typed_over(
    open_page: OpenPage,
) -> None:
    page = open_page("/search/?q=delay")
    page.keyboard.press("/")
    expect(_box(page)).to_be_focused()
    page.keyboard.type("66/164")
    expect(_box(page)).to_have_value("66/164")


@pytest.mark.parametrize("keys", ["Control+/", "Alt+/", "Meta+/"])
def test_the_slash_with_another_key_is_not_for_the_box(open_page: OpenPage, keys: str) -> None:
    page = open_page(HELD)
    page.keyboard.press(keys)
    expect(_box(page)).not_to_be_focused()


def test_a_slash_typed_in_another_field_stays_there(open_page: OpenPage) -> None:
    page = open_page("/search/?q=delay")
    page.get_by_text("Narrow the search").click()
    other = page.get_by_role("search", name="Search with every filter").get_by_label("Session")
    other.fill("66")
    other.press("/")
    expect(other).to_be_focused()
    expect(other).to_have_value("66/")
