"""Differences of two texts as a page tells them: each place in words, and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from archive.admin.review.places import in_words, place_id
from archive.comparison.texts import DifferenceKind, PlaceDifference, PlaceKind
from archive.comparison.words import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDifference:
    """A difference: its place, a word for what became of it, its words, and what else differs."""

    kind: str
    place: str
    id: str
    changes: tuple[Change, ...]
    remarks: tuple[str, ...]


def told(found: Iterable[PlaceDifference]) -> Sequence[ToldDifference]:
    """The differences in their order."""
    return [_told(one) for one in found]


def _told(one: PlaceDifference) -> ToldDifference:
    is_gone = one.kind is DifferenceKind.GONE
    return ToldDifference(
        kind=one.kind.value,
        place=_place(one),
        id="" if is_gone else place_id(one.where),
        changes=one.changes,
        remarks=tuple(_remarks(one)),
    )


def _place(one: PlaceDifference) -> str:
    """The place in words; a citation's is that of its paragraph, with a word before it."""
    words = in_words(one.where)
    return f"citation in {words}" if one.place is PlaceKind.CITATION else words


def _remarks(one: PlaceDifference) -> Iterable[str]:
    if one.place is PlaceKind.CITATION:
        yield f"cites {_value(one.before)}; will cite {_value(one.after)}"
    for aspect in one.aspects:
        yield f"{aspect.name}: {_value(aspect.before)}, now {_value(aspect.after)}"


def _value(value: Any) -> str:
    """A value in words; there may be none."""
    if value in (None, "", []):
        return "nothing"
    return ", ".join(map(_value, value)) if isinstance(value, list) else str(value)
