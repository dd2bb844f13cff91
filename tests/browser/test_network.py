"""The picture of the network in a browser: what a mark is joined to stands out without a script."""

import pytest

from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MARK = '.mark:has(a[href="/A/RES/66/164/"])'


def test_a_mark_shows_its_own_lines_to_the_keyboard_and_to_the_pointer(
    open_page: OpenPage,
) -> None:
    page = open_page("/network/", java_script_enabled=False)
    lines = page.locator(f"{MARK} .own")
    assert not lines.is_visible()
    page.locator(f"{MARK} a").focus()
    assert lines.is_visible()
    page.locator('.mark a[href="/A/RES/53/144/"]').focus()
    assert not lines.is_visible()
    page.locator(f"{MARK} text").hover()
    assert lines.is_visible()
    page.keyboard.press("Enter")  # the focus is still on the other mark
    page.wait_for_url("**/A/RES/53/144/")


def test_on_a_phone_the_picture_scrolls_in_its_own_frame_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("/network/?of=A/RES/66/164", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    frame = page.locator(".timeline-frame")
    frame.focus()
    before = frame.evaluate("frame => frame.scrollLeft")
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "left => document.querySelector('.timeline-frame').scrollLeft > left", arg=before
    )
    sizes = page.locator(".mark a").evaluate_all(
        "marks => marks.map(mark => mark.getBoundingClientRect().height)"
    )
    assert min(sizes) >= 24
