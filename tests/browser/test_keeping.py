"""Staff look into histories, restore, read again, replace and withdraw in a real browser.

With PICTURES set to a folder, the pictures of docs/curation.md are made there.
"""

import os
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from PIL import Image
from playwright.sync_api import Page, expect

from archive.corrections.values import Action
from archive.ingest.publishing.history import history_of, states_of
from archive.models import Ingestion, Paragraph, Text
from archive.parsing.parsed import ParsedResolution
from tests import builders as build
from tests import factories as make
from tests.browser.conftest import OpenPage, looks
from tests.ingest.publishing.ways import parsed, published, set_right
from tests.ingest.reparsing.parsers import parsed_again, plant, reworded

pytestmark = pytest.mark.browser
FIRST = "Calls upon all States to act without delay for the protection of human rights defenders;"
MENDED = "Calls upon all States to act at once for the protection of all human rights defenders;"
OPERATIVE = [FIRST, "Welcomes the report of the Special Rapporteur;", "Decides to remain seized."]
BETTER = build.resolution_text(operative=[*OPERATIVE[:2], "Decides to remain actively seized."])


@dataclass(frozen=True, kw_only=True)
class Held:
    """What is held: the published ingestion, its next reading, a better file, the publisher."""

    published: Ingestion
    reading: Ingestion
    better: Ingestion
    publisher: User

    @property
    def text(self) -> Text:
        """The text."""
        return Text.objects.get(resolution__symbol="A/RES/66/164")


@pytest.fixture
def rows(transactional_db: None) -> None:
    """Nothing but what ``held`` makes."""


@pytest.fixture
def held(rows: None, monkeypatch: pytest.MonkeyPatch) -> Held:
    publisher = make.make_staff("publisher", name="Amina")
    first = parsed(build.resolution_text(operative=OPERATIVE))
    published(first, by=publisher)
    set_right(first, Action.SET_WORDING, "op1", before=FIRST, after=MENDED, author=publisher)
    published(first, by=publisher, reason="As the PDF has it")
    first.refresh_from_db()
    plant(monkeypatch, {b"remain seized": _changed})
    reading = parsed_again(first, by=publisher)
    better = parsed(BETTER)
    return Held(published=first, reading=reading, better=better, publisher=publisher)


def _changed(found: ParsedResolution) -> ParsedResolution:
    """Another reading: op. 1 and op. 2 in other words, and no citation."""
    for where, words in (("op1", "Calls upon States;"), ("op2", "Welcomes the annual report;")):
        found = reworded(where, words)(found)
    return replace(found, citations=())


def _cookie(user: User) -> dict[str, object]:
    client = Client()
    client.force_login(user)
    return {"name": "sessionid", "value": client.cookies["sessionid"].value}


def _open(open_page: OpenPage, held: Held, address: str, *, width: int = 1440) -> Page:
    """A page for the publisher."""
    page = open_page("/healthz", width=width)
    site = page.url.removesuffix("/healthz")
    page.context.add_cookies([{**_cookie(held.publisher), "url": site}])  # type: ignore[typeddict-item]
    page.goto(f"{site}{address}")
    return page


def _addresses(held: Held) -> dict[str, str]:
    text = held.text
    states = states_of(text)
    first = Paragraph.objects.get(text=text, anchor="op1")
    record = history_of(Paragraph).filter(id=first.pk).last().history_id
    at = states[-1].at.isoformat()
    reading, better = held.reading.pk, held.better.pk
    return {
        "text": reverse("admin:archive_text_change", args=[text.pk]),
        "texts": reverse("admin:archive_text_changelist"),
        "history": reverse("admin:archive_text_history", args=[text.pk]),
        "row": reverse("admin:archive_paragraph_history", args=[first.pk]),
        "state": reverse("admin:archive_text_state", args=[text.pk, states[0].at.isoformat()]),
        "restore": reverse("admin:archive_text_restore_state", args=[text.pk, at]),
        "value": reverse(
            "admin:archive_paragraph_restore_value", args=[first.pk, record, "wording"]
        ),
        "reparse": reverse("admin:archive_ingestion_reparse", args=[held.published.pk]),
        "differences": reverse("admin:archive_ingestion_differences", args=[reading]),
        "replace": reverse("admin:archive_ingestion_replace", args=[better]),
        "withdraw": reverse("admin:archive_text_withdraw", args=[text.pk]),
        "give_back": reverse("admin:archive_text_restore", args=[text.pk]),
    }


PAGES = [
    *("text", "texts", "history", "row", "state", "restore", "value"),
    *("reparse", "differences", "replace", "withdraw", "give_back"),
]


