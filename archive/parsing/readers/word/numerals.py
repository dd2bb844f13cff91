"""Numbers as Word writes them: in figures, letters or Roman signs.

Reads: a number and the name of its format in the standard. Writes: the number as printed.
"""

from collections.abc import Callable

from archive.parsing.roman import HIGHEST_ROMAN, roman_signs

_LETTERS = 26
_MOST_LETTERS = 30
_SIGNS = "*†‡§"
_TEENS = range(11, 14)


def numeral(count: int, form: str) -> str:
    """The number in a format such as ``lowerRoman``; in figures where the format is unknown."""
    write = _FORMS.get(form)
    return write(count) if write else str(count)


def _roman(count: int) -> str:
    return roman_signs(count) if 0 < count <= HIGHEST_ROMAN else str(count)


def _letters(count: int) -> str:
    """From a to z, then aa, bb."""
    if not 0 < count <= _LETTERS * _MOST_LETTERS:
        return str(count)
    times, place = divmod(count - 1, _LETTERS)
    return chr(ord("a") + place) * (times + 1)


def _ordinal(count: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{'th' if count % 100 in _TEENS else ending}"


def _sign(count: int) -> str:
    """The signs of the Chicago manual: * † ‡ §, then each twice."""
    if not 0 < count <= len(_SIGNS) * _MOST_LETTERS:
        return str(count)
    times, place = divmod(count - 1, len(_SIGNS))
    return _SIGNS[place] * (times + 1)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02d}".format,
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "ordinal": _ordinal,
    "chicago": _sign,
    "numberInDash": "- {} -".format,
    "none": lambda _: "",
}
