"""From files to publication: the five seeds brought, refused, mended and published."""

from pathlib import Path

from django.urls import reverse
from playwright.sync_api import Locator, expect

from archive.models import Batch, Correction, Ingestion, Text
from tests.browser.curation.windows import Window
from tests.ingest.intake.working import work

SEEDS = sorted((Path(__file__).parents[3] / "fixtures").glob("*.txt"))
#: Those that print no symbol, with the symbol and the beginning of the evidence that is offered.
NAMELESS = {
    "000_da5c3c4bd2e82ba1.txt": ("A/RES/62/152", "The text cites “Sixty-second Session"),
    "002_6c4a68e8a7cd0e6b.txt": ("A/C.3/70/L.46", "The text cites “Resolution 70/1"),
}
_INDEX = "admin:index"


def queue(window: Window, title: str) -> Locator:
    """A queue of the first page, in a window that is led there."""
    window.visit(reverse(_INDEX))
    return window.page.get_by_role("region", name=title)


def bring(editor: Window) -> None:
    """An editor brings the seeds together, without their manifest; a worker parses them."""
    editor.visit(reverse(_INDEX))
    editor.follow("Bring files")
    editor.choose_files("Files:", SEEDS)
    editor.write("Where from:", "the founding documents of the archive")
    editor.press("Bring them in", is_fleeting=True)
    editor.follow("Keep it still")
    assert editor.page.get_by_role("cell", name="Waiting").count() == len(SEEDS)
    work(batch=Batch.objects.get().pk)
    editor.follow("Have the page follow")
    for state, count in (("Parsed", 3), ("Needs attention", 2)):
        expect(editor.page.get_by_role("cell", name=state)).to_have_count(count)


def only_look(reader: Window) -> None:
    """A reader sees what was brought and what was read in it, and is offered nothing to do."""
    assert queue(reader, "Needs attention").get_by_role("listitem").count() == len(NAMELESS)
    reader.follow(SEEDS[-1].name, within=queue(reader, "Ready to publish"))
    assert reader.reads("Nothing keeps it from being published.")
    for act in ("Publish", "Turn down", "Read it again", "Correct", "Set", "Add a note"):
        assert not reader.offers(act), act


def be_refused(publisher: Window) -> None:
    """A publisher is told why two of the files cannot be published, and led to the place."""
    for name in NAMELESS:
        publisher.follow(name, within=queue(publisher, "Needs attention"))
        publisher.follow("Publish")
        assert publisher.reads("The file prints no symbol, and nobody has said which")
        assert not publisher.page.get_by_role("button", name="Publish").count()
        publisher.follow("Masthead, symbol")
        expect(publisher.page.locator(":target")).to_contain_text("It prints no symbol")
    assert not Text.objects.exists()


def mend(editor: Window) -> None:
    """An editor completes the symbols that are offered, and takes the evidence as it is offered."""
    for name, (symbol, evidence) in NAMELESS.items():
        editor.follow(name, within=queue(editor, "Needs attention"))
        assert editor.jump("Masthead, symbol") == "offers"
        offer = editor.page.get_by_role("form", name="Offer 1")
        editor.write("Symbol", symbol, within=offer)
        editor.press("Set it with this evidence", within=offer, key="Space")
        assert editor.reads("set by edith on")
        assert not editor.offers("Publish")
        made = Correction.objects.get(ingestion__source_file__name=name)
        assert (made.after, made.evidence.startswith(evidence)) == (symbol, True)


def publish_all(publisher: Window) -> None:
    """A publisher publishes all that is ready, which is all."""
    for file in reversed(SEEDS):
        publisher.follow(file.name, within=queue(publisher, "Ready to publish"))
        assert publisher.reads("Nothing keeps it from being published.")
        publisher.follow("Publish")
        publisher.press("Publish")
        assert publisher.reads("is published; readers see it now.")
    assert Text.objects.count() == len(SEEDS)
    assert not Ingestion.objects.exclude(state="published").exists()
