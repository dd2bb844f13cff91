"""The sheet: a parse while corrections are made in it, and what people have said of its places.

Reads: a parse. Writes: a sheet, and the parse with citations, warnings and names as they follow
from what was corrected. Citations are found anew where words or places changed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from operator import attrgetter
from typing import TypeVar

from archive.corrections.places import Span, anchor_of_note, read_span, span_of, texts_of
from archive.corrections.values import MASTHEAD
from archive.parsing.checks import check, check_beside
from archive.parsing.citations import find_citations
from archive.parsing.citations.absent import absent_references
from archive.parsing.paragraphs import anchors_of
from archive.parsing.parsed import (
    Citation,
    Footnote,
    Masthead,
    Mend,
    Paragraph,
    ParsedResolution,
    ParseWarning,
)

_FACTS_TOLD_BY = {
    "symbol_contradiction": "symbol",
    "date_contradiction": "adopted_on",
    "vote_contradiction": "adoption",
}


#: Where the words of a span are after a change; None where they are no more.
Move = Callable[[Span], Span | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A parse in the making.

    ``told`` are warnings of reading, which no check makes again. ``stale`` are the places whose
    citations are to be found anew. ``moved`` leads from places of corrections to where their words
    were found. ``explained`` are warnings (code, place) that people have explained.
    """

    parsed: ParsedResolution
    told: tuple[ParseWarning, ...] = ()
    facts: Mapping[str, str | None] = field(default_factory=dict)
    set_by: Mapping[str, int] = field(default_factory=dict)
    stale: frozenset[str] = frozenset()
    moved: Mapping[str, str] = field(default_factory=dict)
    explained: frozenset[tuple[str, str]] = frozenset()


def sheet_of(parsed: ParsedResolution) -> Sheet:
    """A parse before any correction."""
    made = {*check(parsed), *absent_references(parsed.paragraphs, parsed.footnotes)}
    return Sheet(parsed=parsed, told=tuple(one for one in parsed.warnings if one not in made))


def with_paragraphs(sheet: Sheet, paragraphs: Iterable[Paragraph]) -> Sheet:
    """The sheet with other paragraphs; notes are marked where these mark them."""
    found = tuple(paragraphs)
    notes = _marked(sheet.parsed.footnotes, found)
    return replace(sheet, parsed=replace(sheet.parsed, paragraphs=found, footnotes=notes))


def with_notes(sheet: Sheet, notes: Iterable[Footnote]) -> Sheet:
    """The sheet with other notes, marked where the paragraphs mark them."""
    found = _marked(tuple(notes), sheet.parsed.paragraphs)
    return replace(sheet, parsed=replace(sheet.parsed, footnotes=found))


def _marked(notes: tuple[Footnote, ...], paragraphs: tuple[Paragraph, ...]) -> tuple[Footnote, ...]:
    marked = anchors_of(paragraphs)
    return tuple(
        note
        if note.marked_in == marked.get(note.number)
        else replace(note, marked_in=marked.get(note.number))
        for note in notes
    )


def with_stale(sheet: Sheet, *places: str) -> Sheet:
    """The sheet with places whose citations are to be found anew."""
    return replace(sheet, stale=sheet.stale | set(places))


def set_at(sheet: Sheet, *places: str, by: int) -> Sheet:
    """The sheet, which says that a correction set these places."""
    return replace(sheet, set_by={**sheet.set_by, **dict.fromkeys(places, by)})


