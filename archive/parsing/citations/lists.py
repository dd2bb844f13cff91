"""Lists: a head and the acts after it, closed by the next head.

Reads: texts with plain signs, one after another. Writes: citations of acts and of documents.
Titles may stand between the items of a list ("5/1, on institution-building, and 5/2, on the Code
of Conduct, of 18 June 2007").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from archive.parsing.citations.bodies import PREFIXES, agrees
from archive.parsing.citations.dates import Item, with_dates
from archive.parsing.citations.documents import (
    DOCUMENT,
    locate_brackets,
    read_documents,
    reporting_organ,
)
from archive.parsing.citations.heads import (
    HEAD,
    Head,
    body_behind,
    is_another_named_before,
    is_another_named_later,
    read_head,
)
from archive.parsing.citations.items import BRACKETED, SLASHED, Act, Part, read_act
from archive.parsing.citations.pinpoints import pinpoint_before, pinpoint_behind
from archive.parsing.citations.ranges import NOT_LISTED, Allowance
from archive.parsing.citations.scene import Scene
from archive.parsing.citations.words import Found, read_dated, read_dated_title, read_days
from archive.parsing.parsed import ParseError
from archive.parsing.symbols import Organ, Symbol, SymbolKind, read_symbol

_TOKEN = re.compile(rf"(?P<document>{DOCUMENT})|{HEAD}|{BRACKETED}|{SLASHED}", re.ASCII)
#: Without a figure and one of these a text cites nothing here.
_FIGURE = re.compile(r"[0-9]")
_SIGNS = ("/", "esolution", "ecision", "statement")
#: The first sign of a token with what follows it, so that a search can skip to such signs.
_BEGINS = re.compile(
    r"[0-9A-Zadgpr](?:(?<=[0-9])(?<![\w/.-].)|(?<=[A-Z])(?=[A-Z_]{0,9}/|S?-[0-9])|"
    r"(?<=[Dd])(?=raft |ecision|ecree)|(?<=[Rr])(?=esol)|(?<=[Pp])(?=resid)|"
    r"(?<=[Gg])(?=eneral [Cc])|(?<=[Aa])(?=greed c|dvis))",
    re.ASCII,
)
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
#: No text in use cites a twentieth of it.
_MOST_CITATIONS = 50_000


@dataclass(slots=True)
class _List:
    """An open list."""

    head: Head
    items: list[Item] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Where the words read so far end."""
        return self.items[-1].end if self.items else self.head.end


def _tokens(plain: str) -> Iterator[re.Match[str]]:
    """What lists are made of: heads, acts and documents, in order."""
    end = 0
    for begin in _BEGINS.finditer(plain):
        token = _TOKEN.match(plain, begin.start()) if begin.start() >= end else None
        if token:
            end = token.end()
            yield token


class ListReader:
    """Reads the acts and documents cited in one text after another.

    ``allowance`` is what the ranges of those texts may imply yet. Raises ParseError,
    ``too_large``, where they cite more than any text does.
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
        self._count = 0

    def read(self, plain: str) -> list[Found]:
        """Every act and document cited in a text, in order."""
        self._plain, self._at, self._place_end = plain, 0, 0
        self._acts, self._documents = [], []
        self._scene.begin(plain)
        if not (_FIGURE.search(plain) and any(sign in plain for sign in _SIGNS)):
            return []
        for token in _tokens(plain):
            if token.start() >= self._at:
                self._resume(token.start())
                self._take(token)
        self._close_all()
        documents = locate_brackets(plain, self._documents)
        self._count += len(self._acts) + len(documents)
        return sorted((*self._acts, *documents), key=lambda one: (one.start, one.end))

    def _take(self, token: re.Match[str]) -> None:
        items = self._open.items if self._open else ()
        count = self._count + len(self._acts) + len(self._documents) + len(items)
        if count > _MOST_CITATIONS:
            raise ParseError(
                "too_large",
                f"It cites more than {_MOST_CITATIONS:,} acts and documents, as no resolution "
                "does; check what the file holds.",
            )
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

    def _item(self, head: Head, act: Act) -> Item:
        """An act with its date and the place in it."""
        start = self._start_of(act.start)
        is_one = start < act.start and not head.is_plural
        before = pinpoint_before(self._plain, start) if is_one else None
        earlier, day, dated = read_days(self._plain, act.end, year=act.year)
        behind, end = pinpoint_behind(self._plain, dated)
        if behind and day is None and self._plain.startswith(", of ", end):
            day, end = read_dated(self._plain, end)
        joint = self._joint(start)
        return Item(
            act=self._upto(act) if joint == " to " else act,
            start=start,
            end=end,
            joint=joint,
            dated_on=day,
            dated_behind_title=None if day else read_dated_title(self._plain, end),
            before_dated_on=earlier,
            pinpoint=behind or before,
        )

    def _upto(self, act: Act) -> Act:
        """An act that ends a range, with the numbers between it and the item before."""
        last = self._open.items[-1] if self._open else None
        return last.act.upto(act, joined_at=last.end) if last else act

    def _joint(self, start: int) -> str:
        """The words between an item and the one before it."""
        return self._plain[self._open.end : start] if self._open and self._open.items else ""

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
        head, items = self._open.head, with_dates(self._open.items)
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
                    head, item.act, day=item.day, behind=organs, by_name_before=may_name
                )
                if not (organ and self._is_of_another(head, item, organ=organ)):
                    self._acts += _found(head, item, organ=organ, allowance=self.allowance)

    def _is_of_another(self, head: Head, item: Item, *, organ: Organ) -> bool:
        """Whether the day contradicts an organ that is not named, and another body is named."""
        is_contradicted = not (head.organs or agrees(organ, item.act, day=item.day))
        return is_contradicted and is_another_named_before(self._plain, head.start)


def _found(head: Head, item: Item, *, organ: Organ | None, allowance: Allowance) -> Iterator[Found]:
    """A citation for each part of an item; the words around it belong to the outer parts."""
    prefix = PREFIXES[organ, head.kind] if organ else None
    for part in item.act.parts if prefix else ():
        is_listed = not part.implied or allowance.grants(len(part.implied))
        for one in part.implied if is_listed else ():
            yield from _cited(item, part, prefix=f"{prefix}", one=one)
        for found in _cited(item, part, prefix=f"{prefix}", one=part.letter):
            yield found if is_listed else replace(found, conflict=NOT_LISTED)


def _cited(item: Item, part: Part, *, prefix: str, one: str | int) -> Iterator[Found]:
    """The citation of one part, unless it makes no symbol; implied ones stand at the range."""
    symbol = read_symbol(item.act.written(prefix, one))
    if symbol and symbol.is_act:
        is_printed = one == part.letter
        start = item.start if part.start == item.act.start else part.start
        end = item.end if part.end == item.act.end else part.end
        yield Found(
            start=start if is_printed else part.joined_at,
            end=end if is_printed else part.start,
            target=str(symbol),
            dated_on=item.day_of(str(symbol)),
            pinpoint=item.pinpoint,
        )
