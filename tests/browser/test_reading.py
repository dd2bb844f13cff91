"""Reading by keyboard, without JavaScript, on a phone, on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PREAMBLE, OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HELD = "/A/RES/66/164/"
LEAST_TARGET_IN_PIXELS = 44
ORDINARY_WORDS = (
    "Noting with deep concern that in many countries persons and organizations engaged in "
    "promoting and defending human rights and fundamental freedoms frequently face threats"
)


def _expect_in_view(page: Page, selector: str) -> None:
    expect(page.locator(selector)).to_be_in_viewport()


def _expect_at(page: Page, anchor: str) -> None:
    """Wait for the browser to have gone to an anchor, and for the anchor to be seen."""
    expect(page).to_have_url(re.compile(f"{re.escape(anchor)}$"))
    _expect_in_view(page, anchor)


def test_the_first_key_reaches_the_skip_link_and_it_leads_to_the_text(open_page: OpenPage) -> None:
    page = open_page(HELD)
    page.keyboard.press("Tab")
    skip = page.locator(".skip-link")
    expect(skip).to_be_focused()
    _expect_in_view(page, ".skip-link")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_contents_lead_to_a_paragraph_by_keyboard(open_page: OpenPage) -> None:
    page = open_page(HELD)
    page.locator('.contents a[href="#op9"]').focus()
    page.keyboard.press("Enter")
    _expect_at(page, "#op9")
    page.keyboard.press("Tab")
    expect(page.locator("#op9 .place")).to_be_focused()


def test_a_mark_leads_to_its_note_and_the_note_back(open_page: OpenPage) -> None:
    page = open_page(HELD)
    page.locator("#fn3-mark").focus()
    page.keyboard.press("Enter")
    _expect_at(page, "#fn3")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    _expect_at(page, "#fn3-mark")


@pytest.mark.parametrize("width", [390, 1440])
def test_a_note_opens_where_its_mark_is_read_and_leads_back_there(
    open_page: OpenPage, width: int
) -> None:
    """Beside the text on a wide screen, under the mark on a narrow one; without a script."""
    page = open_page(HELD, width=width, java_script_enabled=False)
    mark, note = page.locator("#fn3-mark"), page.locator("#fn3")
    mark.scroll_into_view_if_needed()
    mark.focus()
    page.keyboard.press("Enter")
    _expect_at(page, "#fn3")
    expect(mark).to_be_in_viewport()
    box, text = note.bounding_box(), page.locator("#op1 p").bounding_box()
    assert box is not None
    assert text is not None
    is_beside = box["x"] >= text["x"] + text["width"]
    assert is_beside == (width == 1440)
    note.locator(".note-back").focus()
    page.keyboard.press("Enter")
    _expect_at(page, "#fn3-mark")
    expect(note.locator(".note-back")).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (320, 256)])
def test_a_link_from_elsewhere_to_a_note_brings_its_mark_and_the_note_together(
    open_page: OpenPage, width: int, height: int
) -> None:
    """At four times the size too the note begins in view, goes with the text, and ends with it."""
    page = open_page("/about/", width=width, java_script_enabled=False)
    page.set_viewport_size({"width": width, "height": height})
    page.goto(page.url.replace("/about/", f"{HELD}#fn9"))
    _expect_at(page, "#fn9")
    expect(page.locator("#fn9-mark")).to_be_in_viewport()
    expect(page.locator("#fn9 p")).to_be_in_viewport()
    page.locator("#fn9 .note-back").scroll_into_view_if_needed()
    expect(page.locator("#fn9 .note-back")).to_be_in_viewport(ratio=1)


def test_the_words_of_navigation_stand_in_one_line_on_the_narrowest_screen(
    open_page: OpenPage,
) -> None:
    page = open_page("/", width=320)
    tops = page.locator(".navigation a").evaluate_all(
        "links => links.map(link => link.getBoundingClientRect().top)"
    )
    assert len(tops) == 5
    assert len(set(tops)) == 1


def test_a_paragraph_offers_its_link_and_its_reference_where_it_is_pointed_at(
    open_page: OpenPage,
) -> None:
    page = open_page(HELD)
    tools = page.locator("#op9 .tools")
    expect(tools).to_be_hidden()
    page.locator("#op9").hover()
    expect(tools).to_be_visible()
    page.mouse.move(0, 0)
    expect(tools).to_be_hidden()
    page.locator("#op9 .place").focus()
    tools.get_by_role("link", name="link to op. 9").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/A/RES/66/164/op9/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Operative paragraph 9")


def test_what_has_the_focus_is_outlined(open_page: OpenPage) -> None:
    page = open_page(HELD)
    for selector in (".name", "#q", ".search-box button", "#pp1 a.held", "#pp1 a.not-held"):
        page.keyboard.press("Tab")
        page.locator(selector).first.focus()
        style = page.locator(selector).first.evaluate("e => getComputedStyle(e).outlineStyle")
        assert style != "none", selector


def test_every_page_can_be_read_and_searched_without_javascript(open_page: OpenPage) -> None:
    page = open_page(HELD, java_script_enabled=False)
    expect(page.locator("#op12")).to_be_visible()
    page.locator("#q").fill("delay")
    page.locator(".page-head button").click()
    page.wait_for_url("**/search/?q=delay")
    expect(page.locator("main")).to_contain_text("A/RES/66/164")


def test_every_script_that_runs_is_a_file_of_the_archive(open_page: OpenPage) -> None:
    page = open_page(HELD)
    run = "script:not([type='application/ld+json'])"
    sources = page.locator(run).evaluate_all("all => all.map(one => one.getAttribute('src'))")
    assert sources
    assert [source for source in sources if not source.startswith("/static/js/")] == []


def test_what_is_said_to_screen_readers_only_is_not_copied(open_page: OpenPage) -> None:
    page = open_page(HELD)
    copied = page.evaluate(
        "() => { getSelection().selectAllChildren(document.querySelector('#pp1 p'));"
        " return getSelection().toString() }"
    )
    assert copied == PREAMBLE


def test_on_a_phone_the_contents_are_folded_until_asked_for(open_page: OpenPage) -> None:
    page = open_page(HELD, width=390)
    entry = page.locator('.contents a[href="#op9"]')
    expect(entry).to_be_hidden()
    page.locator(".contents summary").click()
    expect(entry).to_be_visible()


def test_on_a_desk_the_contents_are_open(open_page: OpenPage) -> None:
    page = open_page(HELD)
    expect(page.locator('.contents a[href="#op9"]')).to_be_visible()
    expect(page.locator(".contents summary")).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "selectors"),
    [
        ("/", [".name", ".navigation a", ".search-box input", ".search-box button", ".line a"]),
        (HELD, [".contents summary", ".beside summary", ".paragraph .place", ".masthead summary"]),
        ("/A/RES/53/144/", [".citing-paragraph .place", ".citing-resolution h4 a"]),
        ("/search/?q=States", [".result-title a", ".snippet-place"]),
    ],
)
def test_on_a_phone_what_is_touched_is_large_enough(
    open_page: OpenPage, address: str, selectors: list[str]
) -> None:
    page = open_page(address, width=390)
    for selector in selectors:
        for target in page.locator(selector).all():
            box = target.bounding_box()
            assert box is not None, selector
            assert box["height"] >= LEAST_TARGET_IN_PIXELS, selector


@pytest.mark.parametrize("width", [768, 1440, 1920])
def test_a_line_of_text_holds_sixty_to_seventy_five_letters(
    open_page: OpenPage, width: int
) -> None:
    page = open_page(HELD, width=width)
    letters = page.locator("#op1 p").evaluate(
        "(p, words) => { const line = p.clientWidth;"
        " p.textContent = words; p.style.width = 'max-content';"
        " return line * words.length / p.clientWidth }",
        ORDINARY_WORDS,
    )
    assert 60 <= letters <= 75


@pytest.mark.parametrize("address", ["/", "/search/?q=States", HELD, "/A/RES/53/144/"])
def test_on_a_wide_screen_the_page_stands_in_the_middle(open_page: OpenPage, address: str) -> None:
    page = open_page(address, width=1920)
    edges = page.evaluate(
        "() => ['.page-head', 'main', '.page-foot'].flatMap(part => {"
        " const style = getComputedStyle(document.querySelector(part));"
        " return [style.paddingLeft, style.paddingRight] })"
    )
    assert set(edges) == {"272px"}


def test_on_paper_stand_the_text_the_notes_and_the_address(open_page: OpenPage) -> None:
    page = open_page(HELD)
    expect(page.locator(".digest")).to_be_hidden()
    page.emulate_media(media="print")
    for shown in ("#op12", "#fn12", ".on-paper", ".digest"):
        expect(page.locator(shown)).to_be_visible()
    for left_out in (".page-head", ".contents", ".key"):
        expect(page.locator(left_out)).to_be_hidden()


def test_on_paper_a_link_is_followed_by_its_symbol(open_page: OpenPage) -> None:
    page = open_page(HELD)
    page.emulate_media(media="print")
    added = page.locator("#pp1 a.not-held").first.evaluate(
        "e => getComputedStyle(e, '::after').content"
    )
    assert "A/RES/53/144" in added


def test_on_paper_ink_is_black_whatever_the_scheme(open_page: OpenPage) -> None:
    page = open_page(HELD, color_scheme="dark")
    page.emulate_media(media="print")
    colours = page.evaluate(
        "() => [getComputedStyle(document.body).color,"
        " getComputedStyle(document.body).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_a_mark_on_the_time_line_leads_to_its_resolution(open_page: OpenPage) -> None:
    page = open_page("/")
    page.locator('svg a[href="/A/HRC/RES/13/13/"] circle').click()
    page.wait_for_url("**/A/HRC/RES/13/13/")