def with_names(sheet: Sheet, names: Mapping[str, str]) -> Sheet:
    """The sheet where places have other names; a place without one is no more.

    ``names`` leads from every anchor of a paragraph or note before to the one now. Whatever names
    an anchor follows: citations and their pinpoints, warnings, mends, what people have set.
    """
    parsed = sheet.parsed
    every = {**dict.fromkeys(all_names(parsed), ""), **names}
    gone = {c.source for c in parsed.citations if c.target is None and c.pinpoint not in names}
    stale = {every.get(one, one) for one in (*sheet.stale, *gone, *_absent(sheet))} - {""}
    return replace(
        sheet,
        parsed=replace(
            parsed,
            citations=tuple(_named(one, names) for one in parsed.citations if _leads(one, names)),
            mends=_placed(parsed.mends, every),
        ),
        told=_placed(sheet.told, every),
        set_by=_renamed(sheet.set_by, names),
        stale=frozenset(stale),
        moved={place: now for place, now in sheet.moved.items() if names.get(now) == now},
        explained=frozenset((code, every.get(one, one)) for code, one in sheet.explained),
    )


_Placed = TypeVar("_Placed", ParseWarning, Mend)


def _placed(told: Iterable[_Placed], every: Mapping[str, str]) -> tuple[_Placed, ...]:
    """What is told of places, by their names of now; of a place that is no more, nothing."""
    named = ((one, every.get(one.where, one.where)) for one in told)
    return tuple(one if one.where == now else replace(one, where=now) for one, now in named if now)


def _leads(one: Citation, names: Mapping[str, str]) -> bool:
    """Whether the place of a citation, and the paragraph it refers to, are still there."""
    return one.source in names and (one.target is not None or one.pinpoint in names)


def _absent(sheet: Sheet) -> set[str]:
    """The places that refer to a paragraph which the text did not have, and may have now."""
    parsed = sheet.parsed
    return {one.where for one in absent_references(parsed.paragraphs, parsed.footnotes)}


def _named(one: Citation, names: Mapping[str, str]) -> Citation:
    pinpoint = names[one.pinpoint] if one.target is None and one.pinpoint else one.pinpoint
    source = names[one.source]
    is_as_before = (one.source, one.pinpoint) == (source, pinpoint)
    return one if is_as_before else replace(one, source=source, pinpoint=pinpoint)


def _renamed(set_by: Mapping[str, int], names: Mapping[str, str]) -> dict[str, int]:
    """What people have set, by the names of now; without places that are no more."""
    renamed: dict[str, int] = {}
    for place, index in set_by.items():
        span = read_span(place)
        anchor = span.source if span else place
        if place.startswith(MASTHEAD):
            renamed[place] = index
        elif anchor in names:
            now = str(replace(span, source=names[anchor])) if span else names[anchor]
            renamed[now] = index
    return renamed


def respanned(sheet: Sheet, moves: Mapping[str, Move]) -> Sheet:
    """The sheet where the words of some places have moved, each as its move says.

    What people have said of words goes with them, and is forgotten where they are no more; the
    citations that reading found there are left to be found anew.
    """
    moved: dict[Span, Span | None] = {}
    for span in (read_span(place) for place in sheet.set_by):
        if span is not None and span.source in moves:
            moved[span] = moves[span.source](span)
    set_by = {
        place if span not in moved else str(moved[span]): by
        for place, by in sheet.set_by.items()
        if (span := read_span(place)) not in moved or moved[span]
    }
    citations = (_moved(one, moved, moves=moves) for one in sheet.parsed.citations)
    kept = tuple(one for one in citations if one is not None)
    return replace(sheet, set_by=set_by, parsed=replace(sheet.parsed, citations=kept))


def _moved(
    one: Citation, moved: Mapping[Span, Span | None], *, moves: Mapping[str, Move]
) -> Citation | None:
    if one.source not in moves:
        return one
    span = moved.get(span_of(one))
    return replace(one, source=span.source, start=span.start, end=span.end) if span else None


def all_names(parsed: ParsedResolution) -> dict[str, str]:
    """Every anchor of a parse, each leading to itself."""
    return {anchor: anchor for anchor, _ in texts_of(parsed)}


def spans_set(sheet: Sheet, source: str) -> list[Span]:
    """The spans of a place that people have cited, or said to be no citation."""
    spans = (read_span(place) for place in sheet.set_by)
    return [span for span in spans if span is not None and span.source == source]


