"""Series: in which count a paragraph stands, read from its anchor.

Reads: a paragraph with its anchor. Writes: the division it stands in and the name of its series, so
that ``annex-1-p4`` is the fourth ``p`` of ``annex-1-``, and ``op10-p1`` the first ``p`` of
``op10``.
"""

import re
from dataclasses import dataclass

from archive.parsing.labels import label_of
from archive.parsing.parsed import Paragraph

_DIVISIONS = (
    r"(?:(?:annex|appendix|part)-\d+-|(?:art|rule|principle|regulation|guideline)\d[0-9a-z]*-)*"
)
_AT_MARGIN = re.compile(rf"(?P<scope>{_DIVISIONS})(?P<name>pp|op|p|introduction)\d")
_DIVISION = re.compile(_DIVISIONS)
_HEADING = re.compile(r"heading\d+")
_COUNTED_BELOW = re.compile(r"-(?P<name>p|item)\d+$")


@dataclass(frozen=True, slots=True)
class Series:
    """A count of paragraphs: the division or the parent it counts within, and its name."""

    scope: str
    name: str


def series_of(paragraph: Paragraph) -> Series | None:
    """The series a paragraph stands in; None for what its label or division alone names."""
    if paragraph.parent is not None:
        match = _COUNTED_BELOW.search(paragraph.id)
        return Series(paragraph.parent, match["name"]) if match else None
    if _HEADING.fullmatch(paragraph.id):
        return Series("", "heading")
    match = _AT_MARGIN.match(paragraph.id)
    return Series(match["scope"], match["name"]) if match else None


def series_below(parent: str, label: str | None) -> Series:
    """The series of a part of a paragraph that its label does not count: bullets, closing words."""
    return Series(parent, label_of(label).part if label else "p")


def scope_of(paragraph: Paragraph) -> str | None:
    """What anchors in the division of a paragraph begin with; None where it does not tell.

    The heading of a division opens it.
    """
    if paragraph.parent is not None or _HEADING.fullmatch(paragraph.id):
        return None
    if _DIVISION.fullmatch(f"{paragraph.id}-"):
        return f"{paragraph.id}-"
    match = _DIVISION.match(paragraph.id)
    return match[0] if match else None
