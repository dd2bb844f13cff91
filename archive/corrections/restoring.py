"""Restoring: the corrections that make one text another, so that a whole state can come back.

Reads: a text as it is, a text as it is to be. Writes: corrections. As little is changed as can be:
the order where the paragraphs are the same, the words where all else is, else the paragraphs
between the first and the last that differ; if that does not give the text, all of them.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from archive.corrections.facts import FACTS, fact_in
from archive.corrections.places import Span, anchor_of_note, span_of
from archive.corrections.replaying import replayed
from archive.corrections.sheets import Sheet, sheet_of
from archive.corrections.values import MASTHEAD, START, Action, Correction
from archive.parsing.parsed import Citation, Footnote, Paragraph, ParsedResolution

_NOTHING_SET: Mapping[str, int] = MappingProxyType({})


def towards(
    now: ParsedResolution,
    then: ParsedResolution,
    *,
    set_by: Mapping[str, int] = _NOTHING_SET,
) -> tuple[Correction, ...]:
    """The corrections that give a text the masthead, paragraphs, notes and citations of another.

    ``set_by`` are the places of the first that people have set, as ``Corrected`` names them.
    """
    path = _Path(sheet_of(now))
    for sameness in (_anywhere, _by_words, _by_frame, _never):
        path = _Path(replace(sheet_of(now), set_by=set_by))
        path.go(then, sameness=sameness)
        if _is_same(path.sheet.parsed, then):
            break
    return tuple(path.taken)


def _is_same(one: ParsedResolution, other: ParsedResolution) -> bool:
    """Whether two texts have the same paragraphs and notes, and cite the same in the same words."""
    same_words = [_bare(p) for p in one.paragraphs] == [_bare(p) for p in other.paragraphs]
    return same_words and one.footnotes == other.footnotes and _cited(one) == _cited(other)


def _bare(paragraph: Paragraph) -> Paragraph:
    """A paragraph without what its words say by themselves."""
    return replace(paragraph, opening=None, form=None)


def _cited(parsed: ParsedResolution) -> set[tuple[Span, str]]:
    return {(span_of(one), _name(one)) for one in parsed.citations if not one.of_whole}


def _name(one: Citation) -> str:
    return one.target or one.pinpoint or ""


#: Whether two paragraphs are the same, and neither has to be touched.
_Sameness = Callable[[Paragraph, Paragraph], bool]


@dataclass(slots=True)
class _Path:
    """The corrections taken so far, and the text they have given."""

    sheet: Sheet
    taken: list[Correction] = field(default_factory=list)

    def go(self, then: ParsedResolution, *, sameness: _Sameness) -> None:
        """Take every correction that is needed; paragraphs that are the same stay at both ends."""
        self._facts(then)
        self._paragraphs(then.paragraphs, sameness=sameness)
        self._notes(then.footnotes)
        self._markers(then.paragraphs)
        self._citations(then)

    def _take(self, action: Action, where: str, *, before: Any = None, after: Any = None) -> None:
        one = Correction(action=action, where=where, before=before, after=after)
        self.sheet, _ = replayed(self.sheet, one, by=len(self.taken))
        self.taken.append(one)

    def _facts(self, then: ParsedResolution) -> None:
        for fact in FACTS:
            before = fact_in(self.sheet.parsed.masthead, fact, facts={})
            after = fact_in(then.masthead, fact, facts={})
            if before != after:
                self._take(Action.SET_FACT, f"{MASTHEAD}{fact}", before=before, after=after)

    def _paragraphs(self, then: Sequence[Paragraph], *, sameness: _Sameness) -> None:
        if sameness is _anywhere:
            self._moves(then)
        now = self.sheet.parsed.paragraphs
        if [_frame(one) for one in now] == [_frame(one) for one in then]:
            for one, other in zip(now, then, strict=True):
                if one.text != other.text:
                    self._take(Action.SET_WORDING, one.id, before=one.text, after=other.text)
            return
        start, end = _same_ends(now, then, sameness=sameness)
        last = now[start - 1].id if start else START
        for one in reversed(now[start : len(now) - end]):
            self._take(Action.REMOVE, one.id, before=one.text)
        for one in then[start : len(then) - end]:
            self._take(Action.INSERT, last, after=_described(one))
            last = one.id

    def _moves(self, then: Sequence[Paragraph]) -> None:
        """Move the paragraphs that both texts have, and in another order, to their places."""
        wanted = [_words(one) for one in then]
        if sorted(wanted) != sorted(map(_words, self.sheet.parsed.paragraphs)):
            return
        for at, words in enumerate(wanted):
            now = self.sheet.parsed.paragraphs
            found = next((one for one in range(at, len(now)) if _words(now[one]) == words), at)
            if found != at:
                behind = now[at - 1].id if at else None
                self._take(Action.MOVE, now[found].id, before=now[found - 1].id, after=behind)

    def _notes(self, then: Sequence[Footnote]) -> None:
        now = self.sheet.parsed.footnotes
        wanted = {note.id: note.text for note in then}
        for note in now:
            if note.id not in wanted:
                self._take(Action.REMOVE_NOTE, note.id, before=note.text)
            elif note.text != wanted[note.id]:
                self._take(Action.SET_WORDING, note.id, before=note.text, after=wanted[note.id])
        held = {note.id for note in now}
        for note in then:
            if note.id not in held:
                described = {"number": note.number, "text": note.text}
                self._take(Action.INSERT_NOTE, note.id, after=described)

    def _markers(self, then: Sequence[Paragraph]) -> None:
        """Take out all markers of the notes that are marked otherwise, and put in those of then."""
        numbers = _marked_otherwise(self.sheet.parsed.paragraphs, then)
        for where, place in _marks(self.sheet.parsed.paragraphs, numbers):
            self._take(Action.SET_MARKER, where, before=place)
        for where, place in _marks(then, numbers):
            self._take(Action.SET_MARKER, where, after=place)

    def _citations(self, then: ParsedResolution) -> None:
        now, wanted = _by_span(self.sheet.parsed), _by_span(then)
        changed = [span for span in now if now[span] != wanted.get(span, [])]
        for span in changed:
            self._take(Action.UNCITE, str(span), before=now[span][0])
        for span, names in wanted.items():
            if now.get(span, []) != names:
                for name in names:
                    self._take(Action.CITE, str(span), after=name)


def _marked_otherwise(now: Sequence[Paragraph], then: Sequence[Paragraph]) -> set[str]:
    """The numbers of notes whose markers differ, and of those that share a paragraph with them."""
    pairs = list(zip(now, then, strict=False))
    found: set[str] = set()
    wider = {m.number for a, b in pairs if a.markers != b.markers for m in (*a.markers, *b.markers)}
    while wider - found:
        found |= wider
        beside = [one for pair in pairs for one in pair if found & _numbers(one)]
        wider = {number for one in beside for number in _numbers(one)}
    return found


def _numbers(paragraph: Paragraph) -> set[str]:
    return {marker.number for marker in paragraph.markers}


def _marks(
    paragraphs: Sequence[Paragraph], numbers: Container[str]
) -> list[tuple[str, list[str | int]]]:
    """The anchor of each note and where it is marked, in reading order."""
    return [
        (anchor_of_note(marker.number), [one.id, marker.offset])
        for one in paragraphs
        for marker in one.markers
        if marker.number in numbers
    ]


def _frame(one: Paragraph) -> tuple[object, ...]:
    """What corrections of wording leave as it is."""
    return one.id, one.kind, one.label, one.parent, one.number, one.rows


def _words(one: Paragraph) -> tuple[str, str, str]:
    return one.text, one.kind.value, one.label or ""


def _anywhere(one: Paragraph, other: Paragraph) -> bool:
    """Whether paragraphs are the same but for their anchors, wherever they stand."""
    return _by_words(one, other)


def _by_frame(one: Paragraph, other: Paragraph) -> bool:
    """Whether paragraphs are the same in all that corrections of wording leave, and in words."""
    return one.text == other.text and _frame(one) == _frame(other)


def _by_words(one: Paragraph, other: Paragraph) -> bool:
    """Whether paragraphs are the same but for their anchors, which count those before them."""
    is_part = (one.parent is None, other.parent is None)
    same = (one.text, one.kind, one.label) == (other.text, other.kind, other.label)
    return same and len(set(is_part)) == 1 and one.rows == other.rows


def _never(_one: Paragraph, _other: Paragraph) -> bool:
    """No two paragraphs are the same, where all are to be put in anew."""
    return False


def _same_ends(
    now: Sequence[Paragraph], then: Sequence[Paragraph], *, sameness: _Sameness
) -> tuple[int, int]:
    """How many paragraphs both texts begin with, and end with; no part without its whole."""
    shortest = min(len(now), len(then))
    start = _alike(now, then, sameness=sameness)
    end = min(_alike(now[::-1], then[::-1], sameness=sameness), shortest - start)
    while end and (_reaches_back(now, start, end=end) or _reaches_back(then, start, end=end)):
        end -= 1
    return start, end


def _alike(now: Sequence[Paragraph], then: Sequence[Paragraph], *, sameness: _Sameness) -> int:
    same = [sameness(one, other) for one, other in zip(now, then, strict=False)]
    return [*same, False].index(False)


def _reaches_back(paragraphs: Sequence[Paragraph], start: int, *, end: int) -> bool:
    """Whether a paragraph of the end is part of one between, which is taken out or put in."""
    last = len(paragraphs) - end
    between = {one.id for one in paragraphs[start:last]}
    return any(one.parent in between for one in paragraphs[last:])


def _described(one: Paragraph) -> dict[str, Any]:
    """A paragraph as ``Action.INSERT`` has it, with the place and the anchor that it had."""
    return {
        "kind": one.kind.value,
        "label": one.label,
        "text": one.text,
        "parent": one.parent,
        "anchor": one.id,
        "number": one.number,
        "rows": [[list(cell) for cell in row] for row in one.rows],
    }


def _by_span(parsed: ParsedResolution) -> dict[Span, list[str]]:
    """What the words of each span cite."""
    found: dict[Span, list[str]] = {}
    for one in _mentions(parsed.citations):
        found.setdefault(span_of(one), []).append(_name(one))
    return found


def _mentions(citations: Iterable[Citation]) -> list[Citation]:
    return [one for one in citations if not one.of_whole]
