"""Lists: a head and the acts after it, closed by the next head.

Reads: texts with plain signs, one after another. Writes: citations of acts and of documents.
Titles may stand between the items of a list ("5/1, on institution-building, and 5/2, on the Code
of Conduct, of 18 June 2007"); a date after several acts of one session is the date of each.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from archive.parsing.citation_bodies import PREFIXES
from archive.parsing.citation_documents import (
    DOCUMENT,
    locate_brackets,
    read_documents,
    reporting_organ,
)
from archive.parsing.citation_heads import (
    HEAD,
    Head,
    body_behind,
    is_another_named_later,
    read_head,
)
from archive.parsing.citation_items import BRACKETED, SLASHED, Act, read_act
from archive.parsing.citation_pinpoints import pinpoint_before, pinpoint_behind
from archive.parsing.citation_ranges import NOT_LISTED, Allowance
from archive.parsing.citation_scene import Scene
from archive.parsing.citation_words import Found, read_dated, read_dated_title, read_days
from archive.parsing.symbols import Organ, Symbol, SymbolKind, read_symbol

_TOKEN = re.compile(rf"(?P<document>{DOCUMENT})|{HEAD}|{BRACKETED}|{SLASHED}", re.ASCII)
_AFTER_HEAD = re.compile(r"[ ,:(]{0,3}(?:[Nn]os?\. ?)?")
_SEPARATOR = re.compile(
    r"[ ,;)]{0,3}(?:(?:and|or|to|as well as|and also|together with|including|in particular)\b)?"
    r"[ ,(]{0,3}"
)
_CUE = re.compile(
    r"(?:, | and | or |\bas well as |\b(?:including|particularly|especially|namely|notably|"
    r"inter alia|particular|such as|recently|latest|is|are|was|were)(?: in|:|,)? )\(?$"
)
_SENTENCE_END = re.compile(r"[.?!] [A-Z]|;")
_LONGEST_GAP = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """An act in a list, with the words that belong to it.

    ``before_dated_on`` is the day that its words give the act before it.
    """

    act: Act
    start: int
    end: int
    dated_on: date | None
    pinpoint: str | None
    before_dated_on: date | None = None


@dataclass(slots=True)
class _List:
    """An open list."""

    head: Head
    items: list[_Item] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Where the words read so far end."""
        return self.items[-1].end if self.items else self.head.end


