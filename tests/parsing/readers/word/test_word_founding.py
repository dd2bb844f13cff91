"""The founding documents as Word files have the paragraphs and notes of the text files."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from archive.parsing.checks import account
from archive.parsing.parsed import Paragraph, ParagraphKind, ParsedResolution
from archive.parsing.pipeline import parse
from archive.parsing.readers import read
from tests.parsing.readers.word.files import (
    NUMBERING,
    SEPARATORS,
    document,
    note,
    p,
    raised,
    reference,
    run,
    table,
)

FIXTURES = sorted((Path(__file__).resolve().parents[4] / "fixtures").glob("*.txt"))
each_document = pytest.mark.parametrize("path", FIXTURES, ids=[path.stem[:3] for path in FIXTURES])


@cache
def own(path: Path) -> ParsedResolution:
    """The parse of the text file."""
    return parse(path.read_bytes())


def runs(paragraph: Paragraph, *, typed: bool) -> list[str]:
    """The words of a paragraph and its marks, typed by hand or true ones."""
    found, at = [], 0
    for marker in paragraph.markers:
        found.append(run(paragraph.text[at : marker.offset]))
        found.append(raised(marker.number) if typed else reference(int(marker.number) + 1))
        at = marker.offset
    return [*found, run(paragraph.text[at:])]


def numbered(paragraph: Paragraph) -> str:
    """The list that numbers a paragraph, at its level."""
    level = paragraph.id.count("-") if paragraph.label else None
    if level is None:
        return ""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def masthead(found: ParsedResolution) -> str:
    symbol, title = found.masthead.symbol, found.masthead.title
    cells = table(["United Nations", symbol or ""], ["General Assembly", "Distr.: General"])
    return (cells if symbol else "") + (p(title) if title else "")


def with_true_notes(found: ParsedResolution) -> bytes:
    """The document as an author writes it who lets Word number it."""
    body = masthead(found) + p("The General Assembly,")
    for one in found.paragraphs:
        body += p(*runs(one, typed=False), properties=numbered(one))
    notes = "".join(note(int(one.number) + 1, one.text) for one in found.footnotes)
    return document(body, numbering=NUMBERING, footnotes=SEPARATORS + notes)


def with_typed_notes(found: ParsedResolution) -> bytes:
    """The document as an author writes it who types every number."""
    body = masthead(found) + p("The General Assembly,")
    for one in found.paragraphs:
        label = [run(f"\t{one.label}\t")] if one.label else [run("\t")]
        body += p(*label, *runs(one, typed=True))
    body += p("_______________")
    return document(body + "".join(p(raised(n.number), run(f" {n.text}")) for n in found.footnotes))


@each_document
@pytest.mark.parametrize("written", [with_true_notes, with_typed_notes])
def test_a_word_file_has_the_paragraphs_and_notes_of_the_text_file(
    path: Path, written: Callable[[ParsedResolution], bytes]
) -> None:
    wanted, data = own(path), written(own(path))
    found = parse(data)
    assert found.paragraphs == wanted.paragraphs
    assert found.footnotes == wanted.footnotes
    assert found.masthead.symbol == wanted.masthead.symbol
    assert found.masthead.title == wanted.masthead.title
    assert [warning.code for warning in found.warnings] == []
    missing, invented = account(read(data).source_text, found)
    assert (missing.total(), invented.total()) == (0, 0)


def test_the_founding_documents_have_marks_and_sub_paragraphs_to_lose() -> None:
    paragraphs = [one for path in FIXTURES for one in own(path).paragraphs]
    assert sum(len(one.markers) for one in paragraphs) > 15
    assert any(one.parent for one in paragraphs)
    assert {one.kind for one in paragraphs} >= {ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE}
