"""Dates and ordinals as the United Nations prints them.

Source: the Editorial Manual's order of day, month, year ("19 December 2011") and its
sessions in words ("sixty-sixth session").
"""

import re
from datetime import date

MONTHS = (
    "January February March April May June July August September October November December".split()
)
_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)}
DATE = re.compile(rf"(?<!\d)(\d{{1,2}}) ({'|'.join(MONTHS)}) ((?:19|20)\d\d)(?!\d{{3}})")

_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ROUND_TENS = (
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
).split()


def _ordinals() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_UNITS + _TEENS, start=1)}
    words |= {word: 10 * number for number, word in enumerate(_ROUND_TENS, start=2)}
    for tens, ten in enumerate(_TENS, start=2):
        words |= {f"{ten}-{unit}": 10 * tens + n for n, unit in enumerate(_UNITS, start=1)}
    return words


ORDINALS = _ordinals()
_COUNTS = {
    word: n for n, word in enumerate("one two three four five six seven eight nine".split(), 1)
}
_ROUND = {"hundred": 100, "hundredth": 100, "thousand": 1_000, "thousandth": 1_000}
_COUNT = f"(?:(?:{'|'.join(_COUNTS)}) )?"
#: An ordinal in words however long, in small letters: "one thousand and ninety-third".
LONG_ORDINAL = (
    rf"(?:{_COUNT}thousand(?:,| and)? )?(?:{_COUNT}hundred(?: and)? )?"
    rf"(?:{_COUNT}(?:hundredth|thousandth)|{'|'.join(sorted(ORDINALS, reverse=True))})"
)


def find_dates(text: str, *, after: str = "") -> list[date]:
    """Every valid date in a text that stands after these words; impossible days are left out."""
    days = (
        read_date(match[0])
        for match in DATE.finditer(text)
        if text.endswith(after, 0, match.start())
    )
    return [day for day in days if day is not None]


def read_date(text: str) -> date | None:
    """The first date in a text, or None when there is none or the day does not exist."""
    match = DATE.search(text)
    if match is None:
        return None
    try:
        return date(int(match[3]), _MONTH_NUMBERS[match[2]], int(match[1]))
    except ValueError:
        return None


def date_in_words(day: date) -> str:
    """A day as the United Nations prints it: 19 December 2011."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def ordinal(word: str) -> int | None:
    """The number an ordinal word or figure names: "sixty-sixth" and "66th" are 66."""
    figure = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", word.lower())
    return int(figure[1]) if figure else ORDINALS.get(word.lower())


def long_ordinal(words: str) -> int | None:
    """The number that words in the form of ``LONG_ORDINAL`` name; None for others.

    The General Assembly named its meetings so: "Hundred and eighty-third plenary meeting".
    """
    words = words.lower()
    if not re.fullmatch(LONG_ORDINAL, words):
        return None
    total, count = 0, 1
    for word in words.replace(",", "").split():
        total += count * _ROUND.get(word, 0) or ORDINALS.get(word, 0)
        count = _COUNTS.get(word, 1)
    return total
