"""Words known to be words: the evidence for mending words that extraction broke.

Reads: the shipped list (``words.txt``) and the texts themselves. Writes: a Vocabulary.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from itertools import chain, pairwise
from operator import add

from archive.parsing.blocks import LINE_END_HYPHEN

WORD = re.compile(r"(?<![^\W_])[^\W\d_]+")
#: Words parted by one sign that may be a break.
_RUN = re.compile(rf"(?<![^\W_])[^\W\d_]++(?:[ {LINE_END_HYPHEN}][^\W\d_]++)+")
_COMPOUND = re.compile(r"(?<![^\W\d_])([^\W\d_]++)-(?=([^\W\d_]+))")
#: Endings of regular forms and what the word has in their place.
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

    A fragment that only stands beside the fragment it belongs to is not printed. ``doubtful`` are
    the texts in which neighbours are together a word; in any other nothing can be broken.
    ``times`` counts every word, fragments too.
    """

    common: frozenset[str]
    printed: frozenset[str]
    hyphenated: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    times: Mapping[str, int] = field(default_factory=dict)

    def knows(self, word: str) -> bool:
        """Whether this is a word, or the regular form of a common one."""
        return word in self.common or word in self.printed or word in _regular_forms(self.common)

    def is_common(self, word: str) -> bool:
        """Whether this is a word of the language, or the regular form of one."""
        return word in self.common or word in _regular_forms(self.common)

    def knows_any(self, words: set[str]) -> bool:
        """Whether any of these is known."""
        sets = (self.common, self.printed, _regular_forms(self.common))
        return not all(map(words.isdisjoint, sets))


def vocabulary_of(texts: Iterable[str], *, wider: frozenset[str] = frozenset()) -> Vocabulary:
    """The vocabulary that texts bear out, together with the shipped one and a wider one."""
    texts = list(texts)
    common = common_words() | wider if wider else common_words()
    whole = Counter(chain.from_iterable(WORD.findall(text.lower()) for text in texts))
    together = Vocabulary(common, frozenset(whole))
    doubtful = frozenset(text for text in texts if _has_fragments(text, together))
    broken = Counter(
        part
        for text in texts
        if text in doubtful or LINE_END_HYPHEN in text
        for part in _fragments(text, together)
    )
    printed = frozenset(word for word, count in whole.items() if count > broken[word])
    hyphenated = frozenset(chain.from_iterable(map(_compounds, texts)))
    return Vocabulary(common, printed, hyphenated, doubtful, times=whole)


def _compounds(text: str) -> Iterator[str]:
    """Words printed with a hyphen."""
    if "-" in text:
        yield from (f"{first}-{second}" for first, second in _COMPOUND.findall(text.lower()))


def _has_fragments(text: str, words: Vocabulary) -> bool:
    """Whether any two or three neighbours are together a known word."""
    joined: set[str] = set()
    for run in _RUN.findall(text.lower()):
        parts = run.replace(LINE_END_HYPHEN, " ").split(" ")
        pairs = list(map(add, parts, parts[1:]))
        joined.update(pairs)
        joined.update(map(add, pairs, parts[2:]))
    return words.knows_any(joined)


def _fragments(text: str, words: Vocabulary) -> Iterator[str]:
    """Neighbours, two or three, that together are a known word."""
    before = ""
    for first, second in pairwise(WORD.finditer(text)):
        one, two = first[0].lower(), second[0].lower()
        if text[first.end() : second.start()] not in _BREAKS:
            before = ""
            continue
        is_divided = text[first.end() : second.start()] == LINE_END_HYPHEN
        if is_divided or words.knows(one + two):
            yield from (one, two)
        if before and words.knows(before + one + two):
            yield from (before, one, two)
        before = one


@lru_cache(maxsize=2)
def _regular_forms(common: frozenset[str]) -> frozenset[str]:
    """Regular forms of common words: plurals, "-ed", "-ing" and "-ly"."""
    return frozenset(
        stem + ending
        for ending, restored in _ENDINGS
        for stem in (word.removesuffix(restored) for word in common if word.endswith(restored))
        if len(stem) >= _SHORTEST_STEM
    )


@cache
def common_words() -> frozenset[str]:
    """The shipped list: a word per line or several, ``#`` begins a comment."""
    listed = resources.files("archive.parsing").joinpath("words.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0] for line in listed.splitlines())
    return frozenset(word for line in lines for word in line.lower().split())
