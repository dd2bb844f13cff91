"""The page on which staff bring files, and that of a batch, in a real browser.

With PICTURES set to a folder, the picture of docs/curation.md is made there.
"""

import os
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from django.urls import reverse
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from archive.ingest.intake import limits
from archive.models import Batch
from tests import builders as build
from tests import factories as make
from tests.browser.conftest import OpenPage
from tests.ingest.intake.working import work

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIXTURES = settings.BASE_DIR / "fixtures"
DROP = """
(name) => {
  const dropped = new DataTransfer();
  dropped.items.add(new File(["words"], name));
  const form = document.querySelector("form[data-most-files]");
  for (const type of ["dragover", "drop"]) {
    form.dispatchEvent(
      new DragEvent(type, { dataTransfer: dropped, bubbles: true, cancelable: true })
    );
  }
}
"""


#: What a browser hands over of a folder that is dropped; no test can drop a real one.
FOLDER = """
  const dropped = new DataTransfer();
  DataTransferItem.prototype.webkitGetAsEntry = () => ({ isDirectory: true });
"""


@pytest.fixture(name="open_as_editor")
def _open_as_editor(open_page: OpenPage) -> OpenPage:
    """Opens an address of the pages for staff with an editor logged in."""

    def open_(address: str, **options: Any) -> Page:
        client = Client()
        client.force_login(make.make_staff("editor", name="anna"))
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        page = open_page("/robots.txt", **options)
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": page.url}]
        )
        page.goto(page.url.replace("/robots.txt", address))
        return page

    return open_


@pytest.fixture(name="files")
def _files(tmp_path: Path) -> list[Path]:
    """A resolution, and a file that is too large."""
    resolution, large = tmp_path / "71-164.txt", tmp_path / "large.pdf"
    resolution.write_text(build.resolution_text("71/164"), encoding="utf-8")
    large.write_bytes(b"%PDF-" + b"0" * 21_000_000)
    return [resolution, large]


def _violations(page: Page) -> list[str]:
    """What axe objects to; told to load no style sheets itself, which the page’s policy forbids."""
    results = Axe().run(page, options={"preload": False})
    return [found["id"] for found in results.response["violations"]]


def _bring(page: Page, files: list[Path]) -> None:
    page.get_by_label("Files:").set_input_files(files)
    page.get_by_label("Where from:").fill("a library in Geneva")
    page.get_by_role("button", name="Bring them in").click()
    page.wait_for_url("**/batch/*/change/")


def test_files_are_listed_before_they_are_sent_and_what_is_too_much_is_said(
    open_as_editor: OpenPage, files: list[Path]
) -> None:
    page = open_as_editor(reverse("admin:archive_ingestion_add"))
    page.get_by_label("Files:").set_input_files(files)
    status = page.get_by_role("status")
    expect(status).to_contain_text("2 files chosen, 21.0 MB together.")
    expect(status).to_contain_text("large.pdf has 21.0 MB; it will not be taken in.")
    assert _violations(page) == []


