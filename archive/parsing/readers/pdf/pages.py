"""The pages of a PDF file as printed, or the fault that keeps them from being read.

Reads: bytes. Writes: what each page prints. Every fault of a file becomes a ParseError here.
"""

import logging
import struct

from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.pdfexceptions import PDFValueError
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psexceptions import PSException

from archive.parsing.parsed import ParseError
from archive.parsing.readers.pdf.content import Printer
from archive.parsing.readers.pdf.fonts import Fonts
from archive.parsing.readers.pdf.glyphs import Glyph, PrintedPage
from archive.parsing.readers.pdf.objects import BoundedDocument, SearchedDocument, pages_of
from archive.parsing.readers.pdf.skew import level
from archive.parsing.readers.pdf.work import Work

#: What pdfminer notes of a file is no news to whoever gave it: what matters becomes a warning.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

#: What pdfminer raises on files that break the rules of PDF, beside exceptions of its own: it
#: takes values for what they should be, unpacks and indexes them, and follows them by recursion.
_FAULTS = (
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)


def printed_pages(data: bytes, work: Work) -> list[PrintedPage]:
    """What the pages of a file print.

    Raises ParseError: ``pdf_encrypted``, ``pdf_damaged``, ``pdf_without_text``, ``too_large``.
    """
    for kind in (BoundedDocument, SearchedDocument):
        try:
            printer = Printer(work, Fonts(work))
            pages = [
                _printed(page, number, printer=printer)
                for number, page in enumerate(pages_of(kind(data, work)), start=1)
            ]
        except PDFEncryptionError:
            raise ParseError(
                "pdf_encrypted",
                "The PDF is encrypted and asks for a password; open it with the password and save "
                "it without one.",
            ) from None
        except _FAULTS:
            continue
        if pages:
            _refuse_pictures(pages)
            return pages
    raise ParseError(
        "pdf_damaged",
        "The PDF is damaged: its pages cannot be found or read; get the file again.",
    )


def _printed(page: PDFPage, number: int, *, printer: Printer) -> PrintedPage:
    """What a page prints, turned as it is shown."""
    x0, y0, x1, y1 = page.mediabox
    turns = {
        90: (0.0, -1.0, 1.0, 0.0, -y0, x1),
        180: (-1.0, 0.0, 0.0, -1.0, x1, y1),
        270: (0.0, 1.0, -1.0, 0.0, y1, -x0),
    }
    width, height = abs(x1 - x0), abs(y1 - y0)
    if page.rotate in {90, 270}:
        width, height = height, width
    printed = PrintedPage(number, width, height)
    printer.print(
        printed,
        _streams(page),
        resources=page.resources,
        ctm=turns.get(page.rotate, (1.0, 0.0, 0.0, 1.0, -x0, -y0)),
    )
    _hide_outside(printed)
    return printed


def _hide_outside(page: PrintedPage) -> None:
    """Put what is printed beyond the edges of the page with what is hidden."""
    seen: list[Glyph] = []
    for one in page.glyphs:
        is_on = one.x1 >= 0 and one.x0 <= page.width and 0 <= one.y <= page.height + one.size
        (seen if is_on else page.hidden).append(one)
    page.glyphs = seen


def _streams(page: PDFPage) -> list[PDFStream]:
    """The streams that describe a page. Raises PDFValueError where one cannot be found."""
    streams = [resolve1(one) for one in page.contents]
    found = [stream for stream in streams if isinstance(stream, PDFStream)]
    if len(found) < len(streams):
        raise PDFValueError("contents")
    return found


def _refuse_pictures(pages: list[PrintedPage]) -> None:
    """Refuse a file whose pages print no letters, or read the letters laid under a scan."""
    for page in pages:
        if len(page.hidden) > len(page.glyphs) and (page.pictures or not page.glyphs):
            page.glyphs += page.hidden
            page.hidden = []
            page.is_scanned = True
        if page.pictures:
            page.glyphs = level(page.glyphs)
    if not any(not glyph.text.isspace() for page in pages for glyph in page.glyphs):
        pictures = sum(page.pictures for page in pages)
        what = (
            "its pages are pictures, as a scanner makes them" if pictures else "its pages are empty"
        )
        raise ParseError(
            "pdf_without_text",
            f"The PDF has no text: {what}; have the text recognized (OCR), or get the file that "
            "was printed.",
        )
