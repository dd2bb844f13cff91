"""The lines around a text, each with what it is; a statement of several lines is one.

Reads: the blocks before and after the text. Writes: their lines in order.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from archive.parsing.blocks import Block, Role, as_printed
from archive.parsing.dates import DATE
from archive.parsing.printed_lines import (
    ADOPTED_BY,
    DRAFT_LINE,
    OF_DATE_LINE,
    LineKind,
    kind_of_line,
    names_sponsors,
)
from archive.parsing.statements import OpenStatement, cuts_date, list_goes_on

_TAGGED = {Role.FRONT, Role.CLOSING}
_BELOW_A_NUMBER = ((OF_DATE_LINE, LineKind.DATED), (DRAFT_LINE, LineKind.DRAFT))
#: How a line begins or ends that the lines below it may go on with.
_CUT = re.compile(
    r"^\[(?:on|without)\b|^(?:resolution|decision)s?(?: adopted\b|$)|:(?: revised)?(?: draft)?$",
    re.IGNORECASE,
)
_PARTS = {None, LineKind.DATE, LineKind.SYMBOL}
_MOST_LINES = 5
_NUMBERS = {LineKind.NUMBER, LineKind.TITLED_NUMBER, LineKind.DATED}


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line outside the text: what it says, or None; whether the format tags it as such."""

    kind: LineKind | None
    words: str
    is_tagged: bool = False


def printed_lines(blocks: Iterable[Block]) -> list[PrintedLine]:
    """Every line, in order."""
    found: list[PrintedLine] = []
    adoption = OpenStatement()
    for words, block in _whole(list(blocks)):
        is_tagged = block.role in _TAGGED
        kind = _kind(words, found)
        if adoption.take(words) and len(adoption.lines) > 1:
            found[-1] = replace(found[-1], words=f"{found[-1].words} {words}")
        elif kind is LineKind.SPONSORS:
            found.append(PrintedLine(kind, f"{_names_above(found, words)}{words}", is_tagged))
        else:
            found.append(PrintedLine(kind, words, is_tagged))
    return found


def _names_above(found: list[PrintedLine], last: str) -> str:
    """Take the lines above the last one of a list of sponsors that the list begins on."""
    names: list[str] = []
    below = last
    while found and found[-1].kind is None and list_goes_on(found[-1].words, below):
        below = found.pop().words
        names += [" ", below]
    return "".join(reversed(names))


def _whole(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """The lines, each with its block; one that the width of a page cut is made whole."""
    at = 0
    while at < len(blocks):
        lines = [as_printed(block.text) for block in blocks[at : at + _MOST_LINES]]
        count = _count_of_one(lines)
        yield " ".join(lines[:count]), blocks[at]
        at += count


def _count_of_one(lines: Sequence[str]) -> int:
    """How many of these lines the first one takes: 1 where none below makes it whole."""
    made_whole = 1
    for count in range(1, len(lines) if _CUT.search(lines[0]) else 0):
        if kind_of_line(lines[count]) not in _PARTS:
            break
        if _makes_whole(" ".join(lines[:count]), lines[count]):
            made_whole = count + 1
        elif made_whole > 1:
            break
    return made_whole


def _makes_whole(above: str, line: str) -> bool:
    """Whether a line ends what the lines above it began."""
    together = f"{above} {line}"
    if above.startswith("["):
        return "]" not in above and line.endswith("]")
    if ADOPTED_BY.fullmatch(above):
        return cuts_date(above, line) or (above.endswith(" on") and DATE.match(line) is not None)
    return ADOPTED_BY.fullmatch(together) is not None or names_sponsors(together)


def _kind(words: str, above: Sequence[PrintedLine]) -> LineKind | None:
    """What a line is; below the number of a resolution stand its date and its draft."""
    kind = kind_of_line(words)
    if kind is None and above and above[-1].kind in _NUMBERS:
        return next((one for line, one in _BELOW_A_NUMBER if line.fullmatch(words)), None)
    return kind
