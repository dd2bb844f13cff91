"""Words known to be words: the evidence for mending words that extraction broke.

Reads: the shipped list (``words.txt``) and the texts themselves. Writes: a Vocabulary.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known of words: ``common`` are words of the language, ``printed`` occur in the texts.

    A fragment that only stands beside the fragment it belongs to is not printed.
    """

    common: frozenset[str]
    printed: frozenset[str]
    hyphenated: frozenset[str] = frozenset()

    def knows(self, word: str) -> bool:
        """Whether this is a word."""
        return word in self.common or word in self.printed


def vocabulary_of(texts: Iterable[str], *, wider: frozenset[str] = frozenset()) -> Vocabulary:
    """The vocabulary that texts bear out, together with the shipped one and a wider one."""
    common = common_words() | wider
    whole: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    pairs: list[tuple[str, str]] = []
    hyphenated: set[str] = set()
    for text in texts:
        words = list(WORD.finditer(text))
        whole.update(match[0].lower() for match in words)
        pairs += _neighbours(text, words, parted_by=" ")
        hyphenated.update(map("-".join, _neighbours(text, words, parted_by="-")))
    for first, second in pairs:
        if first + second in common or whole[first + second]:
            broken.update((first, second))
    printed = frozenset(word for word, count in whole.items() if count > broken[word])
    return Vocabulary(common, printed, frozenset(hyphenated))


def _neighbours(
    text: str, words: list[re.Match[str]], *, parted_by: str
) -> list[tuple[str, str]]:
    """Pairs of words that only this character parts."""
    return [
        (first[0].lower(), second[0].lower())
        for first, second in pairwise(words)
        if second.start() == first.end() + 1 and text[first.end()] == parted_by
    ]


@cache
def common_words() -> frozenset[str]:
    """The shipped list: a word per line or several, ``#`` begins a comment."""
    listed = resources.files("archive.parsing").joinpath("words.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0] for line in listed.splitlines())
    return frozenset(word for line in lines for word in line.lower().split())
