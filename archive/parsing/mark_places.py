"""Places where a number may mark a note, each with the weight of its evidence.

Reads: texts with the numbers that stood apart, and the numbers of the notes that exist.
Writes: places in reading order. What may be a number of its own is no place, or a light one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.parsing.abbreviations import ABBREVIATIONS
from archive.parsing.blocks import Block
from archive.parsing.dates import MONTHS

_CERTAIN, _APART, _PLAIN, _DATED, _STOPPED, _LIKELY, _LIGHT = 100, 20, 9, 8, 7, 5, 3

#: Begins with a figure, so that a search can skip to figures.
_DIGITS = re.compile(r"[0-9](?<!\d.)[0-9]{0,6}(?!\d)")
_FOLLOWS = re.compile(r"$|[\s,;:)\]”\"’'–—]|[.?!](?!\d)")
_LOST_SPACE = re.compile(r"[,;]\d{1,3}[a-z]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_AND_NOTE = re.compile(r"((?:19|20)\d\d)([1-9]\d{0,2})")
_AFTER_MONTH = re.compile(rf"(?:{'|'.join(MONTHS)}) $")
_NAME = re.compile(r"[A-Z][^\W\d_]+[ -]")
_COUNTED = frozenset(
    "annex appendix article chapter commission decision goal item no page paragraph part "
    "regulation resolution rule section session supplement table target volume".split()
)
_SYMBOL_BEFORE = re.compile(r"(?:^|[^A-Za-z])[AES]/[^\s,;)]*$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)([.]?)$")
_YEAR_AND_COMMA = re.compile(r"(?<!\d)(?:19|20)\d\d,$")
_OPENING_QUOTE = re.compile(r"(?:^|[ (\[])[\"'’]$")
_THOUSANDS = 3
_ROMAN = re.compile(r"[IVX]{1,5}")
_LONGEST_NUMBER = 3
_TOO_HIGH_FOR_AN_ACT = 4
_SHORTEST_WORD = 3
_FEWEST_KEPT = 2
_REACH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that may mark note ``number``: its span in the block's text and its weight.

    A plain place reads as a marker whatever order the notes are in, a certain one whatever notes
    there are; a number that stood apart has an empty span and what was printed. Of a mark that is
    no number ("*") ``sign`` is the mark and ``number`` is 0, which no note has.
    """

    block: int
    start: int
    end: int
    number: int
    weight: int
    is_plain: bool = False
    is_certain: bool = False
    printed: str = ""
    sign: str = ""


def find_places(blocks: Sequence[Block], numbers: set[int], *, hidden: bool) -> list[Place]:
    """Every place, in reading order."""
    printed = _Printed(blocks, numbers)
    places: list[Place] = []
    for index, block in enumerate(blocks):
        found = list(_apart(index, block))
        if hidden:
            found += _glued(block.text, printed, block=index)
        places += sorted(found, key=lambda place: (place.start, place.number))
    return places


def find_last_resorts(blocks: Sequence[Block], missing: set[int]) -> list[Place]:
    """Places for notes that nothing else marks: the end of a number that belongs to a name.

    "Agenda 216" may be "Agenda 21" and note 6 though no other "Agenda 21" bears it out.
    """
    places: list[Place] = []
    for index, block in enumerate(blocks if missing else ()):
        for match in _DIGITS.finditer(block.text):
            lead = lead_of(block.text, match.start())
            if _names_a_thing(lead, match[0]) and not _tells_a_date(lead, match[0]):
                places += _notes_at_end(match, missing, block=index)
    return places


def _tells_a_date(lead: str, digits: str) -> bool:
    return lead.strip() in MONTHS or _YEAR.fullmatch(digits) is not None


def _notes_at_end(match: re.Match[str], missing: set[int], *, block: int) -> Iterator[Place]:
    for length in range(1, len(match[0]) - _FEWEST_KEPT + 1):
        note = match[0][-length:]
        if not note.startswith("0") and int(note) in missing:
            yield Place(
                block=block,
                start=match.end() - length,
                end=match.end(),
                number=int(note),
                weight=_LIGHT,
            )


class _Printed:
    """What the whole file prints: its notes' numbers, and each number with the words it follows."""

    def __init__(self, blocks: Sequence[Block], notes: set[int]) -> None:
        self.notes = notes
        self._counted = Counter(
            lead_of(block.text, match.start()) + match[0]
            for block in (blocks if notes else ())
            for match in _DIGITS.finditer(block.text)
        )

    def note_after(self, lead: str, digits: str) -> int | None:
        """The note glued to a number that is printed without it elsewhere: "Agenda 216"."""
        if self._counted[lead + digits] > 1 or not _names_a_thing(lead, digits):
            return None
        for length in (1, 2):
            number, note = digits[:-length], digits[-length:]
            is_note = not note.startswith("0") and int(note) in self.notes
            if number and is_note and self._counted[lead + number]:
                return int(note)
        return None


