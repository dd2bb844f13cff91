"""The pages on which an edition is reviewed, published and turned down, in a real browser.

With PICTURES set to a folder, the pictures of docs/curation.md are made there:
``PICTURES=docs/pictures pytest -n0 tests/browser/test_reviewing.py -k pictures``.
"""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from django.urls import reverse
from PIL import Image
from playwright.sync_api import Page, expect
from reportlab.pdfgen.canvas import Canvas

from archive.corrections.values import Action
from archive.models import Ingestion, Text
from tests import builders as build
from tests import factories as make
from tests.browser.conftest import OpenPage, looks
from tests.ingest.publishing.ways import parsed, published, set_right

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIXTURES = Path(__file__).parents[2] / "fixtures"
WORDS = {"before": "Calls upon all States to act;", "after": "Calls upon States to act;"}
DOUBTFUL = (
    "Recalling its resolutions 53/144 of 9 December 1998 and 80/12, the report A/65/53, the draft "
    "A/C.3/70/L.46 and paragraph 1 below,"
)
OpenAs = Callable[..., Page]


@pytest.fixture(name="open_as")
def _open_as(open_page: OpenPage) -> OpenAs:
    """Opens a page about an ingestion with somebody of a role logged in."""

    def open_(ingestion: Ingestion, name: str = "change", *, role: str, **options: Any) -> Page:
        client = Client()
        client.force_login(make.make_staff(role, name=options.pop("as_name", "")))
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        page = open_page("/robots.txt", **options)
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": page.url}]
        )
        address = reverse(f"admin:archive_ingestion_{name}", args=[ingestion.pk])
        page.goto(page.url.replace("/robots.txt", address))
        return page

    return open_


def _doubtful() -> Ingestion:
    """A text with citations of every state, a mend, a table, corrections, one in conflict."""
    text = build.resolution_text("67/164", preamble=[DOUBTFUL]).replace("\t2.", "\t4.")
    ingestion = parsed(text, given_symbol="A/RES/66/165", state=Ingestion.State.NEEDS_ATTENTION)
    record: Any = ingestion.parse_result
    record["mends"] = [{"where": "op1", "found": "Sta tes", "mended": "States"}]
    record["leftovers"] = ["Page 2"]
    ingestion.save()
    set_right(ingestion, Action.SET_WORDING, "op1", **WORDS)
    set_right(ingestion, Action.SET_FACT, "masthead.series", before=None, after="defenders")
    set_right(ingestion, Action.SET_WORDING, "op9", before="Gone;", after="Not there;")
    return ingestion


def _changed() -> Ingestion:
    """A published text with changes that readers do not see."""
    ingestion = parsed(build.resolution_text("67/165"))
    published(ingestion)
    set_right(ingestion, Action.SET_WORDING, "op1", **WORDS)
    return ingestion


def _failed() -> Ingestion:
    return make.make_waiting(
        state=Ingestion.State.FAILED,
        failure_code="damaged_file",
        failure="The file is damaged; save it anew.",
        parse_result={"error": {"code": "damaged_file", "message": "The file is damaged."}},
    )


PAGES: dict[str, tuple[Callable[[], Ingestion], str]] = {
    "review": (_doubtful, "change"),
    "review without a symbol": (lambda: parsed(build.nameless_text()), "change"),
    "review of a published text": (_changed, "change"),
    "waiting": (make.make_waiting, "change"),
    "failed": (_failed, "change"),
    "source": (parsed, "source"),
    "publish": (_changed, "publish"),
    "publish, refused": (_doubtful, "publish"),
    "turn down": (parsed, "reject"),
}


def _violations(page: Page) -> list[str]:
    """What axe objects to; told to load no style sheets itself, which the page’s policy forbids."""
    results = Axe().run(page, options={"preload": False})
    return [
        f"{found['id']}: {found['nodes'][0]['html']}" for found in results.response["violations"]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_axe_has_no_objection_and_nothing_scrolls_sideways(open_as: OpenAs, name: str) -> None:
    make_ingestion, view = PAGES[name]
    page = open_as(make_ingestion(), view, role="publisher")
    for look in looks(page):
        page.reload()
        assert _violations(page) == [], look
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), look


def test_source_and_edition_stand_beside_one_another_where_there_is_room(open_as: OpenAs) -> None:
    page = open_as(_doubtful(), role="reader")
    boxes = _boxes(page)
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    page.set_viewport_size({"width": 390, "height": 900})
    boxes = _boxes(page)
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]


