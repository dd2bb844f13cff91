"""Tracked text: two texts as one, in which words and ends of paragraphs are put in and taken out.

Reads: a comparison. Writes: lines, as word processors track changes. To accept all of them gives
exactly the newer text, to reject them the older one. What was moved is taken out where it stood and
put in where it stands, since a change that is tracked stays in its place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.comparison.chains import rising_chain
from archive.comparison.passages import Comparison, Pairing, Passage, places_of
from archive.comparison.words import Change, ChangeKind

_KEPT, _DELETED, _INSERTED = ChangeKind.KEPT, ChangeKind.DELETED, ChangeKind.INSERTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph of the tracked text: its words, and what became of the end it has.

    ``before`` and ``after`` are the passages that begin with it. Where an end is taken out, or is
    not put in, the paragraph goes on with the next one.
    """

    before: Passage | None
    after: Passage | None
    changes: tuple[Change, ...]
    end: ChangeKind

    @property
    def passage(self) -> Passage:
        """The passage it is set as: the newer one, where one begins with it."""
        found = self.after or self.before
        assert found is not None  # a line begins with a passage, if not with two
        return found


def tracked(comparison: Comparison) -> tuple[Line, ...]:
    """The lines of two texts; the last has an end that is kept."""
    steady = _steady(comparison)
    lines = [*_lines(comparison, steady)]
    return tuple(_begun_apart(_ended(lines) if steady else _of_strangers(lines)))


def _steady(comparison: Comparison) -> list[Pairing]:
    """The pairings that stand in the same order in both texts, each in one piece."""
    older, newer = places_of(comparison.before), places_of(comparison.after)
    starts = {
        (older[one.before[0].anchor], newer[one.after[0].anchor]): one
        for one in comparison.pairings
        if _is_in_one_piece(one.before, older) and _is_in_one_piece(one.after, newer)
    }
    return [starts[pair] for pair in rising_chain(starts)]


def _is_in_one_piece(passages: Sequence[Passage], places: Mapping[str, int]) -> bool:
    """Whether there are any, and each stands right behind the one before."""
    found = [places[one.anchor] for one in passages]
    return bool(found) and all(after == before + 1 for before, after in pairwise(found))


def _lines(comparison: Comparison, steady: Sequence[Pairing]) -> Iterator[Line]:
    """What is taken out, then what is put in, before each of the steady pairings and at the end."""
    older, newer = places_of(comparison.before), places_of(comparison.after)
    at = to = 0
    for one in steady:
        start, other = older[one.before[0].anchor], newer[one.after[0].anchor]
        yield from map(_taken_out, comparison.before[at:start])
        yield from map(_put_in, comparison.after[to:other])
        yield from _of_pairing(one)
        at, to = start + len(one.before), other + len(one.after)
    yield from map(_taken_out, comparison.before[at:])
    yield from map(_put_in, comparison.after[to:])


def _taken_out(passage: Passage) -> Line:
    changes = (Change(_DELETED, passage.text),)
    return Line(before=passage, after=None, changes=changes, end=_DELETED)


def _put_in(passage: Passage) -> Line:
    changes = (Change(_INSERTED, passage.text),)
    return Line(before=None, after=passage, changes=changes, end=_INSERTED)


def _of_pairing(one: Pairing) -> Iterator[Line]:
    """The lines of a pairing, cut where a passage of either side ends."""
    before, after = iter(one.before), iter(one.after)
    line = Line(before=next(before), after=next(after), changes=(), end=_KEPT)
    for change, end in _cut(one):
        if change and change.text:
            line = replace(line, changes=(*line.changes, change))
        if end:
            yield replace(line, end=end)
            first = next(before) if end is not _INSERTED else None
            second = next(after) if end is not _DELETED else None
            line = Line(before=first, after=second, changes=(), end=_KEPT)
    yield line


