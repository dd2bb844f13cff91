"""Differences of two texts: what is new, gone, moved or changed, place by place.

Reads: two parses, of one file by two parsers or of two files of one resolution. Writes: a
difference for each fact, paragraph, note and citation that is not the same, in the reading order of
the second text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from archive.comparison.alignment import Alignment, Item, aligned
from archive.comparison.chains import rising_chain
from archive.comparison.citations import Mention, pairs_of
from archive.comparison.words import Change, word_changes
from archive.parsing.masthead_stated import in_words
from archive.parsing.parsed import (
    Adoption,
    Citation,
    Footnote,
    Masthead,
    Paragraph,
    ParsedResolution,
)


class DifferenceKind(StrEnum):
    """What became of a place."""

    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    CHANGED = "changed"


class PlaceKind(StrEnum):
    """What a place is."""

    FACT = "fact"
    PARAGRAPH = "paragraph"
    NOTE = "note"
    CITATION = "citation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """What of a place differs ("label", "parent", "target"), and its values; None for none."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDifference:
    """One place that is not the same in two texts.

    ``where`` is its name as corrections have it (``masthead.title``, ``op5``, ``fn2``,
    ``op5:10-28``) in the second text, or in the first where it is gone; ``was`` its name in the
    first, None where it is new. ``changes`` are those of its words; ``aspects`` what else differs.
    """

    kind: DifferenceKind
    place: PlaceKind
    where: str
    was: str | None
    before: str | None
    after: str | None
    changes: tuple[Change, ...] = ()
    aspects: tuple[Aspect, ...] = ()


def differences(before: ParsedResolution, after: ParsedResolution) -> tuple[PlaceDifference, ...]:
    """Every place that is not the same: facts first, then paragraphs and notes as they are read.

    The citations of a paragraph or note follow it.
    """
    paragraphs = aligned(_items(before.paragraphs), _items(after.paragraphs))
    notes = aligned(_items(before.footnotes), _items(after.footnotes))
    anchors = paragraphs.anchors | notes.anchors
    found = [
        *((_FACTS, one) for one in _of_facts(before.masthead, after.masthead)),
        *_of_paragraphs(before, after, found=paragraphs),
        *_of_notes(before, after, found=notes),
        *_of_citations(before, after, anchors=anchors, places=_Places(paragraphs, notes)),
    ]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


#: Where a difference stands among others: facts, paragraphs or notes; the place; within it.
_Order = tuple[int, float, float]
_Found = Iterator[tuple[_Order, PlaceDifference]]
_FACTS: _Order = (0, 0, 0)
#: Citations stand behind whatever else is told of their place.
_BEHIND = 1_000_000


def _items(places: Sequence[Paragraph] | Sequence[Footnote]) -> list[Item]:
    return [Item(one.id, one.text) for one in places]


def _of_facts(before: Masthead, after: Masthead) -> Iterator[PlaceDifference]:
    for one in fields(Masthead):
        values = getattr(before, one.name), getattr(after, one.name)
        if one.name == "lines" or values[0] == values[1]:
            continue
        was, now = (_fact_in_words(value) for value in values)
        where = f"masthead.{one.name}"
        yield PlaceDifference(
            kind=_kind_of(was, now),
            place=PlaceKind.FACT,
            where=where,
            was=where if was is not None else None,
            before=was,
            after=now,
            changes=word_changes(was or "", now or ""),
        )


def _kind_of(before: str | None, after: str | None) -> DifferenceKind:
    if before is None:
        return DifferenceKind.NEW
    return DifferenceKind.GONE if after is None else DifferenceKind.CHANGED


def _fact_in_words(value: Any) -> str | None:
    """A value of the masthead in words, a vote with the States that are named; None for none."""
    if value is None or value == ():
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, Adoption):
        return in_words(value)
    sides = ("in_favour", "against", "abstaining")
    named = [(side.replace("_", " "), getattr(value, f"{side}_states")) for side in sides]
    lists = [f"{side}: {', '.join(states)}" for side, states in named if states]
    return "; ".join([in_words(value), *lists])


def _of_paragraphs(
    before: ParsedResolution, after: ParsedResolution, *, found: Alignment
) -> _Found:
    in_order = {index for index, _ in rising_chain(found.before_of.items())}
    for index, paragraph in enumerate(after.paragraphs):
        at = found.before_of.get(index)
        if at is None:
            yield (1, index, 0), _new(PlaceKind.PARAGRAPH, paragraph)
            continue
        was = before.paragraphs[at]
        aspects = tuple(_aspects(was, paragraph, anchors=found.anchors))
        if index not in in_order:
            aspects += (Aspect(name="order", before=at + 1, after=index + 1),)
        one = _changed(PlaceKind.PARAGRAPH, was, now=paragraph, aspects=aspects)
        if one:
            yield (1, index, 0), one
    for at in found.left()[0]:
        yield (1, found.place_of_gone(at), at), _gone(PlaceKind.PARAGRAPH, before.paragraphs[at])