def _boxes(page: Page) -> list[Any]:
    """Where the source and the edition stand."""
    return [page.locator(name).bounding_box() for name in (".source", ".edition")]


def test_the_source_stays_beside_what_it_is_compared_with_and_covers_nothing(
    open_as: OpenAs,
) -> None:
    operative = ["Calls upon all States to act;"] * 60
    page = open_as(parsed(build.resolution_text(operative=operative)), role="editor")
    last = page.get_by_role("link", name="Correct op. 60")
    last.focus()
    frame, link = page.locator("iframe").bounding_box(), last.bounding_box()
    assert frame is not None
    assert link is not None
    assert frame["y"] < 900
    assert frame["y"] + frame["height"] > 0
    assert frame["x"] + frame["width"] <= link["x"]


def test_a_finding_leads_to_its_place(open_as: OpenAs) -> None:
    page = open_as(_doubtful(), role="reader")
    page.get_by_role("link", name="Op. 4").first.click()
    expect(page.locator("#at-op4")).to_be_in_viewport()


def test_a_pdf_is_shown_beside_the_edition(open_as: OpenAs) -> None:
    written = BytesIO()
    canvas = Canvas(written)
    canvas.drawString(100, 700, "The General Assembly")
    canvas.save()
    file = make.make_source_file(
        written.getvalue(), name="received.pdf", media_type="application/pdf"
    )
    page = open_as(parsed(source_file=file), role="reader")
    assert _is_shown_by_the_viewer(page)


def _is_shown_by_the_viewer(page: Page) -> bool:
    """Whether the browser’s viewer of PDF, an extension of its own, has opened a frame in time."""
    for _ in range(100):
        if any(frame.url.startswith("chrome-extension://") for frame in page.frames):
            return True
        page.wait_for_timeout(100)
    return False


def test_by_keyboard_a_text_gets_its_symbol_and_is_published(open_as: OpenAs) -> None:
    """Nothing but the keyboard, and no script of ours."""
    ingestion = parsed(build.nameless_text())
    page = open_as(ingestion, role="publisher", java_script_enabled=False)
    page.get_by_label("Symbol").last.focus()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("A/RES/62/152")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("The symbol is set, with its evidence.")).to_be_visible()
    page.get_by_role("link", name="Publish").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Publish A/RES/62/152").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("A/RES/62/152 is published; readers see it now.")).to_be_visible()
    assert Text.objects.filter(resolution__symbol="A/RES/62/152").exists()


def test_of_two_who_publish_the_second_is_told_what_changed(open_as: OpenAs) -> None:
    ingestion = _changed()
    page = open_as(ingestion, "publish", role="publisher")
    set_right(ingestion, Action.SET_WORDING, "op2", before="Decides to remain seized.", after="No.")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("heading", name="What changed meanwhile")).to_be_visible()
    assert _violations(page) == []


def test_pictures_for_the_archivist(open_as: OpenAs, tmp_path: Path) -> None:
    """The pages of a seed that prints no symbol, as docs/curation.md shows them."""
    folder = Path(os.environ.get("PICTURES", tmp_path))
    make.make_resolution("A/RES/62/152", title="Declaration on human rights defenders")
    seed = (FIXTURES / "000_da5c3c4bd2e82ba1.txt").read_bytes()
    file = make.make_source_file(seed, name="62-152.txt", received_from="Dag Hammarskjöld Library")
    ingestion = parsed(source_file=file, text=seed, state=Ingestion.State.NEEDS_ATTENTION)
    page = open_as(ingestion, role="publisher", as_name="anna", width=1120)
    _picture(page, folder / "review.png", height=1000)
    page.goto(f"{page.url}#at-pp2")
    _picture(page, folder / "citations.png", height=520)
    set_right(ingestion, Action.SET_FACT, "masthead.symbol", before=None, after="A/RES/62/152")
    page.goto(page.url.split("#")[0].replace("/change/", "/publish/"))
    _picture(page, folder / "publish.png", height=400)
    assert {one.name for one in folder.glob("*.png")} >= {"review.png", "publish.png"}


def _picture(page: Page, path: Path, *, height: int) -> None:
    """A picture in few colours, which is small."""
    page.set_viewport_size({"width": 1120, "height": height})
    taken = Image.open(BytesIO(page.screenshot()))
    taken.convert("RGB").quantize(48).save(path, optimize=True)
