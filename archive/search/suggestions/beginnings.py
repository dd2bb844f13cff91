"""Beginnings: the symbols that what is typed so far may be the start of."""

import re

from archive.parsing.spoken_symbols import spoken

#: What stands before the number of an act in its symbol, those first that a number alone means.
_ACTS = (
    "A/RES/",
    "A/HRC/RES/",
    "S/RES/",
    "E/RES/",
    "E/CN.4/RES/",
    "A/DEC/",
    "A/HRC/DEC/",
    "E/DEC/",
    "E/CN.4/DEC/",
)
_NAMED = re.compile(r".*\b(?:resolutions?|decisions?|res|dec)\b[ .]*", re.IGNORECASE)
#: "53/1", "S-21/", "2200A(XX", "1325(2000".
_NUMBER_BEGUN = re.compile(
    r"(?:E?S-)?[1-9][0-9]{0,3}(?:/[0-9]{0,4}[A-Z]{0,2}|[A-Z]{0,2}(?:\([A-Z0-9-]{0,8}\)?)?)"
)
_SYMBOL_BEGUN = re.compile(r"[AES]/[A-Z0-9./()-]*[0-9][A-Z0-9./()-]*")


def beginnings(typed: str) -> tuple[str, ...]:
    """How the symbols begin that may be meant, canonical; none where no figure is typed.

    What is the whole of a symbol is the beginning of longer ones too: 66/16 of 66/164.
    """
    whole = [symbol.text for symbol in spoken(typed)]
    return tuple(dict.fromkeys([*whole, *_begun(typed)]))


def _begun(typed: str) -> list[str]:
    compact = "".join(typed.split()).upper()
    if _SYMBOL_BEGUN.fullmatch(compact):
        return [compact]
    number = "".join(_NAMED.sub("", typed).split()).upper()
    return [act + number for act in _ACTS] if _NUMBER_BEGUN.fullmatch(number) else []
