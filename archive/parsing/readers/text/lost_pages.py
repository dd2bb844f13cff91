"""Pages of a text whose form feeds an editor has taken out, by the numbers that count them.

Reads: lines. Writes: the same with their pages, where numbers count every page from the first on.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from archive.parsing.printed_lines import SYMBOL_LINE
from archive.parsing.readers.text.lines import Line

_OF_TOTAL = re.compile(r"(\d{1,3}) ?/ ?(\d{1,3})")
_COUNTED = re.compile(r"[Pp]age (\d{1,3})|[-–—] ?(\d{1,3}) ?[-–—]")
_FEWEST = 2
#: So many lines a page has at least.
_FEWEST_LINES = 5


def with_pages(lines: Sequence[Line]) -> list[Line]:
    """The lines with their pages told apart; as they are where no numbers count pages."""
    feet = _feet_of_total(lines) or _feet(lines)
    heads = [] if feet else _heads(lines) or _symbols(lines)
    if not feet and not heads:
        return list(lines)
    starts = {at + 1 for at in feet} | set(heads)
    paged: list[Line] = []
    page = 1
    for at, line in enumerate(lines):
        page += at in starts
        paged.append(replace(line, page=page))
    return paged


def _feet_of_total(lines: Sequence[Line]) -> list[int]:
    """The lines with "1/4" to "4/4", if all are there in their order."""
    found: dict[int, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        for match in filter(None, map(_OF_TOTAL.fullmatch, line.cells)):
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
