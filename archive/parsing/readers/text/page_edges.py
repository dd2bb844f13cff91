"""Heads and feet of printed pages: running titles, symbols, page and job numbers.

Reads: the lines of each page. Writes: the lines between head and foot, and the furniture.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from archive.parsing.printed_lines import SYMBOL_LINE, organ_of
from archive.parsing.readers.text.lines import Line

_MOST_HEAD_LINES = 8
_MOST_FRONT_LINES = 60
_MOST_SCATTERED, _SHORTEST_TITLE = 4, 12
_PAGE_OF = re.compile(r"(\d{1,3}) ?/ ?(\d{1,3})")
_JOB = re.compile(r"\d\d[-–]\d{5}(?: ?\([A-Z]\))?\*{0,3}|\*\d{7,8}\*|/\.{3}|…")
#: The day a page was printed on, below the number of the printer's job.
PRINTED_ON = re.compile(r"\d{6}")
_PAGE_LINE = re.compile(r"[Pp]age (\d{1,3})(?: of \d{1,3})?|[-–—] ?(\d{1,3}) ?[-–—]")
_LONE = re.compile(r"\d{1,3}")
_RECYCLE = re.compile(r"[Pp]lease recycle.{0,10}")
_NUMBERED_TITLE = re.compile(r"^(?:[SE]+-)?\d{1,4}/\d{1,3}[A-Z]?\. ")


class Edges:
    """What stands at the edges of a document's pages."""

    def __init__(self, pages: Sequence[Sequence[Line]]) -> None:
        self._pages = pages
        self._runs = _runs_of_front(pages[0])
        heads = Counter(
            head for page in pages[1:] for head in {words for _, words in self._heads(page)}
        )
        self._repeated = {head for head, count in heads.items() if count > 1 and head}

    @property
    def any(self) -> bool:
        """Whether any page has a head or a foot."""
        return any(self.part(number)[1] for number in range(len(self._pages)))

    def part(self, number: int) -> tuple[list[Line], list[Line]]:
        """The lines of a page (counted from 0) between its edges, and the furniture."""
        lines = list(self._pages[number])
        head = self._head_length(lines) if number else 0
        furniture = lines[:head]
        if number and not head:
            furniture, rest = self._scattered_head(lines)
            head, lines = len(furniture), [*furniture, *rest]
        below = [part for line in lines[head:] for part in self._unglued(line, number + 1)]
        body: list[Line] = []
        for above, line in pairwise([None, *below]):
            assert line is not None
            is_last = line is below[-1] and self._counts_more(line.text, number + 1)
            if is_last or self._is_foot(line, above, page=number + 1):
                furniture.append(line)
            else:
                body.append(replace(line, stranded=len(furniture) > head))
        self._take_lone_number(body, furniture, page=number + 1)
        return body, furniture

    def _head_length(self, lines: Sequence[Line]) -> int:
        """How many lines the running head takes: it is known words, a symbol or a page number."""
        longest = 0
        for length, words in self._heads(lines):
            known = not words or words in self._runs or words in self._repeated
            longest = length if known else longest
        return longest

    def _scattered_head(self, lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
        """The running head, and all else, where a line of the text stands between its parts."""
        top, rest = lines[:_MOST_SCATTERED], lines[_MOST_SCATTERED:]
        if not any(SYMBOL_LINE.fullmatch(line.text) for line in top):
            return [], list(lines)
        head = [line for line in top if self._is_head(line.text)]
        return head, [*(line for line in top if not self._is_head(line.text)), *rest]

    def _is_head(self, words: str) -> bool:
        return SYMBOL_LINE.fullmatch(words) is not None or (
            len(words) >= _SHORTEST_TITLE and words in self._runs
        )

    def _heads(self, lines: Sequence[Line]) -> Iterable[tuple[int, str]]:
        """Each number of lines that may be a head, with its words beside symbol and number."""
        words: list[str] = []
        marked = False
        for length, line in enumerate(lines[:_MOST_HEAD_LINES], start=1):
            plain = [cell for cell in line.cells if not _is_edge(cell)]
            marked = marked or len(plain) < len(line.cells)
            words += plain
            if marked:
                yield length, " ".join(words)

    def _unglued(self, line: Line, page: int) -> list[Line]:
        """A line in two where extraction glued the page's number to its last word, for a hyphen."""
        number = f"{page}/{len(self._pages)}"
        if not line.text.endswith(number) or not line.text[: -len(number)][-1:].isalpha():
            return [line]
        words = line.text.removesuffix(number)
        return [
            replace(line, text=words, cells=(words,), lost_hyphen=True),
            replace(line, text=number, cells=(number,)),
        ]

    def _is_foot(self, line: Line, above: Line | None, *, page: int) -> bool:
        """Whether every cell of a line numbers the page or the printer's job."""
        return all(self._numbers_page(cell, above, page=page) for cell in line.cells)

    def _counts_more(self, text: str, page: int) -> bool:
        """Whether a page's last line counts more pages than have text: notes may fill some."""
        of = _PAGE_OF.fullmatch(text)
        return of is not None and int(of[1]) == page and int(of[2]) > len(self._pages)

    def _numbers_page(self, cell: str, above: Line | None, *, page: int) -> bool:
        of = _PAGE_OF.fullmatch(cell)
        if of:
            return int(of[1]) == page and int(of[2]) == len(self._pages)
        printed_on = PRINTED_ON.fullmatch(cell) is not None
        if printed_on:
            return above is not None and any(map(_JOB.fullmatch, above.cells))
        named = _PAGE_LINE.fullmatch(cell)
        return bool(named or _JOB.fullmatch(cell) or _RECYCLE.fullmatch(cell))

    def _take_lone_number(self, body: list[Line], furniture: list[Line], *, page: int) -> None:
        """Take a page's number alone on its first or last line, where nothing else tells it."""
        if any(_tells_page(cell) for line in furniture for cell in line.cells):
            return
        for at in (0, -1):
            if body and _LONE.fullmatch(body[at].text) and int(body[at].text) == page:
                furniture.append(body.pop(at))
                return


def is_job(text: str) -> bool:
    """Whether a text is the number of the printer's job."""
    return _JOB.fullmatch(text) is not None


def _is_edge(cell: str) -> bool:
    """Whether a cell of a running head is the symbol or the page's number."""
    return any(pattern.fullmatch(cell) for pattern in (SYMBOL_LINE, _PAGE_LINE, _PAGE_OF, _JOB))


def _tells_page(cell: str) -> bool:
    return bool(_PAGE_LINE.fullmatch(cell) or _PAGE_OF.fullmatch(cell))


def _runs_of_front(lines: Sequence[Line]) -> set[str]:
    """Every run of whole lines printed before the text, as one: the title is one of them."""
    front: list[str] = []
    for line in lines[:_MOST_FRONT_LINES]:
        if organ_of(line.text):
            break
        front.append(line.text)
    runs: set[str] = set()
    for start in range(len(front)):
        for end in range(start + 1, min(len(front), start + _MOST_HEAD_LINES) + 1):
            run = " ".join(front[start:end])
            runs |= {run, _NUMBERED_TITLE.sub("", run)}
    return runs
