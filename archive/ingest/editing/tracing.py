"""Tracing: a place of an edition followed back through the corrections, to what the parser had.

Corrections give paragraphs other anchors, so that an anchor of the edition may have been that of
another paragraph, or of none, when the file was parsed.
"""

from dataclasses import dataclass

from archive.corrections.places import texts_of
from archive.corrections.sheets import Sheet
from archive.ingest.editing.editions import Edition
from archive.models import Correction
from archive.parsing.parsed import ParsedResolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Where a place comes from: its anchor in the parse, and the corrections of it, last first.

    ``anchor`` is None for a paragraph or note that people have put in.
    """

    anchor: str | None
    corrections: tuple[Correction, ...]


def trace(edition: Edition, anchor: str) -> Trace:
    """Follow a paragraph or note of an edition back to the parse."""
    states = edition.replay.states
    found: list[Correction] = []
    place: str | None = anchor
    for index in reversed(range(len(edition.corrections))):
        row = edition.corrections[index]
        after, before = states[index + 1], states[index]
        if place is not None and after.set_by.get(place) == index:
            found.append(row)
            place = _of_correction(row, before, words=_words(after).get(place))
        elif place is not None:
            place = place_in(before.parsed, place, words=_words(after).get(place))
    return Trace(anchor=place, corrections=tuple(found))


def _words(sheet: Sheet) -> dict[str, str]:
    return dict(texts_of(sheet.parsed))


def _of_correction(row: Correction, before: Sheet, *, words: str | None) -> str | None:
    """The place that a correction was made of; of one that moved, where its words were."""
    if row.action in {"insert", "insert_note"}:
        return None
    if row.where in _words(before):
        return row.where
    return place_in(before.parsed, row.where, words=words)


def place_in(parsed: ParsedResolution, anchor: str, *, words: str | None) -> str | None:
    """The place in another state of a text: of the same words at its anchor, else anywhere.

    Words that several places have elsewhere tell nothing; then, and for words that are nowhere,
    it is the anchor, where there is one.
    """
    there = list(texts_of(parsed))
    if (anchor, words) in there:
        return anchor
    alike = [place for place, text in there if text == words]
    if len(alike) == 1:
        return alike[0]
    return anchor if any(place == anchor for place, _ in there) else None