def test_the_pages_keep_to_the_rules_of_accessibility(open_page: OpenPage, held: Held) -> None:
    page = _open(open_page, held, reverse("admin:index"))
    site = page.url.removesuffix(reverse("admin:index"))
    for look in looks(page):
        for name, address in _addresses(held).items():
            page.goto(f"{site}{address}")
            assert page.locator("#content-main, #changelist").count(), name
            found = Axe().run(page, options={"preload": False})
            assert found.violations_count == 0, f"{name}, {look}: {found.generate_report()}"
            _fits(page, name)


def _fits(page: Page, name: str) -> None:
    """Nothing but a table in its own frame is wider than the window."""
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0 or name == "texts", name


def _press(page: Page, name: str) -> None:
    """Come to a link, button or box by the Tab key alone, and use it."""
    wanted = page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name))
    wanted = wanted.or_(page.get_by_role("checkbox", name=name)).first
    for _ in range(120):
        if wanted.evaluate("element => element === document.activeElement"):
            page.keyboard.press("Space" if wanted.get_attribute("type") == "checkbox" else "Enter")
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{name} cannot be reached by keyboard")


def test_a_reading_is_decided_on_by_keyboard(open_page: OpenPage, held: Held) -> None:
    page = _open(open_page, held, _addresses(held)["differences"])
    _press(page, "Keep what Amina set")
    expect(page.get_by_text("What Amina set is kept.")).to_be_visible()
    _press(page, "citation in pp 1, gone")
    _press(page, "Publish all but what is ticked")
    expect(page.get_by_text("A/RES/66/164 is published; readers see it now.")).to_be_visible()
    words = [*held.text.paragraphs.in_reading_order().values_list("wording", flat=True)]
    assert words[1:] == [MENDED, "Welcomes the annual report;", OPERATIVE[2]]
    assert held.text.citations.get().cited_symbol == "A/RES/53/144"


def test_a_wording_is_restored_from_its_history_by_keyboard(
    open_page: OpenPage, held: Held
) -> None:
    row = held.text.paragraphs.get(anchor="op1")
    page = _open(open_page, held, reverse("admin:archive_paragraph_change", args=[row.pk]))
    _press(page, "History")
    _press(page, "Restore what it was before")
    _press(page, "Restore and publish")
    expect(page.get_by_text("Readers see it now.")).to_be_visible()
    row.refresh_from_db()
    assert row.wording == FIRST


def test_a_better_file_replaces_the_held_one_by_keyboard(open_page: OpenPage, held: Held) -> None:
    page = _open(open_page, held, _addresses(held)["replace"])
    _press(page, "This replaces the held text")
    page.get_by_label("Why it is published").focus()
    page.keyboard.type("The corrigendum.")
    _press(page, "Publish all but what is ticked")
    expect(page.get_by_text("readers see it now")).to_be_visible()
    assert held.text.source_file == held.better.source_file


def test_a_text_is_withdrawn_and_given_back_by_keyboard(open_page: OpenPage, held: Held) -> None:
    page = _open(open_page, held, _addresses(held)["text"])
    _press(page, "Withdraw")
    page.get_by_label("Why").focus()
    page.keyboard.type("It is the draft.")
    _press(page, "Show what readers will see")
    expect(page.get_by_text("The text of A/RES/66/164 was withdrawn.")).to_be_visible()
    assert not _is_withdrawn(held)
    _press(page, "Withdraw A/RES/66/164")
    expect(page.get_by_text("Readers are told so, and why.")).to_be_visible()
    assert _is_withdrawn(held)
    _press(page, "Restore")
    _press(page, "Restore A/RES/66/164")
    expect(page.get_by_text("is restored; readers see it now.")).to_be_visible()
    assert not _is_withdrawn(held)


def _is_withdrawn(held: Held) -> bool:
    return held.text.is_withdrawn


def test_pictures_for_the_archivist(open_page: OpenPage, held: Held, tmp_path: Path) -> None:
    """The pages as docs/curation.md shows them."""
    folder = Path(os.environ.get("PICTURES", tmp_path))
    addresses = _addresses(held)
    page = _open(open_page, held, addresses["differences"], width=1120)
    _picture(page, folder / "differences.png", height=1100)
    page = _open(open_page, held, addresses["row"], width=1120)
    _picture(page, folder / "history.png", height=300)
    page = _open(open_page, held, addresses["withdraw"], width=1120)
    page.get_by_label("Why").fill("It is the draft, and not the text that was adopted.")
    page.get_by_role("button", name="Show what readers will see").click()
    _picture(page, folder / "withdraw.png", height=560)
    names = {one.name for one in folder.glob("*.png")}
    assert names >= {"differences.png", "history.png", "withdraw.png"}


def _picture(page: Page, path: Path, *, height: int) -> None:
    """A picture in few colours, which is small."""
    page.set_viewport_size({"width": 1120, "height": height})
    taken = Image.open(BytesIO(page.screenshot()))
    taken.convert("RGB").quantize(48).save(path, optimize=True)