class ListReader:
    """Reads the acts and documents cited in one text after another.

    ``allowance`` is what the ranges of those texts may imply yet.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._plain = ""
        self._at = 0
        self._place_end = 0
        self._open: _List | None = None
        self._waiting: tuple[_List | None, int] | None = None
        self._acts: list[Found] = []
        self._documents: list[Found] = []
        self.allowance = Allowance()

    def read(self, plain: str) -> list[Found]:
        """Every act and document cited in a text, in order."""
        self._plain, self._at, self._place_end = plain, 0, 0
        self._acts, self._documents = [], []
        self._scene.begin(plain)
        for token in _TOKEN.finditer(plain):
            if token.start() >= self._at:
                self._resume(token.start())
                self._take(token)
        self._close_all()
        documents = locate_brackets(plain, self._documents)
        return sorted((*self._acts, *documents), key=lambda one: (one.start, one.end))

    def _take(self, token: re.Match[str]) -> None:
        if token["document"]:
            self._take_documents(token)
        elif token["figure"] or token["session"]:
            self._take_act(token)
        else:
            self._take_head(token)

    def _take_head(self, token: re.Match[str]) -> None:
        """Open a list; within the title of an item the list around it waits."""
        title_end = self._title_end(token.start())
        head = read_head(self._plain, token)
        if title_end is None:
            self._close_all(token.start())
        else:
            self._waiting = (self._open, title_end)
        self._open = _List(self._reported(head))

    def _title_end(self, start: int) -> int | None:
        """Where the title ends that a head stands in, between quotation marks after an item."""
        if self._waiting or self._open is None or not self._open.items:
            return None
        before = self._plain[max(self._open.end, start - _LONGEST_GAP) : start]
        is_open = before.rfind("“") > before.rfind("”") or before.count('"') % 2
        after = self._plain[start : start + _LONGEST_GAP]
        end = max(after.find("”"), after.find('"'))
        return start + end if is_open and end >= 0 else None

    def _reported(self, head: Head) -> Head:
        """A head that goes on with the place in a report ("chap. III, resolution 42/12")."""
        if self._documents and self._plain[self._place_end : head.start] == ", ":
            organ = reporting_organ(self._documents[-1].target or "")
            return replace(head, organs=(organ,) if organ else (), is_foreign=organ is None)
        return head

    def _take_documents(self, token: re.Match[str]) -> None:
        found, self._at = read_documents(self._plain, token, allowance=self.allowance)
        if found and Symbol.read(found[0].target or "").is_act:
            day, end = read_dated(self._plain, self._at)
            start = self._start_of(found[0].start)
            found[0] = replace(found[0], start=start, end=max(found[0].end, end), dated_on=day)
            self._at = end
        self._documents += found
        after = self._at + self._plain.startswith(")", self._at)
        self._place_end = pinpoint_behind(self._plain, after)[1]

    def _resume(self, start: int) -> None:
        """Go on with the list that waits once its title has ended."""
        if self._waiting and start > self._waiting[1]:
            self._close()
            self._open, self._waiting = self._waiting[0], None

    def _close_all(self, upto: int | None = None) -> None:
        """Close the open list, and the one that waits."""
        self._close(upto)
        if self._waiting:
            self._open, self._waiting = self._waiting[0], None
            self._close(upto)

    def _take_act(self, token: re.Match[str]) -> None:
        if "PRST/" in token[0]:
            self._open_statements(token.start())
        if self._open is None or not self._joins(self._open, token.start()):
            return
        item = self._item(self._open.head, read_act(token))
        self._open.items.append(item)
        self._at = item.end

    def _item(self, head: Head, act: Act) -> _Item:
        """An act with its date and the place in it."""
        start = self._start_of(act.start)
        is_one = start < act.start and not head.is_plural
        before = pinpoint_before(self._plain, start) if is_one else None
        earlier, day, dated = read_days(self._plain, act.end)
        behind, end = pinpoint_behind(self._plain, dated)
        return _Item(
            act=act,
            start=start,
            end=end,
            dated_on=day or read_dated_title(self._plain, end),
            pinpoint=behind or before,
            before_dated_on=earlier,
        )

    def _open_statements(self, start: int) -> None:
        """Open a list of statements where none is open: "PRST/29/1" says what it is by itself."""
        if self._open is None or self._open.head.kind is not SymbolKind.STATEMENT:
            self._close_all()
            self._open = _List(
                Head(start=start, end=start, kind=SymbolKind.STATEMENT, is_plural=True)
            )

    def _start_of(self, start: int) -> int:
        """Where the words of an item begin: at its head when the head stands right before it."""
        if self._open and not self._open.items:
            head = self._open.head
            if _AFTER_HEAD.fullmatch(self._plain, head.end, start):
                return head.start
        return start

    def _joins(self, current: _List, start: int) -> bool:
        """Whether an act that starts here is an item of the list."""
        gap = (current.end, start)
        direct = _SEPARATOR if current.items else _AFTER_HEAD
        if direct.fullmatch(self._plain, *gap):
            return True
        if start - current.end > _LONGEST_GAP or (current.items and not current.head.is_plural):
            return False
        words = self._plain[slice(*gap)]
        return _CUE.search(words) is not None and not _SENTENCE_END.search(words)

    def _close(self, upto: int | None = None) -> None:
        """Say whose acts the items of the open list are, from the words up to a place."""
        if self._open is None:
            return
        head, items = self._open.head, _with_dates(self._open.items)
        self._open = None
        self._scene.advance(head.end)
        if not items or head.is_foreign:
            return
        organs: tuple[Organ, ...] = ()
        is_foreign = False
        if not (head.organs or head.is_possessive):
            organs, is_foreign = body_behind(self._plain, items[-1].end)
        if not is_foreign:
            may_name = not is_another_named_later(self._plain, items[-1].end, upto=upto)
            for item in items:
                organ = self._scene.organ_of(
                    head, item.act, day=item.dated_on, behind=organs, by_name_before=may_name
                )
                self._acts += _found(head, item, organ=organ, allowance=self.allowance)


def _found(
    head: Head, item: _Item, *, organ: Organ | None, allowance: Allowance
) -> Iterator[Found]:
    """A citation for each part of an item; the words around it belong to the outer parts."""
    prefix = PREFIXES[organ, head.kind] if organ else None
    is_listed = allowance.grants(sum(part.is_implied for part in item.act.parts))
    for part in item.act.parts if prefix else ():
        symbol = read_symbol(item.act.written(prefix or "", part.letter))
        if symbol and symbol.is_act and (is_listed or not part.is_implied):
            yield Found(
                start=item.start if part.start == item.act.start else part.start,
                end=item.end if part.end == item.act.end else part.end,
                target=str(symbol),
                dated_on=item.dated_on,
                pinpoint=item.pinpoint,
                conflict=None if is_listed else NOT_LISTED,
            )


def _with_dates(items: list[_Item]) -> list[_Item]:
    """The items, each without a date given that of the next one of its session.

    Where the next one's words have a day for each of the two, each has its own.
    """
    dated: list[_Item] = []
    for item in reversed(items):
        after = dated[-1] if dated else None
        if item.dated_on is None and after and after.act.session == item.act.session:
            dated.append(replace(item, dated_on=after.before_dated_on or after.dated_on))
        else:
            dated.append(item)
    return dated[::-1]
