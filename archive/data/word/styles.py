"""The styles of a document: how text, headings, labels and links are set."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from archive.data.word.writer import MAIN, Element, named, put

_FACE = "Times New Roman"

#: Properties by their names: an element's attributes by theirs.
Properties = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """A style: what it is of, what it is based on, and how it sets paragraphs and words."""

    kind: str = "paragraph"
    based_on: str = "Normal"
    paragraphs: Properties = field(default_factory=dict)
    words: Properties = field(default_factory=dict)


def _spaced(before: int, after: int) -> dict[str, str]:
    """Space before and after a paragraph, in twentieths of a point."""
    return {"before": str(before), "after": str(after)}


def _size(points: float) -> dict[str, str]:
    return {"val": str(int(points * 2))}


def _heading(points: float, level: int) -> _Style:
    return _Style(
        paragraphs={
            "keepNext": {},
            "spacing": _spaced(240, 120),
            "outlineLvl": {"val": str(level)},
        },
        words={"b": {}, "sz": _size(points)},
    )


_SMALL: Properties = {"sz": _size(9)}
#: Properties stand in the order that the schema has.
_STYLES = {
    "Normal": _Style(based_on="", paragraphs={"spacing": _spaced(0, 120)}),
    "Title": _heading(16, 0),
    "Heading1": _heading(13, 0),
    "Heading2": _heading(11, 1),
    "Quote": _Style(paragraphs={"ind": {"left": "567"}}),
    "Caption": _Style(paragraphs={"keepNext": {}, "spacing": _spaced(120, 40)}, words=_SMALL),
    "Header": _Style(words=_SMALL),
    "Footer": _Style(words=_SMALL),
    "Hyperlink": _Style(
        kind="character", based_on="", words={"color": {"val": "0B5C7A"}, "u": {"val": "single"}}
    ),
}


def styles(language: str) -> Element:
    """The part ``styles.xml`` for a document in a language."""
    root = etree.Element(named("styles"), nsmap={"w": MAIN})
    usual = put(put(root, "docDefaults"), "rPrDefault")
    faces = dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), _FACE)
    words = {"rFonts": faces, "sz": _size(11), "lang": {"val": language}}
    _properties(usual, "rPr", properties=words)
    for name, style in _STYLES.items():
        _style(root, name, style=style)
    return root


def _style(root: Element, name: str, *, style: _Style) -> None:
    made = put(root, "style", type=style.kind, styleId=name)
    if name == "Normal":
        made.set(named("default"), "1")
    put(made, "name", val=name)
    if style.based_on:
        put(made, "basedOn", val=style.based_on)
    _properties(made, "pPr", properties=style.paragraphs)
    _properties(made, "rPr", properties=style.words)


def _properties(within: Element, name: str, *, properties: Properties) -> None:
    if properties:
        made = put(within, name)
        for key, attributes in properties.items():
            put(made, key, **attributes)
