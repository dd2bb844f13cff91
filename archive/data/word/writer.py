"""The writer of the parts of a document that have words: its text and its footnotes.

After ECMA-376, part 1, WordprocessingML: 17.3 (paragraphs and runs), 17.4 (tables), 17.11
(footnotes), 17.13.5 (revisions).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from lxml import etree

from archive.comparison.words import ChangeKind
from archive.data.word.document import Document, Paragraph, Run, Style, Table
from archive.data.xml_words import clean

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CHANGES = {ChangeKind.INSERTED: "ins", ChangeKind.DELETED: "del"}
#: In twentieths of a point: how far each depth is set in, and a table's width.
_STEP, _WIDTH = 567, 9638
_BREAK = re.compile(r"(\t|\r?\n)")

#: lxml gives its elements no public name.
Element = etree._Element  # noqa: SLF001


def named(name: str, /, space: str = MAIN) -> str:
    """A name as lxml writes those of a namespace."""
    return f"{{{space}}}{name}"


class Writer:
    """Writes a document's text; then it has its footnotes and the addresses it leads to."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._revisions = count(1)
        #: The words of footnotes, in order; the first is number 1.
        self.notes: list[str] = []
        #: The addresses it leads to, each once.
        self.addresses: dict[str, str] = {}

    def text(self) -> Element:
        """The part ``document.xml``."""
        root = etree.Element(named("document"), nsmap={"w": MAIN, "r": RELATED})
        body = _in(root, "body")
        for block in self._document.blocks:
            self._block(body, block)
        self._pages(_in(body, "sectPr"))
        return root

    def footnotes(self) -> Element:
        """The part ``footnotes.xml``: two lines that part notes from the text, and the notes."""
        root = etree.Element(named("footnotes"), nsmap={"w": MAIN})
        for number, name in enumerate(("separator", "continuationSeparator"), start=-1):
            note = _in(root, "footnote", type=name, id=str(number))
            _in(_in(_in(note, "p"), "r"), name)
        for number, words in enumerate(self.notes, start=1):
            made = _in(_in(root, "footnote", id=str(number)), "p")
            _in(_in(made, "pPr"), "pStyle", val="FootnoteText")
            mark = _in(made, "r")
            _in(_in(mark, "rPr"), "rStyle", val="FootnoteReference")
            _in(mark, "footnoteRef")
            _words(_in(made, "r"), f" {words}")
        return root

    def _block(self, within: Element, block: Paragraph | Table) -> None:
        if isinstance(block, Table):
            self._table(within, block)
        else:
            self._paragraph(within, block)

    def _pages(self, section: Element) -> None:
        """Paper of A4, with what stands on each page."""
        for name in ("header", "footer"):
            made = _in(section, f"{name}Reference", type="default")
            made.set(named("id", RELATED), name)
        _in(section, "pgSz", w="11906", h="16838")
        margins = dict.fromkeys(("top", "right", "bottom", "left"), "1134")
        _in(section, "pgMar", **margins, header="567", footer="567", gutter="0")

    def _paragraph(self, within: Element, one: Paragraph) -> None:
        made = _in(within, "p")
        properties = _in(made, "pPr")
        if one.style is not Style.TEXT:
            _in(properties, "pStyle", val=one.style.value)
        if one.depth:
            _in(properties, "ind", left=str(one.depth * _STEP))
        if one.end in _CHANGES:
            self._change(_in(properties, "rPr"), one.end)
        for run in one.runs:
            self._run(made, run)

    def _run(self, within: Element, run: Run) -> None:
        """A run, within what became of it, within where it leads."""
        if run.address:
            within = _in(within, "hyperlink")
            within.set(named("id", RELATED), self._related(run.address))
        if run.status in _CHANGES:
            within = self._change(within, run.status)
        made = _in(within, "r")
        properties = [*_properties(run)]
        if properties:
            _in(made, "rPr").extend(properties)
        _words(made, run.text, is_deleted=run.status is ChangeKind.DELETED)
        if run.note:
            self._note(within, run.note)

    def _note(self, within: Element, words: str) -> None:
        """The mark of a footnote."""
        self.notes.append(words)
        made = _in(within, "r")
        _in(_in(made, "rPr"), "rStyle", val="FootnoteReference")
        _in(made, "footnoteReference", id=str(len(self.notes)))

    def _change(self, within: Element, status: ChangeKind) -> Element:
        """A revision, by whom, and when where that is known."""
        of, day = self._document.author, self._document.changed_on
        at = {"date": f"{day.isoformat()}T00:00:00Z"} if day else {}
        number = str(next(self._revisions))
        return _in(within, _CHANGES[status], id=number, author=clean(of), **at)

    def _related(self, address: str) -> str:
        return self.addresses.setdefault(address, f"link{len(self.addresses) + 1}")

    def _table(self, within: Element, table: Table) -> None:
        made = _in(within, "tbl")
        properties = _in(made, "tblPr")
        _in(properties, "tblStyle", val="TableGrid")
        _in(properties, "tblW", w="5000", type="pct")
        columns = max((len(row) for row in table.rows), default=1)
        grid = _in(made, "tblGrid")
        for _ in range(columns):
            _in(grid, "gridCol", w=str(_WIDTH // columns))
        for index, row in enumerate(table.rows):
            self._row(made, row, is_head=index == 0)
        _in(within, "p")  # without one, two tables that meet are one

    def _row(self, within: Element, row: Iterable[Iterable[Paragraph]], *, is_head: bool) -> None:
        made = _in(within, "tr")
        if is_head:
            _in(_in(made, "trPr"), "tblHeader")
        for cell in row:
            words = _in(made, "tc")
            for one in cell:
                self._paragraph(words, one)
            if not len(words):
                _in(words, "p")


def _in(within: Element, name: str, **attributes: str) -> Element:
    """An element put at the end of another one."""
    return etree.SubElement(
        within, named(name), {named(key): value for key, value in attributes.items()}
    )


def _properties(run: Run) -> Iterator[Element]:
    """How a run is set, in the order that the schema has."""
    if run.address:
        yield etree.Element(named("rStyle"), {named("val"): "Hyperlink"})
    if run.is_bold:
        yield etree.Element(named("b"))
    if run.is_italic:
        yield etree.Element(named("i"))


def _words(run: Element, words: str, *, is_deleted: bool = False) -> None:
    """The words of a run, its spaces as they are."""
    for piece in filter(None, _BREAK.split(clean(words))):
        if piece == "\t":
            _in(run, "tab")
        elif _BREAK.fullmatch(piece):
            _in(run, "br")
        else:
            made = _in(run, "delText" if is_deleted else "t")
            made.text = piece
            made.set(_XML_SPACE, "preserve")
