"""Numbers of acts as references print them."""

import re

from archive.citing.cited import Cited
from archive.parsing.symbols import Organ, SymbolKind

_LETTER = re.compile(r"(?<=\d)(?=[A-Z]{1,2}$)")
_LETTER_BEFORE_SESSION = re.compile(r" ([A-Z]{1,2}) (\(.+\))$")


def spaced_number(cited: Cited) -> str:
    """The number with its letter set apart: 31/16 A, 217 A (III), 1325 (2000)."""
    symbol = cited.symbol
    if symbol.kind is SymbolKind.STATEMENT:
        return f"{symbol.session}/{symbol.number}"
    return _LETTER.sub(" ", symbol.short)


def dated_number(cited: Cited) -> str:
    """The number where the date, if there is one, follows: the Security Council’s has no year."""
    return cited.symbol.number if _has_its_year_twice(cited) else spaced_number(cited)


def with_letter_closed_up(number: str) -> str:
    """A number with nothing between the letter of a part and the session: 217 A(III)."""
    return _LETTER_BEFORE_SESSION.sub(r" \1\2", number)


def with_letter_last(number: str) -> str:
    """A number with the letter of a part at its end: 217 (III) A."""
    return _LETTER_BEFORE_SESSION.sub(r" \2 \1", number)


def dated_symbol(cited: Cited) -> str:
    """The symbol where the date, if there is one, follows: S/RES/1325."""
    symbol = cited.symbol.text
    return symbol.partition("(")[0] if _has_its_year_twice(cited) else symbol


def _has_its_year_twice(cited: Cited) -> bool:
    """Whether the number has a year in brackets, and a date stands behind it."""
    is_in_brackets = cited.symbol.kind is SymbolKind.RESOLUTION and cited.organ is Organ.SC
    return is_in_brackets and cited.dated_on is not None
