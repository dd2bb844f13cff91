"""Labels of paragraphs as printed: "10.", "(a)", "(ii)", "a.", "12 bis.", "1.1", "•".

Reads: the words a paragraph starts with. Writes: a Label and where the words after it begin.
Source of the forms: the Editorial Manual on numbering paragraphs and sub-paragraphs.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from archive.parsing.label_scripts import letter_in, number_in
from archive.parsing.roman import roman_signs


class Series(StrEnum):
    """A way of counting paragraphs; labels of one series follow one another."""

    NUMBER = "1."
    LETTER = "(a)"
    ROMAN = "(i)"
    CAPITAL = "(A)"
    CAPITAL_ROMAN = "(I)"
    FIGURE = "(1)"
    DOTTED = "a."
    DOTTED_CAPITAL = "A."
    DECIMAL = "1.1"
    BULLET = "•"


_WORDS_FOLLOW = r"(?=\s|$|[A-Z“\"][a-z])"
_MORE = r"(?: (bis|ter|quater|quinquies))?"
_NUMBER = re.compile(rf"(\d{{1,3}}){_MORE}\.{_WORDS_FOLLOW}|(\d{{1,3}}) (bis|ter|quater)(?= [A-Z])")
_SUB_LABELS = (
    re.compile(rf"\(([a-z]{{1,5}}){_MORE}\){_WORDS_FOLLOW}"),
    re.compile(rf"\(([0-9]{{1,2}}){_MORE}\){_WORDS_FOLLOW}"),
    re.compile(rf"\(([A-Z]|[IVX]{{2,5}}){_MORE}\){_WORDS_FOLLOW}"),
    re.compile(r"([a-z])\.(?= |$)"),
)
_BULLET = re.compile("([•●▪■◦‣·\u2219\uf0b7\uf0a7\uf02d])(?=\\s?\\S)")
_LOOSE_LABELS = (
    re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3}){1,3})\.?(?= [A-Z“\"(])"),
    re.compile(r"([A-Z]|[IVX]{2,5})\.(?= (?![A-Z]\.)[A-Z“\"].*[.;,:]$)"),
    re.compile(r"([a-z]{1,4}|[0-9]{1,2})\)(?= \S)"),
    re.compile(r"([-–—])(?= \S)"),
)
#: What is put in or offered instead, in drafts under negotiation: "2 sexies.", "2 bis alt.".
_IN_DRAFTS = re.compile(r"(\d{1,3})((?: [a-z]{3,9}ies| bis| ter| quater)?(?: alt)?)\.")
_HIGHEST_ROMAN = 39
_IN_ANCHORS = re.compile(r"[a-z0-9]")
_LONGEST_PART = 12
#: More than any label has, and the signs behind it that tell it from words.
_LONGEST_LABEL = 32

Place = tuple[Series, int]


@dataclass(frozen=True, slots=True)
class Label:
    """A label: the words printed, the part that goes into an anchor, and its place in a series.

    ``places`` holds every reading, the likeliest first: "(i)" is the first Roman number and the
    ninth letter. A label put in between ("12 bis.") ``repeats`` the place of the one before it.
    """

    printed: str
    part: str
    places: tuple[Place, ...]
    repeats: bool = False

    @property
    def number(self) -> int | None:
        """The paragraph's number, or None for a sub-paragraph's label."""
        return self._value_in(Series.NUMBER)

    @property
    def step(self) -> str:
        """What the label adds to the anchor of the paragraph it stands below."""
        return self.part.rpartition("-")[2]

    @property
    def is_bullet(self) -> bool:
        """Whether it is a sign that counts nothing."""
        return self._value_in(Series.BULLET) is not None

    @property
    def is_decimal(self) -> bool:
        """Whether it counts as "1.1" does."""
        return self._value_in(Series.DECIMAL) is not None

    def _value_in(self, wanted: Series) -> int | None:
        series, value = self.places[0] if self.places else (None, None)
        return value if series is wanted else None


def split_label(text: str) -> tuple[Label | None, int]:
    """The label a text starts with and where the words after it begin; (None, 0) without one."""
    # No label begins with a capital, as most texts do.
    return (None, 0) if text[:1].isupper() else _split(text[:_LONGEST_LABEL])


@lru_cache(maxsize=512)
def _split(text: str) -> tuple[Label | None, int]:
    """The same of the first signs of a text; several stages ask after each text of a file."""
    match = _NUMBER.match(text)
    if match:
        value, more = match[1] or match[3], match[2] or match[4] or ""
        places = ((Series.NUMBER, int(value)),)
        label = Label(match[0], f"{int(value)}{more}", places, repeats=bool(more))
        return label, _after(text, match.end())
    match = _BULLET.match(text)
    if match:
        return _bullet(match[1]), _after(text, match.end())
    return _first_of(_SUB_LABELS, text)


def split_loose_label(text: str) -> tuple[Label | None, int]:
    """The same for forms that only the place of a paragraph tells from words: "A.", "1)", "–"."""
    label, start = _first_of(_LOOSE_LABELS, text)
    return (_bullet(label.printed), start) if label and label.printed in "-–—" else (label, start)


def label_of(printed: str) -> Label:
    """The label a format keeps apart from the words; one that counts nothing is kept as printed."""
    label, end = split_label(printed)
    if label is None or end < len(printed):
        label = _loose_label_of(printed) or label or _label_in_other_script(printed)
        label = label or _label_in_drafts(printed)
    part = "".join(_IN_ANCHORS.findall(printed.lower()))[:_LONGEST_PART] or "x"
    return replace(label, printed=printed) if label else Label(printed, part, ())


def _label_in_other_script(printed: str) -> Label | None:
    """The label as Arabic, Chinese and Russian print it; anchors are the same as in English."""
    number, letter = number_in(printed), letter_in(printed)
    if number is not None:
        return Label(printed, str(number), ((Series.NUMBER, number),))
    if letter is not None:
        return Label(printed, _letters(letter), ((Series.LETTER, letter),))
    return None


def _label_in_drafts(printed: str) -> Label | None:
    match = _IN_DRAFTS.fullmatch(printed)
    if match is None:
        return None
    part = f"{int(match[1])}{match[2].replace(' ', '')}"
    return Label(printed, part, ((Series.NUMBER, int(match[1])),), repeats=True)


def _letters(place: int) -> str:
    """The letter at a place: a to z, then aa."""
    return chr(ord("a") + (place - 1) % 26) * (1 + (place - 1) // 26)


def _loose_label_of(printed: str) -> Label | None:
    """The label that would be read before a sentence."""
    for split in (split_label, split_loose_label):
        label, end = split(f"{printed} It is.")
        if label is not None and end == len(printed) + 1:
            return label
    return None


def _bullet(sign: str) -> Label:
    return Label(sign, "item", ((Series.BULLET, ord(sign)),))


def _first_of(patterns: tuple[re.Pattern[str], ...], text: str) -> tuple[Label | None, int]:
    for pattern in patterns:
        match = pattern.match(text)
        places = _places(match[0], match[1]) if match else ()
        if match and places:
            return _sub_label(match, places), _after(text, match.end())
    return None, 0


def _sub_label(match: re.Match[str], places: tuple[Place, ...]) -> Label:
    more = match[2] if match.lastindex and match.lastindex > 1 else ""
    part = match[1].lower().replace(".", "-") + (more or "")
    return Label(match[0], part, places, repeats=bool(more))


def _after(text: str, end: int) -> int:
    return end + (text[end : end + 1] == " ")


def _places(printed: str, part: str) -> tuple[Place, ...]:
    """Every reading of a sub-paragraph's label; none where the letters count nothing."""
    if part in "-–—":
        return ((Series.BULLET, ord(part)),)
    if part[0].isdigit():
        series = Series.DECIMAL if "." in part else Series.FIGURE
        return ((series, int(part.rpartition(".")[2])),)
    if part.isupper():
        return _capital_places(part, is_dotted=printed.endswith("."))
    if printed.endswith("."):
        return ((Series.DOTTED, ord(part) - ord("a") + 1),)
    return _both(part, romans=Series.ROMAN, letters=Series.LETTER)


def _capital_places(part: str, *, is_dotted: bool) -> tuple[Place, ...]:
    letters = Series.DOTTED_CAPITAL if is_dotted else Series.CAPITAL
    places = _both(part.lower(), romans=Series.CAPITAL_ROMAN, letters=letters)
    return places if len(part) > 1 else places[::-1]


def _both(part: str, *, romans: Series, letters: Series) -> tuple[Place, ...]:
    """A label's place among Roman numbers and among letters."""
    places = ((romans, _ROMANS.get(part)), (letters, _letter_value(part)))
    return tuple((series, value) for series, value in places if value is not None)


_ROMANS = {roman_signs(value): value for value in range(1, _HIGHEST_ROMAN + 1)}


def _letter_value(part: str) -> int | None:
    """The place of a letter label: a is 1, z is 26, aa is 27; None for anything else."""
    if len(set(part)) != 1:
        return None
    return 26 * (len(part) - 1) + ord(part[0]) - ord("a") + 1
