"""Places where a number may mark a note, each with the weight of its evidence.

Reads: texts with the numbers that stood apart, and the numbers of the notes that exist.
Writes: places in reading order. What may be a number of its own is no place, or a light one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.parsing.blocks import Block
from archive.parsing.dates import MONTHS

_CERTAIN, _APART, _PLAIN, _DATED, _LIKELY, _LIGHT = 100, 20, 9, 8, 5, 3

_DIGITS = re.compile(r"(?<![\d/.-])\d{1,7}(?!\d)|(?<=[.])\d{1,3}(?!\d)|(?<=\d/)\d{4,5}(?!\d)")
_FOLLOWS = re.compile(r"$|[\s,;:)\]”\"’'–—]|[.?!](?!\d)")
_YEAR_AND_NOTE = re.compile(r"((?:19|20)\d\d)([1-9]\d?)")
_AFTER_MONTH = re.compile(rf"(?:{'|'.join(MONTHS)}) $")
_NUMBERED_ACT = re.compile(r"\d{1,3}/\d{1,5}")
_ACT_BEFORE = re.compile(r"(?<![\d/])(\d{1,3})/$")
_SYMBOL_BEFORE = re.compile(r"(?:^|[^A-Za-z])[AES]/[^\s,;)]*$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)([.]?)$")
_ABBREVIATIONS = frozenset(
    "no nos add corr rev amend art arts chap chaps para paras sect sects vol vols p pp cn c l".split()
)
_SHORTEST_WORD = 3
_REACH = 40


@dataclass(frozen=True, slots=True)
class Place:
    """A place that may mark note ``number``: its span in the block's text and its weight.

    A plain place reads as a marker whatever notes exist; a number that stood apart has an
    empty span and what was printed.
    """

    block: int
    start: int
    end: int
    number: int
    weight: int
    plain: bool = False
    printed: str = ""


def find_places(blocks: Sequence[Block], numbers: set[int], *, hidden: bool) -> list[Place]:
    """Every place, in reading order."""
    acts = Counter(act for block in blocks for act in _NUMBERED_ACT.findall(block.text))
    places: list[Place] = []
    for index, block in enumerate(blocks):
        found = list(_apart(index, block))
        if hidden:
            found += _glued(index, block.text, numbers, acts)
        places += sorted(found, key=lambda place: (place.start, place.number))
    return places


def _apart(index: int, block: Block) -> Iterator[Place]:
    for mark in block.marks:
        if mark.number.isdigit():
            weight = _CERTAIN if mark.certain else _APART
            at, number = mark.offset, int(mark.number)
            yield Place(index, at, at, number, weight, mark.certain, mark.printed)


def _glued(index: int, text: str, numbers: set[int], acts: Counter[str]) -> Iterator[Place]:
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if start == 0 or not _FOLLOWS.match(text, end):
            continue
        before = text[max(0, start - _REACH) : start]
        found = _weigh(match[0], before, numbers, acts, at_end=end == len(text))
        if found:
            note, weight, plain = found
            yield Place(index, end - len(str(note)), end, note, weight, plain)


def _weigh(
    digits: str, before: str, numbers: set[int], acts: Counter[str], *, at_end: bool
) -> tuple[int, int, bool] | None:
    """The note these digits may mark, the weight, and whether it is plain."""
    last = before[-1]
    if last == "/":
        return _after_act(digits, before, numbers, acts)
    if last.isspace() or last in "(-–":
        return _after_year(digits, before)
    if digits.startswith("0") or len(digits) > 3:
        return None
    weight = _weight_after(last, before, digits, at_end=at_end)
    return (int(digits), weight, weight >= _PLAIN) if weight else None


def _after_year(digits: str, before: str) -> tuple[int, int, bool] | None:
    """ "20101" after a month is 2010 and note 1."""
    match = _YEAR_AND_NOTE.fullmatch(digits)
    if match is None:
        return None
    dated = _AFTER_MONTH.search(before) is not None
    return int(match[2]), _DATED if dated else _LIKELY, dated


def _after_act(
    digits: str, before: str, numbers: set[int], acts: Counter[str]
) -> tuple[int, int, bool] | None:
    """ "53/1445": too high for a number of a session, and 53/144 is named elsewhere."""
    session = _ACT_BEFORE.search(before)
    if session is None or acts[f"{session[1]}/{digits}"] > 1:
        return None
    for length in (1, 2):
        number, note = digits[:-length], digits[-length:]
        if acts[f"{session[1]}/{number}"] and not note.startswith("0") and int(note) in numbers:
            return int(note), _LIGHT, False
    return None


def _weight_after(last: str, before: str, digits: str, *, at_end: bool) -> int:
    """The weight of digits right after a letter or a mark of punctuation; 0 for none."""
    if last in ",;:":
        return _weight_after_comma(before, digits)
    if last in ")]”\"’'":
        return 0 if _SYMBOL_BEFORE.search(before) and last == ")" else _PLAIN
    if last == ".":
        return _weight_after_stop(before, at_end=at_end)
    return _weight_after_letter(before) if last.isalpha() else 0


def _weight_after_comma(before: str, digits: str) -> int:
    """After "2011," plain, after another number's comma doubtful ("10,000", "1,2 and 3")."""
    if not before[:-1][-1:].isdigit():
        return _PLAIN
    if re.search(r"(?<!\d)(?:19|20)\d\d,$", before):
        return _PLAIN if len(digits) < 3 else 0
    return _LIKELY if len(digits) < 3 else 0


def _weight_after_stop(before: str, *, at_end: bool) -> int:
    """After a full stop only where it ends a word that is no abbreviation."""
    match = _WORD_BEFORE.search(before)
    if match is None or match[1].lower() in _ABBREVIATIONS or len(match[1]) < _SHORTEST_WORD:
        return _LIKELY if at_end and before.endswith((").", "”.", '".')) else 0
    return 0 if _SYMBOL_BEFORE.search(before) else _DATED


def _weight_after_letter(before: str) -> int:
    """After a word in small letters plain; after capitals or a symbol doubtful or none."""
    match = _WORD_BEFORE.search(before)
    if match is None or _SYMBOL_BEFORE.search(before) or match[1].lower() in _ABBREVIATIONS:
        return 0
    word = match[1]
    if word.islower() or word[1:].islower():
        return _PLAIN if len(word) >= _SHORTEST_WORD else 0
    return _LIGHT if len(word) > _SHORTEST_WORD else 0
