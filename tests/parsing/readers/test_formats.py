"""The format of a file is told from its bytes; one that is not read is refused by its name."""

import io
import zipfile
from importlib import import_module

import pytest

from archive.parsing.blocks import Reading
from archive.parsing.parsed import ParseError
from archive.parsing.readers import read
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
    (_zip("word/document2.xml"), "word", "Word (.docx)"),
    (_zip("xl/workbook.xml"), None, "Excel (.xlsx)"),
    (_zip("ppt/presentation.xml"), None, "PowerPoint (.pptx)"),
    (_zip("content.xml"), None, "OpenDocument"),
    (_zip("notes.txt"), None, "zip archive"),
    (b"PK\x03\x04 cut short", None, "damaged zip archive"),
    (_zip("word/document.xml")[:-30], "word", "Word (.docx)"),
    (OLE + "WordDocument".encode("utf-16-le"), "word", "Word 97 (.doc)"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), None, "an Office file locked by a password"),
    (OLE + b"Workbook", None, "OLE"),
    (b"{\\rtf1 words", None, "RTF"),
    (b"\xef\xbb\xbf\r\n{\\rtf1 words", None, "RTF"),
    (b"\xffWPC\x10", None, "WordPerfect"),
    (b"MIME-Version: 1.0\n<html>", None, "a page saved with its pictures (.mht)"),
    (
        b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related",
        None,
        "a page saved with its pictures (.mht)",
    ),
    (b"Subject: Lamps\nMIME-Version: 1.0\n\nRecalling", None, "an e-mail message"),
    (b"Subject: Lamps\n\nThe General Assembly,", "text", "plain text"),
    (
        b"<?xml version='1.0'?>\n<?mso-application progid='Word.Document'?><w:wordDocument>",
        None,
        "an Office document in one XML file",
    ),
    (b"<?xml version='1.0'?><pkg:package>", None, "an Office document in one XML file"),
    (b"<?xml version='1.0'?><office:document>", None, "an Office document in one XML file"),
    (b"<frameset cols=20><frame src=a.htm></frameset>", "html", "HTML"),
    (b"<CENTER><PRE>Recalling", "html", "HTML"),
    (b"<html xmlns:w='urn:schemas-microsoft-com:office:word'>", "html", "HTML"),
    (b"<?xml:namespace prefix = o /><P>Recalling", "html", "HTML"),
    (b"\x89PNG\r\n\x1a\n", None, "PNG picture"),
    (b"\x1f\x8b\x08", None, "gzip archive"),
    (b"<!DOCTYPE html><html><p>Recalling", "html", "HTML"),
    (b"\xef\xbb\xbf\n <HTML lang=en>", "html", "HTML"),
    ("<html><p>Recalling".encode("utf-16"), "html", "HTML"),
    (b"<div>Recalling", "html", "HTML"),
    (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'><html>", "html", "HTML"),
    (b"<!-- saved from a page -->\n<html>", "html", "HTML"),
    (b"<!-- a note of the author -->\nRecalling", "text", "plain text"),
    (b"<?xml version='1.0'?><akomaNtoso xmlns='x'>", "akn4un", "Akoma Ntoso"),
    (b"<?xml version='1.0'?><akn:akomaNtoso xmlns:akn='x'>", "akn4un", "Akoma Ntoso"),
    (b"<akomaNtoso>", "akn4un", "Akoma Ntoso"),
    (b"<?xml version='1.0'?><resolution>", None, "XML"),
]


@pytest.mark.parametrize(("data", "key", "name"), FORMATS)
def test_a_format_is_told_from_the_content(data: bytes, key: str | None, name: str) -> None:
    assert (tell_format(data).key, tell_format(data).name) == (key, name)


@pytest.mark.parametrize("data", [data for data, key, _ in FORMATS if key is None])
def test_a_format_without_a_reader_is_refused_by_its_name_with_what_to_do(data: bytes) -> None:
    with pytest.raises(ParseError) as refused:
        read(data)
    assert refused.value.code == "format_not_read"
    found = tell_format(data)
    assert refused.value.message == f"Its format, {found.name}, is not read; {found.advice}."


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"{\\rtf1", "open it in Word or LibreOffice, save it as Word (.docx), and give that"),
        (
            b"MIME-Version: 1.0\n<html>",
            "open it in a browser, save it as HTML or PDF, and give that",
        ),
        (
            b"GIF89a",
            "save the resolution as PDF, Word (.docx), HTML or plain text, and give that",
        ),
    ],
)
def test_the_way_to_a_format_that_is_read_is_named(data: bytes, advice: str) -> None:
    assert tell_format(data).advice == advice


@pytest.mark.parametrize(
    ("reader", "data"),
    [(tell_format(data).reader, data) for data, key, _ in FORMATS if key not in {None, "text"}],
)
def test_a_format_is_read_by_its_own_reader(
    reader: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = Reading(format=reader, blocks=(), source_text="")
    module = import_module(f"archive.parsing.readers.{reader}")
    monkeypatch.setattr(module, "read", {data: reading}.__getitem__)
    assert read(data) is reading


def test_an_archive_of_more_files_than_any_document_has_is_not_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("archive.parsing.readers.formats.MOST_MEMBERS", 0)
    assert tell_format(_zip("word/document.xml")).name == "zip archive of more than 0 files"


def test_words_about_a_format_are_plain_text() -> None:
    assert tell_format(b"Recalling the word <html> in %PDF- files,").key == "text"


@pytest.mark.parametrize(
    ("data", "held"), [(b"", "is empty"), (b" \n\t\r\n", "has nothing but white space in it")]
)
def test_an_empty_file_is_refused(data: bytes, held: str) -> None:
    with pytest.raises(ParseError) as refused:
        read(data)
    assert refused.value.code == "empty_file"
    assert refused.value.message == f"The file {held}; get the file again."


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("archive.parsing.readers.MAXIMUM_BYTES", 2_000)
    words = b"The General Assembly,\nRecalling it,\n"
    assert read(words.ljust(2_000)).blocks
    with pytest.raises(ParseError) as refused:
        read(words.ljust(2_001))
    assert refused.value.code == "too_large"
    assert "2,000 bytes" in refused.value.message


@pytest.mark.parametrize("before", ["", "<html><body><p>"])
def test_a_text_longer_than_any_resolution_is_refused_in_every_format(
    before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = before + "The General Assembly,"
    monkeypatch.setattr("archive.parsing.readers.limits.MOST_CHARACTERS", len(text))
    assert read(text.encode()).blocks
    monkeypatch.setattr("archive.parsing.readers.limits.MOST_CHARACTERS", 20)
    with pytest.raises(ParseError) as refused:
        read(text.encode())
    assert (refused.value.code, "more than 20;" in refused.value.message) == ("too_large", True)


def test_a_file_of_more_lines_than_any_resolution_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("archive.parsing.readers.text.MOST_LINES", 3)
    assert len(read(b"One.\nTwo.\n\nThree.\n").blocks) == 3
    with pytest.raises(ParseError) as refused:
        read(b"One.\nTwo.\nThree.\nFour.\n")
    assert refused.value.code == "too_large"
    assert "4 lines" in refused.value.message
