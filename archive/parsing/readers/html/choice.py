"""Which lines of a page are the resolution's, and which stand around it.

Reads: a page. Writes: its lines in two groups.
The text begins at the organ's line that paragraphs follow, and takes the smallest element that
holds them all; what is printed before the text may widen it. Navigation, searches, notices of
cookies and lists of links stand around the text, wherever they are in the page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.parsing.labels import split_label
from archive.parsing.openings import find_opening
from archive.parsing.printed_lines import LineKind, kind_of_line, organ_of
from archive.parsing.readers.html.page import Page, PageLine, marked_by

_SHORTEST_PARAGRAPH = 25
_FEWEST_PARAGRAPHS = 2
_PRINTED_BEFORE = (
    frozenset({LineKind.ADOPTED_BY, LineKind.MEETING}),
    frozenset({LineKind.SYMBOL, LineKind.NUMBER, LineKind.TITLED_NUMBER}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The text's lines, those around it, and the index among the former where the text begins."""

    lines: tuple[PageLine, ...]
    around: tuple[PageLine, ...]
    start: int


def choose(page: Page) -> Choice:
    """Tell the resolution's lines from those around it."""
    lines = page.lines
    paragraphs = [at for at, line in enumerate(lines) if _is_paragraph(line)]
    start = _start(lines, paragraphs)
    if start is None:
        return Choice(lines=lines, around=(), start=0)
    aside = _beside(page, lines[start].box)
    core = [start, *(at for at in paragraphs if at > start and not aside[lines[at].box])]
    tree = _Tree(page)
    tree.take_all(lines[at].box for at in core)
    _widen(tree, lines[:start])
    last = core[-1]
    inside = tree.inside()
    kept = [
        inside[line.box] and not (line.is_linked and not start <= at <= last)
        for at, line in enumerate(lines)
    ]
    return Choice(
        lines=tuple(line for line, keep in zip(lines, kept, strict=True) if keep),
        around=tuple(line for line, keep in zip(lines, kept, strict=True) if not keep),
        start=sum(kept[:start]),
    )


def _beside(page: Page, box: int) -> list[bool]:
    """For each box (and -1, the last): whether it says that it is beside what is in a given one."""
    around = set()
    while box >= 0:
        around.add(box)
        box = page.boxes[box].parent
    nearest = marked_by(page.boxes, lambda at, one: one.is_aside and at not in around)
    return [*(at >= 0 for at in nearest), False]


def _is_paragraph(line: PageLine) -> bool:
    """Whether a line is long enough for a paragraph and begins as they do."""
    if line.is_linked or len(line.text) < _SHORTEST_PARAGRAPH:
        return False
    label, _ = split_label(line.text)
    return bool(label or line.label or find_opening(line.text))


def _start(lines: Sequence[PageLine], paragraphs: Sequence[int]) -> int | None:
    """The organ's line that paragraphs follow, or the first paragraph."""
    organs = [at for at, line in enumerate(lines) if organ_of(line.text) and not line.is_linked]
    followed: dict[int, int] = dict.fromkeys(organs, 0)
    open_organs = iter([*organs[1:], len(lines)])
    ends = dict(zip(organs, open_organs, strict=False))
    paragraph = iter(paragraphs)
    at = next(paragraph, None)
    for organ in organs:
        while at is not None and at < ends[organ]:
            followed[organ] += at > organ
            at = next(paragraph, None)
    for organ, count in followed.items():
        if count >= _FEWEST_PARAGRAPHS:
            return organ
    return max(organs, key=lambda organ: followed[organ], default=next(iter(paragraphs), None))


class _Tree:
    """The boxes of a page, and the smallest that holds every line taken."""

    def __init__(self, page: Page) -> None:
        self._boxes = page.boxes
        self._holding: set[int] = set()
        self.top = -1
        self._depths: list[int] = []
        for box in page.boxes:
            self._depths.append(1 + (self._depths[box.parent] if box.parent >= 0 else 0))

    def take_all(self, boxes: Iterable[int]) -> None:
        """Take lines by their boxes: the top rises as far as it must."""
        for count, box in enumerate(boxes):
            if count == 0 and self.top < 0:
                self.top = box
            self._take(box)

    def _take(self, box: int) -> None:
        """Climb from a box to the top, or to one that was passed before."""
        while box != self.top and box not in self._holding:
            if box < 0 or (self.top >= 0 and self._depths[box] <= self._depths[self.top]):
                self._raise_top()
            else:
                self._holding.add(box)
                box = self._boxes[box].parent

    def _raise_top(self) -> None:
        self._holding.add(self.top)
        self.top = self._boxes[self.top].parent if self.top >= 0 else -1

    def inside(self) -> list[bool]:
        """For each box (and -1, the last): whether its lines are the text's."""
        above: set[int] = {self.top}
        at = self.top
        while at >= 0:
            at = self._boxes[at].parent
            above.add(at)
        spared = above | self._holding
        aside = marked_by(self._boxes, lambda at, box: box.is_aside and at not in spared)
        within = marked_by(self._boxes, lambda at, _: at == self.top)
        return [
            (self.top < 0 or one >= 0) and other < 0
            for one, other in zip(within, aside, strict=True)
        ] + [self.top < 0]


def _widen(tree: _Tree, before: Sequence[PageLine]) -> None:
    """Take in the lines nearest before the text that are those of a masthead."""
    for kinds in _PRINTED_BEFORE:
        for line in reversed(before):
            if not line.is_linked and kind_of_line(line.text) in kinds:
                tree.take_all([line.box])
                break
