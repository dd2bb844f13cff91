"""Notes that are not where they are marked, and raised signs that belong to marks.

Reads: the root element. Writes: the same tree, in which every note is an element at its mark.

Below a table a paragraph that begins with a raised letter is a note, marked by the same letter in
the table. Arabic and Chinese print a note's number in raised brackets, which are part of its mark.
Some files keep their notes together among the data, and refer to each where it is marked.
"""

from lxml import etree

from archive.parsing.readers.akn4un.words import NOTES, marker_of, text_of
from archive.parsing.readers.akn4un.xml import Element, find_all, find_first, name_of

_NOTE_CLASS = "FootnoteText"
_IDS = ("eId", "id", "wId")
_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz*†‡§")
_BRACKETS = {"(": 1, ")": -1, "\uff08": 1, "\uff09": -1}


def settle_notes(root: Element) -> None:
    """Put every note where it is marked, without the signs that only print its mark."""
    _bring_notes(root)
    for raised in list(find_all(root, "sup")):
        _drop_sign(raised)
    markers = {marker_of(note) for note in find_all(root, "authorialNote")}
    for paragraph in list(find_all(root, "paragraph")):
        if (paragraph.get("class") or "").startswith(_NOTE_CLASS):
            _lift_note(paragraph, markers)


def _bring_notes(root: Element) -> None:
    """Put the notes that are kept among the data where they are referred to, each once."""
    notes = {note.get(name): note for note in find_all(root, "note") for name in _IDS}
    for reference in list(find_all(root, "noteRef")):
        note = notes.pop((reference.get("href") or "").removeprefix("#"), None)
        if note is not None:
            marker = reference.get("marker") or note.get("marker") or ""
            _become_note(reference, marker=marker, words=note)


def _become_note(mark: Element, *, marker: str, words: Element) -> None:
    """Make a note of the element that marks it."""
    mark.tag = etree.QName(etree.QName(mark).namespace, "authorialNote").text
    mark.set("marker", marker)
    mark.text = ""
    mark.extend([words] if name_of(words) == "paragraph" else list(words))


def _drop_sign(raised: Element) -> None:
    """Take out a raised bracket beside a note's mark, or a raised mark before the note."""
    sign = (raised.text or "").strip()
    side = _BRACKETS.get(sign, 1)
    note = raised.getnext() if side > 0 else raised.getprevious()
    if note is None or name_of(note) not in NOTES or len(raised):
        return
    between = (raised.tail if side > 0 else note.tail) or ""
    if not between.strip() and (sign in _BRACKETS or sign == marker_of(note)):
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
    _become_note(mark, marker=sign, words=paragraph)


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
