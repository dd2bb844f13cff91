"""The writer of the text of a document.

After ECMA-376, part 1, WordprocessingML: 17.3 (paragraphs and runs), 17.13.5 (revisions), 17.16
(hyperlinks).
"""

import re
from collections.abc import Iterator
from itertools import count

from lxml import etree

from archive.comparison.words import ChangeKind
from archive.data.word.document import Document, Paragraph, Run, Style
from archive.data.xml_words import clean

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CHANGES = {ChangeKind.INSERTED: "ins", ChangeKind.DELETED: "del"}
#: How far each depth is set in, in twentieths of a point.
_STEP = 567
_BREAK = re.compile(r"(\t|\r?\n)")

#: lxml gives its elements no public name.
Element = etree._Element  # noqa: SLF001


def named(name: str, /, space: str = MAIN) -> str:
    """A name as lxml writes those of a namespace."""
    return f"{{{space}}}{name}"


def put(within: Element, name: str, /, **attributes: str) -> Element:
    """An element put at the end of another one, with attributes of the same namespace."""
    return etree.SubElement(
        within, named(name), {named(key): value for key, value in attributes.items()}
    )


class Writer:
    """Writes a document's text; then it has the addresses it leads to."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._revisions = count(1)
        #: The addresses it leads to, each once.
        self.addresses: dict[str, str] = {}

    def text(self) -> Element:
        """The part ``document.xml``."""
        root = etree.Element(named("document"), nsmap={"w": MAIN, "r": RELATED})
        body = put(root, "body")
        for one in self._document.paragraphs:
            self._paragraph(body, one)
        self._pages(put(body, "sectPr"))
        return root

    def _pages(self, section: Element) -> None:
        """Paper of A4, with what stands on each page."""
        for name in ("header", "footer"):
            made = put(section, f"{name}Reference", type="default")
            made.set(named("id", RELATED), name)
        put(section, "pgSz", w="11906", h="16838")
        margins = dict.fromkeys(("top", "right", "bottom", "left"), "1134")
        put(section, "pgMar", **margins, header="567", footer="567", gutter="0")

    def _paragraph(self, within: Element, one: Paragraph) -> None:
        made = put(within, "p")
        properties = put(made, "pPr")
        if one.style is not Style.TEXT:
            put(properties, "pStyle", val=one.style.value)
        if one.depth:
            put(properties, "ind", left=str(one.depth * _STEP))
        if one.end in _CHANGES:
            self._change(put(properties, "rPr"), one.end)
        for run in one.runs:
            self._run(made, run)

    def _run(self, within: Element, run: Run) -> None:
        """A run, within what became of it, within where it leads."""
        if run.address:
            within = put(within, "hyperlink")
            within.set(named("id", RELATED), self._related(run.address))
        if run.status in _CHANGES:
            within = self._change(within, run.status)
        made = put(within, "r")
        properties = [*_properties(run)]
        if properties:
            put(made, "rPr").extend(properties)
        _words(made, run.text, is_deleted=run.status is ChangeKind.DELETED)

    def _change(self, within: Element, status: ChangeKind) -> Element:
        """A revision, by whom, and when where that is known."""
        of, day = self._document.author, self._document.changed_on
        at = {"date": f"{day.isoformat()}T00:00:00Z"} if day else {}
        number = str(next(self._revisions))
        return put(within, _CHANGES[status], id=number, author=clean(of), **at)

    def _related(self, address: str) -> str:
        return self.addresses.setdefault(address, f"link{len(self.addresses) + 1}")


def _properties(run: Run) -> Iterator[Element]:
    """How a run is set, in the order that the schema has."""
    if run.address:
        yield etree.Element(named("rStyle"), {named("val"): "Hyperlink"})
    if run.is_bold:
        yield etree.Element(named("b"))


def _words(run: Element, words: str, *, is_deleted: bool = False) -> None:
    """The words of a run, its spaces as they are."""
    for piece in filter(None, _BREAK.split(clean(words))):
        if piece == "\t":
            put(run, "tab")
        elif _BREAK.fullmatch(piece):
            put(run, "br")
        else:
            made = put(run, "delText" if is_deleted else "t")
            made.text = piece
            made.set(_XML_SPACE, "preserve")
