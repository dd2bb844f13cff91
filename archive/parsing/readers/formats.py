"""Which format a file has, told from its bytes and never from its name.

Reads: bytes. Writes: the format's key in the parse contract and its name for a person.
"""

import codecs
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

TEXT = "text"
_BEGINNING = 1024


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format: ``key`` as in the parse contract, None for one that holds no resolutions.

    ``reader`` names the module beside this one that reads it.
    """

    key: str | None
    name: str
    reader: str | None = None


_PLAIN_TEXT = FileFormat(TEXT, "plain text", "text")
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BY_FIRST_BYTES = (
    (b"%PDF-", FileFormat("pdf", "PDF", "pdf")),
    (b"{\\rtf", FileFormat(None, "RTF")),
    (b"\x89PNG\r\n", FileFormat(None, "PNG picture")),
    (b"\xff\xd8\xff", FileFormat(None, "JPEG picture")),
    (b"GIF8", FileFormat(None, "GIF picture")),
    (b"II*\x00", FileFormat(None, "TIFF picture")),
    (b"MM\x00*", FileFormat(None, "TIFF picture")),
    (b"\x1f\x8b", FileFormat(None, "gzip archive")),
    (b"7z\xbc\xaf\x27\x1c", FileFormat(None, "7-Zip archive")),
)
_BY_MEMBER = (
    ("word/document.xml", FileFormat("word", "Word (.docx)", "word")),
    ("xl/workbook.xml", FileFormat(None, "Excel (.xlsx)")),
    ("ppt/presentation.xml", FileFormat(None, "PowerPoint (.pptx)")),
    ("content.xml", FileFormat(None, "OpenDocument")),
)
_WORD_97_STREAM = "WordDocument".encode("utf-16-le")
_MARKUP = (
    (b"<akomantoso", FileFormat("akn4un", "Akoma Ntoso", "akn4un")),
    (b"<!doctype html", FileFormat("html", "HTML", "html")),
    (b"<html", FileFormat("html", "HTML", "html")),
)


def tell_format(data: bytes) -> FileFormat:
    """The format of a file; whatever is nothing else is plain text."""
    beginning = data[:_BEGINNING].removeprefix(codecs.BOM_UTF8).lstrip()
    if beginning.startswith(_ZIP):
        return _format_of_zip(data)
    if beginning.startswith(_OLE):
        is_word = _WORD_97_STREAM in data
        return (
            FileFormat("word", "Word 97 (.doc)", "word_97") if is_word else FileFormat(None, "OLE")
        )
    for first_bytes, found in _BY_FIRST_BYTES:
        if beginning.startswith(first_bytes):
            return found
    return _format_of_markup(beginning.lower())


def _format_of_zip(data: bytes) -> FileFormat:
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = set(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError):
        return FileFormat(None, "damaged zip archive")
    for member, found in _BY_MEMBER:
        if member in members:
            return found
    return FileFormat(None, "zip archive")


def _format_of_markup(beginning: bytes) -> FileFormat:
    for tag, found in _MARKUP:
        if beginning.startswith((tag, b"<?xml", b"<!--")) and tag in beginning:
            return found
    return FileFormat(None, "XML") if beginning.startswith(b"<?xml") else _PLAIN_TEXT
