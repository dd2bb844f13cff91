"""Labels of paragraphs as printed: "10.", "(a)", "(ii)", "a.".

Reads: the words a paragraph starts with. Writes: a Label and where the words after it begin.
Source of the forms: the Editorial Manual on numbering paragraphs and sub-paragraphs.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Series(StrEnum):
    """A way of counting paragraphs; labels of one series follow one another."""

    NUMBER = "1."
    LETTER = "(a)"
    ROMAN = "(i)"
    CAPITAL = "(A)"
    FIGURE = "(1)"
    DOTTED = "a."


_NUMBER = re.compile(r"(\d{1,3})\.(?= |$)")
_SUB_LABELS = (
    re.compile(r"\(([a-z]{1,5})\)(?= |$)"),
    re.compile(r"\((\d{1,2})\)(?= |$)"),
    re.compile(r"\(([A-Z])\)(?= |$)"),
    re.compile(r"([a-z])\.(?= |$)"),
)
_ROMAN_SIGNS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_HIGHEST_ROMAN = 39


@dataclass(frozen=True, slots=True)
class Label:
    """A label: the words printed, the part that goes into an anchor, and its place in a series.

    ``places`` holds every reading, the likeliest first: "(i)" is the first Roman number and the
    ninth letter.
    """

    printed: str
    part: str
    places: tuple[tuple[Series, int], ...]

    @property
    def number(self) -> int | None:
        """The paragraph's number, or None for a sub-paragraph's label."""
        series, value = self.places[0] if self.places else (None, None)
        return value if series is Series.NUMBER else None


def split_label(text: str) -> tuple[Label | None, int]:
    """The label a text starts with and where the words after it begin; (None, 0) without one."""
    match = _NUMBER.match(text)
    if match:
        number = int(match[1])
        return Label(match[0], str(number), ((Series.NUMBER, number),)), _after(text, match.end())
    for pattern in _SUB_LABELS:
        match = pattern.match(text)
        places = _places(match[0], match[1]) if match else ()
        if match and places:
            return Label(match[0], match[1].lower(), places), _after(text, match.end())
    return None, 0


def label_of(printed: str) -> Label:
    """The label a format keeps apart from the words; one that counts nothing is kept as printed."""
    label, _ = split_label(printed)
    return label or Label(printed, "".join(filter(str.isalnum, printed.lower())) or "x", ())


def _after(text: str, end: int) -> int:
    return end + (text[end : end + 1] == " ")


def _places(printed: str, part: str) -> tuple[tuple[Series, int], ...]:
    """Every reading of a sub-paragraph's label; none where the letters count nothing."""
    if part.isdigit():
        return ((Series.FIGURE, int(part)),)
    if part.isupper():
        return ((Series.CAPITAL, ord(part) - ord("A") + 1),)
    if not printed.startswith("("):
        return ((Series.DOTTED, ord(part) - ord("a") + 1),)
    roman, letter = _ROMANS.get(part), _letter_value(part)
    places = ((Series.ROMAN, roman), (Series.LETTER, letter))
    return tuple((series, value) for series, value in places if value is not None)


def _roman(value: int) -> str:
    written = ""
    for worth, signs in _ROMAN_SIGNS:
        while value >= worth:
            written += signs
            value -= worth
    return written


_ROMANS = {_roman(value): value for value in range(1, _HIGHEST_ROMAN + 1)}


def _letter_value(part: str) -> int | None:
    """The place of a letter label: a is 1, z is 26, aa is 27; None for anything else."""
    if len(set(part)) != 1:
        return None
    return 26 * (len(part) - 1) + ord(part[0]) - ord("a") + 1