def lead_of(text: str, start: int) -> str:
    """What a number belongs to: the signs it is tied to, or the word before it."""
    before = text[max(0, start - _REACH) : start]
    return before[before.rfind(" ", 0, max(0, len(before) - 1)) + 1 :].lstrip('(“"‘')


def _names_a_thing(lead: str, digits: str) -> bool:
    """Whether a number is part of a name, or too high for the number of a session's act."""
    if _NAME.fullmatch(lead):
        return lead[:-1].lower() not in _COUNTED
    return lead.endswith(("/", ".")) and "/" in lead and len(digits) >= _TOO_HIGH_FOR_AN_ACT


def _apart(index: int, block: Block) -> Iterator[Place]:
    for mark in block.marks:
        is_number = mark.number.isdigit()
        if is_number or mark.certain:
            yield Place(
                block=index,
                start=mark.offset,
                end=mark.offset,
                number=int(mark.number) if is_number else 0,
                weight=_CERTAIN if mark.certain else _APART,
                is_certain=mark.certain,
                printed=mark.printed,
                sign="" if is_number else mark.number,
            )


def _glued(text: str, printed: _Printed, *, block: int) -> Iterator[Place]:
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if start == 0 or not (_FOLLOWS.match(text, end) or _LOST_SPACE.match(text, start - 1)):
            continue
        found = _weigh(text, match, printed=printed)
        if found:
            note, weight = found
            yield Place(
                block=block,
                start=end - len(str(note)),
                end=end,
                number=note,
                weight=weight,
                is_plain=weight >= _DATED,
            )


def _weigh(text: str, match: re.Match[str], *, printed: _Printed) -> tuple[int, int] | None:
    """The note these digits may mark, and the weight."""
    digits, start = match[0], match.start()
    before = text[max(0, start - _REACH) : start]
    found = _after_year(digits, before)
    if found is None and not digits.startswith("0") and len(digits) <= _LONGEST_NUMBER:
        weight = _weight_after(before, digits, at_end=match.end() == len(text))
        found = (int(digits), weight) if weight else None
    if found is None:
        note = printed.note_after(lead_of(text, start), digits)
        found = (note, _LIGHT) if note else None
    return found


def _after_year(digits: str, before: str) -> tuple[int, int] | None:
    """ "20101" after a month is 2010 and note 1."""
    match = _YEAR_AND_NOTE.fullmatch(digits)
    if match is None or before[-1] not in " (-–":
        return None
    return int(match[2]), _DATED if _AFTER_MONTH.search(before) else _LIKELY


def _weight_after(before: str, digits: str, *, at_end: bool) -> int:
    """The weight of digits right after a letter or a mark of punctuation; 0 for none."""
    last = before[-1]
    if last in ",;:":
        return _weight_after_comma(before, digits)
    if last in ")]”\"’'":
        return 0 if _OPENING_QUOTE.search(before) else _PLAIN
    if last == ".":
        return _weight_after_stop(before, at_end=at_end)
    return _weight_after_letter(before) if last.isalpha() else 0


def _weight_after_comma(before: str, digits: str) -> int:
    """After "2011," plain, after another number's comma doubtful ("10,000", "1,2 and 3")."""
    if not before[:-1][-1:].isdigit():
        return _PLAIN
    after_year = _YEAR_AND_COMMA.search(before) is not None
    if len(digits) == _THOUSANDS:
        return _LIKELY if after_year else 0
    return _PLAIN if after_year else _LIKELY


def _weight_after_stop(before: str, *, at_end: bool) -> int:
    """After a full stop only where it ends a word that is no abbreviation."""
    match = _WORD_BEFORE.search(before)
    if match is None or match[1].lower() in ABBREVIATIONS or len(match[1]) < _SHORTEST_WORD:
        return _LIKELY if at_end and before.endswith((").", "”.", '".')) else 0
    return 0 if _SYMBOL_BEFORE.search(before) else _STOPPED


def _weight_after_letter(before: str) -> int:
    """After a word in small letters plain; after capitals or a symbol doubtful or none."""
    match = _WORD_BEFORE.search(before)
    if match is None or _SYMBOL_BEFORE.search(before) or match[1].lower() in ABBREVIATIONS:
        return 0
    word = match[1]
    if _ROMAN.fullmatch(word):
        return _LIGHT
    if word.islower() or word[1:].islower():
        return _PLAIN if len(word) >= _SHORTEST_WORD else 0
    return _LIGHT if len(word) > _SHORTEST_WORD else 0
