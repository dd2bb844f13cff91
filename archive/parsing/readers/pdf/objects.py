"""Objects of a PDF file: found, followed and walked within bounds.

Reads: bytes. Writes: the document and its pages. Loops of references, tables and pages end.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pdfminer.pdfdocument import PDFBaseXRef, PDFDocument, PDFXRef
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser, PDFStreamParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, list_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import LIT, PSKeyword

from archive.parsing.readers.pdf.streams import BoundedStream
from archive.parsing.readers.pdf.work import Work, refuse_pages

_LINE_END = re.compile(rb"\r\n?|\n")
_OBJECT = re.compile(rb"(?:^|(?<=[\r\n]))(\d{1,10})[ \t]+(\d{1,5})[ \t]+obj\b")
_TRAILER = re.compile(rb"\btrailer\b")
_TAIL, _HEAD = 65_536, 400
_BYTES_PER_STEP = 64
_STEPS_PER_LIST, _STEPS_PER_TRAILER = 10, 20
_CATALOG = LIT("Catalog")


class _Steps:
    """Counts the steps of a parser: each fetches a chunk or goes on with a token."""

    work: Work
    _curtoken: bytes

    def fillbuf(self) -> bool:
        """Count a step, and more for a long token: each step copies it."""
        self.work.spend(1 + len(self._curtoken) // _BYTES_PER_STEP)
        return bool(super().fillbuf())  # type: ignore[misc]

    def start_type(self, pos: int, type: str) -> None:  # noqa: A002
        """Count a list or a dictionary: each is kept while it is open."""
        self.work.spend(_STEPS_PER_LIST)
        super().start_type(pos, type)  # type: ignore[misc]


class BoundedParser(_Steps, PDFParser):
    """Finds objects in a file's bytes."""

    def __init__(self, data: bytes, work: Work) -> None:
        self.work = work
        self._data = data
        super().__init__(BytesIO(data))

    def nextline(self) -> tuple[int, bytes]:
        """The next line and where it begins. Raises PSEOF behind the last line end."""
        start = self.bufpos + self.charpos
        match = _LINE_END.search(self._data, start)
        if match is None:
            raise PSEOF("no more lines")
        self.work.spend(1 + (match.end() - start) // _BYTES_PER_STEP)
        self.fp.seek(match.end())
        self.bufpos, self.buf, self.charpos = match.end(), b"", 0
        return start, self._data[start : match.end()]

    def revreadlines(self) -> Iterator[bytes]:
        """The last lines of the file, the last of all first."""
        yield from reversed(self._data[-_TAIL:].splitlines())

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Take a keyword; a stream becomes one with bounds."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            at, found = self.curstack.pop()
            bounded = BoundedStream(found, self.work) if isinstance(found, PDFStream) else found
            self.push((at, bounded))


class _PackedObjects(_Steps, PDFStreamParser):
    """Finds objects in the bytes of an object stream."""

    def __init__(self, data: bytes, document: "BoundedDocument") -> None:
        self.work = document.work
        super().__init__(data)
        self.set_document(document)

    def all(self) -> list[object]:
        """Every object, in order."""
        found: list[object] = []
        try:
            while True:
                found.append(self.nextobject()[1])
        except PSEOF:
            return found


#: No file needs many objects that are nothing but references.
_STEPS_OF_A_DETOUR = 100


class BoundedDocument(PDFDocument):
    """A document whose references and tables cost steps, so that none is followed for ever."""

    def __init__(self, data: bytes, work: Work) -> None:
        self.work = work
        self._data = data
        self._tables: set[int] = set()
        super().__init__(BoundedParser(data, work), fallback=False)

    def read_xref_from(  # noqa: PLR0917
        self, parser: PDFParser, start: int, xrefs: list[PDFBaseXRef]
    ) -> None:
        """Read the tables of objects from a place on, none of them twice."""
        if start not in self._tables:
            self._tables.add(start)
            super().read_xref_from(parser, start, xrefs)

    def getobj(self, objid: int) -> object:
        """The object of a number, counted; one that only leads on to another counts for many."""
        self.work.spend()
        found: object = super().getobj(objid)
        if isinstance(found, PDFObjRef):
            self.work.spend(_STEPS_OF_A_DETOUR)
        return found

    def unpacked(self, stream: PDFStream) -> tuple[list[object], int]:
        """The numbers and objects an object stream holds, and how many it says there are."""
        return self._get_objects(stream)

    def _get_objects(self, stream: PDFStream) -> tuple[list[object], int]:
        count = stream.get("N", 0)
        return _PackedObjects(stream.get_data(), self).all(), count if isinstance(count, int) else 0


class SearchedDocument(BoundedDocument):
    """A document whose table of objects is damaged or lost: the file is searched for them."""

    def find_xref(self, parser: PDFParser) -> int:
        """No place: the table is made."""
        parser.fallback = True
        return 0

    def read_xref_from(  # noqa: PLR0917
        self, parser: PDFParser, start: int, xrefs: list[PDFBaseXRef]
    ) -> None:
        """Make a table of the objects that the bytes show, wherever one should start."""
        del start
        table = _SearchedTable(self, parser)
        packed = table.search(self._data)
        xrefs.append(table)
        for number in packed:
            table.add_packed(number)


class _SearchedTable(PDFXRef):
    """The objects that begin somewhere in the bytes; of two with one number the later counts."""

    def __init__(self, document: BoundedDocument, parser: PDFParser) -> None:
        super().__init__()
        self._document = document
        self._parser = parser

    def search(self, data: bytes) -> list[int]:
        """Find every object and trailer; returns the numbers of those that hold others."""
        packed = []
        for match in _OBJECT.finditer(data):
            self._document.work.spend()
            number = int(match[1])
            self.offsets[number] = (None, match.start(), int(match[2]))
            head = data[match.end() : match.end() + _HEAD].partition(b"stream")[0]
            if b"/ObjStm" in head:
                packed.append(number)
            elif b"/XRef" in head:
                self._add_trailer(match.end())
            elif b"/Catalog" in head:
                self.trailer.setdefault("Root", PDFObjRef(self._document, number))
        for match in _TRAILER.finditer(data):
            self._add_trailer(match.end())
        return packed

    def _add_trailer(self, pos: int) -> None:
        """Keep what a trailer, or a stream that is one, says."""
        self._document.work.spend(_STEPS_PER_TRAILER)
        self._parser.seek(pos)
        try:
            _, found = self._parser.nextobject()
        except PSEOF:
            _, found = (self._parser.pop(1) or [(0, None)])[0]
        said = found.attrs if isinstance(found, PDFStream) else found
        if isinstance(said, dict):
            self.trailer.update(said)

    def add_packed(self, number: int) -> None:
        """Add the objects that an object stream holds."""
        stream = self._document.getobj(number)
        if isinstance(stream, PDFStream):
            objects, count = self._document.unpacked(stream)
            for index, inner in enumerate(objects[: 2 * count : 2]):
                if isinstance(inner, int):
                    self.offsets.setdefault(inner, (number, index, 0))
                    self._note_catalog(inner)

    def _note_catalog(self, number: int) -> None:
        found = None if "Root" in self.trailer else self._document.getobj(number)
        if isinstance(found, dict) and found.get("Type") is _CATALOG:
            self.trailer["Root"] = PDFObjRef(self._document, number)


def pages_of(document: BoundedDocument) -> list[PDFPage]:
    """The pages in their order. Raises ParseError: ``too_large``."""
    pages: list[PDFPage] = []
    seen: set[int] = set()
    waiting: list[tuple[object, dict[str, Any]]] = [(document.catalog.get("Pages"), {})]
    while waiting:
        node, inherited = waiting.pop()
        number = node.objid if isinstance(node, PDFObjRef) else 0
        if number in seen:
            continue
        if number:
            seen.add(number)
        document.work.spend()
        attrs = inherited | dict_value(node)
        if "Kids" in attrs:
            handed_down = {key: attrs[key] for key in PDFPage.INHERITABLE_ATTRS if key in attrs}
            waiting += [(kid, handed_down) for kid in reversed(list_value(attrs["Kids"]))]
        elif "Type" in attrs or "Contents" in attrs:
            pages.append(PDFPage(document, number, attrs, None))
            refuse_pages(len(pages))
    return pages
