"""A record has every key of the parse contract, and JSON can carry it."""

import hashlib
import json
from pathlib import Path

import pytest

from archive.parsing.contract import Record, parsed_of, record_of
from archive.parsing.files import parse_file
from archive.parsing.parsed import Paragraph, ParagraphKind, ParsedResolution, ParseError
from archive.parsing.pipeline import PARSER_VERSION, parse
from archive.parsing.readers import MAXIMUM_BYTES
from tests.parsing.printed import word_text

KEYS = {
    "file": str,
    "sha256": str,
    "format": str,
    "parser_version": str,
    "layout": str,
    "language": str,
    "error": None,
    "masthead": dict,
    "candidates": list,
    "paragraphs": list,
    "footnotes": list,
    "citations": list,
    "warnings": list,
    "mends": list,
    "leftovers": list,
}
VOTE = "by a recorded vote of 2 to 1, with 1 abstention"
TEXT = word_text(
    ["Recalling resolution 53/144 of 9 December 1998,1", "Noting A/62/53 and the re spective act,"],
    notes=["Resolution 53/144, annex."],
    front=["Adopted at the 89th meeting, on 19 December 2011, without a vote"],
)


def _record(text: str = TEXT) -> Record:
    data = text.encode()
    return record_of("a.txt", data, outcome=parse(data))


def test_a_record_has_every_key_in_its_order_and_type() -> None:
    record = _record()
    assert list(record) == list(KEYS)
    assert {key: type(record[key]) for key, kind in KEYS.items() if kind} == {
        key: kind for key, kind in KEYS.items() if kind
    }
    assert record["error"] is None
    assert record["parser_version"] == PARSER_VERSION
    assert record["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("candidates", {"session", "symbol", "evidence"}),
        (
            "paragraphs",
            {
                "id",
                "kind",
                "number",
                "label",
                "parent",
                "opening",
                "text",
                "form",
                "rows",
                "footnote_markers",
            },
        ),
        ("footnotes", {"id", "number", "text", "marked_in"}),
        (
            "citations",
            {
                "source",
                "start",
                "end",
                "text",
                "target",
                "by_name",
                "date",
                "pinpoint",
                "opening",
                "conflict",
                "of_whole",
            },
        ),
        ("mends", {"where", "found", "mended"}),
    ],
)
def test_every_entry_has_the_fields_of_the_contract(key: str, fields: set[str]) -> None:
    entries = _record()[key]
    assert entries
    assert all(set(entry) == fields for entry in entries)


def test_a_record_comes_back_from_json_as_it_was() -> None:
    record = _record()
    assert json.loads(json.dumps(record)) == record
    assert record["masthead"]["adopted_on"] == "2011-12-19"
    assert record["masthead"]["adoption"]["method"] == "without_vote"
    assert record["paragraphs"][0]["footnote_markers"] == [{"number": "1", "offset": 47}]
    assert record["citations"][0]["date"] == "1998-12-09"


def test_offsets_are_code_points_and_not_bytes() -> None:
    text = word_text(["Recalling Côte d’Ivoire 𝄞,1", "Noting it,"], notes=["See it."])
    paragraph = _record(text)["paragraphs"][0]
    assert paragraph["footnote_markers"] == [{"number": "1", "offset": len(paragraph["text"])}]


def test_a_refusal_has_the_same_keys_and_nothing_in_them() -> None:
    data = b"%PDF-1.7"
    record = record_of("a.pdf", data, outcome=ParseError("format_not_read", "This is a PDF file."))
    assert list(record) == list(KEYS)
    assert record["error"] == {"code": "format_not_read", "message": "This is a PDF file."}
    assert record["format"] == "pdf"
    assert not any(record[key] for key in list(KEYS)[7:])
    assert (record["layout"], record["language"]) == (None, None)


def test_a_file_is_read_whole_and_named_as_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_text(TEXT, encoding="utf-8")
    record = parse_file(str(path))
    assert (record["file"], record["format"], record["error"]) == (str(path), "text", None)
    assert record == _record() | {"file": str(path)}


def test_a_missing_file_is_named_with_the_reason_and_what_to_do(tmp_path: Path) -> None:
    record = parse_file(str(tmp_path / "nowhere.txt"))
    assert record["error"] == {
        "code": "unreadable_file",
        "message": (
            f"{tmp_path}/nowhere.txt cannot be read (no such file or directory); check the path."
        ),
    }
    assert (record["sha256"], record["format"]) == (None, None)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    error = parse_file(str(tmp_path))["error"]
    assert error["code"] == "unreadable_file"
    assert error["message"].endswith("(is a directory); name the files in it.")


def test_an_empty_file_has_a_digest_and_no_format(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    record = parse_file(str(path))
    assert record["error"]["code"] == "empty_file"
    assert (record["sha256"], record["format"]) == (hashlib.sha256().hexdigest(), None)


def test_the_digest_of_a_file_too_large_is_that_of_all_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    data = TEXT.encode().ljust(MAXIMUM_BYTES + 5_000_000)
    path.write_bytes(data)
    record = parse_file(str(path))
    assert record["error"]["code"] == "too_large"
    assert record["sha256"] == hashlib.sha256(data).hexdigest()


def test_a_record_read_back_is_the_parse_that_was_written() -> None:
    text = word_text(
        [
            "Recalling resolution 53/144 of 9 December 1998,1",
            "Noting paragraph 1 of the present resolution and the re spective act,",
        ],
        ["Requests the following:\n(a) To act;\n(b) To report."],
        notes=["Resolution 53/144, annex."],
        front=[
            "A/RES/66/164",
            "Distr.: General",
            "15 March 2012",
            f"Adopted at the 89th meeting, on 19 December 2011, {VOTE}, as follows:",
            "In favour: Chile, Peru",
            "Against: France",
            "Abstaining: Norway",
        ],
    )
    found = parse(text.encode())
    assert found.masthead.adoption is not None
    assert found.masthead.adoption.in_favour_states == ("Chile", "Peru")
    assert (found.masthead.organ, found.masthead.distributed_on) != (None, None)
    assert found.mends
    assert found.citations
    record = record_of("a.txt", text.encode(), outcome=found)
    assert parsed_of(json.loads(json.dumps(record))) == found


def test_a_table_and_a_text_without_a_masthead_are_read_back_too() -> None:
    table = Paragraph(
        id="op1",
        kind=ParagraphKind.OPERATIVE,
        number=1,
        label="1.",
        parent=None,
        opening=None,
        text="One Two",
        rows=(((0, 3), (4, 7)),),
    )
    for found in (
        ParsedResolution(format="docx", parser_version="1", paragraphs=(table,)),
        ParsedResolution(format="text", parser_version="1", language="fr", layout="one_line"),
    ):
        record = record_of("a.txt", b"x", outcome=found) | {
            "format": found.format,
            "parser_version": "1",
        }
        assert parsed_of(json.loads(json.dumps(record))) == found


def test_a_record_of_the_first_parsers_is_read_back_too() -> None:
    found = parse(TEXT.encode())
    record: Record = json.loads(json.dumps(record_of("a.txt", TEXT.encode(), outcome=found)))
    del record["layout"], record["language"], record["masthead"]["sponsors"]
    for one in record["paragraphs"]:
        del one["rows"], one["form"]
    for one in record["citations"]:
        del one["of_whole"], one["conflict"]
    read = parsed_of(record)
    assert (read.language, read.layout) == ("en", "")
    assert [one.text for one in read.paragraphs] == [one.text for one in found.paragraphs]
    assert [one.target for one in read.citations] == [one.target for one in found.citations]
