"""Histories: what each text of a series did with the words that one lineage holds together.

Reads: the lineages that each text has words of, in the order of the series. Writes: for a lineage,
a cell for each text; for a series, the order of its lineages.

A text that was adopted is set against those adopted before it, a draft against all before it: what
is said of a resolution is the same whether or not drafts are held.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

_Key = TypeVar("_Key", bound=Hashable)


class State(StrEnum):
    """What a text did with the words of a lineage."""

    NEW = "new"
    SPLIT = "split"
    KEPT = "kept"
    REWORDED = "reworded"
    MERGED = "merged"
    DROPPED = "dropped"
    ABSENT = "absent"

    @property
    def is_there(self) -> bool:
        """Whether the text has the words, in whatever form."""
        return self in {State.NEW, State.SPLIT, State.KEPT, State.REWORDED}


@dataclass(frozen=True, slots=True)
class TextInSeries:
    """A text's place in a series: the organ it is of, and whether it is a draft."""

    organ: str
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What one text did with a lineage; ``against`` is the text that its words are set against.

    That is the place of the text in the series, from 0; None where there is none before. Where the
    words were merged into other paragraphs, it is the text that they were taken from.
    """

    state: State
    against: int | None = None


def cells(
    versions: Sequence[int],
    standings: Sequence[TextInSeries],
    *,
    parts: Sequence[Collection[int]] | None = None,
    is_part: Collection[int] = (),
) -> tuple[Cell, ...]:
    """What each text of a series did with a lineage.

    ``versions`` are the same number where the words are the same, and 0 where a text has none.
    ``parts`` are for each text those whose words of the lineage it has within paragraphs of other
    lineages; if an earlier one is among them, the words were merged into these, once by each organ
    that adopts a text. ``is_part`` has the places of texts in which it was a part of another
    lineage's paragraph before: there it is split off and not new. Dropped is what the text of the
    same organ that was adopted last before had; where words are missing otherwise they are absent:
    an organ drops what it had itself.
    """
    found: list[Cell] = []
    latest: int | None = None
    adopted: int | None = None
    had: dict[str, bool] = {}
    merged: dict[str, int] = {}
    for at, (version, standing) in enumerate(zip(versions, standings, strict=True)):
        if version:
            against = latest if standing.is_draft else adopted
            first = State.SPLIT if at in is_part else State.NEW
            found.append(Cell(_state(versions, at, against=against) or first, against))
            latest, adopted = at, adopted if standing.is_draft else at
        else:
            since = merged.get(standing.organ, -1)
            among = [one for one in parts[at] if since < one < at] if parts else []
            source = _source(among, at=at, standings=standings)
            found.append(_missing(source, is_dropped=had.get(standing.organ, False)))
        if not standing.is_draft:
            had[standing.organ] = bool(version)
            if found[-1].state is State.MERGED:
                merged[standing.organ] = at
    return tuple(found)


def _source(texts: Collection[int], *, at: int, standings: Sequence[TextInSeries]) -> int | None:
    """The last of some texts that what is said of one may follow from."""
    told = (one for one in texts if standings[at].is_draft or not standings[one].is_draft)
    return max(told, default=None)


def _missing(source: int | None, *, is_dropped: bool) -> Cell:
    if source is not None:
        return Cell(State.MERGED, source)
    return Cell(State.DROPPED if is_dropped else State.ABSENT)


def _state(versions: Sequence[int], at: int, *, against: int | None) -> State | None:
    if against is None:
        return None
    return State.KEPT if versions[against] == versions[at] else State.REWORDED


def in_reading_order(texts: Iterable[Sequence[_Key]]) -> tuple[_Key, ...]:
    """The lineages of a series as they stand in its latest text, and among them those of earlier.

    ``texts`` are the lineages of each text in reading order, the oldest text first. What an older
    text has besides stands behind the lineage that came before it there; what nothing came before
    stands before what followed it there; what has neither stands at the end.
    """
    order: list[_Key] = []
    for text in reversed(list(texts)):
        order = list(_with(text, order))
    return tuple(order)


def _with(text: Sequence[_Key], order: Sequence[_Key]) -> Iterator[_Key]:
    """The lineages in order, with those of a text that are not among them yet."""
    known = set(order)
    behind: dict[_Key | None, list[_Key]] = {}
    before: _Key | None = None
    for key in dict.fromkeys(text):
        if key in known:
            before = key
        else:
            behind.setdefault(before, []).append(key)
    first = next((key for key in text if key in known), None)
    for key in order:
        if key == first:
            yield from behind.get(None, ())
        yield key
        yield from behind.get(key, ())
    if first is None:
        yield from behind.get(None, ())
