"""Changes of words: what two wordings share, what only the first has, what only the second.

Reads: two texts. Writes: stretches in reading order; whole words and whole signs, never a part of
a word. Kept and deleted stretches joined are the first text, kept and inserted ones the second.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

from rapidfuzz.distance import LCSseq

from archive.comparison.chains import rising_chain
from archive.comparison.stretches import Span, Tokens

#: A symbol ("A/66/203"), a compound and a name with an apostrophe are one word each.
_TOKEN = re.compile(r"\w+(?:[/.’'‑-]\w+)*|\s+|[^\w\s]")
#: How many pairs of words are weighed against one another at once; a second's work at the most.
_MOST_PAIRS = 1_000_000_000
#: And how many are weighed from either side.
_MOST_PAIRS_TWICE = 25_000_000
#: Words and spaces that make a phrase, by which long texts are laid side by side.
_PHRASE = 5


class ChangeKind(StrEnum):
    """What became of a stretch of words."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words and what became of it."""

    kind: ChangeKind
    text: str


def word_changes(before: str, after: str) -> tuple[Change, ...]:
    """The changes that make one text the other; of each change, the deleted words come first.

    As many words as can be are kept; but a small one between two larger changes goes with them, as
    a redline of "the", "of" and "and" tells nobody anything. Where two texts of hundreds of
    thousands of words share too little to find their way, the stretch between two places they
    share is told as deleted and inserted whole.
    """
    first, second = _TOKEN.findall(before), _TOKEN.findall(after)
    stretches = _stretches(_most_kept(first, second), first, second=second)
    return tuple(Change(kind, text) for kind, text in stretches if text)


def _most_kept(first: list[str], second: list[str]) -> list[Span]:
    """The stretches that are kept, found from the one text or from the other, where that is more.

    Of sequences that are as long the search finds another one from either side; so these are the
    same, whichever text is called the older. Of very long texts it is from one side alone.
    """
    if first > second:
        return _mirrored(_most_kept(second, first))
    there = _told_as_kept(first, second)
    if len(first) * len(second) > _MOST_PAIRS_TWICE:
        return there
    back = _mirrored(_told_as_kept(second, first))
    return max(there, back, key=lambda spans: _letters(spans, first))


def _mirrored(spans: Iterable[Span]) -> list[Span]:
    return [(other, other_end, start, end) for start, end, other, other_end in spans]


def _told_as_kept(first: Sequence[str], second: Sequence[str]) -> list[Span]:
    tokens = Tokens(first, second)
    return tokens.grown(tokens.without_lone(tokens.grown(_kept(first, second))))


def _letters(spans: Iterable[Span], tokens: Sequence[str]) -> int:
    """How many letters and figures some stretches have in the first text."""
    words = (token for span in spans for token in tokens[span[0] : span[1]])
    return sum(len(word) for word in words if word[0].isalnum())


def _kept(first: Sequence[str], second: Sequence[str]) -> Iterator[Span]:
    """The stretches of tokens that both texts have, in order."""
    for span in _parts(first, second):
        start, end, other, other_end = span
        a, b = first[start:end], second[other:other_end]
        if a == b:
            yield span
        elif len(a) * len(b) <= _MOST_PAIRS:
            for one in _alike_in(a, b):
                yield start + one[0], start + one[1], other + one[2], other + one[3]


def _alike_in(first: Sequence[str], second: Sequence[str]) -> Iterator[Span]:
    """The words and signs that two lists of tokens share in the same order.

    As stretches with the spaces between them where these are the same, otherwise one by one.
    """
    here, there = _places_of_words(first), _places_of_words(second)
    words = [first[at] for at in here], [second[at] for at in there]
    for one in LCSseq.opcodes(*words):
        if one.tag != "equal":
            continue
        places, others = here[one.src_start : one.src_end], there[one.dest_start : one.dest_end]
        span = places[0], places[-1] + 1, others[0], others[-1] + 1
        if first[span[0] : span[1]] == second[span[2] : span[3]]:
            yield span
        else:
            yield from ((at, at + 1, to, to + 1) for at, to in zip(places, others, strict=True))


def _places_of_words(tokens: Sequence[str]) -> list[int]:
    return [at for at, token in enumerate(tokens) if not token.isspace()]


def _parts(first: Sequence[str], second: Sequence[str]) -> Iterator[Span]:
    """The texts whole; very long ones cut where both begin and end alike, and in between."""
    ends = (len(first), len(second))
    start, tail = _alike(first, second)
    places = [(0, 0), (start, start), (ends[0] - tail, ends[1] - tail), ends]
    if (ends[0] - start) * (ends[1] - start) > _MOST_PAIRS:
        places[2:2] = _places_shared(first, second)
    for one, two in pairwise(_rising(places)):
        yield one[0], two[0], one[1], two[1]


def _alike(first: Sequence[str], second: Sequence[str]) -> tuple[int, int]:
    """How many tokens both texts begin with, and how many of the others they end with."""
    start = _same(first, second)
    return start, _same(first[start:][::-1], second[start:][::-1])


def _same(first: Sequence[str], second: Sequence[str]) -> int:
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(first), len(second)))


def _rising(places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places that go on in both texts from those before, up to the last, which is their end."""
    last = places[0]
    for place in places:
        if place[0] >= last[0] and place[1] >= last[1]:
            yield place
            last = place


def _places_shared(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """The longest rising chain of phrases that stand once in each text."""
    once = _standing_once(second)
    pairs = [(at, once[phrase]) for phrase, at in _standing_once(first).items() if phrase in once]
    return rising_chain(pairs)


def _standing_once(tokens: Sequence[str]) -> dict[tuple[str, ...], int]:
    phrases = [tuple(tokens[at : at + _PHRASE]) for at in range(len(tokens))]
    counted = Counter(phrases)
    return {phrase: at for at, phrase in enumerate(phrases) if counted[phrase] == 1}


def _stretches(
    kept: Iterable[Span], first: Sequence[str], *, second: Sequence[str]
) -> Iterator[tuple[ChangeKind, str]]:
    at = other = 0
    for start, end, other_start, other_end in kept:
        yield ChangeKind.DELETED, "".join(first[at:start])
        yield ChangeKind.INSERTED, "".join(second[other:other_start])
        yield ChangeKind.KEPT, "".join(first[start:end])
        at, other = end, other_end


def change_spans(changes: Iterable[Change]) -> Iterator[tuple[int, int, int, int]]:
    """Stretches as spans of characters: start and end in the first text, and in the second.

    A kept stretch has the same length in both; deleted and inserted ones that stand side by side
    are one.
    """
    at = other = 0
    for is_kept, group in groupby(changes, key=lambda one: one.kind is ChangeKind.KEPT):
        sizes = {ChangeKind.DELETED: 0, ChangeKind.INSERTED: 0, ChangeKind.KEPT: 0}
        for one in group:
            sizes[one.kind] += len(one.text)
        end = at + sizes[ChangeKind.DELETED] + sizes[ChangeKind.KEPT]
        other_end = other + sizes[ChangeKind.INSERTED] + sizes[ChangeKind.KEPT]
        assert not is_kept or end - at == other_end - other, "what is kept is the same"
        yield at, end, other, other_end
        at, other = end, other_end
