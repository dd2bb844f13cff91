"""The lines around a text, each with what it is; a statement of several lines is one.

Reads: the blocks before and after the text. Writes: their lines in order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from archive.parsing.blocks import Block, Role, as_printed
from archive.parsing.printed_lines import DRAFT_LINE, OF_DATE_LINE, LineKind, kind_of_line
from archive.parsing.statements import OpenStatement

_TAGGED = {Role.FRONT, Role.CLOSING}
_BELOW_A_NUMBER = ((OF_DATE_LINE, LineKind.DATED), (DRAFT_LINE, LineKind.DRAFT))
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
    for block in blocks:
        words = as_printed(block.text)
        if adoption.take(words) and len(adoption.lines) > 1:
            found[-1] = replace(found[-1], words=f"{found[-1].words} {words}")
        else:
            found.append(PrintedLine(_kind(words, found), words, block.role in _TAGGED))
    return found


def _kind(words: str, above: Sequence[PrintedLine]) -> LineKind | None:
    """What a line is; below the number of a resolution stand its date and its draft."""
    kind = kind_of_line(words)
    if kind is None and above and above[-1].kind in _NUMBERS:
        return next((one for line, one in _BELOW_A_NUMBER if line.fullmatch(words)), None)
    return kind
