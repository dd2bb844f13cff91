"""Numbered lists of a page: the label that each item is shown with.

Reads: the attributes of ``ol`` and ``li``, rules of style sheets on lists. Writes: labels in
the form resolutions print them: "1.", "(a)", "(i)".
"""

import re
from collections.abc import Mapping

from archive.parsing.roman import HIGHEST_ROMAN, roman_signs

_STYLE = re.compile(r"list-style(?:-type)?\s{0,9}:\s{0,9}([a-z-]{1,40})")
_TYPE_OF_STYLE = {
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "",
}
_RULE_OF_LIST = re.compile(
    r"(?:ol)?\.([\w-]{1,80})\s{0,9}\{[^{}]{0,400}?list-style(?:-type)?\s{0,9}:\s{0,9}([a-z-]{1,40})"
)
_RULE_OF_ITEMS = re.compile(
    r"\.([\w-]{1,80})\s{0,9}>\s{0,9}li:{1,2}before\s{0,9}\{[^{}]{0,400}?"
    r"counter\([\w-]{1,80},\s{0,9}([a-z-]{1,40})\)"
)
_INTEGER = re.compile(r"[+-]?\d{1,6}")


class NumberedList:
    """One ``ol`` while its items are read."""

    def __init__(self, attributes: Mapping[str, str], styles: Mapping[str, str]) -> None:
        names = attributes.get("class", "").lower().split()
        kind = next((styles[name] for name in names if name in styles), "1")
        self._type = _type_of(attributes, default=kind)
        self._next = _integer(attributes.get("start"), 1)

    def label(self, attributes: Mapping[str, str]) -> str:
        """The label of the next item; an item may name its own number and way of counting."""
        value = _integer(attributes.get("value"), self._next)
        self._next = value + 1
        return _printed(_type_of(attributes, default=self._type), value)


def styles_of(sheet: str) -> dict[str, str]:
    """How lists of a class count, by a style sheet: "1", "a", "i" …, "" for not at all.

    What is printed before each item counts more than how the list says that it does.
    """
    lowered = sheet.lower()
    rules = [*_RULE_OF_LIST.findall(lowered), *_RULE_OF_ITEMS.findall(lowered)]
    return {name: _TYPE_OF_STYLE[style] for name, style in rules if style in _TYPE_OF_STYLE}


def _type_of(attributes: Mapping[str, str], *, default: str) -> str:
    style = _STYLE.search(attributes.get("style", "").lower())
    if style and style[1] in _TYPE_OF_STYLE:
        return _TYPE_OF_STYLE[style[1]]
    kind = attributes.get("type", "").strip()
    return kind if kind in {"1", "a", "A", "i", "I"} else default


def _integer(written: str | None, default: int) -> int:
    found = _INTEGER.fullmatch(written.strip()) if written else None
    return int(found[0]) if found else default


def _printed(kind: str, value: int) -> str:
    """The label as printed; a value that letters or Roman signs cannot count is a figure."""
    if not kind:
        return ""
    if kind in "iI" and 0 < value <= HIGHEST_ROMAN:
        signs = roman_signs(value)
    elif kind in "aA" and value > 0:
        signs = _letters(value)
    else:
        return f"{value}."
    return f"({signs.upper() if kind.isupper() else signs})"


def _letters(value: int) -> str:
    """The letters browsers count with: z is followed by aa, and az by ba."""
    letters = ""
    while value:
        value, rest = divmod(value - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
