"""Pages of a text whose form feeds an editor has taken out, by the numbers that count them.

Reads: lines. Writes: the same with their pages, where numbers count every page from the first on.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from archive.parsing.printed_lines import SYMBOL_LINE
from archive.parsing.readers.text.lines import Line
from archive.parsing.readers.text.page_edges import PRINTED_ON, is_job

_OF_TOTAL = re.compile(r"(\d{1,3}) ?/ ?(\d{1,3})")
_GLUED = re.compile(r"(?<=[^\W\d_])\d{1,3}/\d{1,3}$")
_COUNTED = re.compile(r"[Pp]age (\d{1,3})|[-–—] ?(\d{1,3}) ?[-–—]")
_FEWEST = 2
_LONGEST_HEAD = 5
#: So many lines a page has at least.
_FEWEST_LINES = 5


def with_pages(lines: Sequence[Line]) -> list[Line]:
    """The lines with their pages told apart; as they are where no numbers count pages."""
    feet = (
        _feet_of_total(lines)
        or _feet_of_total(lines, glued=True)
        or _feet(lines)
        or _lone_feet(lines)
    )
    heads = [] if feet else _heads(lines) or _symbols(lines)
    if not feet and not heads:
        return list(lines)
    starts = {_below_job(lines, at) for at in feet} | set(heads)
    paged: list[Line] = []
    page = 1
    for at, line in enumerate(lines):
        page += at in starts
        paged.append(replace(line, page=page))
    return paged


def _below_job(lines: Sequence[Line], foot: int) -> int:
    """The line below a page's number and the numbers of the printer's job beside it."""
    at = foot + 1
    while at < len(lines) and (is_job(lines[at].text) or PRINTED_ON.fullmatch(lines[at].text)):
        at += 1
    return at


def _feet_of_total(lines: Sequence[Line], *, glued: bool = False) -> list[int]:
    """The lines with "1/4" to "4/4", if all are there in their order.

    Extraction may have ``glued`` one to the last word of its page, for a hyphen.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        words = [match[0]] if glued and (match := _GLUED.search(line.text)) else line.cells
        for match in filter(None, map(_OF_TOTAL.fullmatch, words)):
            found.setdefault(int(match[2]), []).append((at, int(match[1])))
    for total, feet in found.items():
        if total >= _FEWEST and [number for _, number in feet] == list(range(1, total + 1)):
            return [at for at, _ in feet]
    return []


def _counted(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The lines that number a page and say nothing else, with the numbers."""
    matches = ((at, _COUNTED.fullmatch(line.text)) for at, line in enumerate(lines))
    return [(at, int(match[1] or match[2])) for at, match in matches if match]


def _feet(lines: Sequence[Line]) -> list[int]:
    return _in_order(_counted(lines), first=1)


def _lone_feet(lines: Sequence[Line]) -> list[int]:
    """The lines with 1, 2, 3 and on alone, above the symbol at the head of each next page."""
    feet: list[int] = []
    heads = set[str]()
    for at, line in enumerate(lines):
        if line.text == str(len(feet) + 1):
            below = [below.text for below in lines[at + 1 : at + 1 + _LONGEST_HEAD]]
            symbol = next(filter(SYMBOL_LINE.fullmatch, below), "")
            if symbol or not below:
                heads |= {symbol} - {""}
                feet.append(at)
    return feet if len(feet) >= _FEWEST and len(heads) == 1 else []


def _heads(lines: Sequence[Line]) -> list[int]:
    """The lines that begin pages: a number from 2 on, and the line above it if it is a head's."""
    heads = _in_order(_counted(lines), first=2)
    return [at - (at > 0 and lines[at - 1].text.startswith(("A/", "E/", "S/"))) for at in heads]


def _symbols(lines: Sequence[Line]) -> list[int]:
    """The lines that begin pages: the symbol of a resolution, alone, page after page."""
    alone = [(at, line.text) for at, line in enumerate(lines) if SYMBOL_LINE.fullmatch(line.text)]
    usual, count = Counter(text for _, text in alone).most_common(1)[0] if alone else ("", 0)
    if count < _FEWEST or "/RES/" not in usual:
        return []
    return [at for at, text in alone if text == usual and at >= _FEWEST_LINES]


def _in_order(counted: Iterable[tuple[int, int]], *, first: int) -> list[int]:
    numbers = list(counted)
    expected = list(range(first, first + len(numbers)))
    in_order = [number for _, number in numbers] == expected
    fewest = _FEWEST if first == 1 else 1
    return [at for at, _ in numbers] if in_order and len(numbers) >= fewest else []