def test_a_pasted_text_that_is_too_long_is_not_sent_and_stays(
    open_as_editor: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_PASTED_CHARACTERS", 1_250)
    page = open_as_editor(reverse("admin:archive_ingestion_add"))
    page.get_by_label("Where from:").fill("a library in Geneva")
    pasted = page.get_by_label("Or paste the text of a resolution:")
    pasted.fill("𝄞" * 1_251)
    page.get_by_role("button", name="Bring them in").click()
    told = pasted.evaluate("field => field.validationMessage")
    assert told == "The pasted text has 1,251 characters, and may have 1,250. Save it as a file."
    expect(page.get_by_label("Where from:")).to_have_value("a library in Geneva")
    pasted.fill("𝄞" * 1_250)
    assert pasted.evaluate("field => field.checkValidity()")


def test_a_folder_that_is_dropped_is_not_sent_and_is_named_as_one(
    open_as_editor: OpenPage,
) -> None:
    page = open_as_editor(reverse("admin:archive_ingestion_add"))
    page.evaluate(DROP.replace("const dropped = new DataTransfer();", FOLDER), "2011")
    expect(page.get_by_role("status")).to_contain_text("A folder is not taken in;")
    assert page.evaluate("document.querySelector('[type=file]').files.length") == 0


def test_the_table_of_a_batch_is_as_wide_as_its_page(open_as_editor: OpenPage) -> None:
    batch = make.make_batch_file(refusal="It has 21,000,009 bytes, and a file may have. " * 4).batch
    page = open_as_editor(reverse("admin:archive_batch_change", args=[batch.pk]), width=1280)
    beyond = "table => table.scrollWidth - table.parentElement.clientWidth"
    assert page.locator("table.files").evaluate(beyond) <= 0


def test_files_that_are_dropped_join_those_that_were_chosen(
    open_as_editor: OpenPage, files: list[Path]
) -> None:
    page = open_as_editor(reverse("admin:archive_ingestion_add"))
    page.get_by_label("Files:").set_input_files(files[:1])
    page.evaluate(DROP, "dropped.txt")
    expect(page.get_by_role("status")).to_contain_text("2 files chosen")
    names = page.evaluate("[...document.querySelector('[type=file]').files].map((f) => f.name)")
    assert names == ["71-164.txt", "dropped.txt"]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_batch_is_followed_to_its_end_with_and_without_scripts(
    open_as_editor: OpenPage, files: list[Path], *, scripts: bool
) -> None:
    address = reverse("admin:archive_ingestion_add")
    page = open_as_editor(address, java_script_enabled=scripts)
    _bring(page, files)
    expect(page.get_by_text("Files wait to be parsed")).to_be_visible()
    expect(page.get_by_text("It has 21,000,005 bytes")).to_be_visible()
    work(batch=Batch.objects.get().pk)
    expect(page.get_by_text("Files wait to be parsed")).to_be_hidden(timeout=10_000)
    expect(page.get_by_role("cell", name="Parsed")).to_be_visible()


def test_the_page_of_a_batch_is_accessible(open_as_editor: OpenPage) -> None:
    batch = make.make_batch_file(ingestion=make.make_waiting()).batch
    make.make_batch_file(batch)
    page = open_as_editor(reverse("admin:archive_batch_change", args=[batch.pk]))
    expect(page.get_by_text("No worker runs")).to_be_visible()
    assert _violations(page) == []
    page.get_by_role("link", name="Keep it still").click()
    expect(page.get_by_role("link", name="Have the page follow")).to_be_visible()
    assert _violations(page) == []


def test_pictures_for_the_archivist(open_as_editor: OpenPage, tmp_path: Path) -> None:
    """A batch as docs/curation.md shows it."""
    folder = Path(os.environ.get("PICTURES", tmp_path))
    seed = (FIXTURES / "000_da5c3c4bd2e82ba1.txt").read_bytes()
    named = [("71-164.txt", build.resolution_text("71/164").encode()), ("62-152.txt", seed)]
    page = open_as_editor(reverse("admin:archive_ingestion_add"), width=1120)
    page.get_by_label("Files:").set_input_files(
        [
            FilePayload(name=name, mimeType="text/plain", buffer=content)
            for name, content in [*named, ("scan.png", b"\x89PNG\r\n\x1a\n"), ("empty.pdf", b"")]
        ]
    )
    page.get_by_label("Where from:").fill("Dag Hammarskjöld Library")
    page.get_by_role("button", name="Bring them in").click()
    page.wait_for_url("**/batch/*/change/")
    work(batch=Batch.objects.get().pk)
    page.goto(page.url)
    page.locator("#toggle-nav-sidebar").click()
    page.set_viewport_size({"width": 1120, "height": 560})
    taken = Image.open(BytesIO(page.screenshot()))
    taken.convert("RGB").quantize(48).save(folder / "batch.png", optimize=True)
    expect(page.get_by_text("It prints no symbol")).to_be_visible()
