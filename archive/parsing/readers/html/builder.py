"""The elements of a page to its lines, one event of the parser after another.

Reads: the text of a page, through lxml's parser of HTML. Writes: a Page.
Pages are untrusted: no tree is built, nothing is fetched or run, and how many elements there may
be and how deep they may stand is limited.
"""

from collections.abc import Mapping
from typing import Any, cast

from lxml import etree

from archive.parsing.labels import split_label
from archive.parsing.parsed import ParseError
from archive.parsing.readers.encoding import even_out
from archive.parsing.readers.html.elements import (
    BLOCKS,
    HEADINGS,
    PREFORMATTED,
    is_aside,
    is_hidden,
    is_note,
    is_raised,
    names_note,
)
from archive.parsing.readers.html.lists import NumberedList, styles_of
from archive.parsing.readers.html.page import Box, Break, Cell, Page, PageLine
from archive.parsing.readers.html.words import LineWords
from archive.parsing.readers.limits import check_count

#: Far more than any resolution's page has.
MOST_ELEMENTS = 60_000
MOST_LINES = 100_000
DEEPEST = 400
_LONGEST_ATTRIBUTE = 2_000
_LONGEST_SHEET = 200_000
_CHUNK = 1 << 16
_NO_BREAK_SPACE = "\u00a0"


def read_page(text: str) -> Page:
    """The lines of a page. Raises ParseError ``too_large`` beyond the limits."""
    builder = _PageBuilder()
    parser = etree.HTMLParser(target=cast("Any", builder), encoding="utf-8", huge_tree=True)
    data = text.encode("utf-8", errors="replace")
    for start in range(0, len(data), _CHUNK):
        parser.feed(data[start : start + _CHUNK])
    parser.close()
    return builder.page()


class _Element:
    """An open element, and what is to be undone at its end."""

    __slots__ = ("is_block", "is_dropped", "is_link", "is_span", "tag")

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.is_block = self.is_dropped = self.is_link = self.is_span = False


class _Tables:
    """The tables that are open, and the cell that is read in the innermost."""

    def __init__(self) -> None:
        self._open: list[tuple[int, int, int]] = []
        self._count = 0

    def start(self, tag: str) -> None:
        """A table, a row or a cell begins."""
        if tag == "table":
            self._open.append((self._count, -1, -1))
            self._count += 1
        elif self._open:
            table, row, column = self._open[-1]
            if tag == "tr":
                self._open[-1] = (table, row + 1, -1)
            elif tag in {"td", "th"}:
                self._open[-1] = (table, max(row, 0), column + 1)

    def end(self, tag: str) -> None:
        """A table ends."""
        if tag == "table" and self._open:
            self._open.pop()

    @property
    def cell(self) -> Cell | None:
        """The cell that is read."""
        if not self._open or self._open[-1][2] < 0:
            return None
        table, row, column = self._open[-1]
        return Cell(table=table, row=row, column=column)


class _LineBuilder:
    """Puts the words of lines together, and knows what parts one line from the next."""

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self.names: set[str] = set()
        self.label = ""
        self.words = LineWords()
        self._parted_by = Break.BLOCK
        self._indent = 0
        self._is_linked = True

    def take(self, text: str, *, linked: bool, kept_spaces: bool) -> None:
        """Add words to the line; spaces at its start count where they are shown."""
        if not self.words:
            spaces = text[: len(text) - len(text.lstrip())]
            self._indent += len(spaces) if kept_spaces else spaces.count(_NO_BREAK_SPACE)
        self._is_linked = self._is_linked and (linked or not text.strip())
        self.words.add(text)

    def end(self, parted_by: Break, place: "_Place") -> None:
        """End the line."""
        self.words.finish()
        if self.words:
            self.lines.append(self._line(place))
            self.names, self.label, self.words = set(), "", LineWords()
            self._is_linked, self._parted_by = True, parted_by
        elif parted_by is Break.LINE and self._parted_by is Break.LINE:
            self._parted_by = Break.BLANK
        else:
            self._parted_by = max(self._parted_by, parted_by)
        self._indent = 0

    def _label_for(self, words: str) -> str:
        """The item's label, unless its words begin with one."""
        return "" if split_label(words)[0] else self.label

    def _line(self, place: "_Place") -> PageLine:
        return PageLine(
            number=len(self.lines) + 1,
            text=self.words.text,
            marks=tuple(self.words.marks),
            box=place.box,
            parted_by=self._parted_by,
            indent=self._indent,
            label=self._label_for(self.words.text),
            names=frozenset(self.names),
            cell=place.cell,
            is_heading=place.is_heading,
            is_linked=self._is_linked,
            is_preformatted=place.is_preformatted,
        )


