"""What is marked for it is copied by a button and by a key; the keys can be turned off."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FOUND = "/search/?q=States&view=paragraphs"
MARKED = "[data-copy]"
MAY_COPY = ["clipboard-read", "clipboard-write"]


def _copied(page: Page, media_type: str = "text/plain") -> str:
    copied: str = page.evaluate(
        "async type => { const [item] = await navigator.clipboard.read();"
        " return (await item.getType(type)).text() }",
        media_type,
    )
    return copied


def _tidy(words: str | None) -> str:
    return " ".join((words or "").split())


def test_a_button_copies_what_stands_before_it_with_its_italics(open_page: OpenPage) -> None:
    page = open_page("/A/RES/66/164/", permissions=MAY_COPY)
    marked, buttons = page.locator(f".cite-this {MARKED}"), page.locator(".cite-this .copy")
    expect(buttons).to_have_count(marked.count())
    listed = next(i for i, one in enumerate(marked.all()) if one.locator("i").count())
    button = buttons.nth(listed)
    button.click()
    expect(button).to_have_text("Copied")
    expect(button).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    assert _copied(page) == _tidy(marked.nth(listed).text_content())
    assert _tidy(_copied(page, "text/html")) == _tidy(marked.nth(listed).inner_html())
    page.keyboard.press("Tab")
    expect(button).to_have_text("Copy")


def test_one_key_copies_the_first_reference_but_not_while_somebody_types(
    open_page: OpenPage,
) -> None:
    page = open_page(FOUND, permissions=MAY_COPY)
    page.evaluate("navigator.clipboard.writeText('nothing')")
    page.locator("#q").press("c")
    expect(page.locator("#q")).to_have_value(re.compile("c"))
    assert _copied(page) == "nothing"
    page.locator(".name").press("c")
    expect(page.get_by_role("button", name="Copied", exact=True)).to_be_focused()
    assert _copied(page) == _tidy(page.locator(MARKED).first.text_content())


def test_the_key_copies_the_reference_to_the_paragraph_that_was_gone_to_or_else_to_the_whole(
    open_page: OpenPage,
) -> None:
    page = open_page("/A/RES/66/164/#op10", permissions=MAY_COPY)
    whole = "General Assembly resolution 66/164 of 19 December 2011"
    for place, reference in (
        ("#op10 .place", f"{whole}, para. 10"),
        ("#pp1 .place", f"{whole}, first preambular paragraph"),
        (".name", whole),
    ):
        page.locator(place).press("c")
        expect(page.get_by_role("button", name="Copied", exact=True)).to_be_focused()
        assert _copied(page) == reference


def test_the_keys_can_be_turned_off_and_stay_so(open_page: OpenPage) -> None:
    page = open_page("/accessibility/", permissions=MAY_COPY)
    choice = page.locator("[data-keys] input")
    expect(choice).to_be_checked()
    choice.uncheck()
    page.goto(page.url.replace("/accessibility/", FOUND))
    page.keyboard.press("/")
    page.keyboard.press("c")
    expect(page.locator("#q")).not_to_be_focused()
    expect(page.get_by_role("button", name="Copied", exact=True)).to_have_count(0)


def test_without_a_script_there_is_no_button_and_the_words_are_there(open_page: OpenPage) -> None:
    page = open_page(FOUND, java_script_enabled=False)
    expect(page.locator(MARKED).first).to_be_visible()
    expect(page.locator(".copy")).to_have_count(0)
