"""The format of a file is told from its bytes; one that is not read is refused by its name."""

import io
import zipfile

import pytest

from archive.parsing.parsed import ParseError
from archive.parsing.readers import MAXIMUM_BYTES, read
from archive.parsing.readers.formats import tell_format

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _zip(member: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(member, "<x/>")
    return written.getvalue()


FORMATS = [
    (b"%PDF-1.7\n...", "pdf", "PDF"),
    (_zip("word/document.xml"), "word", "Word (.docx)"),
    (_zip("xl/workbook.xml"), None, "Excel (.xlsx)"),
    (_zip("ppt/presentation.xml"), None, "PowerPoint (.pptx)"),
    (_zip("content.xml"), None, "OpenDocument"),
    (_zip("notes.txt"), None, "zip archive"),
    (b"PK\x03\x04 cut short", None, "damaged zip archive"),
    (OLE + "WordDocument".encode("utf-16-le"), "word", "Word 97 (.doc)"),
    (OLE + b"Workbook", None, "OLE"),
    (b"{\\rtf1 words", None, "RTF"),
    (b"\x89PNG\r\n\x1a\n", None, "PNG picture"),
    (b"\x1f\x8b\x08", None, "gzip archive"),
    (b"<!DOCTYPE html><html><p>Recalling", "html", "HTML"),
    (b"\xef\xbb\xbf\n <HTML lang=en>", "html", "HTML"),
    (b"<?xml version='1.0'?><akomaNtoso xmlns='x'>", "akn4un", "Akoma Ntoso"),
    (b"<?xml version='1.0'?><resolution>", None, "XML"),
]


@pytest.mark.parametrize(("data", "key", "name"), FORMATS)
def test_a_format_is_told_from_the_content(data: bytes, key: str | None, name: str) -> None:
    assert (tell_format(data).key, tell_format(data).name) == (key, name)


@pytest.mark.parametrize("data", [data for data, _, _ in FORMATS])
def test_a_file_that_is_no_text_is_refused_with_its_format_and_what_to_do(data: bytes) -> None:
    with pytest.raises(ParseError) as refused:
        read(data)
    assert refused.value.code == "format_not_read"
    assert tell_format(data).name in refused.value.message
    assert "and plain text is read; " in refused.value.message


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"%PDF-1.7", "take its text out, with pdftotext for example, and give that."),
        (_zip("word/document.xml"), "save it as plain text in a word processor, and give that."),
        (b"<html>", "save the page as plain text, and give that."),
        (b"{\\rtf1", "give the resolution as plain text."),
    ],
)
def test_the_refusal_says_how_to_get_the_text(data: bytes, advice: str) -> None:
    with pytest.raises(ParseError) as refused:
        read(data)
    assert refused.value.message.endswith(advice)


def test_words_about_a_format_are_plain_text() -> None:
    assert tell_format(b"Recalling the word <html> in %PDF- files,").key == "text"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(ParseError) as refused:
        read(data)
    assert refused.value.code == "empty_file"


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_read() -> None:
    words = b"The General Assembly,\nRecalling it,\n"
    assert read(words.ljust(MAXIMUM_BYTES)).blocks
    with pytest.raises(ParseError) as refused:
        read(words.ljust(MAXIMUM_BYTES + 1))
    assert refused.value.code == "too_large"
    assert "20,000,000 bytes" in refused.value.message


def test_a_file_of_more_lines_than_any_resolution_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("archive.parsing.readers.text.MOST_LINES", 3)
    assert len(read(b"One.\nTwo.\n\nThree.\n").blocks) == 3
    with pytest.raises(ParseError) as refused:
        read(b"One.\nTwo.\nThree.\nFour.\n")
    assert refused.value.code == "too_large"
    assert "4 lines" in refused.value.message
