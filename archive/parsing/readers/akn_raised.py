"""Raised signs that belong to notes: brackets round a mark, letters that mark notes of a table.

Reads: the root element. Writes: the same tree, in which such notes are elements like every other.

Below a table a paragraph that begins with a raised letter is a note, marked by the same letter in
the table. Arabic and Chinese print a note's number in raised brackets, which are part of its mark.
"""

from lxml import etree

from archive.parsing.readers.akn_words import NOTES, marker_of, text_of
from archive.parsing.readers.akn_xml import Element, find_all, find_first, name_of

_NOTE_CLASS = "FootnoteText"
_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz*†‡§")
_BRACKETS = {"(": 1, ")": -1, "\uff08": 1, "\uff09": -1}


def settle_raised_signs(root: Element) -> None:
    """Make the marks and notes plain that raised signs hide."""
    for raised in list(find_all(root, "sup")):
        _drop_bracket(raised)
    markers = {marker_of(note) for note in find_all(root, "authorialNote")}
    for paragraph in list(find_all(root, "paragraph")):
        if (paragraph.get("class") or "").startswith(_NOTE_CLASS):
            _lift_note(paragraph, markers)


def _drop_bracket(raised: Element) -> None:
    """Take a bracket out that stands before or after a note's mark."""
    side = _BRACKETS.get((raised.text or "").strip(), 0)
    note = raised.getnext() if side > 0 else raised.getprevious()
    between = raised.tail if side > 0 else note is not None and note.tail
    if side and note is not None and name_of(note) in NOTES and not (between or "").strip():
        raised.text = ""


def _lift_note(paragraph: Element, markers: set[str]) -> None:
    """Put a table's note where the table marks it, unless it is not marked there."""
    letter = find_first(paragraph, "sup")
    sign = text_of(letter)
    is_first = text_of(paragraph).startswith(sign)
    if letter is None or sign not in _SIGNS or not is_first or sign in markers:
        return
    markers.add(sign)
    mark = _mark_in_table(_table_before(paragraph), sign)
    if mark is None:
        return
    letter.text = ""
    mark.tag = etree.QName(etree.QName(mark).namespace, "authorialNote").text
    mark.set("marker", sign)
    mark.text = ""
    mark.append(paragraph)


def _table_before(paragraph: Element) -> Element | None:
    """The table that notes stand below."""
    before = paragraph.getprevious()
    while before is not None and (before.get("class") or "").startswith(_NOTE_CLASS):
        before = before.getprevious()
    if before is None or name_of(before) == "table":
        return before
    return find_first(before, "table")


def _mark_in_table(table: Element | None, sign: str) -> Element | None:
    if table is None:
        return None
    raised = find_all(table, "sup")
    return next((one for one in raised if len(one) == 0 and text_of(one) == sign), None)
