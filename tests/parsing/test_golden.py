"""The five founding documents parse to what a person read in them.

The files in ``golden/`` were written from the documents and are changed by hand only, after
reading the document again.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from archive.parsing.checks import account
from archive.parsing.contract import Record, record_of
from archive.parsing.pipeline import parse
from archive.parsing.readers import read

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
GOLDEN = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "golden").glob("*.json"))
}

each_document = pytest.mark.parametrize("number", sorted(GOLDEN))


@cache
def _record(number: str) -> Record:
    path = FIXTURES / GOLDEN[number]["file"]
    data = path.read_bytes()
    return record_of(path.name, data, outcome=parse(data))


def _cited(citation: dict[str, Any]) -> tuple[str, ...]:
    return tuple(str(citation[key]) for key in ("source", "target", "date", "pinpoint"))


def test_all_five_founding_documents_have_a_golden_parse() -> None:
    assert [golden["file"] for golden in GOLDEN.values()] == sorted(
        path.name for path in FIXTURES.glob("*.txt")
    )


@each_document
def test_every_paragraph_has_its_words_its_place_and_its_markers(number: str) -> None:
    assert _record(number)["paragraphs"] == GOLDEN[number]["paragraphs"]


@each_document
def test_every_note_has_its_words_and_the_paragraph_that_marks_it(number: str) -> None:
    assert _record(number)["footnotes"] == GOLDEN[number]["footnotes"]


@each_document
def test_the_masthead_says_what_the_file_prints_and_no_more(number: str) -> None:
    masthead = _record(number)["masthead"]
    assert masthead == GOLDEN[number]["masthead"] | {"lines": GOLDEN[number]["masthead_lines"]}


@each_document
def test_a_file_without_a_symbol_has_candidates_with_their_evidence(number: str) -> None:
    assert _record(number)["candidates"] == GOLDEN[number]["candidates"]


@each_document
def test_every_act_and_document_cited_by_symbol_is_found_and_no_other(number: str) -> None:
    found = [
        citation
        for citation in _record(number)["citations"]
        if citation["target"] and not citation["by_name"]
    ]
    assert sorted(map(_cited, found)) == sorted(map(_cited, GOLDEN[number]["citations"]))


@each_document
def test_words_are_mended_where_extraction_broke_them_and_nowhere_else(number: str) -> None:
    assert _record(number)["mends"] == GOLDEN[number]["mends"]


@each_document
def test_only_page_furniture_is_left_over(number: str) -> None:
    assert _record(number)["leftovers"] == GOLDEN[number]["leftovers"]


@each_document
def test_nothing_in_the_founding_documents_needs_a_warning(number: str) -> None:
    assert _record(number)["warnings"] == []


@each_document
def test_every_character_of_the_document_is_accounted_for_once(number: str) -> None:
    data = (FIXTURES / GOLDEN[number]["file"]).read_bytes()
    missing, invented = account(read(data).source_text, parse(data))
    assert (missing.total(), invented.total()) == (0, 0)


AS_SAVED_ELSEWHERE = {
    "with the line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "with a mark of UTF-8": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "in UTF-16": lambda text: text.encode("utf-16"),
    "in Windows-1252": lambda text: text.encode("cp1252"),
    "with blanks at the ends of lines": lambda text: text.replace("\n", "  \n").encode(),
    "with pages ended by form feeds": lambda text: text.replace("\n", "\n\x0c", 1).encode(),
}


@each_document
@pytest.mark.parametrize("way", AS_SAVED_ELSEWHERE)
def test_a_document_saved_in_another_way_has_the_same_parse(number: str, way: str) -> None:
    text = (FIXTURES / GOLDEN[number]["file"]).read_text(encoding="utf-8")
    found = parse(AS_SAVED_ELSEWHERE[way](text))
    assert record_of("", b"", outcome=found)["paragraphs"] == GOLDEN[number]["paragraphs"]
    assert [note.text for note in found.footnotes] == [
        note["text"] for note in GOLDEN[number]["footnotes"]
    ]