def _cut(one: Pairing) -> Iterator[tuple[Change | None, ChangeKind | None]]:
    """Stretches of words, and between them what became of the end of a passage.

    Passages are joined by a space: where only one text has an end, the other one has the space.
    """
    older, newer = _ends(one.before), _ends(one.after)
    at = to = 0
    for change in one.changes:
        start, size = 0, len(change.text)
        in_older = {end - at for end in older} if change.kind is not _INSERTED else set()
        in_newer = {end - to for end in newer} if change.kind is not _DELETED else set()
        for end in sorted(index for index in in_older | in_newer if 0 <= index < size):
            yield Change(change.kind, change.text[start:end]), None
            yield _space(change.kind, is_older=end in in_older, is_newer=end in in_newer)
            start = end + 1
        yield Change(change.kind, change.text[start:]), None
        at += size if change.kind is not _INSERTED else 0
        to += size if change.kind is not _DELETED else 0


def _ends(passages: Sequence[Passage]) -> set[int]:
    """Where in the joined words of some passages each but the last ends."""
    ends, at = set[int](), 0
    for one in passages[:-1]:
        at += len(one.text)
        ends.add(at)
        at += 1
    return ends


def _space(
    kind: ChangeKind, *, is_older: bool, is_newer: bool
) -> tuple[Change | None, ChangeKind | None]:
    """The space at an end of either text, as the other one has it, and what became of the end."""
    if is_older and is_newer:
        return None, _KEPT
    end, other = (_DELETED, _INSERTED) if is_older else (_INSERTED, _DELETED)
    return (Change(other, " ") if kind is _KEPT else None), end


def _ended(lines: list[Line]) -> Iterator[Line]:
    """The lines, the last with an end that is kept, as the end of a document always is.

    What is put in or taken out behind everything kept brings the end before it, not its own.
    """
    last = max(index for index, one in enumerate(lines) if one.end is _KEPT)
    for index, one in enumerate(lines):
        following = lines[index + 1].end if index + 1 < len(lines) else _KEPT
        yield replace(one, end=following) if index >= last else one


def _begun_apart(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, none of which begins with words put in behind an end that is kept and such.

    LibreOffice takes that end for put in as well, and rejects it with the words. So a line that is
    put in whole brings the end before it, not its own; of another the first word that is kept is
    taken out before what is put in, and put in with it.
    """
    last: Line | None = None
    for line in lines:
        told = line
        if last and _ends_with_more(last) and _kind(line.changes) is _INSERTED:
            if line.end is _INSERTED and {one.kind for one in line.changes} == {_INSERTED}:
                last, told = replace(last, end=_INSERTED), replace(line, end=_KEPT)
            else:
                told = replace(line, changes=tuple(_begun_with_less(line.changes)))
        if last:
            yield last
        last = told
    if last:
        yield last


def _ends_with_more(line: Line) -> bool:
    """Whether the last words before an end that is kept are put in."""
    return line.end is _KEPT and _kind(line.changes[-1:]) is _INSERTED


def _kind(changes: Sequence[Change]) -> ChangeKind | None:
    return next((one.kind for one in changes), None)


def _begun_with_less(changes: Sequence[Change]) -> Iterator[Change]:
    """Changes that begin with words put in, after the first word that is kept, as taken out."""
    more, *rest = changes
    if _kind(rest) is not _KEPT:
        yield from changes
        return
    word, space, kept = rest[0].text.partition(" ")
    yield Change(_DELETED, word + space)
    yield Change(_INSERTED, more.text + word + space)
    yield from (one for one in (Change(_KEPT, kept), *rest[1:]) if one.text)


def _of_strangers(lines: list[Line]) -> Iterator[Line]:
    """The lines of two texts that share nothing, the older one's first.

    Its last words stand in one line with the first of the newer, so that either text can end there.
    """
    older = [one for one in lines if one.before]
    newer = [one for one in lines if one.after]
    if not (older and newer):
        yield from [*lines[:-1], *(replace(one, end=_KEPT) for one in lines[-1:])]
        return
    joined = replace(
        older[-1], after=newer[0].after, changes=(*older[-1].changes, *newer[0].changes)
    )
    yield from older[:-1]
    for line, following in pairwise([joined, *newer[1:]]):
        yield replace(line, end=following.end)
    yield replace(newer[-1] if newer[1:] else joined, end=_KEPT)
