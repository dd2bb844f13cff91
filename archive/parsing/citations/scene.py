"""The scene of a citation: which organ speaks, which were named, and so whose act is meant.

Reads: a head, an act, its date. Writes: an organ, or None where the words leave it open. The
order of evidence: the body the words name; the body that the same number had before; the speaker
they quote; in a note, the General Assembly; the organ that speaks in the text; the organ named
last. Whatever the words do not name must agree with the date. Source: the Editorial Manual on
references to resolutions.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from archive.parsing.citations.bodies import agrees, mentions, possible_organs
from archive.parsing.citations.heads import Head
from archive.parsing.citations.items import Act, Shape
from archive.parsing.symbols import Organ, SymbolKind

_NUMBERED_BY_ONE = {Shape.ROMAN, Shape.YEAR_BEHIND}


class Scene:
    """What is known around a text: the organ that speaks, and the organs named so far.

    A text of no known organ is read as the General Assembly's, as notes without a body are, but
    where a date says that its act is another's.
    """

    def __init__(
        self, own: Organ | None, *, named: Iterable[Organ] = (), in_notes: bool = False
    ) -> None:
        self.own = own or Organ.GA
        self._is_own_known = own is not None
        self.in_notes = in_notes
        self._named = list(named)
        self._cited: dict[tuple[SymbolKind, str, str], Organ] = {}
        self._coming: Iterator[tuple[int, Organ]] = iter(())
        self._next: tuple[int, Organ] | None = None

    def for_notes(self) -> "Scene":
        """The scene of the notes, after the paragraphs have named their organs."""
        return Scene(self.own if self._is_own_known else None, named=self._named, in_notes=True)

    def begin(self, plain: str) -> None:
        """Go on to another text."""
        self.advance(None)
        self._coming = mentions(plain)
        self._next = next(self._coming, None)

    def advance(self, upto: int | None) -> None:
        """Take in what is named up to a place, or up to the end."""
        while self._next and (upto is None or self._next[0] <= upto):
            organ = self._next[1]
            if organ in self._named:
                self._named.remove(organ)
            self._named.append(organ)
            self._next = next(self._coming, None)

    def organ_of(
        self,
        head: Head,
        act: Act,
        *,
        day: date | None,
        behind: tuple[Organ, ...] = (),
        by_name_before: bool = True,
    ) -> Organ | None:
        """The organ whose act is meant, or None.

        ``behind`` are organs named after the act; ``by_name_before`` says that an organ named
        somewhere before may be meant.
        """
        possible = possible_organs(act, head.kind)
        explicit = head.organs or behind
        if explicit:
            organ = self._explicit(head, act, possible=possible, explicit=explicit)
            return self._remember(head, act, organ=organ)
        agreeing = [organ for organ in possible if agrees(organ, act, day=day)]
        again = None if head.is_possessive else self._cited.get(_key(head, act))
        if again in agreeing:
            return again
        for organ in self._in_order(head, by_name_before=by_name_before):
            if organ in agreeing:
                return organ
        if head.is_possessive and self.own in possible:
            return self.own if self._is_own_known else _only(agreeing)
        if act.shape in _NUMBERED_BY_ONE or head.kind is SymbolKind.STATEMENT:
            return _only(possible) or self._against_the_day(head, possible=possible)
        return None if agreeing else self._against_the_day(head, possible=possible)

    def _against_the_day(self, head: Head, *, possible: list[Organ]) -> Organ | None:
        """The organ meant though the day contradicts it, which is told as a conflict."""
        meant = self._in_order(head, by_name_before=False)
        return next((organ for organ in meant if organ in possible), None)

    def _remember(self, head: Head, act: Act, *, organ: Organ | None) -> Organ | None:
        """The organ, kept for the same number when it comes again without a body."""
        if organ:
            self._cited[_key(head, act)] = organ
        return organ

    def _explicit(
        self, head: Head, act: Act, *, possible: list[Organ], explicit: tuple[Organ, ...]
    ) -> Organ | None:
        """The one organ among those the words name that numbers its acts so."""
        chosen = _only([organ for organ in possible if organ in explicit])
        if chosen is None and act.shape in _NUMBERED_BY_ONE:
            return _only(possible)
        if not head.is_short or chosen in {self.own, Organ.GA, *self._named}:
            return chosen
        return None

    def _in_order(self, head: Head, *, by_name_before: bool) -> list[Organ]:
        """The organs that may be meant, the likeliest first."""
        if self.in_notes and not head.speakers:
            return [Organ.GA]
        named = reversed(self._named) if by_name_before else ()
        return [*head.speakers, self.own, *named]


def _key(head: Head, act: Act) -> tuple[SymbolKind, str, str]:
    return head.kind, act.session, act.number


def _only(organs: list[Organ]) -> Organ | None:
    return organs[0] if len(organs) == 1 else None
