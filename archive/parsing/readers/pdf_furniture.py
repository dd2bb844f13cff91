"""Running heads and feet of pages, told by where they stand and that they come again.

Reads: the lines of all pages. Writes: for each page the lines that are its text, and the others.
The head of the first page is no furniture: it is the masthead.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from archive.parsing.labels import split_label
from archive.parsing.printed_lines import ANNEX_LINE, LineKind, kind_of_line
from archive.parsing.readers.pdf_glyphs import PrintedPage
from archive.parsing.readers.pdf_lines import PageLine, usual_size

_HEAD, _FOOT = 0.16, 0.86
_SAME_HEIGHT = 4.0
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
    first = _folded(line.text for line in pages[0][1]) if pages else ""
    size = usual_size(line for _, lines in pages for line in lines)
    running = _Running(heads, first=first, size=size).found()
    limits = _limits((line for line in running if line.page != pages[0][0].number), max)
    foot_limits = _limits(_Running(feet, first="", size=size).found(), min)
    parts = []
    for page, lines in pages:
        top = limits.get(page.number, -1.0) + 1
        bottom = foot_limits.get(page.number, page.height) - 1
        parts.append(
            PageParts(
                page,
                [line for line in lines if top < line.y < bottom and not line.style.is_bars],
                [line for line in lines if not top < line.y < bottom or line.style.is_bars],
            )
        )
    return parts


def _limits(
    found: Iterable[PageLine], innermost: Callable[[float, float], float]
) -> dict[int, float]:
    """How far the running lines of each page reach into it."""
    limits: dict[int, float] = {}
    for line in found:
        limits[line.page] = innermost(limits.get(line.page, line.y), line.y)
    return limits


def _folded(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).casefold().split())


class _Running:
    """The lines in one zone of all pages, told by what comes again there."""

    def __init__(self, lines: Sequence[PageLine], *, first: str, size: float) -> None:
        self._lines = lines
        self._size = size
        self._first = first
        self._alike: dict[str, list[PageLine]] = {}
        for line in lines:
            self._alike.setdefault(_NUMBER.sub("#", line.text), []).append(line)

    def found(self) -> list[PageLine]:
        """The running lines."""
        return [line for line in self._lines if not line.lead and self._runs(line)]

    def _runs(self, line: PageLine) -> bool:
        kind = kind_of_line(line.text)
        if kind is LineKind.PAGE or (kind is LineKind.SYMBOL and self._first):
            return True
        if line.style.is_bars or _GOES_ON.fullmatch(line.text) or _JOB_NUMBER.fullmatch(line.text):
            return True
        if kind in _TEXT or split_label(line.text)[0] or ANNEX_LINE.fullmatch(line.text):
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
