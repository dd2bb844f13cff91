"""Wordings: the words of passages, each with its weight in saying which passage it is.

Reads: the passages of two texts. Writes: their words as letters, which compare fast, and how much
of them two passages have in common.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from rapidfuzz.distance import LCSseq

from archive.comparison.passages import Passage

#: A symbol, a compound and a name with an apostrophe are one word; so is each sign of Chinese.
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:[/.’'‑-][^\W\u3400-\u9fff]+)*")
#: "Translates", "translating" and "translation" are one word.
_ENDINGS = ("ions", "ion", "ings", "ing", "ed", "es", "e", "s")
_STEM = 3
#: What a word of an opening, a number or date, and a short word ("of", "the") weighs of a whole.
_OPENING, _NUMBER, _SHORT = 0.4, 0.25, 0.3
#: Words of so few letters are short; so are those of alphabets only, not signs of Chinese.
_FEW, _ALPHABETS = 3, "\u1200"
#: How fast the weight of a word falls with the passages that have it.
_FALL = 1.5
#: Words that weigh less say nothing of what a passage is.
_LIGHT = 0.1
#: What is added to the words of two passages: a few words in common are a small proof.
_DOUBT = 1.0
#: How much of the likeness is the part of the shorter passage that stands in the longer one.
_WITHIN = 0.3
#: What a passage that stands inside another one as it is has in common with it, at least.
_INSIDE = 0.85
#: Words of two passages that are laid side by side in order; of longer ones only which they are.
_MOST_PAIRS = 4_000_000
#: Words whose stems are kept between comparisons.
_KNOWN_WORDS = 50_000
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
    letters = dict(zip(sorted(passages_with), _alphabet(), strict=False))
    rarity = {
        word: (math.log1p(len(read) / times) / math.log1p(len(read))) ** _FALL
        for word, times in passages_with.items()
    }
    made = [
        _wording([(letters[word], rarity[word] * part) for word, part in words if word in letters])
        for words in read
    ]
    return made[: len(before)], made[len(before) :]


def _alphabet() -> Iterator[str]:
    """A letter for each word; halves of pairs are none."""
    places = count(1)
    return (chr(at) for at in places if not 0xD800 <= at <= 0xDFFF)


def _wording(words: Sequence[tuple[str, float]]) -> Wording:
    bag: dict[str, float] = {}
    words = [(letter, weight) for letter, weight in words if weight >= _LIGHT]
    for letter, weight in words:
        bag[letter] = bag.get(letter, 0) + weight
    weights = tuple(weight for _, weight in words)
    return Wording("".join(letter for letter, _ in words), weights, bag, sum(weights))


def joined(wordings: Sequence[Wording]) -> Wording:
    """Several wordings, one behind the other, as one."""
    pairs = zip(
        (letter for one in wordings for letter in one.letters),
        (weight for one in wordings for weight in one.weights),
        strict=True,
    )
    return _wording(list(pairs))


def _words(passage: Passage) -> Iterator[tuple[str, float]]:
    """The stems of a passage's words, each with what it weighs of a whole one."""
    found = [(one.group(), one.start()) for one in _WORD.finditer(passage.text)]
    opens = len(passage.opening) if passage.text.startswith(passage.opening) else 0
    months = {at + 1 for at in range(len(found) - 2) if _is_date(found[at][0], found[at + 2][0])}
    for at, (word, start) in enumerate(found):
        stem, part = _weighed(word)
        yield stem, part * (_OPENING if start < opens else 1) * (_NUMBER if at in months else 1)


@lru_cache(maxsize=_KNOWN_WORDS)
def _weighed(word: str) -> tuple[str, float]:
    """The stem of a word in small letters, and what it weighs wherever it stands."""
    small = word.casefold()
    if any(sign.isdigit() for sign in small):
        return small, _NUMBER
    if len(small) <= _FEW and small < _ALPHABETS:
        return small, _SHORT
    for ending in _ENDINGS:
        if small.endswith(ending) and len(small) >= _STEM + len(ending):
            return small.removesuffix(ending), 1.0
    return small, 1.0


def _is_date(day: str, year: str) -> bool:
    """Whether two numbers with a word between are a day of a month and a year."""
    return day.isdigit() and year.isdigit() and len(day) <= _DAY and len(year) == _YEAR


def likeness(one: Wording, other: Wording) -> float:
    """How much speaks for two passages being one, between 0 and 1.

    A passage that stands inside another one is like it, however long that is; a few words in
    common are a small proof.
    """
    common, less = _common(one, other), min(one.total, other.total)
    whole = 2 * common / (one.total + other.total + _DOUBT)
    within = common / (less + _DOUBT)
    inside = common / (less + 2 * _DOUBT)
    return max((1 - _WITHIN) * whole + _WITHIN * within, _INSIDE * inside)


def shared(one: Wording, other: Wording) -> float:
    """How much of the words of two passages both have, between 0 and 1."""
    whole = one.total + other.total
    return 2 * _common(one, other) / whole if whole else 0.0


def _common(one: Wording, other: Wording) -> float:
    """The weight of the words that both have; of those in another order only half."""
    either = sum(min(weight, other.bag.get(word, 0)) for word, weight in one.bag.items())
    places = places_alike(one, other)
    in_order = sum(min(one.weights[at], other.weights[to]) for at, to in places)
    return (either + in_order) / 2


def part_of(one: Wording, weights: Iterable[float]) -> float:
    """How much of a passage some of its words are, between 0 and 1."""
    return sum(weights) / (one.total + _DOUBT)


def places_alike(one: Wording, other: Wording) -> Iterator[tuple[int, int]]:
    """The places of the words that two passages have in the same order.

    The same words are found whichever of the two comes first.
    """
    if len(one.letters) * len(other.letters) > _MOST_PAIRS:
        return
    if one.letters > other.letters:
        yield from ((at, to) for to, at in places_alike(other, one))
        return
    for block in LCSseq.opcodes(one.letters, other.letters):
        if block.tag == "equal":
            yield from zip(
                range(block.src_start, block.src_end),
                range(block.dest_start, block.dest_end),
                strict=True,
            )
