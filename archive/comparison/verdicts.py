"""Verdicts: what became of one paragraph in another, where no comparison of their texts says it.

Reads: two wordings. Writes: whether the words are the same, and how like they are.
"""

from dataclasses import dataclass

from rapidfuzz.distance import Indel

from archive.comparison.passages import Fate
from archive.comparison.sameness import ALMOST, plain_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What became of a paragraph, and how like the two wordings are, between 0 and 1."""

    fate: Fate
    likeness: float
    is_moved: bool = False


def verdict(before: str, after: str) -> Judgement:
    """Whether a paragraph was kept or reworded, by its words and their order alone."""
    first, second = plain_words(before).split(), plain_words(after).split()
    if first == second:
        return Judgement(fate=Fate.KEPT, likeness=1.0)
    alike = Indel.normalized_similarity(first, second)
    return Judgement(fate=Fate.REWORDED, likeness=min(alike, ALMOST))