def _aspects(was: Paragraph, now: Paragraph, *, anchors: Mapping[str, str]) -> Iterator[Aspect]:
    """What differs beside the words."""
    parent = anchors.get(was.parent or "", was.parent)
    pairs = {
        "anchor": (was.id, now.id),
        "kind": (was.kind.value, now.kind.value),
        "label": (was.label, now.label),
        "parent": (parent, now.parent),
        "markers": (_markers(was, now), _markers(now, was)),
        "table": (len(was.rows), len(now.rows)),
    }
    for name, (before, after) in pairs.items():
        if before != after:
            yield Aspect(name=name, before=before, after=after)


def _markers(paragraph: Paragraph, other: Paragraph) -> list[Any]:
    """The markers of a paragraph; where the words differ, only which notes they mark."""
    if paragraph.text != other.text:
        return [one.number for one in paragraph.markers]
    return [[one.number, one.offset] for one in paragraph.markers]


def _of_notes(before: ParsedResolution, after: ParsedResolution, *, found: Alignment) -> _Found:
    for index, note in enumerate(after.footnotes):
        at = found.before_of.get(index)
        if at is None:
            yield (2, index, 0), _new(PlaceKind.NOTE, note)
            continue
        was = before.footnotes[at]
        is_renamed = was.id != note.id
        aspects = (Aspect(name="anchor", before=was.id, after=note.id),) if is_renamed else ()
        one = _changed(PlaceKind.NOTE, was, now=note, aspects=aspects)
        if one:
            yield (2, index, 0), one
    for at in found.left()[0]:
        yield (2, found.place_of_gone(at), at), _gone(PlaceKind.NOTE, before.footnotes[at])


def _new(place: PlaceKind, one: Paragraph | Footnote) -> PlaceDifference:
    return PlaceDifference(
        kind=DifferenceKind.NEW,
        place=place,
        where=one.id,
        was=None,
        before=None,
        after=one.text,
        changes=word_changes("", one.text),
    )


def _gone(place: PlaceKind, one: Paragraph | Footnote) -> PlaceDifference:
    return PlaceDifference(
        kind=DifferenceKind.GONE,
        place=place,
        where=one.id,
        was=one.id,
        before=one.text,
        after=None,
        changes=word_changes(one.text, ""),
    )


def _changed(
    place: PlaceKind,
    was: Paragraph | Footnote,
    *,
    now: Paragraph | Footnote,
    aspects: tuple[Aspect, ...],
) -> PlaceDifference | None:
    """The difference of a place that both texts have, if there is one."""
    if was.text == now.text and not aspects:
        return None
    is_moved = was.text == now.text and {one.name for one in aspects} <= {"anchor", "order"}
    return PlaceDifference(
        kind=DifferenceKind.MOVED if is_moved else DifferenceKind.CHANGED,
        place=place,
        where=now.id,
        was=was.id,
        before=was.text,
        after=now.text,
        changes=word_changes(was.text, now.text),
        aspects=aspects,
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the citations of a place stand among the differences."""

    paragraphs: Alignment
    notes: Alignment

    def order(self, source: str, start: int, *, is_gone: bool) -> _Order:
        """Behind the place that a citation stands in."""
        section, found = (2, self.notes) if source.startswith("fn") else (1, self.paragraphs)
        items = found.before if is_gone else found.after
        at = next(at for at, item in enumerate(items) if item.anchor == source)
        place = found.after_of.get(at, found.place_of_gone(at)) if is_gone else at
        return section, place, _BEHIND + start


def _of_citations(
    before: ParsedResolution,
    after: ParsedResolution,
    *,
    anchors: Mapping[str, str],
    places: _Places,
) -> _Found:
    for was, now in pairs_of(before.citations, after.citations, anchors=anchors):
        one = _citation_difference(was, now)
        mention = now or was
        if one and mention:
            cited = mention.citation
            yield places.order(cited.source, cited.start, is_gone=now is None), one


def _citation_difference(was: Mention | None, now: Mention | None) -> PlaceDifference | None:
    aspects = tuple(_cited_aspects(was, now)) if was and now else ()
    if was and now and not aspects:
        return None
    before = was.citation.text if was else None
    after = now.citation.text if now else None
    return PlaceDifference(
        kind=_kind_of(before, after),
        place=PlaceKind.CITATION,
        where=_span(now.citation if now else was.citation if was else None),
        was=_span(was.citation) if was else None,
        before=_cites(was),
        after=_cites(now),
        changes=word_changes(before or "", after or ""),
        aspects=aspects,
    )


def _span(one: Citation | None) -> str:
    return f"{one.source}:{one.start}-{one.end}" if one else ""


def _cites(one: Mention | None) -> str | None:
    """What a citation cites."""
    return one.name if one else None


def _cited_aspects(was: Mention, now: Mention) -> Iterator[Aspect]:
    """What of a citation differs that is no matter of where it stands."""
    pairs: dict[str, tuple[Any, Any]] = {
        "words": (was.citation.text, now.citation.text),
        "target": (was.name, now.name),
        "date": (_plain(was.citation.dated_on), _plain(now.citation.dated_on)),
        "pinpoint": (was.pinpoint, now.pinpoint),
        "conflict": (was.citation.conflict, now.citation.conflict),
    }
    for name, (before, after) in pairs.items():
        if before != after:
            yield Aspect(name=name, before=before, after=after)


def _plain(day: date | None) -> str | None:
    return day.isoformat() if day else None
