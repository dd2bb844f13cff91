"""Labels of paragraphs as printed: "10.", "(a)", "(ii)", "a.".

Reads: the words a paragraph starts with. Writes: a Label and the words after it.
Source of the forms: the Editorial Manual on numbering paragraphs and sub-paragraphs.
"""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"(\d{1,3})\.(?= |$)")
_LETTERS = re.compile(r"\(([a-z]{1,5})\)(?= |$)")
_CAPITAL = re.compile(r"\(([A-Z])\)(?= |$)")
_FIGURE = re.compile(r"\((\d{1,2})\)(?= |$)")
_DOTTED = re.compile(r"([a-z])\.(?= )")
_SUB_LABELS = (_LETTERS, _FIGURE, _CAPITAL, _DOTTED)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_ROMAN_SIGNS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LONGEST_ROMAN = 39


@dataclass(frozen=True, slots=True)
class Label:
    """A label: the words printed, the part that goes into the anchor, and its number if it has one."""

    printed: str
    part: str
    number: int | None = None

    @property
    def is_number(self) -> bool:
        """Whether it is a paragraph's number and not a sub-paragraph's label."""
        return self.number is not None


def split_label(text: str) -> tuple[Label | None, int]:
    """The label a text starts with and where the words after it begin; (None, 0) without one."""
    match = _NUMBER.match(text)
    if match:
        return Label(match[0], str(int(match[1])), int(match[1])), _after(text, match.end())
    for pattern in _SUB_LABELS:
        match = pattern.match(text)
        if match and _is_sub_label(match[1]):
            return Label(match[0], match[1].lower()), _after(text, match.end())
    return None, 0


def _after(text: str, end: int) -> int:
    return end + (text[end : end + 1] == " ")


def _is_sub_label(part: str) -> bool:
    """One letter or figure, a doubled letter, or a Roman number."""
    return len(part) == 1 or part.isdigit() or len(set(part)) == 1 or roman_value(part) is not None


def roman_value(part: str) -> int | None:
    """The value of a small Roman number up to xxxix, or None for other letters."""
    if not part or any(sign not in _ROMAN_VALUES for sign in part):
        return None
    return _ROMANS.get(part)


def _roman(value: int) -> str:
    written = ""
    for worth, signs in _ROMAN_SIGNS:
        while value >= worth:
            written += signs
            value -= worth
    return written


_ROMANS = {_roman(value): value for value in range(1, _LONGEST_ROMAN + 1)}


def letter_value(part: str) -> int | None:
    """The place of a letter label: a is 1, z is 26, aa is 27; None for anything else."""
    if not part or not part.isascii() or not part.isalpha() or len(set(part)) != 1:
        return None
    return 26 * (len(part) - 1) + ord(part[0]) - ord("a") + 1
