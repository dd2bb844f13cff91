"""Running heads and feet of pages, told by where they stand and that they come again.

Reads: the lines of all pages. Writes: for each page the lines that are its text, and the others.
The head of the first page is no furniture: it is the masthead.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from archive.parsing.labels import split_label
from archive.parsing.printed_lines import ANNEX_LINE, LineKind, kind_of_line
from archive.parsing.readers.pdf.glyphs import PrintedPage
from archive.parsing.readers.pdf.lines import PageLine, usual_size

_HEAD, _FOOT = 0.16, 0.86
_SAME_HEIGHT, _SAME_ROW = 4.0, 2.0
#: Running heads have few rows, and those are close together.
_MOST_ROWS, _NEAR = 4, 2.0
_NUMBER = re.compile(r"\d{1,4}")
_JOB_NUMBER = re.compile(
    r"(?:[A-Z]{1,2}\.?)?\d{2}-?\d{4,6}\*?(?: ?\([A-Z]\))?(?: ?\d{6})*(?: ?/(?:\.{2,3}|…))?"
)
_GOES_ON = re.compile(r"/ ?(?:\.{2,3}|…)")
_SHORTEST_TITLE, _SMALLER = 8, 0.95
_FEWEST_COUNTED, _MOST_COMPARED = 3, 40
_TEXT = {LineKind.ORGAN, LineKind.MEETING, LineKind.ADOPTED_AT, LineKind.DATE}


@dataclass(frozen=True, slots=True)
class PageParts:
    """The lines of a page that are its text, and its running head and foot."""

    page: PrintedPage
    lines: list[PageLine]
    furniture: list[PageLine]


def part_pages(pages: Sequence[tuple[PrintedPage, list[PageLine]]]) -> list[PageParts]:
    """Tell the text of each page from its running head and foot."""
    heads = [line for page, lines in pages for line in lines if line.y < _HEAD * page.height]
    feet = [line for page, lines in pages for line in lines if line.y > _FOOT * page.height]
    first = _folded(line.text for line in pages[0][1])
    size = usual_size(line for _, lines in pages for line in lines)
    head, foot = _Running(heads, first=first, size=size), _Running(feet, first="", size=size)
    return [
        _parted(
            page,
            lines,
            top=head.reach(lines) if index else None,
            bottom=foot.reach(lines[::-1]),
        )
        for index, (page, lines) in enumerate(pages)
    ]


def _parted(
    page: PrintedPage, lines: Sequence[PageLine], *, top: float | None, bottom: float | None
) -> PageParts:
    """The lines between the head and the foot, and those of either."""
    low, high = (-inf if top is None else top + 1), (inf if bottom is None else bottom - 1)
    kept = [line for line in lines if low < line.y < high and not line.style.is_bars]
    ids = {id(line) for line in kept}
    return PageParts(page, kept, [line for line in lines if id(line) not in ids])


def _folded(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).casefold().split())


class _Running:
    """The lines in one zone of all pages, told by what comes again there."""

    def __init__(self, lines: Sequence[PageLine], *, first: str, size: float) -> None:
        self._ids = {id(line) for line in lines}
        self._size = size
        self._first = first
        self._alike: dict[str, list[PageLine]] = {}
        for line in lines:
            self._alike.setdefault(_NUMBER.sub("#", line.text), []).append(line)

    def reach(self, lines: Sequence[PageLine]) -> float | None:
        """How far the running lines of a page reach into it, given its lines from the edge on.

        What only comes again is at the edge itself, or close to a running line.
        """
        last: PageLine | None = None
        rows = 0
        above: float | None = None
        for line in lines:
            rows += above is None or abs(line.y - above) > _SAME_ROW
            above = line.y
            if rows > _MOST_ROWS:
                break
            near = rows == 1 if last is None else self._is_near(last, line)
            if not line.lead and (self._is_plain(line) or (near and self._may_run(line))):
                last = line
        return None if last is None else last.y

    def _is_near(self, last: PageLine, line: PageLine) -> bool:
        return abs(line.y - last.y) <= _NEAR * max(last.style.size, line.style.size)

    def _is_plain(self, line: PageLine) -> bool:
        """Whether a line's words alone say that it runs: a page's number, a job's, a symbol."""
        if line not in self:
            return False
        kind = kind_of_line(line.text)
        if kind is LineKind.PAGE or (kind is LineKind.SYMBOL and self._first):
            return True
        words = line.text
        return bool(_GOES_ON.fullmatch(words) or _JOB_NUMBER.fullmatch(words))

    def __contains__(self, line: PageLine) -> bool:
        return id(line) in self._ids

    def _may_run(self, line: PageLine) -> bool:
        """Whether a line comes again, and is none that paragraphs and parts begin with."""
        if line not in self or kind_of_line(line.text) in _TEXT:
            return False
        if split_label(line.text)[0] or ANNEX_LINE.fullmatch(line.text):
            return False
        return self._comes_again(line) or self._repeats_title(line)

    def _comes_again(self, line: PageLine) -> bool:
        """Whether other pages have the same words there, or words that count the pages."""
        others = [
            other
            for other in self._alike[_NUMBER.sub("#", line.text)][:_MOST_COMPARED]
            if other.page != line.page and abs(other.y - line.y) <= _SAME_HEIGHT
        ]
        if any(other.text == line.text for other in others):
            return True
        counted = sum(_counts_pages(line, other) for other in others)
        return counted + 1 >= _FEWEST_COUNTED

    def _repeats_title(self, line: PageLine) -> bool:
        """Whether a line at a page's head, apart in its looks, repeats words of the first page."""
        apart = line.style.is_bold or line.style.size < _SMALLER * self._size
        return apart and len(line.text) >= _SHORTEST_TITLE and _folded([line.text]) in self._first


def _counts_pages(line: PageLine, other: PageLine) -> bool:
    """Whether two lines differ in one number, and by as much as their pages do."""
    pairs = zip(_NUMBER.findall(line.text), _NUMBER.findall(other.text), strict=True)
    steps = [int(one) - int(two) for one, two in pairs if one != two]
    return steps == [line.page - other.page]
