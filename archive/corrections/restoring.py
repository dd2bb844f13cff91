"""Restoring: the corrections that make one text another, so that a whole state can come back.

Reads: a text as it is, a text as it is to be. Writes: corrections. As little is changed as can be:
the order where the paragraphs are the same, the words where all else is, else the paragraphs that
differ; if that does not give the text, all of them.
"""

from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from rapidfuzz.distance import Levenshtein

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
    for key in (_by_words, _by_frame, None):
        path = _Path(replace(sheet_of(now), set_by=set_by))
        path.go(then, key=key)
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


#: What paragraphs share that need not be touched; without one, all are put in anew.
_Key = Callable[[Paragraph], Hashable]


@dataclass(slots=True)
class _Path:
    """The corrections taken so far, and the text they have given."""

    sheet: Sheet
    taken: list[Correction] = field(default_factory=list)

    def go(self, then: ParsedResolution, *, key: _Key | None) -> None:
        """Take every correction that is needed; paragraphs with the same key stay."""
        self._facts(then)
        if key is _by_words:
            self._moves(then.paragraphs)
        self._paragraphs(then.paragraphs, key=key)
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

    def _paragraphs(self, then: Sequence[Paragraph], *, key: _Key | None) -> None:
        now = self.sheet.parsed.paragraphs
        if [_frame(one) for one in now] == [_frame(one) for one in then]:
            for one, other in zip(now, then, strict=True):
                if one.text != other.text:
                    self._take(Action.SET_WORDING, one.id, before=one.text, after=other.text)
            return
        kept = _kept(now, then, key=key)
        for at in reversed(range(len(now))):
            if at not in kept:
                self._take(Action.REMOVE, now[at].id, before=now[at].text)
        self._insert(then, standing=set(kept.values()))

    def _insert(self, then: Sequence[Paragraph], *, standing: Container[int]) -> None:
        """Put in what does not stand yet, each behind the one before it, which stands by then."""
        places = {one.id: at for at, one in enumerate(then)}
        for at, one in enumerate(then):
            if at in standing:
                continue
            now = self.sheet.parsed.paragraphs
            behind = now[at - 1].id if at and at <= len(now) else START
            above = places.get(one.parent or "", len(now))
            parent = now[above].id if above < len(now) else one.parent
            described = _described(one) | {"parent": parent}
            self._take(Action.INSERT, behind, after=described)

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


def _by_words(one: Paragraph) -> Hashable:
    """A paragraph but for its anchor, which may count those before it."""
    return one.text, one.kind, one.label, one.parent is None, one.rows


def _by_frame(one: Paragraph) -> Hashable:
    """A paragraph in all that its place says of it, and its words."""
    return one.text, _frame(one)


def _kept(
    now: Sequence[Paragraph], then: Sequence[Paragraph], *, key: _Key | None
) -> dict[int, int]:
    """The places of paragraphs that stay, each with its place then; no part without its whole."""
    if key is None:
        return {}
    kept: dict[int, int] = {}
    parents: dict[str | None, str | None] = {None: None}
    for one in Levenshtein.opcodes([key(a) for a in now], [key(b) for b in then]):
        for step in range(one.src_end - one.src_start if one.tag == "equal" else 0):
            at, to = one.src_start + step, one.dest_start + step
            if parents.get(now[at].parent, "") == then[to].parent:
                kept[at], parents[now[at].id] = to, then[to].id
    return kept


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
