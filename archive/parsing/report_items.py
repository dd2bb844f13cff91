"""What of a parse can be lost: fields, paragraphs, notes, markers, citations, what is said of it.

Reads: a record of the parse contract, perhaps compact. Writes: items, each with what it is known by
in another parse.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any

from archive.parsing.contract import Record

_EXCERPT = 60
_BEFORE_A_MARKER = 20


@dataclass(frozen=True, slots=True)
class Item:
    """Something of a parse that can be lost: a paragraph, a note, a citation, a marker.

    ``keys`` are what it is known by in another parse, the surest first.
    """

    sort: str
    anchor: str
    text: str
    keys: tuple[Hashable, ...]
    fields: dict[str, Any]

    @property
    def name(self) -> str:
        """The anchor, the sort and the first words."""
        return f"{self.anchor} {self.sort} “{cut(self.text)}”"


def compact(record: Record) -> Record:
    """The record without keys that are null, false or empty, as a baseline keeps it."""
    kept: Record = _full(record)
    return kept


def _full(value: Any) -> Any:
    if isinstance(value, dict):
        full = {key: _full(entry) for key, entry in value.items()}
        return {key: entry for key, entry in full.items() if not _is_empty(entry)}
    return [_full(entry) for entry in value] if isinstance(value, list) else value


def _is_empty(value: Any) -> bool:
    """Whether a value says nothing; a count of none says something."""
    return value is None or value is False or value in ("", [], {})


def fields_of(record: Record) -> Iterator[tuple[str, Any]]:
    """What a file says of itself, by name; an entry of a list by its own words."""
    masthead = record.get("masthead", {})
    stated = {key: value for key, value in masthead.items() if key not in {"adoption", "lines"}}
    for key, value in [*stated.items(), *masthead.get("adoption", {}).items()]:
        if isinstance(value, list):
            yield from ((f"{key} “{cut(entry)}”", None) for entry in value)
        else:
            yield key, value
    yield from ((key, record[key]) for key in ("layout", "language") if key in record)


def paragraphs_of(record: Record) -> list[Item]:
    """The paragraphs, known by their anchors and words."""
    fields = ("kind", "label", "parent", "opening", "form", "rows")
    return [
        Item(
            "paragraph",
            one["id"],
            one["text"],
            ((one["id"], one["text"]), one["text"], one["id"]),
            {"anchor": one["id"], "text": one["text"]} | {key: one.get(key) for key in fields},
        )
        for one in record.get("paragraphs", [])
    ]


def notes_of(record: Record) -> list[Item]:
    """The notes, known by their numbers and words."""
    return [
        Item(
            "note",
            one["id"],
            one.get("text", ""),
            ((one["id"], one.get("text")), one.get("text"), one["id"]),
            {"anchor": one["id"], "text": one.get("text"), "marked_in": one.get("marked_in")},
        )
        for one in record.get("footnotes", [])
    ]


def markers_of(record: Record, renamed: dict[str, str]) -> list[Item]:
    """Markers, known by their numbers; ``renamed`` are the later anchors of earlier paragraphs."""
    found = []
    for paragraph in record.get("paragraphs", []):
        anchor = renamed.get(paragraph["id"], paragraph["id"])
        for marker in paragraph.get("footnote_markers", []):
            end = marker.get("offset", 0)
            place = paragraph["text"][max(0, end - _BEFORE_A_MARKER) : end]
            number = marker["number"]
            keys = ((anchor, number, place), (anchor, number), number)
            found.append(Item("marker", anchor, number, keys, {"in": anchor, "after": place}))
    return found


def citations_of(record: Record, renamed: dict[str, str]) -> list[Item]:
    """Citations, known by where they stand, their words and what they cite."""
    fields = ("text", "target", "pinpoint", "by_name", "date", "of_whole", "conflict")
    found = []
    for one in record.get("citations", []):
        anchor, text = renamed.get(one["source"], one["source"]), one["text"]
        target = one.get("target"), one.get("pinpoint")
        keys = ((anchor, text, target), (anchor, text), (anchor, target), (text, target))
        values = {"in": anchor} | {key: one.get(key) for key in fields}
        found.append(Item("citation", anchor, text, keys, values))
    return found


def asides_of(record: Record) -> list[Item]:
    """What is said about the parse: neither a loss nor a gain."""
    said = [
        *(("warning", one["where"], one["code"]) for one in record.get("warnings", [])),
        *(("mend", one["where"], one["mended"]) for one in record.get("mends", [])),
        *(("leftover", "file", words) for words in record.get("leftovers", [])),
        *(("candidate", "file", one["evidence"]) for one in record.get("candidates", [])),
    ]
    return [Item(sort, where, text, ((sort, text),), {}) for sort, where, text in said]


def signs_of(record: Record) -> int:
    """How many letters and figures the paragraphs and notes have, labels and markers among them."""
    texts = [one["text"] + one.get("label", "") for one in record.get("paragraphs", [])]
    texts += [one.get("number", "") + one.get("text", "") for one in record.get("footnotes", [])]
    texts += [marker.text for marker in markers_of(record, {})]
    return sum(map(str.isalnum, "".join(texts)))


def cut(words: str) -> str:
    """The first of the words, where they are many."""
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]}…"
