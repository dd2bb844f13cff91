"""Verdicts: whether a paragraph is agreed language, close to it, or new."""

from collections.abc import Sequence

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import partial_ratio

from archive.comparison.folded import folded_words
from archive.search.agreed.likeness import PART
from archive.search.agreed.values import AgreedWording, Match
from archive.web.draft.values import FoundWording, Verdict

#: From here on a wording is close: six in ten of the words of both stand in both, in order.
CLOSE_LIKENESS = 0.6
#: Fewer words than that stand within longer wordings by chance: “Calls upon all States to:”.
FEWEST_WORDS = 8


def verdict_of(text: str, wordings: Sequence[AgreedWording]) -> Verdict:
    """The verdict on a paragraph by the wordings that are nearest to it, the nearest first.

    Verbatim where the whole words are the same. What stands within a longer wording, or is like a
    part of one, is close at most; few words are held against the whole wording.
    """
    if not wordings:
        return Verdict.NEW
    if wordings[0].match is Match.SAME:
        return Verdict.VERBATIM
    return Verdict.CLOSE if _is_close(folded_words(text), wordings[0]) else Verdict.NEW


def nearest_first(text: str, wordings: Sequence[FoundWording]) -> tuple[FoundWording, ...]:
    """The wordings near a paragraph, the first of them that is the same or close in front.

    They come by how much of the paragraph's words they have; a short one that is close may stand
    behind a long one that is not.
    """
    near = (one for one in wordings if verdict_of(text, [one.agreed]) is not Verdict.NEW)
    nearest = next(near, None)
    others = tuple(one for one in wordings if one is not nearest)
    return (nearest, *others) if nearest else others


def _is_close(words: Sequence[str], nearest: AgreedWording) -> bool:
    """Whether words are close to a wording, in their order: the same in none say something else."""
    others = folded_words(nearest.text)
    likeness = Indel.normalized_similarity(words, others)
    if FEWEST_WORDS <= len(words) < len(others):
        likeness = max(likeness, PART * partial_ratio(words, others) / 100)
    return likeness >= CLOSE_LIKENESS
