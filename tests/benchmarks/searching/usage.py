"""Usage: the words that a series uses again, as resolutions do that speak of one subject.

Each word is drawn by the law that holds for all; then, the likelier the more its series has said,
one of the same sort that the series said before takes its place, rather one said of late. So a
word stands in fewer resolutions and the oftener in each, and among all of them as often as the law
has it: what is said again was drawn by the law as well. (This is the urn of Blackwell and MacQueen,
one for each sort of words: with one for all, frequent words would keep together less than real
ones do, and rare ones more.) How much each sort keeps together is fitted to real resolutions;
``clustering.py`` shows how well.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from math import ceil
from random import Random

from tests.benchmarks.searching.wording import Vocabulary

#: The sorts: the place of the most frequent word of each, and after how many words of the sort
#: every second one is said again.
_FROM, _HALF = (0, 12, 50, 120, 400, 3_000), (50, 10, 60, 100, 850, 6_000)
#: How much rather what was said of late is said again; 1 is not at all.
_LATELY = 1.5
#: So often a word of the subject counts as said, as a share of what makes every second word one.
_OF_SUBJECT = 0.08
_TWO_BYTES = "H"


class Usage:
    """What a series has said so far, by the places of the words in the vocabulary."""

    def __init__(self, words: Vocabulary, subject: Iterable[int]) -> None:
        """Begin with what the series is about, as if it had said it, rare words oftener."""
        self._words = words
        self._said = tuple(array(_TWO_BYTES) for _ in _FROM)
        for place in subject:
            sort = _sort_of(place)
            self._said[sort].extend([place] * ceil(_HALF[sort] * _OF_SUBJECT))

    def drawn(self, count: int, *, chance: Random) -> list[str]:
        """So many terms."""
        places = self._words.places(count, chance=chance)
        return [self._words.terms[self._used(place, chance=chance)] for place in places]

    def _used(self, place: int, *, chance: Random) -> int:
        """A word, or one of its sort that was said before."""
        sort = _sort_of(place)
        said, half = self._said[sort], _HALF[sort]
        if chance.random() * (len(said) + half) >= half:
            place = said[-1 - int(len(said) * chance.random() ** _LATELY)]
        said.append(place)
        return place


def _sort_of(place: int) -> int:
    return bisect_right(_FROM, place) - 1
