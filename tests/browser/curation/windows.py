"""Windows of the browser in the hands of people who use no mouse, each page of theirs checked."""

import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ElementHandle, Locator, Page

PASSWORD = "a long passphrase of 9"
PHONE, DESK = 390, 1440
_HEIGHT = 900
_MOST_TABS = 400
_PATIENCE_IN_MILLISECONDS = 15_000
_TELL_OF_POINTERS = "addEventListener('pointerdown', () => console.error('a pointer'), true)"
_HAS_FOCUS = "element => element === document.activeElement"
_SHOWS_FOCUS = """
element => {
  const { top, bottom } = element.getBoundingClientRect();
  return element.matches(":focus-visible") && bottom > 0 && top < innerHeight;
}
"""
_IS_AT_THE_TOP = """
() => document.activeElement === document.body && !location.hash
  && document.querySelector(".skip-to-content-link") !== null
"""
#: Told to load no style sheets itself, which the policy of the pages forbids.
_AXE = {"preload": False, "resultTypes": ["violations"]}
_NO_SECOND_SCRIPT = "null"
_EXPECTED = r"status of (403|409|410) "


class Window:
    """A window of one person: pages come and go by Tab, Enter and Space alone.

    Axe looks at each kind of page once for each role at the width of a desk, and once at that of a
    telephone; ``seen`` is what others have had it look at. ``complaints`` are what the browser
    said of the pages.
    """

    def __init__(self, browser: Browser, *, home: str, seen: set[str]) -> None:
        self._context = browser.new_context(viewport={"width": DESK, "height": _HEIGHT})
        self._context.set_default_timeout(_PATIENCE_IN_MILLISECONDS)
        self._context.add_init_script(_TELL_OF_POINTERS)
        self._home = home
        self._seen = seen
        self._role = ""
        self.complaints: list[str] = []
        self.page = self._context.new_page()
        self.page.on("filechooser", lambda _: None)  # so that none is ever missed
        self.page.on("console", lambda message: self._hear(message.text))
        self.page.on("pageerror", lambda error: self._hear(str(error)))

    def close(self) -> None:
        """Close it."""
        self._context.close()

    def visit(self, address: str) -> int:
        """Type an address of the archive; gives the status of the answer."""
        answer = self.page.goto(f"{self._home}{address}")
        assert answer is not None
        self._look(kind="" if answer.ok else f"status {answer.status}")
        return answer.status

    def follow(self, name: str, *, within: Locator | None = None) -> None:
        """Go to a link by Tab, and follow it by Enter."""
        self._leave_by(self._link(name, within), "Enter")

    def jump(self, name: str, *, within: Locator | None = None) -> str:
        """Follow a link to a place of the same page; gives the id of the place."""
        self._go_to(self._link(name, within))
        self.page.keyboard.press("Enter")
        place = self.page.locator(":target")
        place.wait_for()
        self._look(kind=f"{_kind_of(self.page)} at a place")
        return place.get_attribute("id") or ""

    def press(
        self,
        name: str,
        *,
        within: Locator | None = None,
        key: str = "Enter",
        is_fleeting: bool = False,
    ) -> None:
        """Go to a button by Tab, and press it by a key; a fleeting page is not looked at."""
        button = (within or self.page).get_by_role("button", name=name)
        self._leave_by(button, key, is_fleeting=is_fleeting)

    def write(self, label: str, words: str, *, within: Locator | None = None) -> None:
        """Go to a field by Tab, and write into it in the place of what it has."""
        self._go_to((within or self.page).get_by_label(label))
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(words)

    def tick(self, label: str) -> None:
        """Go to a box by Tab, and tick it by Space."""
        box = self.page.get_by_label(label)
        self._go_to(box)
        self.page.keyboard.press("Space")
        assert box.is_checked()

    def choose_files(self, label: str, files: list[Path]) -> None:
        """Go to a field for files by Tab, have it ask by Enter, and choose them."""
        self._go_to(self.page.get_by_label(label))
        with self.page.expect_file_chooser() as asked:
            self.page.keyboard.press("Enter")
        asked.value.set_files(files)

    def log_in(self, name: str, *, role: str) -> None:
        """Give name and password on the page that asks for them."""
        self.page.get_by_label("Username").wait_for()
        self.page.keyboard.insert_text(name)  # the page has the cursor there
        self.page.keyboard.press("Tab")
        self.page.keyboard.insert_text(PASSWORD)
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press("Enter")
        self._role = role
        self._look()

    def reads(self, words: str) -> bool:
        """Whether the page has some words where people see them."""
        return self.page.get_by_text(words).first.is_visible()

    def offers(self, name: str) -> bool:
        """Whether there is a link or a button of a name."""
        links, buttons = (self.page.get_by_role(role, name=name) for role in ("link", "button"))
        return bool(links.count() or buttons.count())

    def _link(self, name: str, within: Locator | None) -> Locator:
        return (within or self.page).get_by_role("link", name=name)

    def _leave_by(self, wanted: Locator, key: str, *, is_fleeting: bool = False) -> None:
        self._go_to(wanted)
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press(key)
        if not is_fleeting:
            self._look()

    def _go_to(self, wanted: Locator) -> None:
        """Press Tab until something has the focus, where people see that it has."""
        element = wanted.first.element_handle()
        assert _is_reached(self.page, element), f"no Tab reaches {wanted}"
        assert element.evaluate(_SHOWS_FOCUS), f"the focus on {wanted} is not seen"

    def _look(self, *, kind: str = "") -> None:
        """Have axe look at a page of a kind that it has not seen so."""
        kind, axe = kind or _kind_of(self.page), Axe()
        for width, role in ((PHONE, ""), (DESK, self._role)):
            seen = f"{kind} at {width} {role}"
            if seen not in self._seen:
                self._seen.add(seen)
                self.page.set_viewport_size({"width": width, "height": _HEIGHT})
                _check(self.page, seen, axe=axe)
                axe = Axe(_NO_SECOND_SCRIPT)
        self.page.set_viewport_size({"width": DESK, "height": _HEIGHT})

    def _hear(self, words: str) -> None:
        if not re.search(_EXPECTED, words):
            self.complaints.append(f"{self.page.url}: {words}")


def _is_reached(page: Page, element: ElementHandle) -> bool:
    """Go on by Tab, past the head of a page where its first link leads past it."""
    if element.evaluate(_HAS_FOCUS):
        return True
    if page.evaluate(_IS_AT_THE_TOP):
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    for _ in range(_MOST_TABS):
        page.keyboard.press("Tab")
        if element.evaluate(_HAS_FOCUS):
            return True
    return False


def _kind_of(page: Page) -> str:
    """The address and the headings without numbers and symbols, the state, whether it tells."""
    address = page.url.split("://")[1].partition("/")[2].split("#")[0]
    words = page.locator("h2, .state b").all_inner_texts()
    told = "telling" if page.locator(".errornote").count() else "silent"
    return " ".join(re.sub(r"[^/ ]*\d[^/ ]*", "#", one) for one in [address, *words, told])


def _check(page: Page, kind: str, *, axe: Axe) -> None:
    """Axe has no objection, and nothing scrolls sideways."""
    results = axe.run(page, options=_AXE)
    assert results.violations_count == 0, f"{kind}\n{results.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), kind
