"""What a paragraph of a Word document shows: its runs in order, as pieces.

Reads: a paragraph's XML. Writes: pieces; what is deleted, moved away or hidden goes to the account.
Of a field the result is shown and not its code; of alternatives one is taken; text boxes are set
aside for the story to read after the paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.parsing.readers.word.notes import Notes
from archive.parsing.readers.word.pieces import Account, Piece, pieces_of
from archive.parsing.readers.word.styles import Styles
from archive.parsing.readers.word.symbols import shown, symbol
from archive.parsing.readers.word.xml import (
    Element,
    attribute,
    child,
    children,
    name_of,
    number,
    switched,
    value,
)

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
_SHOWS = {"w:t", "m:t"}
_PROPERTIES = {
    "w:pPr",
    "w:rPr",
    "w:sdtPr",
    "w:sdtEndPr",
    "w:instrText",
    "w:delInstrText",
    "w:tblPr",
}
_CHANGES = {"w:ins", "w:del", "w:moveFrom", "w:moveTo"}
_LINE_ENDS = {10: " ", 13: " "}
_SMALLEST_RISE = 2
_TYPED_MARK = re.compile(r"\s{0,9}([^\w\s]{1,9}|\w{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """How the words that follow are set, and whether the final text has them."""

    raised: bool = False
    hidden: bool = False
    deleted: bool = False
    moved: bool = False
    arrived: bool = False
    font: str = ""


class Runs:
    """Reads the paragraphs of one story; a field may run over several."""

    def __init__(self, styles: Styles, *, notes: Notes, account: Account) -> None:
        self._styles = styles
        self._notes = notes
        self._account = account
        self._style = ""
        self._fields: list[bool] = []
        self.boxes: list[Element] = []
        self.dropped: list[tuple[str, list[str]]] = []
        self.deletes = False

    def pieces(self, paragraph: Element, style: str) -> list[Piece]:
        """What one paragraph of a style shows."""
        self._style = style
        found = list(self._walk(paragraph, _Look(deleted=self.deletes)))
        self._fields = [True] * len(self._fields)
        return list(_with_typed_marks(found, self._notes))

    def _walk(self, element: Element, look: _Look) -> Iterator[Piece]:
        for one in element:
            name = name_of(one)
            if name in _SHOWS:
                yield from self._show(_text_of(one), look)
            elif name in _SIGNS:
                yield from self._show(_SIGNS[name], look)
            elif name == "w:r":
                yield from self._walk(one, self._look_of(one, look))
            elif name not in _PROPERTIES:
                yield from self._special(one, look, name=name)

    def _special(self, one: Element, look: _Look, *, name: str) -> Iterator[Piece]:
        if name in _CHANGES:
            yield from self._changed(one, look, name=name)
        elif name == "w:fldChar":
            self._turn_field(attribute(one, "fldCharType"))
        elif name in {"w:footnoteReference", "w:endnoteReference"}:
            yield from self._refer(one, look, kind=name[2:].removesuffix("Reference"))
        elif name == "w:sym":
            yield from self._show(_sign_of(one), look)
        elif name == "w:delText":
            yield from self._show(_text_of(one), replace(look, deleted=True))
        elif name == "w:rt":
            yield from self._walk(one, replace(look, hidden=True))
        elif name == "w:txbxContent":
            self._set_aside(one, look)
        else:
            yield from self._walk(chosen(one) if name == "mc:AlternateContent" else one, look)

    def _show(self, text: str, look: _Look) -> Iterator[Piece]:
        """Enter words in the account; only those that the final text shows are pieces."""
        if not all(self._fields):
            return
        for piece in pieces_of(shown(text, look.font), raised=look.raised):
            self._account_for(look).append(piece.text)
            if not (look.deleted or look.moved or look.hidden):
                self._account.arrived += [piece.text] if look.arrived else []
                yield piece

    def _account_for(self, look: _Look) -> list[str]:
        if look.moved:
            return self._account.moved
        if look.deleted:
            return self._account.deleted
        return self._account.hidden if look.hidden else self._account.seen

    def _changed(self, one: Element, look: _Look, *, name: str) -> Iterator[Piece]:
        self._account.changes += name != "w:moveTo"
        changed = replace(
            look,
            deleted=look.deleted or name == "w:del",
            moved=look.moved or name == "w:moveFrom",
            arrived=look.arrived or name == "w:moveTo",
        )
        yield from self._walk(one, changed)

    def _turn_field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _refer(self, one: Element, look: _Look, *, kind: str) -> Iterator[Piece]:
        """The number of a note that is marked here, unless the final text does not show it."""
        typed = attribute(one, "customMarkFollows") in {"1", "true", "on"}
        key = f"{kind} {attribute(one, 'id')}"
        if look.deleted or look.moved or look.hidden:
            self.dropped.append((key, self._account_for(look)))
        elif typed:
            yield Piece("", note=key)
        else:
            key, printed = self._notes.refer(kind, one)
            self._account.seen.append(printed)
            yield Piece(printed, raised=True, note=key)

    def _set_aside(self, box: Element, look: _Look) -> None:
        if look.deleted or look.moved or look.hidden:
            for paragraph in box.iter():
                if name_of(paragraph) in _SHOWS:
                    self._account_for(look).append(_text_of(paragraph))
        else:
            self.boxes.append(box)

    def _look_of(self, run: Element, around: _Look) -> _Look:
        properties = child(run, "w:rPr")
        style = value(properties, "w:rStyle") or ""
        return _Look(
            raised=self._raises(properties, style),
            hidden=around.hidden or self._hides(properties, style),
            deleted=around.deleted,
            moved=around.moved,
            arrived=around.arrived,
            font=attribute(child(properties, "w:rFonts"), "ascii") or "",
        )

    def _hides(self, properties: Element | None, style: str) -> bool:
        own = switched(child(properties, "w:vanish"))
        if own is None:
            own = self._styles.run_switch(style, "w:vanish")
        if own is None:
            own = self._styles.run_switch(self._style, "w:vanish")
        return own is True

    def _raises(self, properties: Element | None, style: str) -> bool:
        """Whether a run stands higher than the line, by itself or by a style."""
        align = value(properties, "w:vertAlign") or self._styles.run_value(style, "w:vertAlign")
        if align:
            return align == "superscript"
        rise = number(properties, "w:position")
        if rise is None:
            rise = _rise(self._styles.run_value(style, "w:position"))
        return rise >= _SMALLEST_RISE or self._styles.marks_notes(style)


def _rise(written: str | None) -> int:
    return int(written) if written and written.isdecimal() else 0


def _text_of(element: Element) -> str:
    """The words of an element; blanks at their ends count only where the file says so."""
    words = (element.text or "").translate(_LINE_ENDS)
    if words == words.strip() or element.get(_SPACE) == "preserve":
        return words
    root = element.getroottree().getroot()
    return words if root.get(_SPACE) == "preserve" else words.strip(" \t")


def _sign_of(element: Element) -> str:
    code = (attribute(element, "char") or "").strip()
    try:
        return symbol(int(code, 16), attribute(element, "font") or "")
    except (ValueError, OverflowError):
        return ""


def chosen(alternatives: Element) -> Element:
    """The first alternative that shows something this reader knows, else the last one."""
    options = [*children(alternatives, "mc:Choice"), *children(alternatives, "mc:Fallback")]
    known = (one for one in options if any(name_of(two) in _KNOWN for two in one.iter()))
    return next(known, alternatives[-1] if len(alternatives) else alternatives)


_KNOWN = _SHOWS | {"w:txbxContent", "w:p", "w:sym"} | _SIGNS.keys()


def _with_typed_marks(pieces: list[Piece], notes: Notes) -> Iterator[Piece]:
    """Pieces in which the mark an author typed for a note is that note's number."""
    key: str | None = None
    for piece in pieces:
        if piece.note and not piece.text:
            key = piece.note
            continue
        mark = _TYPED_MARK.match(piece.text) if key else None
        if key is None or mark is None:
            yield piece
            continue
        yield Piece(piece.text[: mark.start(1)])
        yield Piece(mark[1], raised=True, note=key)
        yield Piece(piece.text[mark.end() :], raised=piece.raised)
        notes.name(key, mark[1])
        key = None
