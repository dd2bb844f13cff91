"""Sessions in words, as the United Nations writes them: the sixty-sixth session."""

from archive.parsing.symbols import Symbol, roman_number

_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FIGURES_OF_A_YEAR = 4
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
    return session_name(symbol.session)


def session_name(written: str) -> str:
    """A session in words by what symbols write of it: 66, XXI, S-21; empty for a year."""
    for prefix, kind in _SPECIAL:
        if written.startswith(prefix):
            number = _number(written.removeprefix(prefix))
            return f"{ordinal(number)} {kind}" if number else ""
    number = _number(written)
    return f"{ordinal(number)} session" if number else ""


def session_number(written: str) -> int:
    """The number of a session, or its year, by what symbols write of it: 21 of XXI and of S-21.

    0 where it has none.
    """
    counted = written.rpartition("-")[2]
    is_in_figures = counted.isascii() and counted.isdigit()
    return int(counted) if is_in_figures else roman_number(counted) or 0


def _number(written: str) -> int | None:
    """The number of a session in figures or in Roman ones; None for a year and other words."""
    if written.isascii() and written.isdigit():
        return int(written) if len(written) < _FIGURES_OF_A_YEAR else None
    return roman_number(written)
