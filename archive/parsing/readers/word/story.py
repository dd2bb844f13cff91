"""The story a Word document tells: its paragraphs and tables in reading order.

Reads: the XML of the body, of a note or of a header. Writes: paragraphs with their labels, and
tables as rows of cells. A paragraph whose end is deleted goes on in the next one; what stands in
a text box follows the paragraph it is tied to.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from archive.parsing.readers.word.lines import Line, lines_of
from archive.parsing.readers.word.notes import Notes
from archive.parsing.readers.word.numbering import Numbering
from archive.parsing.readers.word.pieces import Account, Piece
from archive.parsing.readers.word.runs import Runs, chosen
from archive.parsing.readers.word.styles import Styles, has_outline
from archive.parsing.readers.word.xml import Element, child, name_of, switched


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells, each cell what stands in it."""

    rows: tuple[tuple[tuple["Line | Table", ...], ...], ...]


Part = Line | Table


@dataclass(slots=True, kw_only=True)
class Story:
    """Reads one story after another with the styles, lists and notes of the document."""

    styles: Styles
    numbering: Numbering
    notes: Notes
    account: Account
    unread: list[str] = field(default_factory=list)
    _sections: list[Element] = field(default_factory=list)
    _count: int = 0
    _place: str = "paragraph"

    def body(self, document: Element) -> list[Part]:
        """The lines and tables of the document itself, section by section."""
        changed = {
            id(old) for one in document.iter() if name_of(one) == "w:sectPrChange" for old in one
        }
        self._sections = [
            one for one in document.iter() if name_of(one) == "w:sectPr" and id(one) not in changed
        ]
        self._begin_section()
        return self.parts(document, "paragraph")

    def parts(self, container: Element | None, place: str) -> list[Part]:
        """The lines and tables of a story; ``place`` says in a person's words which it is."""
        self._count, self._place = 0, place
        runs = Runs(self.styles, notes=self.notes, account=self.account)
        found = [] if container is None else list(self._blocks(container, runs))
        self._drop_notes(runs)
        return found

    def _blocks(self, container: Element, runs: Runs) -> Iterator[Part]:
        held: list[Piece] = []
        last: Element | None = None
        for one, name in _parted(container):
            if name == "w:p":
                last = one
                held += runs.pieces(one, self._style_of(one))
                self.account.end_paragraph()
                if not self._goes_on(one):
                    yield from self._paragraph(one, held)
                    held = []
                yield from self._boxes(runs)
                self._end_section(one)
            elif name == "w:tbl":
                yield from self._table(one, runs)
            else:
                self.unread.append(name)
        if held and last is not None:
            yield from self._paragraph(last, held)

    def _goes_on(self, paragraph: Element) -> bool:
        """Whether a tracked change takes the paragraph's end away."""
        mark = child(paragraph, "w:pPr", "w:rPr")
        gone = any(child(mark, name) is not None for name in ("w:del", "w:moveFrom"))
        self.account.changes += gone
        return gone

    def _style_of(self, paragraph: Element) -> str:
        return self.styles.of_paragraph(child(paragraph, "w:pPr"))

    def _paragraph(self, paragraph: Element, pieces: list[Piece]) -> Iterator[Line]:
        properties = child(paragraph, "w:pPr")
        style = self.styles.of_paragraph(properties)
        self._count += 1
        if not any(piece.text.strip() for piece in pieces) and self._is_hidden(properties, style):
            return
        label = self.numbering.label_of(properties)
        self.account.seen.append(label)
        like = Line(
            text="",
            where=f"{self._place} {self._count}",
            label=label,
            is_heading=self.styles.is_heading(style) or has_outline(properties),
            is_note=self.styles.is_note(style),
        )
        lines = lines_of(pieces, like)
        yield from lines or ([like] if label else [])

    def _is_hidden(self, properties: Element | None, style: str) -> bool:
        own = switched(child(properties, "w:rPr", "w:vanish"))
        return self.styles.run_switch(style, "w:vanish") is True if own is None else own

    def _boxes(self, runs: Runs) -> Iterator[Part]:
        boxes, runs.boxes = runs.boxes, []
        for box in boxes:
            yield from self._blocks(box, runs)

    def _table(self, table: Element, runs: Runs) -> Iterator[Table]:
        rows, outside = [], runs.deletes
        for row in _of_name(table, "w:tr"):
            is_deleted = child(row, "w:trPr", "w:del") is not None
            self.account.changes += is_deleted
            runs.deletes = outside or is_deleted
            found = tuple(tuple(self._blocks(cell, runs)) for cell in _of_name(row, "w:tc"))
            rows += [found] if any(found) else []
        runs.deletes = outside
        if rows:
            yield Table(tuple(rows))

    def _end_section(self, paragraph: Element) -> None:
        if child(paragraph, "w:pPr", "w:sectPr") is not None:
            self._begin_section()

    def _begin_section(self) -> None:
        """The properties of a section stand at its end."""
        section = self._sections.pop(0) if self._sections else None
        self.notes.begin_section(section)

    def _drop_notes(self, runs: Runs) -> None:
        """Enter the notes that only words no longer shown refer to among such words."""
        for key, kept in runs.dropped:
            content = self.notes.unseen(key)
            kept.extend(["\n", *content.itertext(), "\n"] if content is not None else [])


def _of_name(container: Element, wanted: str) -> list[Element]:
    return [one for one, name in _parted(container) if name == wanted]


_BLOCKS = {"w:p", "w:tbl", "w:tr", "w:tc", "w:altChunk"}
_NO_BLOCKS = {"w:pPr", "w:tblPr", "w:trPr", "w:tcPr", "w:sdtPr", "w:sectPr", "w:tblGrid"}


def _parted(container: Element) -> Iterator[tuple[Element, str]]:
    """The blocks of a container in order, however content controls and changes wrap them."""
    for one in container:
        name = name_of(one)
        if name in _BLOCKS:
            yield one, name
        elif name == "mc:AlternateContent":
            yield from _parted(chosen(one))
        elif name not in _NO_BLOCKS:
            yield from _parted(one)
