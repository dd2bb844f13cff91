"""Which format a file has, told from its bytes and never from its name.

Reads: bytes. Writes: the format's key in the parse contract and its name for a person.
"""

import codecs
import re
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

TEXT = "text"
_OFFICE = "Word or LibreOffice"
_DOCX = "Word (.docx)"
_BEGINNING = 4096
#: Far more than any document has; an archive of more is not even listed.
MOST_MEMBERS = 10_000


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format: ``key`` as in the parse contract, None for one that holds no resolutions.

    ``reader`` names the module beside this one that reads it. ``advice`` is what to do with a
    file of a format that is not read.
    """

    key: str | None
    name: str
    reader: str | None = None
    advice: str = "save the resolution as PDF, Word (.docx), HTML or plain text, and give that"


def _to_save(name: str, program: str, *, kind: str = _DOCX) -> FileFormat:
    """A format of documents that is not read; a program can save its files as a kind that is."""
    return FileFormat(None, name, advice=f"open it in {program}, save it as {kind}, and give that")


_PLAIN_TEXT = FileFormat(TEXT, "plain text", "text")
_AKOMA_NTOSO_FORMAT = FileFormat("akn4un", "Akoma Ntoso", "akn4un")
_HTML_FORMAT = FileFormat("html", "HTML", "html")
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BY_FIRST_BYTES = (
    (b"%PDF-", FileFormat("pdf", "PDF", "pdf")),
    (b"{\\rtf", _to_save("RTF", _OFFICE)),
    (b"\xffWPC", _to_save("WordPerfect", "LibreOffice")),
    (b"\x89PNG\r\n", FileFormat(None, "PNG picture")),
    (b"\xff\xd8\xff", FileFormat(None, "JPEG picture")),
    (b"GIF8", FileFormat(None, "GIF picture")),
    (b"II*\x00", FileFormat(None, "TIFF picture")),
    (b"MM\x00*", FileFormat(None, "TIFF picture")),
    (b"\x1f\x8b", FileFormat(None, "gzip archive")),
    (b"7z\xbc\xaf\x27\x1c", FileFormat(None, "7-Zip archive")),
)
_DAMAGED = FileFormat(None, "damaged zip archive", advice="get it again, or pack its files again")
_ZIP_MEMBER = b"PK\x01\x02"
_WORD = FileFormat("word", _DOCX, "word")
_WORD_MEMBER = b"word/document"
_BY_MEMBER = (
    (re.compile(r"word/document\d*\.xml"), _WORD),
    (re.compile(r"xl/workbook\.xml"), FileFormat(None, "Excel (.xlsx)")),
    (re.compile(r"ppt/presentation\.xml"), FileFormat(None, "PowerPoint (.pptx)")),
    (re.compile(r"content\.xml"), _to_save("OpenDocument", _OFFICE)),
)
_BY_STREAM = (
    ("EncryptedPackage", FileFormat(None, "an Office file locked by a password")),
    ("WordDocument", FileFormat("word", "Word 97 (.doc)", "word.word_97")),
)
_AKOMA_NTOSO = re.compile(rb"<(?:[\w.-]{1,40}:)?akomantoso[\s>/]")
_WORD_XML = re.compile(rb"<(?:w:worddocument|pkg:package|office:document)[\s>/]")
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|title|meta|link|base|style|script|body|frameset|main|article"
    rb"|section|div|center|span|font|table|pre|blockquote|ol|ul|hr|br|img|h[1-6]|p|a)[\s>/]"
)
_HEADER = re.compile(rb"[a-z][a-z-]{1,40}: ?\S")
_MIME = re.compile(rb"^mime-version:", re.MULTILINE)
_PAGE_WITH_PICTURES = _to_save(
    "a page saved with its pictures (.mht)", "a browser", kind="HTML or PDF"
)
_MESSAGE = FileFormat(None, "an e-mail message")


def tell_format(data: bytes) -> FileFormat:
    """The format of a file; whatever is nothing else is plain text."""
    beginning = _beginning_of(data)
    if beginning.startswith(_ZIP):
        return _format_of_zip(data)
    if beginning.startswith(_OLE):
        return _format_of_streams(data)
    lowered = beginning.lower()
    for first_bytes, found in _BY_FIRST_BYTES:
        if beginning.startswith(first_bytes) or lowered.startswith(first_bytes):
            return found
    if _HEADER.match(lowered) and _MIME.search(lowered):
        return _PAGE_WITH_PICTURES if _holds_parts(lowered) else _MESSAGE
    return _format_of_markup(lowered)


def _holds_parts(lowered: bytes) -> bool:
    """Whether what has the headers of mail is a page: with its parts, or by itself."""
    return b"multipart/related" in lowered or b"<html" in lowered


def _beginning_of(data: bytes) -> bytes:
    """The first bytes, as ASCII has them where they are UTF-16."""
    beginning = data[:_BEGINNING]
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        beginning = beginning.decode("utf-16", "ignore").encode("ascii", "replace")
    return beginning.removeprefix(codecs.BOM_UTF8).lstrip()


def _format_of_zip(data: bytes) -> FileFormat:
    if data.count(_ZIP_MEMBER) > MOST_MEMBERS:
        return FileFormat(None, f"zip archive of more than {MOST_MEMBERS:,} files")
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError):
        return _WORD if _WORD_MEMBER in data else _DAMAGED
    for member, found in _BY_MEMBER:
        if any(map(member.fullmatch, members)):
            return found
    return FileFormat(None, "zip archive")


def _format_of_streams(data: bytes) -> FileFormat:
    """What an OLE file holds, by the names of its streams."""
    for stream, found in _BY_STREAM:
        if stream.encode("utf-16-le") in data:
            return found
    return FileFormat(None, "OLE")


def _format_of_markup(lowered: bytes) -> FileFormat:
    """XML and HTML, told by the first element or by what declares it."""
    if not lowered.startswith(b"<"):
        return _PLAIN_TEXT
    if _AKOMA_NTOSO.search(lowered):
        return _AKOMA_NTOSO_FORMAT
    if _WORD_XML.search(lowered):
        return _to_save("an Office document in one XML file", _OFFICE)
    declared = lowered.startswith((b"<?xml", b"<!--"))
    if _HTML.search(lowered) if declared else _HTML.match(lowered):
        return _HTML_FORMAT
    return FileFormat(None, "XML") if lowered.startswith(b"<?xml") else _PLAIN_TEXT
