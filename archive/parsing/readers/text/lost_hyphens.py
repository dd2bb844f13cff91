"""Hyphens that pdftotext left out where it put two lines together, on evidence of the file itself.

Reads: lines. Writes: the same with those hyphens, and a mend for each.
It takes a hyphen at a line's end for one that only divides a word: "Secretary-" above "General"
comes as "SecretaryGeneral", where the first of two lines ended. A word that stands there and is
not known has its hyphen put back if its halves are words, or if the file prints it so elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import quantiles

from archive.parsing.parsed import Mend
from archive.parsing.readers.text.lines import Line
from archive.parsing.vocabulary import Vocabulary, vocabulary_of

_WORD = re.compile(r"(?<![A-Za-z\d])(?:[A-Z]{1,8}\d{1,4}|[A-Za-z]{5,40})(?![A-Za-z\d])")
_FIGURES = re.compile(r"[A-Z]{1,8}-\d{1,4}")
_CAPITAL_WITHIN = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPECIAL_SESSION = re.compile(r"E?S\d{1,2}")
_USUAL, _TOGETHER = 13, 1.22
_HYPHEN_AT_END = re.compile(r"[a-z]-$")
_FIRST_END, _LAST_START = 0.7, 1.15
_SHORTEST = 2
_FEWEST = 10
_ALWAYS_TIED = frozenset({"non", "self"})
_TIED = frozenset(
    "affected aligned based building centred coordinated cutting driven generated governmental "
    "headed income led level making minded oriented owned party prone raising related responsive "
    "scale sector sensitive sharing sized specific stakeholder term wide year".split()
)
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_UNITS = frozenset(
    "one two three four five six seven eight nine first second third fourth fifth sixth seventh "
    "eighth ninth".split()
)


@dataclass(frozen=True, slots=True)
class _Known:
    """Words and numbers with letters that the file prints, and how long its lines are."""

    words: Vocabulary
    figures: frozenset[str]
    width: float


def with_hyphens(lines: Sequence[Line]) -> tuple[list[Line], list[Mend]]:
    """The lines with hyphens put back where two were put together."""
    known = _known(lines)
    done: list[Line] = []
    mends: list[Mend] = []
    for line in lines:
        found = list(_lost(line, known)) if known and _is_two(line, known) else []
        mends += [Mend(where=line.where, found=old, mended=new) for old, new in found]
        done.append(_mended(line, found))
    return done, mends


def _known(lines: Sequence[Line]) -> _Known | None:
    """What a file bears out, or None for one that keeps hyphens or has no line as long as two."""
    if len(lines) < _FEWEST or any(_HYPHEN_AT_END.search(line.text) for line in lines):
        return None
    width = quantiles([len(line.text) for line in lines], n=20)[_USUAL]
    single = [line.text for line in lines if len(line.text) <= width * _TOGETHER]
    if len(single) == len(lines):
        return None
    figures = frozenset(figure for text in single for figure in _FIGURES.findall(text))
    return _Known(vocabulary_of(single), figures, width)


def _is_two(line: Line, known: _Known) -> bool:
    return len(line.text) > known.width * _TOGETHER


def _lost(line: Line, known: _Known) -> Iterator[tuple[str, str]]:
    """The words that stand where the first line ended, each with its hyphen."""
    for match in _WORD.finditer(line.text):
        if match.start() > known.width * _LAST_START or match.end() < known.width * _FIRST_END:
            continue
        split = _split(match[0], known)
        if split is not None:
            yield match[0], f"{match[0][:split]}-{match[0][split:]}"


def _split(word: str, known: _Known) -> int | None:
    """Where the hyphen of a word belongs, or None."""
    if word[-1].isdigit():
        at = len(word.rstrip("0123456789"))
        printed = f"{word[:at]}-{word[at:]}" in known.figures
        return at if printed or _SPECIAL_SESSION.fullmatch(word) else None
    places = [
        at for at in range(_SHORTEST, len(word) - 1) if _may_part(word, at, words=known.words)
    ]
    return places[0] if len(places) == 1 else None


def _may_part(word: str, at: int, *, words: Vocabulary) -> bool:
    """Whether the parts of a word on either side of a place may be tied by a hyphen."""
    first, second = word[:at].lower(), word[at:].lower()
    if f"{first}-{second}" in words.hyphenated or (first in _TENS and second in _UNITS):
        return True
    if _CAPITAL_WITHIN.match(word, at):
        return words.knows(first) or words.knows(second)
    if words.knows(first + second) or not words.knows(second):
        return False
    return first in _ALWAYS_TIED or (words.knows(first) and second in _TIED)


def _mended(line: Line, found: Sequence[tuple[str, str]]) -> Line:
    text = line.text
    for old, new in found:
        text = text.replace(old, new, 1)
    return replace(line, text=text) if found else line
