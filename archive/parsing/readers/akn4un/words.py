"""The words of an element of Akoma Ntoso: what print shows, and where notes are marked in it.

Reads: elements. Writes: texts with single spaces, the marks and notes in them, links with their
places; and the text that is seen in a whole file, which the parse must account for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from archive.parsing.blocks import Link, Mark
from archive.parsing.readers.akn4un.xml import Element, name_of, place_of

#: Elements that stand by themselves: words inside them and beside them are not one text.
BLOCK_NAMES = frozenset(
    "p block num heading subheading crossHeading table tr td th caption container formula content "
    "intro wrapUp list sublist point indent item blockList listIntroduction listWrapUp toc tocItem "
    "paragraph subparagraph section subsection article clause subclause alinea chapter subchapter "
    "part subpart title subtitle division subdivision book tome level rule subrule proviso "
    "transitional hcontainer quotedStructure embeddedStructure tblock ul ol li foreign recitals "
    "recital citations citation longTitle div".split()
)
NOTES = {"authorialNote", "note"}
_LINKS = {"a", "ref", "rref"}
UNSEEN = "meta"
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), "")
_WINDOWS_1252 = {
    code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)
}
_PLAIN = str.maketrans(_INVISIBLE | _WINDOWS_1252)


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its marker as printed, its words, the links in them, and where it stands."""

    marker: str
    text: str
    where: str
    links: tuple[Link, ...] = ()


@dataclass(slots=True)
class Words:
    """A text that grows piece by piece, with single spaces and none at its ends."""

    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    length: int = 0
    _is_parted: bool = False

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.pieces)

    def add(self, piece: str | None) -> None:
        """Words go on, after a space where there is one."""
        piece = plain(piece or "")
        words = piece.split()
        if not words:
            self._is_parted = self._is_parted or bool(piece)
            return
        parted = self._is_parted or piece[0].isspace()
        self._append((" " if parted and self.length else "") + " ".join(words))
        self._is_parted = piece[-1].isspace()

    def part(self) -> None:
        """What follows is another word."""
        self._is_parted = True

    def add_element(self, element: Element) -> None:
        """The words of an element and all it holds, but not those that follow it."""
        first = len(self.pieces)
        start = self.length
        self.add(element.text)
        for child in element:
            self.add_child(child)
        if name_of(element) in _LINKS and len(self.pieces) > first:
            start += self.pieces[first].startswith(" ")
            href = element.get("href") or ""
            self.links.append(Link(start=start, end=self.length, href=href))

    def add_child(self, child: Element) -> None:
        """An element within the text, and the words that follow it."""
        name = name_of(child)
        if name in NOTES:
            self.add_note(child)
        elif name in BLOCK_NAMES or name == "eol":
            self.part()
            self.add_element(child)
            self.part()
        elif name != UNSEEN:
            self.add_element(child)
        self.add(child.tail)

    def add_words(self, words: "Words") -> tuple[int, int]:
        """Another text, parted from this one; the span it takes here."""
        self.part()
        self.add(words.text)
        self.part()
        shift = self.length - words.length
        self.marks += [_moved(mark, shift) for mark in words.marks]
        self.links += [link.moved(shift) for link in words.links]
        self.notes += words.notes
        return shift, self.length

    def after(self, label: "Words") -> "Words":
        """The same words with a label before them."""
        words = Words()
        words.add_words(label)
        words.add_words(self)
        return words

    def without_first(self, count: int) -> "Words":
        """The same words without the first signs, and without a space before the rest."""
        rest = self.text[count:].lstrip()
        by = len(rest) - self.length
        return Words(
            pieces=[rest],
            marks=[_moved(mark, by) for mark in self.marks],
            notes=self.notes,
            links=[link.moved(by) for link in self.links],
            length=len(rest),
        )

    def _append(self, piece: str) -> None:
        self.pieces.append(piece)
        self.length += len(piece)

    def add_note(self, element: Element) -> None:
        """A note is marked here; one without a marker has no mark."""
        note = note_of(element)
        self.notes.append(note)
        if note.marker:
            mark = Mark(number=note.marker, offset=self.length, printed=note.marker, certain=True)
            self.marks.append(mark)


def _moved(mark: Mark, by: int) -> Mark:
    offset = max(0, mark.offset + by)
    return Mark(number=mark.number, offset=offset, printed=mark.printed, certain=mark.certain)


def plain(text: str) -> str:
    """The text without signs that nobody sees, and with those of Windows-1252 where they belong."""
    return text.translate(_PLAIN)


def note_of(element: Element) -> Note:
    """A note with its words; a note within a note is part of its words."""
    words = Words()
    words.add_element(element)
    text = words.text
    for inner in words.notes:
        text += f" {inner.marker} {inner.text}"
    return Note(marker_of(element), text, place_of(element), tuple(words.links))


def marker_of(element: Element) -> str:
    """A note's marker as printed: a number in plain figures, or a sign such as "*"."""
    marker = plain(element.get("marker") or "").strip()
    return str(int(marker)) if marker.isdecimal() else marker


def words_of(element: Element) -> Words:
    """The words of an element."""
    words = Words()
    words.add_element(element)
    return words


def text_of(element: Element | None) -> str:
    """The words of an element alone, without its notes."""
    return words_of(element).text if element is not None else ""


def seen_text(root: Element) -> str:
    """Everything a reader of the file sees: no data about it, each marker at its place and note."""
    return plain("".join(_seen(root)))


def _seen(root: Element) -> Iterator[str]:
    walk = etree.iterwalk(root, events=("start", "end"))
    notes = 0
    for event, element in walk:
        name = name_of(element)
        if event == "end":
            notes -= name in NOTES
            yield element.tail or ""
        elif name == UNSEEN:
            walk.skip_subtree()
        else:
            if name in NOTES:
                yield f" {marker_of(element)} " * (1 if notes else 2)
                notes += 1
            yield element.text or ""
