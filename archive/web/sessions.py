"""Sessions in words, as the United Nations writes them: the sixty-sixth session."""

from archive.parsing.symbols import Symbol, roman_number

_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SPECIAL = (("ES-", "emergency special session"), ("S-", "special session"))


def ordinal(number: int) -> str:
    """A number's ordinal in words up to ninety-ninth; in figures beyond."""
    if number < len(_UNITS):
        return _UNITS[number]
    if number > 99:
        return figured_ordinal(number)
    tens, unit = divmod(number, 10)
    word = _TENS[tens - 2]
    return f"{word}-{_UNITS[unit]}" if unit else f"{word.removesuffix('y')}ieth"


def figured_ordinal(number: int) -> str:
    """A number's ordinal in figures: 89th, 101st."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}th" if number % 100 in {11, 12, 13} else f"{number}{ending}"


def session_in_words(symbol: Symbol) -> str:
    """The session a symbol names, in words; empty where it names a year or none."""
    for prefix, kind in _SPECIAL:
        if symbol.session.startswith(prefix):
            written = symbol.session.removeprefix(prefix)
            number = int(written) if written.isdigit() else roman_number(written)
            return f"{ordinal(number)} {kind}" if number else ""
    return f"{ordinal(symbol.session_ordinal)} session" if symbol.session_ordinal else ""
