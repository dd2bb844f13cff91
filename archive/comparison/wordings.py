"""Wordings: the words of passages, each with its weight in saying which passage it is.

Reads: the passages of two texts. Writes: their words as letters, which compare fast, and how alike
two of them are, whether their words come in the same order or in another.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from rapidfuzz.distance import LCSseq

from archive.comparison.passages import Passage

#: A symbol, a compound and a name with an apostrophe are one word; so is each sign of Chinese.
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:[/.’'‑-][^\W\u3400-\u9fff]+)*")
#: What a word of an opening, a number or date, and a short word ("of", "the") weighs of a whole.
_OPENING, _NUMBER, _SHORT = 0.4, 0.25, 0.3
#: Words of so few letters are short.
_FEW = 3
#: Words of two passages that are laid side by side in order; of longer ones only which they are.
_MOST_PAIRS = 4_000_000
#: Same words laid side by side count from this many that follow one another.
_RUN = 2
#: A year has so many digits, a day no more than so many.
_YEAR, _DAY = 4, 2


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a passage as letters of an alphabet that both texts share, and their weights."""

    letters: str
    weights: tuple[float, ...]
    bag: Mapping[str, float]
    total: float


def wordings(
    before: Sequence[Passage], after: Sequence[Passage]
) -> tuple[list[Wording], list[Wording]]:
    """The wordings of two texts: a word of few passages weighs more than one of many."""
    read = [list(_words(one)) for one in (*before, *after)]
    passages_with = Counter(word for words in read for word in {word for word, _ in words})
    letters = dict(zip(passages_with, _alphabet(), strict=False))
    rarity = {
        word: math.log1p(len(read) / times) / math.log1p(len(read))
        for word, times in passages_with.items()
    }
    made = [
        _wording([(letters.get(word, ""), rarity[word] * part) for word, part in words])
        for words in read
    ]
    return made[: len(before)], made[len(before) :]


def _alphabet() -> Iterator[str]:
    """A letter for each word; signs of no plane and halves of pairs are none."""
    return (chr(at) for at in count(1) if not 0xD800 <= at <= 0xDFFF and at < 0x110000)


def _wording(words: Sequence[tuple[str, float]]) -> Wording:
    bag: dict[str, float] = {}
    for letter, weight in words:
        bag[letter] = bag.get(letter, 0) + weight
    weights = tuple(weight for _, weight in words)
    return Wording("".join(letter for letter, _ in words), weights, bag, sum(weights))


def _words(passage: Passage) -> Iterator[tuple[str, float]]:
    """The words of a passage in small letters, each with what it weighs of a whole one."""
    found = [(one.group().casefold(), one.start()) for one in _WORD.finditer(passage.text)]
    opens = len(passage.opening) if passage.text.startswith(passage.opening) else 0
    dates = {at + 1 for at in range(len(found) - 2) if _is_date(found[at][0], found[at + 2][0])}
    for at, (word, start) in enumerate(found):
        part = _OPENING if start < opens else 1.0
        if at in dates or any(sign.isdigit() for sign in word):
            part *= _NUMBER
        elif len(word) <= _FEW and word < "\u0590":
            part *= _SHORT
        yield word, part


def _is_date(day: str, year: str) -> bool:
    """Whether two numbers with a word between are a day of a month and a year."""
    return day.isdigit() and year.isdigit() and len(day) <= _DAY and len(year) == _YEAR


def likeness(one: Wording, other: Wording) -> float:
    """How much of the words of two passages both have, between 0 and 1; in order counts most."""
    whole = one.total + other.total
    if not whole:
        return 0.0
    shared = sum(min(weight, other.bag.get(word, 0)) for word, weight in one.bag.items())
    in_order = sum(one.weights[at] for at, _ in places_alike(one, other))
    return (shared + in_order) / whole


def places_alike(one: Wording, other: Wording) -> Iterator[tuple[int, int]]:
    """The places of the words that two passages have in the same order."""
    if len(one.letters) * len(other.letters) > _MOST_PAIRS:
        return
    for block in LCSseq.opcodes(one.letters, other.letters):
        if block.tag == "equal":
            yield from zip(
                range(block.src_start, block.src_end),
                range(block.dest_start, block.dest_end),
                strict=True,
            )
