"""Turning down: differences from what is published that a person does not want.

Reads: an edition, what is published, the differences that are turned down. Writes: corrections that
bring the edition back to what is published at those places.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from archive.comparison.alignment import Item, aligned
from archive.comparison.texts import DifferenceKind, PlaceDifference, PlaceKind, differences
from archive.corrections import making
from archive.corrections.facts import FACTS, fact_in
from archive.corrections.naming import begun, named, quoted
from archive.corrections.places import (
    Span,
    anchor_of_note,
    index_of,
    note_index,
    number_of_note,
    paragraph_at,
    read_span,
    span_of,
    text_at,
)
from archive.corrections.values import MASTHEAD, START, Action, Correction, CorrectionError
from archive.ingest.editing.editions import Edition
from archive.parsing.parsed import Citation, Paragraph, ParsedResolution

#: Facts that people set under another name.
_SET_AS = {"additional_sponsors": "sponsors"}


def key_of(one: PlaceDifference) -> str:
    """The name of a difference, which stays while others are turned down."""
    return f"{one.place}:{one.was}" if one.was is not None else f"{one.place}:+{one.where}"


def ways_back(
    edition: Edition, published: ParsedResolution, *, keys: Collection[str]
) -> list[Correction]:
    """The corrections that undo differences, given by their keys, one after another.

    A difference that went with another one needs none. Raises CorrectionError for one that cannot
    be undone by itself.
    """
    taken: list[Correction] = []
    for key in _in_order(differences(published, edition.parsed), keys):
        now = edition.after(taken).parsed
        one = _found(differences(published, now), key)
        if one is None:
            continue
        taken += _checked(_Back(edition, published, one, taken=taken), key=key)
    return taken


def _in_order(found: tuple[PlaceDifference, ...], keys: Collection[str]) -> list[str]:
    """The keys of differences; paragraphs that come or go last.

    Those that are new go from the end, so that no anchor is another's before its turn; those that
    are gone come back from the beginning, each behind what it is part of.
    """
    asked = [one for one in found if key_of(one) in keys]
    if unknown := set(keys) - {key_of(one) for one in asked}:
        raise CorrectionError(
            f"Some of what was ticked is no difference any more ({len(unknown)}); look again."
        )
    staying = [one for one in asked if not _is_structural(one)]
    new, gone = (
        [one for one in asked if _is_structural(one) and one.kind is kind]
        for kind in (DifferenceKind.NEW, DifferenceKind.GONE)
    )
    return [key_of(one) for one in (*staying, *reversed(new), *gone)]


def _is_structural(one: PlaceDifference) -> bool:
    is_whole = one.kind in {DifferenceKind.NEW, DifferenceKind.GONE}
    return one.place is PlaceKind.PARAGRAPH and is_whole


def _found(found: tuple[PlaceDifference, ...], key: str) -> PlaceDifference | None:
    return next((one for one in found if key_of(one) == key), None)


def _checked(back: "_Back", *, key: str) -> list[Correction]:
    """The corrections of one difference, once it is known that they undo it."""
    try:
        made = back.corrections()
    except CorrectionError as error:
        raise CorrectionError(
            f"{begun(back.one.where)} cannot be kept as published: {error}"
        ) from error
    after = back.edition.after([*back.taken, *made]).parsed
    left = _found(differences(back.published, after), key)
    if not made or (left is not None and left.after == back.one.after and not _is_less(left, back)):
        raise CorrectionError(
            f"{begun(back.one.where)} cannot be kept as published by itself; accept it, and set "
            "right there what is wrong."
        )
    return made


def _is_less(left: PlaceDifference, back: "_Back") -> bool:
    """Whether less differs than before."""
    return len(left.aspects) < len(back.one.aspects)


@dataclass(frozen=True, slots=True)
class _Back:
    """One difference on the way back to what is published, behind corrections taken before."""

    edition: Edition
    published: ParsedResolution
    one: PlaceDifference
    taken: list[Correction]

    def corrections(self) -> list[Correction]:
        """What undoes the difference."""
        made: list[Correction] = []
        for make in _WAYS[self.one.place](self):
            one = make(self.edition.after([*self.taken, *made]).parsed)
            made += [one] if one else []
        return made

    @property
    def was(self) -> str:
        """The place in what is published."""
        return self.one.was or self.one.where


#: Makes a correction of a text as it stands then; None where nothing is left to do.
_Make = Callable[[ParsedResolution], Correction | None]


def _of_fact(back: _Back) -> Iterator[_Make]:
    name = back.one.where.removeprefix(MASTHEAD)
    fact = _SET_AS.get(name, name)
    if fact not in FACTS:
        raise CorrectionError("it follows from the symbol; keep that as published.")
    words = fact_in(back.published.masthead, fact, facts={})
    yield lambda now: making.fact_set(now, fact, words=words)


def _of_paragraph(back: _Back) -> Iterator[_Make]:
    where = back.one.where
    if back.one.kind is DifferenceKind.NEW:
        yield lambda now: making.removed(now, where)
    elif back.one.kind is DifferenceKind.GONE:
        yield lambda now: _put_back(back.published, now, where=where)
    else:
        yield from _of_aspects(back, paragraph_at(back.published, back.was))


def _of_aspects(back: _Back, was: Paragraph) -> Iterator[_Make]:
    """Words, kind, label, whole, order and markers, as far as they differ."""
    where, differing = back.one.where, {one.name: one.before for one in back.one.aspects}
    if back.one.before != back.one.after:
        yield lambda now: making.wording_set(now, where, text=was.text)
    if "kind" in differing:
        yield lambda now: making.kind_set(now, where, kind=was.kind)
    if "parent" in differing:
        yield lambda now: making.parent_set(now, where, parent=differing["parent"])
    if "label" in differing:
        yield lambda now: making.label_set(now, where, label=was.label)
    if "order" in differing:
        yield lambda now: making.moved(
            now, where, after=_before(back.published, now, anchor=was.id)
        )
    if "markers" in differing:
        yield from _of_markers(back, was)


def _of_markers(back: _Back, was: Paragraph) -> Iterator[_Make]:
    now = paragraph_at(back.edition.after(back.taken).parsed, back.one.where)
    wanted = {one.number: one.offset for one in was.markers}
    held = {one.number: one.offset for one in now.markers}
    for number in held.keys() - wanted.keys():
        yield partial(making.marker_set, note=anchor_of_note(number), place=None)
    for number, offset in wanted.items():
        if held.get(number) != offset:
            place = (back.one.where, offset)
            yield partial(making.marker_set, note=anchor_of_note(number), place=place)


def _of_note(back: _Back) -> Iterator[_Make]:
    where, published = back.one.where, back.published
    if back.one.kind is DifferenceKind.NEW:
        yield lambda now: making.note_removed(now, where)
    elif back.one.kind is DifferenceKind.GONE:
        note = published.footnotes[note_index(published.footnotes, where)]
        yield lambda now: making.note_inserted(now, number=note.number, text=note.text)
        yield lambda now: _marked_again(published, now, where=where)
    else:
        if back.one.before != back.one.after:
            yield lambda now: making.wording_set(now, where, text=back.one.before or "")
        if back.was != where:
            number = number_of_note(back.was)
            yield lambda now: making.note_number_set(now, where, number=number)


def _marked_again(
    published: ParsedResolution, now: ParsedResolution, *, where: str
) -> Correction | None:
    """The mark of a note that is put back, where it was and is none."""
    number = number_of_note(where)
    if any(one.number == number for place in now.paragraphs for one in place.markers):
        return None
    anchors = _anchors(published, now)
    for paragraph in published.paragraphs:
        anchor = anchors.get(paragraph.id)
        for marker in paragraph.markers if anchor else ():
            if marker.number == number and anchor is not None:
                place = (anchor, min(marker.offset, len(text_at(now, anchor))))
                return making.marker_set(now, where, place=place)
    return None


def _of_citation(back: _Back) -> Iterator[_Make]:
    if back.one.kind is DifferenceKind.NEW:
        span = read_span(back.one.where)
        assert span is not None, "a citation stands in a span"
        yield lambda now: making.uncited(now, span.source, start=span.start, end=span.end)
        return
    was = _citation_at(back.published, back.was)
    names = [one.name for one in back.one.aspects]
    if back.one.kind is DifferenceKind.CHANGED and "target" not in names:
        raise CorrectionError("what differs of the citation is read from the words around it.")
    yield lambda now: _nothing_cited(back.published, now, was=was)
    yield lambda now: _cite_again(back.published, now, was=was)


def _citation_at(parsed: ParsedResolution, where: str) -> Citation:
    span = read_span(where)
    for one in parsed.citations:
        if span and (one.source, one.start, one.end) == (span.source, span.start, span.end):
            return one
    raise CorrectionError("it is not among the citations that are published.")


def _nothing_cited(
    published: ParsedResolution, now: ParsedResolution, *, was: Citation
) -> Correction | None:
    """The words without what they cite now: what a person has said would stay beside another."""
    span = _span_now(published, now, was=was)
    named = [_name(one) for one in now.citations if span_of(one) == span]
    if not named or named == [_name(was)]:
        return None
    return making.uncited(now, span.source, start=span.start, end=span.end)


def _cite_again(published: ParsedResolution, now: ParsedResolution, *, was: Citation) -> Correction:
    """What the words of a published citation cited, wherever they stand now."""
    span = _span_now(published, now, was=was)
    return making.cited(now, span.source, start=span.start, end=span.end, symbol=_name(was))


def _span_now(published: ParsedResolution, now: ParsedResolution, *, was: Citation) -> Span:
    anchor = _anchors(published, now).get(was.source)
    if anchor is None:
        raise CorrectionError(f"{begun(was.source)}, in which it stands, is gone; keep that first.")
    text = text_at(now, anchor)
    start = was.start if text[was.start : was.end] == was.text else text.find(was.text)
    if start < 0:
        raise CorrectionError(
            f"{quoted(was.text)} does not stand in {named(anchor)}; keep its words first."
        )
    return Span(anchor, start, start + len(was.text))


def _name(one: Citation) -> str:
    return one.target or one.pinpoint or ""


def _put_back(published: ParsedResolution, now: ParsedResolution, *, where: str) -> Correction:
    """A paragraph that is gone, behind the one that it followed, as part of what it was part of."""
    was = paragraph_at(published, where)
    anchors = _anchors(published, now)
    described = {
        "kind": was.kind.value,
        "label": was.label,
        "text": was.text,
        "parent": anchors.get(was.parent or ""),
        "number": was.number,
        "rows": [[list(cell) for cell in row] for row in was.rows],
    }
    if all(one.id != was.id for one in now.paragraphs):
        described["anchor"] = was.id
    after = _before(published, now, anchor=where) or START
    return Correction(action=Action.INSERT, where=after, after=described)


def _before(published: ParsedResolution, now: ParsedResolution, *, anchor: str) -> str | None:
    """The paragraph of a text that one follows in what is published; None where it comes first."""
    anchors = _anchors(published, now)
    at = index_of(published.paragraphs, anchor)
    earlier = (anchors.get(one.id) for one in reversed(published.paragraphs[:at]))
    return next((one for one in earlier if one is not None), None)


def _anchors(published: ParsedResolution, now: ParsedResolution) -> Mapping[str, str]:
    """The anchor that each published place has in a text, if it has one."""
    found: dict[str, str] = {}
    for before, after in (
        (published.paragraphs, now.paragraphs),
        (published.footnotes, now.footnotes),
    ):
        items = [[Item(one.id, one.text) for one in places] for places in (before, after)]
        found |= aligned(items[0], items[1]).anchors
    return found


_WAYS: Mapping[PlaceKind, Callable[[_Back], Iterator[_Make]]] = {
    PlaceKind.FACT: _of_fact,
    PlaceKind.PARAGRAPH: _of_paragraph,
    PlaceKind.NOTE: _of_note,
    PlaceKind.CITATION: _of_citation,
}
