"""The blocks of a document of Akoma Ntoso, by what its elements say they are.

Reads: the root element. Writes: blocks in reading order, each with its role, and the notes.

The cover and the preface are what is printed before the text, the formula of the preamble names
the organ, its containers are preambular paragraphs, the main body holds operative ones. A label is
the printed number (``num``), never an element's id. What an element of an unknown name holds is
read all the same: nothing that is seen is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from archive.parsing.blocks import Block, BlockKind, Role
from archive.parsing.parsed import Mend, Row
from archive.parsing.printed_lines import organ_of
from archive.parsing.readers.akn4un.tables import is_table, read_table
from archive.parsing.readers.akn4un.words import BLOCK_NAMES, NOTES, UNSEEN, Note, Words, words_of
from archive.parsing.readers.akn4un.xml import Element, name_of, place_of

_REGIONS = {
    "coverPage": Role.FRONT,
    "preface": Role.FRONT,
    "header": Role.FRONT,
    "preamble": Role.PREAMBULAR,
    "mainBody": Role.OPERATIVE,
    "body": Role.OPERATIVE,
    "conclusions": Role.CLOSING,
}
_DOCUMENTS = frozenset(
    "akomaNtoso statement doc bill act amendment amendmentList documentCollection officialGazette "
    "debateReport judgment portion collectionBody attachments attachment annexes components "
    "component".split()
)
_ANNEXED = {"attachment", "annexes"}
_HEADINGS = {"heading", "subheading", "crossHeading", "caption"}
_LINES = {"docNumber", "docTitle"}
_LABELLED = {Role.PREAMBULAR, Role.OPERATIVE, Role.ANNEX}
_CUT_INTO_LINES = {Role.FRONT, Role.CLOSING, Role.HEADING}
_HEADING_CLASS = re.compile(r"H(?:\d{1,2}|Ch)")
_ENDS_A_LABEL = (".", ")")
_BEGINS_A_LABEL = (". ", ") ")


def blocks_of(root: Element) -> tuple[tuple[Block, ...], tuple[Mend, ...]]:
    """Every block of a document, and labels that it prints twice."""
    reader = _Reader()
    reader.read_document(root)
    return reader.finish(), tuple(reader.mends)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where words stand, and what they are there."""

    where: str
    role: Role


