"""axe objects to no kind of page, in either scheme, on a phone, a desk or paper."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = {
    "home": "/",
    "search": "/search/?q=States",
    "paragraphs": "/search/?q=States&view=paragraphs",
    "search without results": "/search/?q=nothingofthekind",
    "held": "/A/RES/66/164/",
    "paragraph": "/A/RES/66/164/op9/",
    "draft": "/A/C.3/70/L.46/",
    "cited only": "/A/RES/53/144/",
    "browse": "/browse/",
    "network": "/network/",
    "series": "/series/human-rights-defenders/",
    "lineage": "/lineage/A/RES/66/164/op9/",
    "comparison": "/compare/?from=A/RES/66/164&to=A/C.3/70/L.46",
    "agreed language": "/language/?q=human+rights+defenders",
    "coverage": "/coverage/",
    "about": "/about/",
    "api": "/api/",
    "help": "/help/",
    "accessibility": "/accessibility/",
    "strengths": "/strengths/",
    "report": "/report/?page=/A/RES/66/164/",
    "check a draft": "/draft/",
    "not found": "/A/RES/99/999/",
    "admin login": "/admin/login/",
}
WIDTHS = (320, 390, 700, 768, 1024, 1440)
#: How a window of 1280 by 1024 pixels shows a page at four times its size.
FOUR_TIMES_AS_LARGE: ViewportSize = {"width": 320, "height": 256}
STOPS = 40
WALKED = ("held", "paragraph", "paragraphs", "network")
FOCUS_IS_SEEN = """() => {
  const focused = document.activeElement;
  const [box] = focused.getClientRects();
  const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return focused.contains(at) || focused.outerHTML;
}"""
#: Of a comparison: whether the older words of what was reworded stand beside the newer ones.
IS_BESIDE = """() => {
  const [older, newer] = [...document.querySelectorAll('.pair.both p + p')].slice(0, 2);
  const [one, other] = [older.getBoundingClientRect(), newer.getBoundingClientRect()];
  return one.width > 0 && one.right <= other.left && one.top === other.top;
}"""
CONTRAST = {"runOnly": ["color-contrast"]}
EVERY_RULE = {"resultTypes": ["violations"]}
NOT_OF_COLOURS = EVERY_RULE | {"rules": {"color-contrast": {"enabled": False}}}
#: The width of a window, what it shows, and the rules: in the dark, colours alone are others.
LOOKS: dict[str, tuple[int, dict[str, Any], dict[str, Any]]] = {
    "light on a phone": (390, {"color_scheme": "light", "media": "screen"}, EVERY_RULE),
    "light on a desk": (1440, {"color_scheme": "light", "media": "screen"}, NOT_OF_COLOURS),
    "dark on a desk": (1440, {"color_scheme": "dark", "media": "screen"}, CONTRAST),
    "ink on paper": (800, {"color_scheme": "dark", "media": "print"}, EVERY_RULE),
}


def _visited(page: Page) -> Iterator[str]:
    """Go through the pages in one window; gives the name of each when it is there."""
    site = page.url.removesuffix("/robots.txt")
    for name, address in PAGES.items():
        page.goto(f"{site}{address}")
        yield name


def _looks(page: Page) -> Iterator[tuple[str, dict[str, Any]]]:
    """Have a window look like each of ``LOOKS``; gives its name, and which rules axe is to try."""
    for name, (width, media, options) in LOOKS.items():
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(**media)
        yield name, options


def test_axe_has_no_objection_and_two_texts_stand_side_by_side_on_desks_alone(
    open_page: OpenPage,
) -> None:
    page, axe = open_page("/robots.txt"), Axe().axe_script
    objections = []
    for name in _visited(page):
        page.evaluate(axe)
        for look, options in _looks(page):
            results = AxeResults(page.evaluate("options => axe.run(options)", options))
            if results.violations_count:
                objections.append(f"{name}, {look}: {results.generate_report()}")
            if name == "comparison" and page.evaluate(IS_BESIDE) is not look.endswith("on a desk"):
                objections.append(f"{name}, {look}: the older words are not where they belong")
    assert objections == []


def test_nothing_scrolls_sideways_in_either_direction_of_writing(open_page: OpenPage) -> None:
    page = open_page("/robots.txt")
    for name in _visited(page):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for direction in ("ltr", "rtl"):
                wide = page.evaluate(
                    "direction => { document.documentElement.dir = direction;"
                    " return document.documentElement.scrollWidth }",
                    direction,
                )
                assert wide <= width, f"{name} at {width} {direction}"


def test_at_four_times_the_size_every_stop_of_the_keyboard_is_seen(open_page: OpenPage) -> None:
    page = open_page("/robots.txt")
    site = page.url.removesuffix("/robots.txt")
    page.set_viewport_size(FOUR_TIMES_AS_LARGE)
    for name in WALKED:
        page.goto(f"{site}{PAGES[name]}")
        for stop in range(STOPS):
            page.keyboard.press("Tab")
            assert page.evaluate(FOCUS_IS_SEEN) is True, f"{name}, stop {stop}"
