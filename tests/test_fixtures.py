"""What the fixtures say of themselves is printed on pages, so it is written for readers."""

import csv
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
#: Straight marks, dates in figures, and names only those who wrote the archive would know.
NOT_FOR_READERS = re.compile(r"['\"]|\b\d{4}-\d\d-\d\d\b|\bseeds?\b|\.txt\b|\bfixtures?\b")


def _words() -> Iterator[str]:
    with (FIXTURES / "resolutions.csv").open(encoding="utf-8", newline="") as table:
        yield from (line["evidence"] for line in csv.DictReader(table))
    for entry in tomllib.loads((FIXTURES / "manifest.toml").read_text(encoding="utf-8"))["files"]:
        yield entry["provenance"]
        yield from entry.get("evidence", {}).values()


@pytest.mark.parametrize("words", sorted(set(_words())))
def test_evidence_and_provenance_are_written_for_readers(words: str) -> None:
    assert not NOT_FOR_READERS.search(words)


def test_every_file_of_a_text_has_its_entry() -> None:
    entries = tomllib.loads((FIXTURES / "manifest.toml").read_text(encoding="utf-8"))["files"]
    assert {entry["name"] for entry in entries} == {path.name for path in FIXTURES.glob("*.txt")}