@dataclass(slots=True)
class _Reader:
    """Walks the tree and collects blocks; ``label`` waits for the words it stands before."""

    blocks: list[Block] = field(default_factory=list)
    mends: list[Mend] = field(default_factory=list)
    _notes: list[Note] = field(default_factory=list)
    _label: Words = field(default_factory=Words)
    _begins_annex: bool = False
    _has_organ: bool = False

    def read_document(self, element: Element) -> None:
        """A document, or one of several within it."""
        self._read_stray(element.text, element)
        for child in element:
            name = name_of(child)
            if name in _REGIONS:
                self._read(child, self._role_of_region(name))
            elif name in _DOCUMENTS:
                self._begins_annex = self._begins_annex or name in _ANNEXED
                self.read_document(child)
            elif name in NOTES:
                self._read_stray(None, child, note=child)
            else:
                self._read_part(child, Role.OPERATIVE)
            self._read_stray(child.tail, child)

    def _read_stray(self, text: str | None, near: Element, *, note: Element | None = None) -> None:
        """Words and notes between elements that should hold them."""
        words = Words()
        words.add(text)
        if note is not None:
            words.add_note(note)
        self._emit(words, _Spot(place_of(near), Role.OPERATIVE))

    def finish(self) -> tuple[Block, ...]:
        """All blocks, the notes last."""
        return (*self.blocks, *self._note_blocks())

    def _note_blocks(self) -> Iterator[Block]:
        """The notes; one without a marker stands outside the text."""
        for note in self._notes:
            kind = BlockKind.NOTE if note.marker else BlockKind.FURNITURE
            number = note.marker or None
            yield Block(kind, note.text, note.where, number=number, links=note.links)

    def _role_of_region(self, name: str) -> Role:
        """What a region is; titles of the second of several texts are headings between them."""
        is_later = self._has_organ or self._begins_annex
        role = _REGIONS[name]
        return Role.HEADING if role is Role.FRONT and is_later else role

    def _read(self, element: Element, role: Role) -> None:
        """The words of an element, parted where an element within stands by itself."""
        words = Words()
        words.add(element.text)
        spot = _Spot(place_of(element), role)
        for child in element:
            if name_of(child) == "eol" and role in _CUT_INTO_LINES:
                words = self._emit(words, spot)
                words.add_child(child)
            elif _stands_by_itself(child, role):
                words = self._emit(words, spot)
                self._read_part(child, role)
                words.add(child.tail)
            else:
                words.add_child(child)
        self._emit(words, spot)
        if any(name_of(child) == "num" for child in element):
            self._emit_label(element)

    def _read_part(self, element: Element, role: Role) -> None:
        name = name_of(element)
        if name == "num":
            self._emit_label(element)
            self._label = words_of(element)
        elif name == "table" and is_table(element):
            self._read_table(element, role)
        elif name != UNSEEN:
            self._read(element, self._role_within(element, role))

    def _role_within(self, element: Element, role: Role) -> Role:
        """What the words of an element are, as its name and its class say."""
        name = name_of(element)
        if name in _HEADINGS:
            is_preamble = element.get("refersTo") == "#preamble"
            return Role.PREAMBULAR if is_preamble else Role.HEADING
        if name == "formula" and role is Role.PREAMBULAR:
            return Role.ORGAN
        has_heading_class = _HEADING_CLASS.fullmatch(element.get("class") or "") is not None
        is_heading = has_heading_class or (name == "p" and _is_bold(element))
        return Role.HEADING if is_heading and role is Role.OPERATIVE else role

    def _emit_label(self, element: Element) -> None:
        """A label that no words followed is a line of its own."""
        label, self._label = self._label, Words()
        self._emit(label, _Spot(place_of(element), Role.HEADING))

    def _read_table(self, table: Element, role: Role) -> None:
        for caption in table.iterchildren("{*}caption"):
            self._read(caption, Role.HEADING)
        words, rows = read_table(table)
        self._emit(words, _Spot(place_of(table), role), rows=rows)

    def _emit(self, words: Words, spot: _Spot, *, rows: tuple[Row, ...] = ()) -> Words:
        """The words so far become a block, if there are any; the words that go on after it."""
        self._notes += words.notes
        if not words.length:
            self._mark_last(words, spot)
        else:
            spot = _Spot(spot.where, self._role_of(words, spot.role))
            label, words = self._labelled(words, spot)
            self._append(words, spot, label=label, rows=rows)
        return Words()

    def _mark_last(self, words: Words, spot: _Spot) -> None:
        """Marks that stand alone belong to the words before them, if there are any."""
        if not self.blocks:
            self.blocks += (
                Block(BlockKind.FURNITURE, mark.printed, spot.where) for mark in words.marks
            )
            return
        last = self.blocks[-1]
        marks = (replace(mark, offset=len(last.text)) for mark in words.marks)
        self.blocks[-1] = replace(last, marks=(*last.marks, *marks))

    def _labelled(self, words: Words, spot: _Spot) -> tuple[str, Words]:
        """The label that waits for these words; a heading's is part of it, or a line above it."""
        label, self._label = self._label, Words()
        self._notes += label.notes
        if words.text.startswith(_BEGINS_A_LABEL) and label.length:
            label.add(words.text[0])
            words = words.without_first(1)
        if spot.role in _LABELLED or not label.length:
            words.marks = [*(replace(mark, offset=0) for mark in label.marks), *words.marks]
            return label.text, words
        if words.text.startswith(f"{label.text} ") and not label.marks:
            twice = f"{label.text} {label.text}"
            self.mends.append(Mend(where=spot.where, found=twice, mended=label.text))
            return "", words
        if label.text.endswith(_ENDS_A_LABEL) or spot.role is not Role.HEADING:
            return "", words.after(label)
        self._append(label, spot)
        return "", words

    def _role_of(self, words: Words, role: Role) -> Role:
        """The role, unless the words name the organ or are the first of an annex."""
        if role is Role.ORGAN or (role is Role.PREAMBULAR and organ_of(words.text)):
            return Role.ORGAN
        if self._begins_annex:
            self._begins_annex = False
            return Role.ANNEX
        return role

    def _append(
        self, words: Words, spot: _Spot, *, label: str = "", rows: tuple[Row, ...] = ()
    ) -> None:
        block = Block(
            BlockKind.TEXT,
            words.text,
            spot.where,
            marks=tuple(words.marks),
            label=label,
            role=spot.role,
            rows=rows,
            links=tuple(words.links),
        )
        if self._is_printed_twice(block):
            mend = Mend(where=spot.where, found=f"{block.text} {block.text}", mended=block.text)
            self.mends.append(mend)
        else:
            self.blocks.append(block)
        if spot.role is Role.ORGAN and not self._has_organ:
            self._has_organ = True
            self._head_text()

    def _is_printed_twice(self, block: Block) -> bool:
        """Whether a heading repeats the one above it, as two elements for one line do."""
        above = self.blocks[-1] if self.blocks else None
        is_heading = block.role is Role.HEADING and not block.marks
        return (
            is_heading
            and above is not None
            and (above.role, above.text)
            == (
                block.role,
                block.text,
            )
        )

    def _head_text(self) -> None:
        """Lines above the organ's name in which a note is marked head the text."""
        kept: list[Block] = []
        titles: list[Block] = []
        for block in self.blocks:
            if block.role is Role.FRONT and any(mark.number.isdecimal() for mark in block.marks):
                titles.append(replace(block, role=Role.HEADING))
            else:
                kept.append(block)
        self.blocks = kept + titles


def _is_bold(element: Element) -> bool:
    """Whether all words of an element are bold, as those of headings are."""
    apart = [element.text, *(child.tail for child in element)]
    spans = [child for child in element if name_of(child) not in NOTES]
    return (
        bool(spans)
        and all(name_of(span) == "span" and "bold" in (span.get("class") or "") for span in spans)
        and not any(words and words.strip() for words in apart)
    )


def _stands_by_itself(element: Element, role: Role) -> bool:
    """Whether an element is no part of the words around it."""
    name = name_of(element)
    if name in NOTES:
        return False
    if name in BLOCK_NAMES or (name in _LINES and role in _CUT_INTO_LINES):
        return True
    return any(_stands_by_itself(child, role) for child in element)
