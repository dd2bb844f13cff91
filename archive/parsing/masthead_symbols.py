"""The symbol of a document by its own printed lines, and whether they agree.

Reads: printed lines with their kinds. Writes: the symbol, the session it names, warnings.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from archive.parsing.parsed import ParseWarning
from archive.parsing.printed_lines import LineKind, printed_number, unglue
from archive.parsing.symbols import RESOLUTION_SERIES, Organ, SymbolKind, read_symbol

#: Kinds of line that print a symbol, those to believe first before the others.
_BY_TRUST = (
    LineKind.DOCUMENT_SYSTEM,
    LineKind.DISTRIBUTION,
    LineKind.TITLED_NUMBER,
    LineKind.NUMBER,
    LineKind.SYMBOL,
)
_IN_MASTHEAD = re.compile(r"(?<!\S)[AES]/[^\s<>]*\d[^\s<>]*")
_IN_DOCUMENT_SYSTEM = re.compile(r"SYMBOL\d*>>([^<>]*\d[^<>]*)<<")
_SESSION_IN_SYMBOL = re.compile(r"A/(?:HRC/)?(?:RES|DEC|C\.\d|HRC)/(\d{1,3})/")

Statement = tuple[LineKind, str]


def find_symbol(
    statements: Sequence[Statement], organ: Organ | None
) -> tuple[str | None, list[ParseWarning]]:
    """The symbol most to be trusted, and a warning for every line that names another."""
    named = sorted(_named(statements, organ), key=lambda one: _BY_TRUST.index(one[0]))
    if not named:
        return None, []
    base = named[0][1]
    kept = _with_letter(base, [symbol for _, symbol, _ in named])
    others = {symbol: line for _, symbol, line in named if symbol not in {base, kept}}
    return kept, [
        ParseWarning(
            code="symbol_contradiction",
            message=f"The masthead says {kept}, but the line “{line[:120]}” says {symbol}.",
            where="masthead",
        )
        for symbol, line in others.items()
    ]


def _with_letter(base: str, symbols: Sequence[str]) -> str:
    """The symbol with the letter of one of several resolutions, which its number leaves out."""
    fuller = {one for one in symbols if one[:-1] == base and one[-1].isalpha()}
    return fuller.pop() if len(fuller) == 1 else base


def session_of(symbol: str | None) -> int | None:
    """The session a symbol names, for the organs that count their acts by session."""
    match = _SESSION_IN_SYMBOL.match(symbol or "")
    return int(match[1]) if match else None


def _named(
    statements: Sequence[Statement], organ: Organ | None
) -> Iterator[tuple[LineKind, str, str]]:
    drafted = _above_sponsors(statements)
    for index, (kind, line) in enumerate(statements):
        for written in _written(line, kind=kind, organ=organ):
            symbol = read_symbol(written)
            can_be_own = kind is not LineKind.SYMBOL or index < drafted
            if symbol is not None and (can_be_own or symbol.kind is not SymbolKind.DOCUMENT):
                yield kind, symbol.text, line


def _above_sponsors(statements: Sequence[Statement]) -> int:
    """How many lines stand above the sponsors of a draft; 0 where nobody proposes the text.

    There a document's symbol alone on a line is the draft's own, as drafts of the Security Council
    have no other ("S/2024/302"); anywhere else it may be that of a report, or of a running head.
    """
    above = list(takewhile(lambda one: one[0] is not LineKind.SPONSORS, statements))
    return len(above) if len(above) < len(statements) else 0


def _written(line: str, *, kind: LineKind, organ: Organ | None) -> list[str]:
    """What a line prints as its document's symbol."""
    if kind is LineKind.DISTRIBUTION:
        return _IN_MASTHEAD.findall(unglue(line))
    if kind is LineKind.DOCUMENT_SYSTEM:
        return _IN_DOCUMENT_SYSTEM.findall(line)
    if kind is LineKind.SYMBOL:
        return [line]
    number = printed_number(line) if kind in _BY_TRUST else None
    return [RESOLUTION_SERIES[organ] + number] if number and organ else []
