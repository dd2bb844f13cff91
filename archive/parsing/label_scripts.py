"""Labels in the official languages that do not write them as English does.

Reads: a label that a format keeps apart from the words. Writes: the number it is, or the place of
its letter in its alphabet. Sources: resolutions in Arabic print "10 -" and letters in the order
abjad; those in Chinese print "10." or a full stop as wide as a character; in Russian letters may
be Cyrillic, without those that begin no word.
"""

import re

_NUMBER = re.compile(r"(\d{1,3})\s{0,2}[-–—.\uff0e\u3002\u06d4]")
_LETTER = re.compile(r"[(\uff08]?(\w)\u0640?[)\uff09]")
_ARABIC = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_CYRILLIC = (
    "\u0430\u0431\u0432\u0433\u0434\u0435\u0436\u0437\u0438\u043a\u043b\u043c\u043d\u043e\u043f"
    "\u0440\u0441\u0442\u0443\u0444\u0445\u0446\u0447\u0448\u0449\u044d\u044e\u044f"
)
_VARIANTS = str.maketrans("اإآ", "أأأ")


def number_in(printed: str) -> int | None:
    """The number of a paragraph: "10 -" and the Chinese form are 10."""
    match = _NUMBER.fullmatch(printed)
    return int(match[1]) if match else None


def letter_in(printed: str) -> int | None:
    """The place of a letter in its alphabet, from 1; None for Latin letters and other signs."""
    match = _LETTER.fullmatch(printed)
    letter = match[1].lower().translate(_VARIANTS) if match else ""
    places = (alphabet.find(letter) + 1 for alphabet in (_ARABIC, _CYRILLIC) if letter)
    return next((place for place in places if place), None)
