"""The title of a resolution where a page has it as its own heading, above all else it says.

Reads: a page, and which of its lines were chosen. Writes: the same choice, the heading where a
title is printed: last of the lines before the text.
A heading is the document's own where the page's title has its words too, or where it is the only
one above the text and no line stands where a title would. What names a site or its collections
is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from archive.parsing.printed_lines import TITLED_NUMBER, LineKind, kind_of_line
from archive.parsing.readers.html.choice import Choice
from archive.parsing.readers.html.page import Page, PageLine

_LONGEST_TITLE = 700
_LONGEST_NAME = 2_000
_FEWEST_WORDS = 2
_WORD = re.compile(r"[^\W\d_]+")
_NAMES_OF_COLLECTIONS = frozenset(
    "a adopted and archive archives assembly at audiovisual by collection commission committee "
    "conference council database digital document documents economic english for from full "
    "ga general home human in index instrument instruments international law library list "
    "member nations number of office official on online page pages portal record records res "
    "resolution resolutions rights sc search security session site social system text texts the "
    "treaties treaty un united view web website".split()
)


def with_heading_as_title(page: Page, choice: Choice) -> Choice:
    """The choice with the page's heading as the title, if it is the document's own."""
    front = choice.lines[: choice.start]
    if not 0 < choice.start < len(choice.lines) or any(map(_has_title, front)):
        return choice
    heading = _heading(page, choice)
    return choice if heading is None else _moved(choice, heading)


def _has_title(line: PageLine) -> bool:
    titled = TITLED_NUMBER.fullmatch(line.text)
    return titled is not None and bool(titled[2])


def _heading(page: Page, choice: Choice) -> PageLine | None:
    """The one heading above the text that is the document's own."""
    front = choice.lines[: choice.start]
    headings = list(_headings(page, before=choice.lines[choice.start].number))
    called = _squeezed(page.title[:_LONGEST_NAME])
    named = [line for line in headings if _squeezed(line.text) in called]
    if len(named) == 1:
        return named[0]
    others = [line for line in front if line.number != headings[0].number] if headings else []
    alone = len(headings) == 1 and len(others) < len(front)
    return headings[0] if alone and not list(_in_its_place(others)) else None


def _headings(page: Page, *, before: int) -> Iterator[PageLine]:
    """The headings of the first rank above the text that may be a resolution's title."""
    for line in page.lines[: before - 1]:
        if line.box >= 0 and page.boxes[line.box].tag == "h1" and _may_be_title(line.text):
            yield line


def _may_be_title(words: str) -> bool:
    if len(words) > _LONGEST_TITLE or kind_of_line(words) is not None:
        return False
    named = _WORD.findall(words.lower())
    return len(named) >= _FEWEST_WORDS and not _NAMES_OF_COLLECTIONS.issuperset(named)


def _squeezed(words: str) -> str:
    return " ".join(words.casefold().split())


def _in_its_place(front: Sequence[PageLine]) -> Iterator[PageLine]:
    """The last lines before the text that say nothing else: where a title is printed."""
    above = dropwhile(lambda line: kind_of_line(line.text) is LineKind.NUMBER, reversed(front))
    return takewhile(lambda line: kind_of_line(line.text) is None, above)


def _moved(choice: Choice, heading: PageLine) -> Choice:
    """The heading last before the text; lines in its place are none of the resolution's."""
    front = [line for line in choice.lines[: choice.start] if line.number != heading.number]
    around = [line for line in choice.around if line.number != heading.number]
    others = {line.number for line in _in_its_place(front)}
    kept = [line for line in front if line.number not in others]
    return replace(
        choice,
        lines=(*kept, heading, *choice.lines[choice.start :]),
        around=(*around, *(line for line in front if line.number in others)),
        start=len(kept) + 1,
    )