def settled(sheet: Sheet) -> Sheet:
    """The sheet with the citations of its stale places found anew.

    What people have set or removed stays. Citations elsewhere stay too, with what contradicts them
    now and the openings that govern them now.
    """
    parsed = sheet.parsed
    if not sheet.stale:
        ordered = in_order(parsed, parsed.citations)
        return replace(sheet, parsed=replace(parsed, citations=ordered))
    found = _citations(parsed.paragraphs, parsed.footnotes, masthead=parsed.masthead)
    people = [span for place in sheet.set_by if (span := read_span(place))]
    kept = [c for c in parsed.citations if c.source not in sheet.stale or span_of(c) in people]
    fresh = [c for c in found if c.source in sheet.stale and not _is_settled(c, people)]
    now = {_bare(one): one for one in found}
    told = [one if span_of(one) in people else now.get(_bare(one), one) for one in kept]
    citations = in_order(parsed, [*told, *fresh])
    return replace(sheet, parsed=replace(parsed, citations=citations), stale=frozenset())


@lru_cache(maxsize=128)  # The same corrections are replayed for every page that shows them.
def _citations(
    paragraphs: tuple[Paragraph, ...], notes: tuple[Footnote, ...], *, masthead: Masthead
) -> tuple[Citation, ...]:
    return find_citations(paragraphs, notes, organ=masthead.organ, masthead=masthead)


def _is_settled(one: Citation, people: Iterable[Span]) -> bool:
    """Whether people have said what stands here, and a reader need not look again."""
    return any(span.overlaps(span_of(one)) for span in people)


#: A citation but for what contradicts it and for its opening, which others may change.
_bare = attrgetter(
    *(one.name for one in fields(Citation) if one.name not in {"conflict", "opening"})
)


def in_order(parsed: ParsedResolution, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Citations in reading order, each with the opening that governs it."""
    places = {anchor: at for at, (anchor, _) in enumerate(texts_of(parsed))}
    openings = _openings(parsed)
    ordered = sorted(citations, key=lambda one: (places[one.source], one.start))
    return tuple(
        one
        if one.opening == openings.get(one.source)
        else replace(one, opening=openings.get(one.source))
        for one in ordered
    )


def _openings(parsed: ParsedResolution) -> dict[str, str]:
    """The opening that governs each place: its own, its parent's, or that of a note's marker."""
    openings: dict[str, str] = {}
    for paragraph in parsed.paragraphs:
        opening = paragraph.opening or openings.get(paragraph.parent or "")
        if opening:
            openings[paragraph.id] = opening
    for note in parsed.footnotes:
        if note.marked_in in openings:
            openings[note.id] = openings[note.marked_in]
    return openings


def warnings_of(sheet: Sheet) -> tuple[ParseWarning, ...]:
    """The warnings of a settled sheet: of reading, where they still hold, and of the checks now."""
    parsed = sheet.parsed
    told = [one for one in sheet.told if not _is_corrected(one, sheet)]
    told += absent_references(parsed.paragraphs, parsed.footnotes)
    found = [*told, *check_beside(parsed, told)]
    return tuple(one for one in found if (one.code, one.where) not in sheet.explained)


def _is_corrected(warning: ParseWarning, sheet: Sheet) -> bool:
    """Whether somebody has corrected what a warning of reading is about."""
    if warning.where != "masthead":
        return warning.where in sheet.set_by
    fact = _FACTS_TOLD_BY.get(warning.code)
    named = (place.removeprefix(MASTHEAD) for place in sheet.set_by if place.startswith(MASTHEAD))
    return any(
        one == fact or f" the {one.replace('_', ' ')} as “" in warning.message for one in named
    )


def renumbered(sheet: Sheet, *, old: str, new: str) -> Sheet:
    """The sheet where everything that named one note names it by another number."""
    names = all_names(sheet.parsed) | {anchor_of_note(old): anchor_of_note(new)}
    return with_names(sheet, names)
