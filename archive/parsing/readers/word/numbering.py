"""Automatic numbers of Word's lists, counted as Word counts them.

Reads: the part ``numbering``, styles, the list and level of one paragraph after another.
Writes: each paragraph's label as Word displays it. Levels begin again after a higher one; lists
of one definition count on together unless a list says that it starts anew.
"""

import re
from dataclasses import dataclass, field

from archive.parsing.readers.word.numerals import numeral
from archive.parsing.readers.word.styles import Styles
from archive.parsing.readers.word.symbols import shown
from archive.parsing.readers.word.xml import (
    Element,
    as_number,
    attribute,
    child,
    children,
    number,
    switched,
    value,
)

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_MOST_LINKS = 10
_NO_LIST = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """How one level of a list counts, and what is printed."""

    start: int
    form: str
    text: str
    restart: int | None
    is_legal: bool
    is_hidden: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class _Definition:
    levels: dict[int, _Level]
    style: str | None


@dataclass(frozen=True, slots=True)
class _List:
    definition: str
    starts: dict[int, int]
    levels: dict[int, _Level]


@dataclass(slots=True)
class _Counter:
    """The numbers reached at each level of a definition; None at one not begun."""

    reached: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions = {
            attribute(one, "abstractNumId") or "": _Definition(
                _levels_of(one), value(one, "w:numStyleLink")
            )
            for one in children(root, "w:abstractNum")
        }
        self._lists = {
            attribute(one, "numId") or "": _list_of(one) for one in children(root, "w:num")
        }
        self._counters: dict[str, _Counter] = {}
        self._begun: set[tuple[str, int]] = set()

    def label_of(self, properties: Element | None) -> str:
        """Count a paragraph and give its label; "" for one that is in no list."""
        place = self._place_of(properties)
        if place is None:
            return ""
        list_id, level = place
        definition, levels = self._resolved(list_id)
        if level not in levels:
            return ""
        counter = self._counters.setdefault(definition, _Counter())
        self._count(counter, levels, list_id=list_id, level=level)
        return _displayed(counter, levels, level=level)

    def _place_of(self, properties: Element | None) -> tuple[str, int] | None:
        """The list and level of a paragraph, by itself or by its style."""
        own = child(properties, "w:numPr")
        style = self._styles.of_paragraph(properties)
        by_style = self._styles.numbering(style)
        list_id = value(own, "w:numId") or (by_style[0] if by_style else None)
        if list_id is None or list_id == _NO_LIST or list_id not in self._lists:
            return None
        level = number(own, "w:ilvl")
        if level is None and value(own, "w:numId") is None:
            level = self._linked_level(list_id, style)
        if level is None and by_style:
            level = by_style[1]
        return list_id, min(max(level or 0, 0), LEVELS - 1)

    def _linked_level(self, list_id: str, style: str) -> int | None:
        """The level that says it is this style's, or that of a style this one is based on."""
        _, levels = self._resolved(list_id)
        for name in self._styles.family(style):
            for level, found in levels.items():
                if found.style == name:
                    return level
        return None

    def _resolved(self, list_id: str) -> tuple[str, dict[int, _Level]]:
        """The definition that counts for a list, through styles that stand for lists."""
        own = self._lists[list_id]
        at = own
        for _ in range(_MOST_LINKS):
            definition = self._definitions.get(at.definition, _Definition({}, None))
            linked = self._styles.numbering(definition.style) if definition.style else None
            if linked is None or linked[0] not in self._lists:
                return at.definition, definition.levels | own.levels
            at = self._lists[linked[0]]
        return at.definition, own.levels

    def _count(
        self, counter: _Counter, levels: dict[int, _Level], *, list_id: str, level: int
    ) -> None:
        start = self._lists[list_id].starts.get(level)
        before = counter.reached[level]
        if start is not None and (list_id, level) not in self._begun:
            counter.reached[level] = start
        else:
            counter.reached[level] = levels[level].start if before is None else before + 1
        self._begun.add((list_id, level))
        for lower in range(level + 1, LEVELS):
            if lower in levels and _begins_again(levels[lower], level):
                counter.reached[lower] = None


def _begins_again(lower: _Level, level: int) -> bool:
    """Whether a level begins again after a higher one: always, unless it says after which."""
    return lower.restart is None or level < lower.restart


def _levels_of(element: Element) -> dict[int, _Level]:
    levels = {
        as_number(attribute(one, "ilvl")): _level_of(one) for one in children(element, "w:lvl")
    }
    return {at: level for at, level in levels.items() if at is not None and 0 <= at < LEVELS}


def _list_of(element: Element) -> _List:
    starts: dict[int, int] = {}
    levels: dict[int, _Level] = {}
    for one in children(element, "w:lvlOverride"):
        at = as_number(attribute(one, "ilvl")) or 0
        start, own = number(one, "w:startOverride"), child(one, "w:lvl")
        if start is not None:
            starts[at] = start
        if own is not None:
            levels[at] = _level_of(own)
    return _List(value(element, "w:abstractNumId") or "", starts, levels)


def _level_of(element: Element) -> _Level:
    form = value(element, "w:numFmt") or _form_of_newer_word(element)
    start = number(element, "w:start")
    fonts = child(element, "w:rPr", "w:rFonts")
    return _Level(
        start=0 if start is None else start,
        form=form,
        text=shown(value(element, "w:lvlText") or "", attribute(fonts, "ascii") or ""),
        restart=number(element, "w:lvlRestart"),
        is_legal=switched(child(element, "w:isLgl")) is True,
        is_hidden=switched(child(element, "w:rPr", "w:vanish")) is True,
        style=value(element, "w:pStyle"),
    )


def _form_of_newer_word(element: Element) -> str:
    """A format that older programs do not know stands beside one that they know."""
    return value(element, "mc:AlternateContent", "mc:Fallback", "w:numFmt") or "decimal"


def _displayed(counter: _Counter, levels: dict[int, _Level], *, level: int) -> str:
    """What is printed: the level's text with the numbers of the levels that it names."""
    own = levels[level]
    if own.is_hidden:
        return ""

    def printed(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        named = levels.get(at)
        if named is None or at > level:
            return ""
        reached = counter.reached[at]
        count = named.start if reached is None else reached
        return numeral(count, "decimal" if own.is_legal else named.form)

    return own.text.strip() if own.form == "bullet" else _PLACE.sub(printed, own.text).strip()