class _Place:
    """Where in the page the parser is."""

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.tables = _Tables()
        self._path: list[int] = []

    def enter(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A box begins."""
        self.boxes.append(
            Box(
                parent=self.box,
                tag=tag,
                is_aside=is_aside(tag, attributes),
                is_note=is_note(tag, attributes),
                is_one_note=tag == "li" or names_note(attributes.get("id", "")),
            )
        )
        self._path.append(len(self.boxes) - 1)
        self.tables.start(tag)

    def leave(self, tag: str) -> None:
        """A box ends."""
        self._path.pop()
        self.tables.end(tag)

    @property
    def box(self) -> int:
        """The innermost box."""
        return self._path[-1] if self._path else -1

    @property
    def cell(self) -> Cell | None:
        """The cell that is read."""
        return self.tables.cell

    @property
    def is_heading(self) -> bool:
        """Whether the innermost box is a heading."""
        return bool(self._path) and self.boxes[self._path[-1]].tag in HEADINGS

    @property
    def is_preformatted(self) -> bool:
        """Whether line ends and spaces are shown as they stand in the file."""
        return any(self.boxes[at].tag in PREFORMATTED for at in self._path)


class _PageBuilder:
    """Takes the parser's events."""

    def __init__(self) -> None:
        self._open: list[_Element] = []
        self._place = _Place()
        self._lines = _LineBuilder()
        self._lists: list[NumberedList | None] = []
        self._list_styles: dict[str, str] = {}
        self._sheet = ""
        self._shown: list[str] = []
        self._title = ""
        self._tags = set[str]()
        self._dropped = self._links = self._elements = self._preformatted = self._characters = 0

    def page(self) -> Page:
        """The page, once its end was reached."""
        return Page(
            lines=tuple(self._lines.lines),
            boxes=tuple(self._place.boxes),
            shown=" ".join(self._shown),
            title=self._title,
            has_frames=not self._tags.isdisjoint({"frame", "iframe"}),
            has_scripts="script" in self._tags,
        )

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        element = _Element(tag)
        self._open.append(element)
        self._tags.add(tag)
        self._limit()
        attributes = {name: value[:_LONGEST_ATTRIBUTE] for name, value in attributes.items()}
        if self._dropped or is_hidden(tag, attributes):
            element.is_dropped = True
            self._dropped += 1
        elif tag == "br":
            self._end_line(Break.LINE)
        else:
            self._begin(element, attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        element = self._open.pop()
        if tag == "style":
            self._list_styles |= styles_of(self._sheet)
            self._sheet = ""
        self._dropped -= element.is_dropped
        self._links -= element.is_link
        if element.is_span:
            self._lines.words.end_span()
        if element.is_block:
            self._end_block(tag)

    def data(self, text: str) -> None:
        """Words."""
        if self._dropped:
            if self._open[-1].tag == "title" and not self._shown:
                self._title += text
            elif self._open[-1].tag == "style":
                self._sheet += text[: _LONGEST_SHEET - len(self._sheet)]
            return
        text = even_out(text)
        self._characters += len(text) + 1
        check_count(self._characters)
        self._shown.append(text)
        pieces = text.split("\n") if self._preformatted else [text]
        for index, piece in enumerate(pieces):
            if index:
                self._end_line(Break.LINE)
            self._lines.take(piece, linked=self._links > 0, kept_spaces=self._preformatted > 0)

    def close(self) -> None:
        """The page ends."""
        self._end_line(Break.BLOCK)

    def _limit(self) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS or len(self._open) > DEEPEST:
            raise ParseError(
                "too_large",
                f"The page has more than {MOST_ELEMENTS:,} elements, or more than {DEEPEST} inside "
                "one another; save the resolution by itself and give that.",
            )

    def _begin(self, element: _Element, attributes: Mapping[str, str]) -> None:
        if element.tag in BLOCKS:
            element.is_block = True
            self._begin_block(element.tag, attributes)
        self._lines.names |= {attributes[key] for key in ("id", "name") if attributes.get(key)}
        target = attributes.get("href", "").rpartition("#")[2] if element.tag == "a" else ""
        if element.tag == "a" and attributes.get("href"):
            element.is_link = True
            self._links += 1
        leads_within = bool(target) and "#" in attributes["href"]
        raised = is_raised(element.tag, attributes)
        if leads_within or raised:
            element.is_span = True
            self._lines.words.begin_span(target if leads_within else "", raised=raised)

    def _begin_block(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._end_line(Break.BLOCK)
        self._place.enter(tag, attributes)
        self._preformatted += tag in PREFORMATTED
        if tag in {"ol", "ul", "menu", "dir"}:
            counted = NumberedList(attributes, self._list_styles) if tag == "ol" else None
            self._lists.append(counted)
        elif tag == "li":
            around = self._lists[-1] if self._lists else None
            self._lines.label = around.label(attributes) if around else ""

    def _end_block(self, tag: str) -> None:
        self._end_line(Break.BLOCK)
        self._place.leave(tag)
        self._preformatted -= tag in PREFORMATTED
        if tag in {"ol", "ul", "menu", "dir"}:
            self._lists.pop()
        elif tag == "li":
            self._lines.label = ""

    def _end_line(self, parted_by: Break) -> None:
        if len(self._lines.lines) >= MOST_LINES:
            raise ParseError(
                "too_large",
                f"The page has more than {MOST_LINES:,} lines; save the resolution by itself and "
                "give that.",
            )
        self._lines.end(parted_by, self._place)
