"""What is printed on a page of a PDF file: glyphs and rules.

Reads: nothing. Writes: the values that the reading of a page yields. Places are measured from the
page's upper left corner.
"""

from dataclasses import dataclass, field
from typing import NamedTuple


class Glyph(NamedTuple):
    """A printed sign: from ``x0`` to ``x1`` on the baseline ``y``, in a font of a size."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: str


class Rule(NamedTuple):
    """A straight line along one side of the page, thin in one direction."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class PrintedPage:
    """A page's glyphs: those seen, those hidden and those that stand at an angle; its rules.

    ``boxes`` are drawn by the lines around them, each given by its upper left and lower right
    corner. ``pictures`` counts what is drawn from pixels; the letters of a scanned page are laid
    under it.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    hidden: list[Glyph] = field(default_factory=list)
    turned: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    boxes: list[Rule] = field(default_factory=list)
    pictures: int = 0
    is_scanned: bool = False
