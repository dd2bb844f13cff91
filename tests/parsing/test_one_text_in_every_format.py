"""One text gives the same paragraphs and notes whatever the format it is held in."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse
from tests.parsing.readers.pdf.files import Look, Part, Typesetter
from tests.parsing.readers.word import files as word_files

ROOT = Path(__file__).resolve().parents[2]
DECLARATION = ROOT.parent / "shared" / "corpus" / "pdf" / "A_RES_53_144_EN.pdf"
FIXTURE = ROOT / "fixtures" / "001_7956f2d681d4ea9d.txt"
PDFTOTEXT = shutil.which("pdftotext")

needs_pdftotext = pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
needs_declaration = pytest.mark.skipif(
    not DECLARATION.exists(), reason="the PDF of A/RES/53/144 is not beside the project"
)


def _said(found: ParsedResolution) -> dict[str, object]:
    """The paragraphs with the notes each marks, and the notes."""
    paragraphs: dict[str, object] = {
        paragraph.id: (
            paragraph.label,
            paragraph.text,
            sorted(marker.number for marker in paragraph.markers),
        )
        for paragraph in found.paragraphs
    }
    return paragraphs | {f"note {note.number}": note.text for note in found.footnotes}


def _as_text(pdf: bytes, *options: str) -> bytes:
    assert PDFTOTEXT is not None
    run = [PDFTOTEXT, *options, "-enc", "UTF-8", "-", "-"]
    return subprocess.run(run, input=pdf, capture_output=True, check=True).stdout


@cache
def _fixture() -> ParsedResolution:
    return parse(FIXTURE.read_bytes())


def _marked(text: str, markers: list[tuple[int, str]]) -> str:
    """The words with ``{1}`` wherever note 1 is marked."""
    for offset, number in sorted(markers, reverse=True):
        text = f"{text[:offset]}{{{number}}}{text[offset:]}"
    return text


def _as_pdf(found: ParsedResolution, look: Look) -> bytes:
    setter = Typesetter(look, {note.number: note.text for note in found.footnotes})
    setter.add(Part("<i>The General Assembly,</i>"))
    for paragraph in found.paragraphs:
        marks = [(marker.offset, marker.number) for marker in paragraph.markers]
        label = f"{paragraph.label} " if paragraph.label else ""
        setter.add(Part(label + _marked(paragraph.text, marks)))
    return setter.data()


def _as_docx(found: ParsedResolution) -> bytes:
    body = word_files.p("The General Assembly,")
    for paragraph in found.paragraphs:
        pieces = [f"{paragraph.label} "] if paragraph.label else []
        at = 0
        for marker in paragraph.markers:
            pieces += [paragraph.text[at : marker.offset]]
            pieces += [word_files.reference(int(marker.number))]
            at = marker.offset
        body += word_files.p(*(piece for piece in [*pieces, paragraph.text[at:]] if piece))
    notes = "".join(word_files.note(int(note.number), note.text) for note in found.footnotes)
    return word_files.document(body, footnotes=word_files.SEPARATORS + notes)


LOOKS = {
    "in one column": Look(),
    "without signs for spaces": Look(has_space_signs=False, note_rule="signs"),
    "in two columns": Look(
        columns=2,
        left=60,
        right=552,
        size=8.5,
        leading=10,
        gap=4,
        indent=14,
        raised_size=5.5,
        raised_by=3,
        note_size=7,
    ),
}


@pytest.mark.parametrize("name", LOOKS)
def test_a_founding_document_says_the_same_as_a_pdf(name: str) -> None:
    assert _said(parse(_as_pdf(_fixture(), LOOKS[name]))) == _said(_fixture())


def test_a_founding_document_says_the_same_in_word() -> None:
    assert _said(parse(_as_docx(_fixture()))) == _said(_fixture())


@needs_pdftotext
@pytest.mark.parametrize("options", [(), ("-layout",)], ids=["plain", "layout"])
def test_a_founding_document_says_the_same_through_pdftotext(options: tuple[str, ...]) -> None:
    text = _as_text(_as_pdf(_fixture(), Look(head="A/RES/66/164", job_number="")), *options)
    assert _said(parse(text)) == _said(_fixture())


@needs_declaration
@needs_pdftotext
@pytest.mark.parametrize("options", [(), ("-layout",)], ids=["plain", "layout"])
def test_the_declaration_says_the_same_through_pdftotext(options: tuple[str, ...]) -> None:
    pdf = DECLARATION.read_bytes()
    assert _said(parse(_as_text(pdf, *options))) == _said(parse(pdf))


@needs_declaration
def test_the_declaration_has_its_articles_and_notes() -> None:
    found = parse(DECLARATION.read_bytes())
    headings = [
        paragraph.text for paragraph in found.paragraphs if paragraph.text.startswith("Article ")
    ]
    assert headings == [f"Article {number}" for number in range(1, 21)]
    assert [note.number for note in found.footnotes] == ["1", "2", "3"]
    assert str(found.masthead.symbol) == "A/RES/53/144"


@needs_declaration
def test_the_declaration_says_the_same_in_word() -> None:
    found = parse(DECLARATION.read_bytes())
    texts = {paragraph.text for paragraph in found.paragraphs}
    again = {paragraph.text for paragraph in parse(_as_docx(found)).paragraphs}
    assert texts == again
