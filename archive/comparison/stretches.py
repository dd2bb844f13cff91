"""Stretches: which of the words that two texts share are told as kept.

Reads: spans of tokens that both texts have. Writes: such spans, as a reader wants to see them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

#: A stretch as spans (start, end excluded) of tokens in the first text and in the second.
Span = tuple[int, int, int, int]
#: Words of so few letters tell nothing where they stand alone.
_FEW = 3


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words, signs and spaces of two texts."""

    first: Sequence[str]
    second: Sequence[str]

    def grown(self, spans: Iterable[Span]) -> list[Span]:
        """The spans with all equal tokens that go on from them; those that then touch are one.

        The first begins with both texts and the last ends with them, though they may be empty.
        """
        grown = [(0, 0, 0, 0)]
        ends = len(self.first), len(self.second)
        for span in (*spans, (ends[0], ends[0], ends[1], ends[1])):
            last = self._grown_until(span, from_=grown[-1])
            one = self._grown_back(span, to=last)
            if (last[1], last[3]) == (one[0], one[2]):
                grown[-1] = (last[0], one[1], last[2], one[3])
            else:
                grown[-1:] = [last, one]
        return grown

    def _grown_until(self, until: Span, *, from_: Span) -> Span:
        start, end, other, other_end = from_
        pairs = zip(self.first[end : until[0]], self.second[other_end : until[2]], strict=False)
        more = _count_alike(pairs)
        return start, end + more, other, other_end + more

    def _grown_back(self, span: Span, *, to: Span) -> Span:
        start, end, other, other_end = span
        here, there = self.first[to[1] : start], self.second[to[3] : other]
        more = _count_alike(zip(reversed(here), reversed(there), strict=False))
        return start - more, end, other - more, other_end

    def without_lone(self, spans: Sequence[Span]) -> Iterator[Span]:
        """The spans without those that tell nothing: a space, a sign, a small word by itself.

        "the old rule" and "a new law" then differ in one stretch, and not in three. A small word
        goes only with changes on both sides that are no smaller.
        """
        sizes = [self._changed(one, two) for one, two in pairwise(spans)]
        for at, span in enumerate(spans):
            is_between = 0 < at < len(spans) - 1
            words = [token for token in self.first[span[0] : span[1]] if token[0].isalnum()]
            is_small = all(len(word) <= _FEW and word.isalpha() for word in words)
            length = sum(map(len, words))
            if not (is_between and is_small and length <= min(sizes[at - 1 : at + 1])):
                yield span

    def _changed(self, one: Span, two: Span) -> int:
        """How many letters and signs change between two spans, in the text that has more."""
        texts = self.first[one[1] : two[0]], self.second[one[3] : two[2]]
        return max(sum(map(len, text)) for text in texts)


def _count_alike(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs are of equal tokens before the first that is not."""
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count
