"""Items: the numbers of acts in running text, and the letters behind them.

Reads: a text with plain signs, and a place where a number was seen. Writes: an Act with a part
for each letter ("3411 A and B (XXX)" has two, "31/6 A to E" five).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from string import ascii_uppercase

#: The letter of a part; behind Z come "AA", "BB" and so on.
_ONE = "(?:AA|BB|CC|DD|EE|[A-Z])"
_LETTERS = rf"{_ONE}(?:(?:, and |, | and |, to | to |-){_ONE}){{0,25}}"
#: A number by session or year: "66/164", "S-21/1", "2000/61", "PRST/29/1", "8/PRST/1".
SLASHED = (
    r"(?<![\w/.-])(?:(?:HRC/)?PRST/)?(?P<session>(?:E?S-)?\d{1,4})/(?:PRST/)? ?(?P<number>\d{1,4})"
    rf"(?:(?: ?(?P<letters>{_LETTERS}))(?![\w/'(-]|\.\S)|(?![\w/]|\.\d|-\d))"
)
#: A number with its session or year behind: "217 A (III)", "2252 (ES-V)", "1325 (2000)".
BRACKETED = (
    rf"(?<![\w/.-])(?P<figure>\d{{1,4}})(?: ?(?P<parts>{_LETTERS}))?"
    r" ?\((?P<behind>(?:E?S-)?[IVXLC]{1,7}|(?:19|20)\d\d)\)"
)
_LETTER = re.compile(_ONE)
_RANGE = re.compile(r",? to |-")
_IN_ORDER = (*ascii_uppercase, "AA", "BB", "CC", "DD", "EE")


class Shape(Enum):
    """How an act is numbered."""

    SESSION_FIRST = auto()
    SPECIAL = auto()
    YEAR_FIRST = auto()
    ROMAN = auto()
    YEAR_BEHIND = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One act of a number: the span that names it and its letter, empty without one.

    ``implied`` are the letters, or the numbers, before it that a range implies and does not print;
    they stand where the range does, from ``joined_at`` to ``start``.
    """

    start: int
    end: int
    letter: str
    implied: Sequence[str | int] = ()
    joined_at: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A number of an act or, with letters, of several."""

    start: int
    end: int
    shape: Shape
    session: str
    number: str
    parts: tuple[Part, ...]

    @property
    def year(self) -> str:
        """The year of its adoption where its number says it: "1325 (2000)", but not "2017/206".

        The Economic and Social Council numbers by sessions that begin in the year before.
        """
        return self.session if self.shape is Shape.YEAR_BEHIND else ""

    def is_next_to(self, after: "Act") -> bool:
        """Whether the number of the act behind it in a list is the next of the same session."""
        return self.session == after.session and int(self.number) + 1 == int(after.number)

    def upto(self, last: "Act", *, joined_at: int) -> "Act":
        """The last act of a range, with the numbers that "54/456 to 54/458" implies before it."""
        implied = range(int(self.number) + 1, int(last.number))
        is_lettered = self.parts[0].letter or last.parts[0].letter
        if self.session != last.session or is_lettered or not implied:
            return last
        part = replace(last.parts[0], implied=implied, joined_at=joined_at)
        return replace(last, parts=(part,))

    def written(self, prefix: str, one: str | int) -> str:
        """The symbol of one part by its letter, or of one number of a range, in a series."""
        number = one if isinstance(one, int) else f"{self.number}{one}"
        if self.shape in {Shape.ROMAN, Shape.YEAR_BEHIND}:
            return f"{prefix}/{number}({self.session})"
        return f"{prefix}/{self.session}/{number}"


def read_act(match: re.Match[str]) -> Act:
    """The act a match of SLASHED or BRACKETED names."""
    start, end = match.span()
    if match["figure"]:
        session, number, group = match["behind"], match["figure"], "parts"
        shape = Shape.YEAR_BEHIND if session.isdigit() else Shape.ROMAN
    else:
        session, number, group = match["session"], match["number"], "letters"
        shape = _shape_of(session)
    letters, (at, _) = match[group], match.span(group)
    whole = Part(start=start, end=end, letter="")
    parts = tuple(_parts(letters, at, whole=whole)) if letters else (whole,)
    return Act(start=start, end=end, shape=shape, session=session, number=number, parts=parts)


def _shape_of(session: str) -> Shape:
    if "-" in session:
        return Shape.SPECIAL
    return Shape.YEAR_FIRST if len(session) == 4 else Shape.SESSION_FIRST


def _parts(letters: str, at: int, *, whole: Part) -> Iterator[Part]:
    """A part for each letter printed, the first from the number on, the last to the end."""
    found = list(_LETTER.finditer(letters))
    for index, letter in enumerate(found):
        before = found[index - 1] if index else letter
        is_range = index and _RANGE.fullmatch(letters, before.end(), letter.start())
        yield Part(
            start=at + letter.start() if index else whole.start,
            end=at + letter.end() if index < len(found) - 1 else whole.end,
            letter=letter[0],
            implied=_between(before[0], letter[0]) if is_range else (),
            joined_at=at + before.end(),
        )


def _between(first: str, last: str) -> tuple[str, ...]:
    """The letters between two."""
    return _IN_ORDER[_IN_ORDER.index(first) + 1 : _IN_ORDER.index(last)]
