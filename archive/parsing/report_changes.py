"""Two parses of one file compared: what was lost, gained and changed.

Reads: two records of the parse contract, the earlier perhaps by another version of the parser and
without the keys that were empty. Writes: changes, each with its anchor and a few of its words.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from archive.parsing.contract import Record
from archive.parsing.report_items import (
    Item,
    asides_of,
    citations_of,
    compact,
    cut,
    fields_of,
    markers_of,
    notes_of,
    paragraphs_of,
    signs_of,
)

_BEFORE_A_DIFFERENCE = 20


class Turn(StrEnum):
    """What became of something between two parses."""

    LOST = "lost"
    GAINED = "gained"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: ``what`` names the place, the thing and some of its words."""

    turn: Turn
    what: str


def changes_between(before: Record, after: Record) -> list[Change]:
    """Every difference between two parses of a file, whole records or compact ones."""
    before, after = compact(before), compact(after)
    if "error" in before or "error" in after:
        return list(_changed_errors(before, after))
    paragraphs = _pairs(paragraphs_of(before), paragraphs_of(after), alike=_share_words)
    notes = _pairs(notes_of(before), notes_of(after), alike=_share_words)
    renamed = {
        old.anchor: new.anchor for old, new in (*paragraphs, *notes) if old is not None and new
    }
    found = [*_changed_fields(before, after)]
    for pairs in (
        [(_moved(old, renamed), new) for old, new in paragraphs],
        [(_moved(old, renamed), new) for old, new in notes],
        _pairs(markers_of(before, renamed), markers_of(after, {})),
        _pairs(citations_of(before, renamed), citations_of(after, {})),
        _pairs(asides_of(before), asides_of(after)),
    ):
        found += [change for old, new in pairs for change in _changes_of(old, new)]
    if all(change.turn is not Turn.LOST for change in found):
        found += _lost_words(before, after)
    return found


def _changed_errors(before: Record, after: Record) -> Iterator[Change]:
    old, new = (record.get("error", {}).get("code") for record in (before, after))
    if old is None:
        yield Change(Turn.LOST, f"the whole file: {new}: {after['error']['message']}")
    elif new is None:
        yield Change(Turn.GAINED, f"the whole file, which was refused: {old}")
    elif old != new:
        yield Change(Turn.CHANGED, f"its refusal: {old} → {new}")


def _changed_fields(before: Record, after: Record) -> Iterator[Change]:
    """What the file says of itself, field by field."""
    old, new = dict(fields_of(before)), dict(fields_of(after))
    for name in [*old, *(name for name in new if name not in old)]:
        if name not in new:
            yield Change(Turn.LOST, _said(name, old[name]))
        elif name not in old:
            yield Change(Turn.GAINED, _said(name, new[name]))
        elif old[name] != new[name]:
            yield Change(Turn.CHANGED, f"{name} {_difference(old[name], new[name])}")


def _lost_words(before: Record, after: Record) -> Iterator[Change]:
    """A loss of words, though every paragraph and note that had them is still there."""
    fewer = signs_of(before) - signs_of(after)
    if fewer > 0:
        yield Change(Turn.LOST, f"{fewer:,} letters and figures of the paragraphs and notes")


def _said(name: str, value: Any) -> str:
    """A field with its value; an entry of a list has none beside its name."""
    return name if value is None else f"{name} “{cut(str(value))}”"


#: A loss where they have no value any more.
_LOSABLE = frozenset(
    {"label", "parent", "opening", "form", "rows", "marked_in", "target", "pinpoint", "date"}
)
#: Neither a loss nor a gain where they come and go.
_ASIDES = frozenset({"warning", "mend", "leftover", "candidate"})
_Pair = tuple[Item | None, Item | None]


def _pairs(
    before: Sequence[Item],
    after: Sequence[Item],
    *,
    alike: Callable[[Item, Item], bool] = lambda _old, _new: True,
) -> list[_Pair]:
    """Earlier and later items put together, by the surest key first, in the order they stand.

    What only the last key brings together must also be ``alike``.
    """
    partner: dict[int, int] = {}
    taken: set[int] = set()
    levels = range(max((len(item.keys) for item in before), default=0))
    for level in levels:
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for index, item in enumerate(after):
            if index not in taken:
                waiting[item.keys[level]].append(index)
        for index, item in enumerate(before):
            queue = waiting.get(item.keys[level])
            if index in partner or not queue:
                continue
            if level + 1 < len(levels) or alike(item, after[queue[0]]):
                partner[index] = queue.popleft()
                taken.add(partner[index])
    kept = [(item, _at(after, partner.get(index))) for index, item in enumerate(before)]
    return [*kept, *((None, item) for index, item in enumerate(after) if index not in taken)]


def _at(items: Sequence[Item], index: int | None) -> Item | None:
    return None if index is None else items[index]


def _share_words(old: Item, new: Item) -> bool:
    """Whether two texts under one anchor are two readings of one: they share half their words."""
    words, others = Counter(old.text.split()), Counter(new.text.split())
    return 2 * (words & others).total() >= min(words.total(), others.total())


def _moved(item: Item | None, renamed: dict[str, str]) -> Item | None:
    """An earlier item that points where its paragraph stands now."""
    if item is None:
        return None
    pointing = {
        key: renamed.get(item.fields[key] or "", item.fields[key])
        for key in ("parent", "marked_in")
        if key in item.fields
    }
    return replace(item, fields=item.fields | pointing)


def _changes_of(old: Item | None, new: Item | None) -> Iterator[Change]:
    if old is None or new is None:
        ends = ((old, Turn.LOST), (new, Turn.GAINED))
        yield from (_gone(item, turn) for item, turn in ends if item is not None)
        return
    said: dict[Turn, list[str]] = {turn: [] for turn in Turn}
    for key in new.fields:
        before, after = old.fields[key], new.fields[key]
        if before != after:
            said[_turn_of(key, before, after=after)].append(f"{key} {_difference(before, after)}")
    for turn, differences in said.items():
        if differences:
            yield Change(turn, f"{old.name}: {'; '.join(differences)}")


def _turn_of(key: str, before: Any, *, after: Any) -> Turn:
    """What became of a value: one that is there no more is lost, one that was not there gained."""
    if key not in _LOSABLE or (before and after):
        return Turn.CHANGED
    return Turn.LOST if before else Turn.GAINED


def _gone(item: Item, turn: Turn) -> Change:
    if item.sort in _ASIDES:
        return Change(Turn.CHANGED, f"{item.name} {'new' if turn is Turn.GAINED else 'gone'}")
    return Change(turn, item.name)


def _difference(old: Any, new: Any) -> str:
    """Both values, cut to where they begin to differ."""
    before, after = _words(old), _words(new)
    same = next(
        (
            place
            for place, (one, other) in enumerate(zip(before, after, strict=False))
            if one != other
        ),
        min(len(before), len(after)),
    )
    start = max(0, same - _BEFORE_A_DIFFERENCE)
    lead = "…" if start else ""
    return f"“{lead}{cut(before[start:])}” → “{lead}{cut(after[start:])}”"


def _words(value: Any) -> str:
    return "" if value is None else str(value)
