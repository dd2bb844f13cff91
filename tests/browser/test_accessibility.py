"""axe finds nothing to object to on any kind of page, in either scheme, on a phone or a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import OpenPage, looks

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = {
    "home": "/",
    "search": "/search/?q=States",
    "search without results": "/search/?q=nothingofthekind",
    "held": "/A/RES/66/164/",
    "draft": "/A/C.3/70/L.46/",
    "cited only": "/A/RES/53/144/",
    "not found": "/A/RES/99/999/",
    "admin login": "/admin/login/",
}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_axe_has_no_objection(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    for look in looks(page):
        page.reload()
        results = Axe().run(page)
        assert results.violations_count == 0, f"{look}: {results.generate_report()}"


def test_nothing_scrolls_sideways(open_page: OpenPage) -> None:
    page = open_page("/robots.txt")
    site = page.url.removesuffix("/robots.txt")
    for name, address in PAGES.items():
        page.goto(f"{site}{address}")
        for width in (320, 390, 700, 768, 1024, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{name} at {width}"
