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
from archive.parsing.vocabulary import WORD, Vocabulary, vocabulary_of

_WORD = re.compile(
    r"(?<![^\W_])(?:[A-Z]{1,8}\d{1,4}|[^\W\d_]{4,40}|\d{1,2}(?=[A-Z][a-z]{3})[A-Za-z]{4,30})(?![^\W_])"
)
_FIGURES = re.compile(r"[A-Z]{1,8}-\d{1,4}")
_CAPITAL_WITHIN = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPECIAL_SESSION = re.compile(r"E?S\d{1,2}")
_USUAL, _TOGETHER = 13, 1.22
_HYPHEN_AT_END = re.compile(r"[a-z]-$")
_EARLY, _SHORTER, _LONGER = 0.5, 0.42, 1.15
_SHORTEST, _ENDING = 2, 3
_FEWEST = 10
_ALWAYS_PRINTED = {"COVID19": 5, "àvis": 1, "visà": 3}
_ALWAYS_TIED = frozenset({"non", "self"})
_NAMED = frozenset(
    "afro asia attorney commander deputy director euro governor guinea high inter latin mid "
    "non nuclear secretary self sino timor trans under vice".split()
)
#: Printed with a hyphen whatever else the file prints; "multi-stakeholder" though "multilateral".
_PRINTED = frozenset(
    "co-chair co-chairs co-facilitator co-facilitators co-host co-hosted co-sponsor co-sponsored "
    "co-sponsors counter-terrorism cross-border cross-cutting cross-sectoral health-care "
    "inter-agency inter-parliamentary life-cycle multi-donor multi-stakeholder multi-year "
    "post-conflict pre-school sub-item sub-items sub-saharan "
    "well-being".split()
)
_OFTEN_TIED = frozenset(
    "action age capacity cross eco evidence fact gender high human income large life long low "
    "market medium micro mid middle nuclear people post rights science short single visa "
    "well".split()
)
_TIED = frozenset(
    "affected aligned based building centred conflict coordinated cutting cycle driven free "
    "generated governmental headed income induced informed led level making minded oriented owned "
    "party prone proliferation raising related responsive scale sector sensitive sharing sized "
    "specific stakeholder term wide year".split()
)
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_UNITS = frozenset(
    "one two three four five six seven eight nine first second third fourth fifth sixth seventh "
    "eighth ninth".split()
)


@dataclass(frozen=True, slots=True)
class _Known:
    """Words and numbers with letters that the file prints, and how long its lines are.

    ``whole`` are the words printed where no line ends: none of them lost a hyphen.
    """

    words: Vocabulary
    whole: frozenset[str]
    figures: frozenset[str]
    width: float


def with_hyphens(
    lines: Sequence[Line], notes: Sequence[Line] = ()
) -> tuple[list[Line], list[Line], list[Mend]]:
    """The lines of text and of notes with hyphens put back where two were put together."""
    known = _known(lines)
    if known is None:
        return list(lines), list(notes), []
    mends: list[Mend] = []
    width = _usual_width(notes) if len(notes) >= _FEWEST else known.width * _TOGETHER
    text = [_mended(line, known, mends=mends) for line in lines]
    return text, [_mended(line, replace(known, width=width), mends=mends) for line in notes], mends


def _known(lines: Sequence[Line]) -> _Known | None:
    """What a file bears out, or None for one that keeps hyphens at the ends of lines."""
    if len(lines) < _FEWEST or any(_HYPHEN_AT_END.search(line.text) for line in lines):
        return None
    width = _usual_width(lines)
    single = [line.text for line in lines if len(line.text) <= width * _TOGETHER]
    figures = frozenset(figure for text in single for figure in _FIGURES.findall(text))
    within = " ".join(line.text[: int(width * _EARLY)] for line in lines)
    whole = frozenset(WORD.findall(within.lower()))
    return _Known(vocabulary_of(single), whole, figures, width)


def _usual_width(lines: Sequence[Line]) -> float:
    return quantiles([len(line.text) for line in lines], n=20)[_USUAL]


def _lost(line: Line, known: _Known) -> Iterator[tuple[str, str]]:
    """The words that stand where the first line ended, each with its hyphen.

    A line no longer than one may have had a short second part: there only what is sure counts.
    """
    is_two = len(line.text) > known.width * _TOGETHER
    for match in _WORD.finditer(line.text):
        if not _at_end(match, known.width):
            continue
        split = _split(match[0], known, loosely=is_two)
        if split is not None:
            yield match[0], f"{match[0][:split]}-{match[0][split:]}"


def _at_end(match: re.Match[str], width: float) -> bool:
    """Whether a word stands where the first line ended, or the second of three."""
    ended = max(1, round((match.start() + match.end()) / 2 / width))
    earliest, latest = (ended - _SHORTER) * width, ended * _LONGER * width
    return match.end() >= earliest and match.start() <= latest


def _split(word: str, known: _Known, *, loosely: bool) -> int | None:
    """Where the hyphen of a word belongs, or None."""
    if word in _ALWAYS_PRINTED:
        return _ALWAYS_PRINTED[word]
    if word[0].isdigit():
        return len(word) - len(word.lstrip("0123456789")) if loosely else None
    if word[-1].isdigit():
        at = len(word.rstrip("0123456789"))
        printed = f"{word[:at]}-{word[at:]}" in known.figures
        return at if printed or _SPECIAL_SESSION.fullmatch(word) else None
    if word.lower() in known.whole:
        return None
    places = [
        at
        for at in range(_SHORTEST, len(word) - 1)
        if (word[:at].lower() in _NAMED and _CAPITAL_WITHIN.match(word, at))
        or _are_tied(word[:at].lower(), word[at:].lower(), words=known.words)
        or (loosely and _may_be_tied(word[:at].lower(), word[at:].lower(), words=known.words))
    ]
    return places[0] if len(places) == 1 else None


def _are_tied(first: str, second: str, *, words: Vocabulary) -> bool:
    """Whether words are surely tied by a hyphen: the file prints them so, or they always are."""
    tied = f"{first}-{second}"
    if tied in words.hyphenated or tied in _PRINTED or (first in _TENS and second in _UNITS):
        return True
    return first in _ALWAYS_TIED and (second in _TIED or words.knows(second))


def _may_be_tied(first: str, second: str, *, words: Vocabulary) -> bool:
    """Whether words are tied by a hyphen where a line ended between them."""
    if words.is_common(first + second) or len(second) <= _SHORTEST:
        return False
    is_first = first in _OFTEN_TIED or (words.knows(first) and not first.endswith("l"))
    if second in _TIED:
        return is_first
    return first in _OFTEN_TIED and len(second) > _ENDING and words.knows(second)


def _mended(line: Line, known: _Known, *, mends: list[Mend]) -> Line:
    """The line with its hyphens, each added to the mends."""
    text = line.text
    for old, new in _lost(line, known):
        text = text.replace(old, new, 1)
        mends.append(Mend(where=line.where, found=old, mended=new))
    return replace(line, text=text) if text != line.text else line
