"""Members: a comparison as JSON has it. docs/formats/comparison.md is the contract.

What is added leaves the version as it is; what is taken away or changes its meaning raises it.
"""

from collections.abc import Iterable

from archive.comparison.passages import Pairing, Passage
from archive.data.members import Absolute, Members, named_members
from archive.models import Resolution
from archive.web.compare.params import compare_address
from archive.web.compare.sides import ComparedSides, Side
from archive.web.compare.words import counted_in_order

VERSION = 1


def comparison_members(found: ComparedSides, *, absolute: Absolute) -> Members:
    """Both texts, how many paragraphs met which fate, and every pairing."""
    return {
        "version": VERSION,
        "url": absolute(compare_address(found.params)),
        "from": _resolution(found.before.resolution, absolute=absolute),
        "to": _resolution(found.after.resolution, absolute=absolute),
        "counts": dict(counted_in_order(found)),
        "pairings": [_pairing(one, found, absolute=absolute) for one in found.comparison.pairings],
    }


def _resolution(one: Resolution, *, absolute: Absolute) -> Members:
    named = named_members(one, absolute=absolute, date_is_unverified=one.date_is_unverified)
    return named | {"api_url": absolute(f"/api/v1/resolutions/{one.symbol}")}


def _pairing(one: Pairing, found: ComparedSides, *, absolute: Absolute) -> Members:
    return {
        "fate": one.fate.value,
        "is_moved": one.is_moved,
        "is_confirmed": found.is_confirmed(one),
        "likeness": round(one.likeness, 3),
        "step": found.step(one),
        "before": list(_passages(one.before, found.before, absolute=absolute)),
        "after": list(_passages(one.after, found.after, absolute=absolute)),
        "changes": [{"kind": change.kind.value, "text": change.text} for change in one.changes],
    }


def _passages(passages: Iterable[Passage], side: Side, *, absolute: Absolute) -> Iterable[Members]:
    for one in passages:
        yield {
            "anchor": one.anchor,
            "url": absolute(side.address(one)),
            "kind": one.kind.value,
            "place": side.place(one),
            "opening": one.opening or None,
            "wording": one.text,
        }
