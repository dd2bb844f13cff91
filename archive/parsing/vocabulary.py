"""Words known to be words: the evidence for mending words that extraction broke.

Reads: the shipped list (``words.txt``) and the texts themselves. Writes: a Vocabulary.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain, pairwise

from archive.parsing.blocks import LINE_END_HYPHEN

WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
)
_SHORTEST_STEM = 4
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
        """Whether this is a word, or the regular form of a common one."""
        return word in self.common or word in self.printed or self._is_regular_form(word)

    def _is_regular_form(self, word: str) -> bool:
        return any(
            word.endswith(ending)
            and len(word) - len(ending) >= _SHORTEST_STEM
            and word[: -len(ending)] + restored in self.common
            for ending, restored in _ENDINGS
        )


def vocabulary_of(texts: Iterable[str], *, wider: frozenset[str] = frozenset()) -> Vocabulary:
    """The vocabulary that texts bear out, together with the shipped one and a wider one."""
    texts = list(texts)
    common = common_words() | wider
    whole = Counter(match[0].lower() for text in texts for match in WORD.finditer(text))
    together = Vocabulary(common, frozenset(whole))
    broken = Counter(part for text in texts for part in _fragments(text, together))
    printed = frozenset(word for word, count in whole.items() if count > broken[word])
    return Vocabulary(common, printed, frozenset(chain.from_iterable(map(_compounds, texts))))


def _compounds(text: str) -> Iterator[str]:
    """Words printed with a hyphen."""
    for first, second in pairwise(WORD.finditer(text)):
        if text[first.end() : second.start()] == "-":
            yield f"{first[0]}-{second[0]}".lower()


def _fragments(text: str, words: Vocabulary) -> Iterator[str]:
    """Neighbours, two or three, that together are a known word."""
    before = ""
    for first, second in pairwise(WORD.finditer(text)):
        one, two = first[0].lower(), second[0].lower()
        if text[first.end() : second.start()] not in _BREAKS:
            before = ""
            continue
        if words.knows(one + two):
            yield from (one, two)
        if before and words.knows(before + one + two):
            yield from (before, one, two)
        before = one


@cache
def common_words() -> frozenset[str]:
    """The shipped list: a word per line or several, ``#`` begins a comment."""
    listed = resources.files("archive.parsing").joinpath("words.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0] for line in listed.splitlines())
    return frozenset(word for line in lines for word in line.lower().split())
