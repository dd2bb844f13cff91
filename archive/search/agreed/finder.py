"""The finder of agreed language: the wordings that are nearest to what is asked.

The rarest pairs of words that are asked lead to the wordings that share them, and no more rows are
read than a budget allows; the nearest of those are told word by word.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple
from uuid import UUID

from archive.comparison.folded import digest_of, folded_words, pairs_of
from archive.models import Resolution
from archive.models.wording import BUCKETS, COUNTED_ONE_IN, as_array, buckets_of
from archive.search.agreed.likeness import LEAST_LIKENESS, likeness, match_of
from archive.search.agreed.statements import FREQUENCIES, NEAREST
from archive.search.agreed.uses import Facts, facts_of
from archive.search.agreed.values import AgreedWording, Match
from archive.search.matches.statements import answered

#: Words that are read of what is asked, and of a wording that is compared.
MOST_WORDS = 2_000
#: Rows of the index that a text may lead to, once its rarest pairs have led to some; wordings that
#: are compared with it; and pairs of one text that lead to any.
MOST_ROWS = 1_000
MOST_COMPARED = 200
_MOST_PAIRS = 40
#: Wordings of any text that are looked through for as many of the texts that are asked.
MOST_WALKED = 5_000
_FEWEST_LEADS = 3
#: Where no more pairs lead, all may be of one place that was changed; then so many words that
#: follow one another lead too, from as many places.
_FEW_LEADS, _WORDS_OF_A_RUN, _MOST_RUNS = 8, 9, 6
#: A text of so few words may lead to so many times the rows.
_SHORT, _FOR_SHORT = 12, 5
_FEW_TOGETHER = 6
#: How near at most a wording is that says anything else, be it after all words that are compared.
_ALMOST = 0.99

#: Pairs of words that a wording must have, and how much it weighs that it has them.
_Lead = tuple[tuple[int, ...], float]
_Rank = tuple[bool, float, int, float, int]


@dataclass(frozen=True)
class Asked:
    """A text that is asked, by all its words."""

    all_words: Sequence[str]

    @classmethod
    def read(cls, text: str) -> "Asked":
        """The words of a text."""
        return cls(folded_words(text))

    @cached_property
    def words(self) -> Sequence[str]:
        """The first of them, as many as are compared."""
        return self.all_words[:MOST_WORDS]

    @cached_property
    def pairs(self) -> list[int]:
        """The numbers of its pairs of words."""
        return pairs_of(self.words)

    @cached_property
    def digest(self) -> UUID:
        """What tells its words from any others."""
        return digest_of(self.all_words)

    @cached_property
    def digests(self) -> set[UUID]:
        """Of its words; of a short text, of those that it had before one was put in or changed."""
        return {self.digest, *map(digest_of, _before_a_change(self.all_words))}


class Scope(NamedTuple):
    """Which texts are asked: of at least one of them a wording must be."""

    stages: Sequence[str] = tuple(Resolution.Stage.values)
    organs: Sequence[str] = tuple(Resolution.Organ.values)

    def values(self) -> dict[str, list[str]]:
        """As parameters of a statement."""
        return {"stages": [*self.stages], "organs": [*self.organs]}


class Near(NamedTuple):
    """A wording by its key, and how near it is."""

    match: Match
    likeness: float
    key: int


def agreed(
    asked: Sequence[str], *, most: int = 3, adopted_only: bool = False
) -> list[tuple[AgreedWording, ...]]:
    """For each asked text the wordings that are nearest, the nearest first.

    With ``adopted_only``, none that only drafts have. Three database queries, whatever the number
    of texts.
    """
    scope = Scope(stages=[Resolution.Stage.ADOPTED]) if adopted_only else Scope()
    ranked = nearest([Asked.read(text) for text in asked], scope=scope)
    found = [near[:most] for near in ranked]
    facts = facts_of({one.key for near in found for one in near})
    return [tuple(told(near, facts)) for near in found]


def told(near: Iterable[Near], facts: Mapping[int, Facts]) -> Iterator[AgreedWording]:
    """Wordings with what is known of them, in their order; without those that nothing uses."""
    for one in near:
        if one.key in facts:
            yield AgreedWording(match=one.match, likeness=one.likeness, **facts[one.key])


def nearest(
    asked: Sequence[Asked], *, scope: Scope, rows: int = MOST_ROWS, compared: int = MOST_COMPARED
) -> list[list[Near]]:
    """For each asked text the nearest wordings, the nearest first.

    ``rows`` is how many of the index each may lead to, ``compared`` how many wordings are compared
    with each. Two database queries.
    """
    frequencies = _frequencies(asked)
    leads = [_leads(one, frequencies, rows=rows * _patience(one)) for one in asked]
    values = {
        **_values(asked, leads),
        **scope.values(),
        "rows": rows * _FOR_SHORT,
        "most": compared,
        "walked": MOST_WALKED,
    }
    found: list[list[tuple[_Rank, Near]]] = [[] for _ in asked]
    for number, key, words, times in answered((NEAREST, values)):
        near = _near(asked[number], words, key=key)
        if near.likeness >= LEAST_LIKENESS:
            found[number].append((_rank(near, times), near))
    return [[near for _, near in sorted(ranked)] for ranked in found]


def _patience(asked: Asked) -> int:
    """How many times the rows a text may lead to: a short one has few pairs, and common ones."""
    return _FOR_SHORT if len(asked.words) <= _SHORT else 1


def _before_a_change(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """The words of a short text without each of them, and with each two neighbours changed.

    So few words may share no pair, or none that is rare, with the wording that they come from.
    """
    if len(words) <= _SHORT:
        for at in range(len(words)):
            yield [*words[:at], *words[at + 1 :]]
            yield [*words[:at], *words[at : at + 2][::-1], *words[at + 2 :]]


def _frequencies(asked: Sequence[Asked]) -> dict[int, int]:
    """In about how many wordings the pairs of some texts stand, by bucket."""
    buckets = buckets_of(pair for one in asked for pair in one.pairs)
    rows = answered((FREQUENCIES, {"buckets": sorted(buckets)}))
    return {bucket: counted * COUNTED_ONE_IN for bucket, counted in rows}


def _leads(asked: Asked, frequencies: Mapping[int, int], *, rows: int) -> list[_Lead]:
    """The rarest pairs, as many as lead to so few rows together, each with what it weighs.

    Where even the rarest lead to more, each two that follow one another in rarity, taken together;
    where few lead, also words that follow one another, which no change may have parted.
    """
    by_rarity = sorted((frequencies.get(pair % BUCKETS, 0), pair) for pair in asked.pairs)
    found: list[_Lead] = []
    left = rows
    for frequency, pair in by_rarity[:_MOST_PAIRS]:
        left -= frequency
        if left < 0:
            break
        found.append(((pair,), _weight(frequency)))
    if len(found) < _FEWEST_LEADS:
        found += _of_two(by_rarity)
    if len(found) < _FEW_LEADS:
        found += _runs(asked.words, frequencies)
    return found


def _weight(frequency: int) -> float:
    """What it weighs to have a pair that stands in so many wordings."""
    return 1 / math.sqrt(frequency + COUNTED_ONE_IN)


def _of_two(by_rarity: Sequence[tuple[int, int]]) -> Iterator[_Lead]:
    """Each two pairs that follow one another in rarity, the first few."""
    for (_, one), (often, other) in pairwise(by_rarity[:_FEW_TOGETHER]):
        yield (one, other), _weight(often)


def _runs(words: Sequence[str], frequencies: Mapping[int, int]) -> Iterator[_Lead]:
    """The pairs of so many words that follow one another, of one run after the other."""
    step = _WORDS_OF_A_RUN - 1
    for start in range(0, min(len(words) - step, _MOST_RUNS * step), step):
        pairs = pairs_of(words[start : start + _WORDS_OF_A_RUN])
        yield tuple(pairs), sum(_weight(frequencies.get(one % BUCKETS, 0)) for one in pairs)


def _values(asked: Sequence[Asked], leads: Sequence[Sequence[_Lead]]) -> dict[str, Any]:
    """The parameters of the statement that say what is asked."""
    led = [(number, *lead) for number, of in enumerate(leads) for lead in of]
    named = [(number, digest) for number, one in enumerate(asked) for digest in one.digests]
    return {
        "asked": [number for number, _, _ in led],
        "pairs": [as_array(pairs) for _, pairs, _ in led],
        "weights": [weight for _, _, weight in led],
        "numbers": [number for number, _ in named],
        "sizes": [len(one.pairs) for one in asked],
        "digests": [digest for _, digest in named],
    }


def _near(asked: Asked, words: str, *, key: int) -> Near:
    of_wording = words.split()
    match = match_of(asked.all_words, of_wording)
    like = likeness(asked.words, of_wording[:MOST_WORDS])
    return Near(match, like if match is Match.SAME else min(like, _ALMOST), key)


def _rank(near: Near, times: int) -> _Rank:
    """The same words first, then the likest; of what is as like by hundredths, the more used."""
    return near.match is not Match.SAME, -round(near.likeness, 2), -times, -near.likeness, near.key
