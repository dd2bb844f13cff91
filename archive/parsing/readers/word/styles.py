"""Styles of a Word document, each with what it takes over from the style it is based on.

Reads: the part ``styles``. Writes: properties of paragraphs and runs by the name of a style.
"""

import re
from dataclasses import dataclass

from archive.parsing.readers.word.xml import (
    Element,
    attribute,
    child,
    children,
    number,
    switched,
    value,
)

_LONGEST_CHAIN = 60
_HIGHEST_OUTLINE = 8
#: Word's own headings, and those of the United Nations' templates: "_ H_1", "HCh", "H23".
_HEADING = re.compile(r"heading \d|_? ?h ?_?(?:ch|ms?|\d(?:/?\d){0,2})g?")
_NOTE_TEXT = {"footnote text", "endnote text", "_footnote text", "footnote", "endnote"}
_NOTE_MARK = {"footnote reference", "endnote reference", "footnote characters", "footnote anchor"}


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    base: str | None
    element: Element


class Styles:
    """The styles of a document; a style that is not there has no properties."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {
            attribute(one, "styleId") or "": _Style(
                (value(one, "w:name") or "").lower(), value(one, "w:basedOn"), one
            )
            for one in children(root, "w:style")
        }
        self._default = next(
            (
                attribute(one, "styleId")
                for one in children(root, "w:style")
                if attribute(one, "type") == "paragraph"
                and attribute(one, "default") in {"1", "true"}
            ),
            None,
        )
        self._chains: dict[str, tuple[_Style, ...]] = {}
        self._properties: dict[tuple[str, str], Element | None] = {}

    def of_paragraph(self, properties: Element | None) -> str:
        """The name of the style that a paragraph has, given its own properties."""
        return value(properties, "w:pStyle") or self._default or ""

    def is_heading(self, style: str) -> bool:
        """Whether a style is a heading's by its name or its level in the outline."""
        return any(
            _HEADING.fullmatch(one.name) or has_outline(child(one.element, "w:pPr"))
            for one in self._chain(style)
        )

    def is_note(self, style: str) -> bool:
        """Whether a style is that of a note's words."""
        return any(one.name in _NOTE_TEXT for one in self._chain(style))

    def marks_notes(self, style: str) -> bool:
        """Whether a style of characters is that of a note's mark."""
        return any(one.name in _NOTE_MARK for one in self._chain(style))

    def numbering(self, style: str) -> tuple[str, int | None] | None:
        """The list a style belongs to and the level in it, where the style itself says so."""
        list_id, level = None, None
        for one in self._chain(style):
            listed = child(one.element, "w:pPr", "w:numPr")
            list_id = list_id or value(listed, "w:numId")
            level = number(listed, "w:ilvl") if level is None else level
        return (list_id, level) if list_id else None

    def family(self, style: str) -> tuple[str, ...]:
        """The style and those it is based on, nearest first."""
        return tuple(attribute(one.element, "styleId") or "" for one in self._chain(style))

    def run_switch(self, style: str, name: str) -> bool | None:
        """Whether a property of runs is on in a style; None where it does not say."""
        found = self._run_property(style, name)
        return switched(found)

    def run_value(self, style: str, name: str) -> str | None:
        """What a property of runs is set to in a style."""
        found = self._run_property(style, name)
        return attribute(found, "val")

    def _run_property(self, style: str, name: str) -> Element | None:
        key = (style, name)
        if key not in self._properties:
            found = (child(one.element, "w:rPr", name) for one in self._chain(style))
            self._properties[key] = next((one for one in found if one is not None), None)
        return self._properties[key]

    def _chain(self, style: str) -> tuple[_Style, ...]:
        """The style and those it is based on, each once, however they are chained."""
        known = self._chains.get(style)
        if known is None:
            seen: dict[str, _Style] = {}
            at: str | None = style
            while at in self._styles and at not in seen and len(seen) < _LONGEST_CHAIN:
                seen[at] = self._styles[at]
                at = seen[at].base
            known = self._chains[style] = tuple(seen.values())
        return known


def has_outline(properties: Element | None) -> bool:
    """Whether a paragraph's properties put it into the outline, as headings are."""
    level = number(properties, "w:outlineLvl")
    return level is not None and level <= _HIGHEST_OUTLINE
