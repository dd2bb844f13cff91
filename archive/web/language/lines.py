"""Lines: a wording as the page shows it, with what is asked marked in it, or laid against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from archive.comparison.folded import folded_words
from archive.comparison.words import Change, word_changes
from archive.search.agreed.values import AgreedWording, Match

#: Where one has so many times the words of the other, a redline would hide both.
_FAR_LONGER = 2

#: A wording before, within, and after what is marked.
Marked = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A wording; ``marked`` is where it says what is asked, ``changes`` make it of what is asked.

    Neither where it says nothing but that, or is too long to be laid against it.
    """

    wording: AgreedWording
    marked: Marked | None = None
    changes: tuple[Change, ...] = ()


def line(wording: AgreedWording, *, asked: str) -> Line:
    """A wording as the answer to what is asked."""
    if wording.match is Match.WITHIN:
        return Line(wording=wording, marked=marked(wording.text, asked))
    if wording.match is Match.NEAR and _are_of_a_length(wording.text, asked):
        return Line(wording=wording, changes=word_changes(asked, wording.text))
    return Line(wording=wording)


def marked(text: str, asked: str) -> Marked | None:
    """A text in three parts, of which the second says what is asked; None where nothing does.

    Whole words are marked, as spaces part them, without the signs around them.
    """
    pieces = text.split(" ")
    words = [folded_words(piece) for piece in pieces]
    start = _place_of(folded_words(asked), [word for piece in words for word in piece])
    if start is None:
        return None
    ends = list(accumulate(len(piece) for piece in words))
    first = next(at for at, end in enumerate(ends) if end > start[0])
    last = next(at for at, end in enumerate(ends) if end >= start[1])
    return _in_three(pieces, first, last=last)


def _place_of(asked: Sequence[str], words: Sequence[str]) -> tuple[int, int] | None:
    """Where words stand among others: the first place, and that behind the last."""
    size = len(asked)
    for at in range(len(words) - size + 1):
        if words[at : at + size] == asked:
            return at, at + size
    return None


def _in_three(pieces: Sequence[str], first: int, *, last: int) -> Marked:
    said = " ".join(pieces[first : last + 1])
    before = " ".join([*pieces[:first], ""])
    after = " ".join(["", *pieces[last + 1 :]])
    bare = said.rstrip(";,.:”’)")
    return before, bare, said[len(bare) :] + after


def _are_of_a_length(one: str, other: str) -> bool:
    return max(len(one), len(other)) <= _FAR_LONGER * min(len(one), len(other))
