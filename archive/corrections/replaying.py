"""Replaying: one correction over a sheet, be it the parse that it was made for or another.

Reads: a sheet, a correction. Writes: the sheet with it, and the conflict that it met.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from archive.corrections.places import read_span, span_of, texts_of
from archive.corrections.sheets import Sheet, set_at, settled
from archive.corrections.values import Action, Conflict, Correction, CorrectionError
from archive.corrections.ways import way_of


def replayed(sheet: Sheet, one: Correction, *, by: int) -> tuple[Sheet, Conflict | None]:
    """The sheet with a correction, and the conflict it met."""
    placed = _placed(sheet, one)
    if placed is not one:
        sheet = replace(sheet, moved={**sheet.moved, _anchor(one): _anchor(placed)})
    way = way_of(placed)
    done = way.done_at(sheet, placed)
    if done is not None:
        return set_at(sheet, *done, by=by), None
    found = way.found_at(sheet, placed)
    try:
        changed, places = way.apply(sheet, placed)
    except CorrectionError:
        return sheet, Conflict(correction=one, found=found, is_applied=False)
    meets = found in (placed.before, placed.after)
    conflict = None if meets else Conflict(correction=one, found=found, is_applied=True)
    return settled(set_at(changed, *places, by=by)), conflict


def _anchor(one: Correction) -> str:
    span = read_span(one.where)
    return span.source if span else one.where


def _placed(sheet: Sheet, one: Correction) -> Correction:
    """The correction where its words are in this parse: at its place, or where they are alone."""
    known = _known(sheet, one)
    if known is not one and _meets(sheet, known):
        return known
    if _meets(sheet, one):
        return one
    for where in _candidates(sheet, one):
        moved = replace(one, where=where)
        if _meets(sheet, moved):
            return moved
    return one


def _known(sheet: Sheet, one: Correction) -> Correction:
    """The correction where an earlier one of its place was found, as the anchor has moved."""
    anchor = _anchor(one)
    now = sheet.moved.get(anchor, anchor)
    return one if now == anchor else replace(one, where=f"{now}{one.where.removeprefix(anchor)}")


def _meets(sheet: Sheet, one: Correction) -> bool:
    """Whether a correction meets what it was made for, or finds itself done."""
    way = way_of(one)
    try:
        found = way.found(sheet, one)
    except CorrectionError:
        return way.done_at(sheet, one) is not None
    return found == one.before or way.done_at(sheet, one) is not None


def _candidates(sheet: Sheet, one: Correction) -> Iterator[str]:
    """Other places that a correction may be of."""
    parsed = sheet.parsed
    for words in _words_of(one):
        alike = [anchor for anchor, text in texts_of(parsed) if text == words]
        if len(alike) == 1:
            yield alike[0]
    span = read_span(_known(sheet, one).where)
    if span is None:
        return
    named = [span_of(c) for c in parsed.citations if one.before and c.target == one.before]
    alike = [str(other) for other in named if other.source == span.source] or list(map(str, named))
    if len(alike) == 1:
        yield alike[0]


_WORDED = frozenset(
    {Action.SET_WORDING, Action.SPLIT, Action.MERGE, Action.REMOVE, Action.REMOVE_NOTE}
)


def _words_of(one: Correction) -> list[Any]:
    """The exact words that the place of a correction had, and those it has once it is done."""
    if one.action not in _WORDED:
        return []
    return [value[0] if isinstance(value, list) else value for value in (one.before, one.after)]
