"""Roman numbers, written in small letters.

Reads: a number. Writes: its Roman signs; ``symbols.roman_number`` reads them.
"""

_SIGNS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
#: The highest number that these signs write.
HIGHEST_ROMAN = 3999


def roman_signs(number: int) -> str:
    """The number in Roman signs: 4 is "iv"; from 1 to ``HIGHEST_ROMAN``."""
    written = ""
    for worth, signs in _SIGNS:
        written += signs * (number // worth)
        number %= worth
    return written
