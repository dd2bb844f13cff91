"""Likeness: how near a wording is to the words that are asked, word by word."""

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import partial_ratio

from archive.search.agreed.values import Match

#: What stands in a longer wording as it is asked is a tenth less near than the same words alone.
PART = 0.9
#: A wording that is less near says something else.
LEAST_LIKENESS = 0.5


def likeness(asked: Sequence[str], words: Sequence[str]) -> float:
    """How near a wording is, between 0 and 1: by all its words, or by those of its nearest part.

    The share of the words of both that stand in both: half of it of those in the same order
    (Indel), half of those in any. Of a wording that is longer than what is asked, also the share in
    the same order with the stretch of it that is nearest.
    """
    whole = (Indel.normalized_similarity(asked, words) + _shared(asked, words)) / 2
    if len(words) <= len(asked):
        return whole
    return max(whole, PART * partial_ratio(asked, words) / 100)


def _shared(asked: Sequence[str], words: Sequence[str]) -> float:
    """The share of the words of both that both have, in whatever order; a word counts each time."""
    in_both = (Counter(asked) & Counter(words)).total()
    return 2 * in_both / (len(asked) + len(words))


def match_of(asked: Sequence[str], words: Sequence[str]) -> Match:
    """Whether the words are the same, stand within, or are near at most."""
    if [*asked] == [*words]:
        return Match.SAME
    is_within = f" {' '.join(asked)} " in f" {' '.join(words)} "
    return Match.WITHIN if is_within else Match.NEAR
