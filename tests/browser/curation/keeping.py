"""What is published is corrected, restored, read again, contested, withdrawn and given back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from http import HTTPStatus

import pytest
from django.urls import reverse

from archive.models import Ingestion, Text
from archive.parsing.parsed import ParsedResolution
from tests.browser.curation.bringing import queue
from tests.browser.curation.windows import Window
from tests.browser.curation.worker import work_with_planted_parser
from tests.ingest.reparsing.parsers import plant, reworded

SYMBOL, FILE = "A/RES/56/163", "004_78583790f5e23900.txt"
ADDRESS = f"/{SYMBOL}/"
_REASON = "The file is that of another resolution."
_READ = "Takes note with appreciation of the reports"
_CORRECTED = "Welcomes the reports"
_LATER = "Notes the reports"
_REST = " of the Special Representative of the Secretary-General on human rights defenders;"
_READ_ANEW = "Stresses the importance of combating impunity;"
_WRONGLY_READ = "Urges all Governments to coöperate;"


def open_form(editor: Window) -> None:
    """An editor goes from the list of files to the form of a paragraph."""
    editor.visit(reverse("admin:archive_ingestion_changelist"))
    editor.follow(FILE)
    editor.follow("Correct op. 2")


def correct(editor: Window) -> None:
    """An editor corrects the paragraph on the form that is open."""
    editor.write("Words", f"{_CORRECTED}{_REST}")
    editor.write("Why", "The printed resolution, page 1")
    editor.press("Save")
    assert editor.reads("set by edith on")
    assert editor.reads("Changes not published")


def be_late(editor: Window) -> None:
    """Another saves a form that was opened before: refused, with both versions and nothing lost."""
    editor.write("Words", f"{_LATER}{_REST}")
    editor.press("Save")
    assert editor.reads("Somebody has changed it meanwhile")
    versions = editor.page.get_by_role("region", name="Somebody has changed it meanwhile")
    for words in (_READ, _CORRECTED, _LATER):
        assert versions.get_by_text(f"{words}{_REST}").first.is_visible()
    assert editor.page.get_by_label("Words").input_value() == f"{_LATER}{_REST}"
    editor.follow("Leave it as it stands")
    assert _latest().corrections.count() == 1


def publish_correction(publisher: Window, visitor: Window) -> None:
    """Readers see a correction once it is published, and not before."""
    assert _READ in _words_for(visitor)["op2"]
    publisher.follow(FILE, within=queue(publisher, "Changes not published"))
    publisher.follow("Publish")
    assert publisher.reads("What readers will find otherwise (1 place)")
    publisher.write("Why", "A reader found it.")
    publisher.press("Publish")
    assert _CORRECTED in _words_for(visitor)["op2"]


def look_at_history(publisher: Window) -> None:
    """The text’s history says who changed what and why."""
    publisher.follow(SYMBOL)
    publisher.follow("History")
    states = publisher.page.locator(".entries > li")
    assert states.count() == len(("Published", "Corrected"))
    assert "by paula. Corrected: A reader found it." in states.first.inner_text()
    publisher.follow("UTC", within=states.first)
    (gone,) = publisher.page.locator("del").all_inner_texts()
    assert "Takes note with appreciation of" in gone


def restore_wording(publisher: Window, visitor: Window) -> None:
    """The wording of the paragraph is restored from its own history, and published."""
    publisher.follow(f"{SYMBOL} (en)")
    publisher.follow("paragraphs", within=publisher.page.locator("#content"))
    publisher.follow("op. 2")
    publisher.follow("History")
    publisher.follow("Restore what it was before")
    publisher.write("Why", "The PDF has it as it was.")
    publisher.press("Restore and publish", key="Space")
    assert _READ in _words_for(visitor)["op2"]


def read_again(publisher: Window, visitor: Window, planted: pytest.MonkeyPatch) -> None:
    """A better parser reads two paragraphs otherwise: one is accepted, one stays as it was."""
    before = _words_for(visitor)
    plant(planted, {b"56/163.": _both(reworded("op3", _READ_ANEW), reworded("op4", _WRONGLY_READ))})
    publisher.follow(SYMBOL, within=queue(publisher, "Behind the parser"))
    publisher.follow("Read again")
    publisher.press("Read it again")
    assert publisher.reads("It waits to be parsed")
    assert work_with_planted_parser() == 1
    publisher.follow(FILE, within=queue(publisher, "Ready to publish"))
    publisher.follow("What it changes for readers")
    assert publisher.reads("What readers would find otherwise (2 places)")
    publisher.tick("Keep as published: op. 4")
    publisher.press("Publish all but what is ticked")
    after = _words_for(visitor)
    assert _READ_ANEW in after.pop("op3") != before.pop("op3")
    assert after == before


def withdraw(publisher: Window, visitor: Window) -> None:
    """A text is withdrawn with a reason that readers are told, and is in no search."""
    publisher.follow(SYMBOL)
    publisher.follow("Withdraw")
    publisher.write("Why", _REASON)
    publisher.press("Show what readers will see")
    assert publisher.reads(_REASON)
    publisher.press(f"Withdraw {SYMBOL}")
    assert visitor.visit(ADDRESS) == HTTPStatus.GONE
    assert visitor.reads(_REASON)
    visitor.visit("/search/?q=impunity")
    assert not visitor.page.get_by_role("link", name=SYMBOL).count()


def give_back(publisher: Window, visitor: Window) -> None:
    """The text is restored, and readers have it as before."""
    publisher.follow("Restore")
    publisher.press(f"Restore {SYMBOL}", key="Space")
    assert _READ_ANEW in _words_for(visitor)["op3"]
    visitor.visit("/search/?q=impunity")
    assert visitor.page.get_by_role("link", name=SYMBOL).count()


def be_kept_out(window: Window, addresses: Sequence[str]) -> None:
    """Pages of a role that somebody has not are refused, though the addresses are known."""
    for address in addresses:
        assert window.visit(address) == HTTPStatus.FORBIDDEN, address
        assert window.reads("ask whoever keeps the archive for the role that may")


def of_editors() -> list[str]:
    """Pages on which files are brought and set right."""
    return [
        reverse("admin:archive_ingestion_add"),
        reverse("admin:archive_ingestion_correct_paragraph", args=[_latest().pk, "op2"]),
        reverse("admin:archive_ingestion_correct_fact", args=[_latest().pk, "symbol"]),
        reverse("admin:archive_ingestion_insert_note", args=[_latest().pk]),
        reverse("admin:archive_ingestion_replace", args=[_latest().pk]),
    ]


def of_publishers() -> list[str]:
    """Pages on which it is decided what readers see."""
    of_files = ("publish", "reject", "reparse")
    of_texts = ("withdraw", "restore")
    text = Text.objects.get(resolution__symbol=SYMBOL)
    return [
        *[reverse(f"admin:archive_ingestion_{one}", args=[_latest().pk]) for one in of_files],
        *[reverse(f"admin:archive_text_{one}", args=[text.pk]) for one in of_texts],
    ]


def _latest() -> Ingestion:
    return Ingestion.objects.filter(source_file__name=FILE).latest("pk")


def _words_for(visitor: Window) -> dict[str, str]:
    """The operative paragraphs as a reader has them, by anchor."""
    assert visitor.visit(ADDRESS) == HTTPStatus.OK
    found = visitor.page.locator("[id^=op]").all()
    return {one.get_attribute("id") or "": " ".join(one.inner_text().split()) for one in found}


def _both(
    *changes: Callable[[ParsedResolution], ParsedResolution],
) -> Callable[[ParsedResolution], ParsedResolution]:
    def change(found: ParsedResolution) -> ParsedResolution:
        for one in changes:
            found = one(found)
        return replace(found)

    return change
