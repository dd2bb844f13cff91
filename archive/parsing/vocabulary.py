"""Words known to be words: the evidence for mending words that extraction broke.

Reads: the shipped list (``words.txt``) and the texts themselves. Writes: a Vocabulary.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

from archive.parsing.blocks import LINE_END_HYPHEN

WORD = re.compile(r"[^\W\d_]+")
_BREAKS = (" ", LINE_END_HYPHEN)


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
    pairs: Counter[tuple[str, str, str]] = Counter()
    for text in texts:
        whole.update(match[0].lower() for match in WORD.finditer(text))
        pairs.update(_neighbours(text))
    broken: Counter[str] = Counter()
    for (first, between, second), count in pairs.items():
        if between in _BREAKS and (first + second in common or whole[first + second]):
            broken.update({first: count, second: count})
    printed = frozenset(word for word, count in whole.items() if count > broken[word])
    hyphenated = frozenset(f"{first}-{second}" for first, sign, second in pairs if sign == "-")
    return Vocabulary(common, printed, hyphenated)


def _neighbours(text: str) -> Iterator[tuple[str, str, str]]:
    """Pairs of words that one character parts, with that character."""
    for first, second in pairwise(WORD.finditer(text)):
        if second.start() == first.end() + 1:
            yield first[0].lower(), text[first.end()], second[0].lower()


@cache
def common_words() -> frozenset[str]:
    """The shipped list: a word per line or several, ``#`` begins a comment."""
    listed = resources.files("archive.parsing").joinpath("words.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0] for line in listed.splitlines())
    return frozenset(word for line in lines for word in line.lower().split())
