"""Lines: a wording as the page shows it, with what is asked marked in it, or laid against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz.fuzz import partial_ratio_alignment

from archive.comparison.folded import folded_words
from archive.comparison.words import Change, ChangeKind, word_changes
from archive.search.agreed.values import AgreedWording, Match

#: Where one has so many times the words of the other, a redline of all would hide both.
_FAR_LONGER = 2

#: A wording before, within, and after what is marked.
Marked = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A wording; ``marked`` is where it says what is asked, ``changes`` make it of what is asked.

    Neither where it says nothing but that, or far less.
    """

    wording: AgreedWording
    marked: Marked | None = None
    changes: tuple[Change, ...] = ()


def line(wording: AgreedWording, *, asked: str) -> Line:
    """A wording as the answer to what is asked."""
    if wording.match is Match.WITHIN:
        return Line(wording=wording, marked=marked(wording.text, asked))
    if wording.match is Match.NEAR:
        return Line(wording=wording, changes=laid_against(wording.text, asked))
    return Line(wording=wording)


def laid_against(text: str, asked: str) -> tuple[Change, ...]:
    """What makes a text of what is asked; nothing where the text is far shorter.

    Of a far longer one, what makes its nearest part, between the rest as it is.
    """
    if len(asked) > _FAR_LONGER * len(text):
        return ()
    if len(text) <= _FAR_LONGER * len(asked):
        return word_changes(asked, text)
    before, part, after = _nearest_part(text, asked)
    rest = Change(ChangeKind.KEPT, before), Change(ChangeKind.KEPT, after)
    changes = rest[0], *word_changes(asked, part), rest[1]
    return tuple(change for change in changes if change.text)


def _nearest_part(text: str, asked: str) -> Marked:
    pieces = _Pieces.of(text)
    found = partial_ratio_alignment(folded_words(asked), pieces.words)
    return pieces.in_three(found.dest_start, found.dest_end) if found else (text, "", "")


def marked(text: str, asked: str) -> Marked | None:
    """A text in three parts, of which the second says what is asked; None where nothing does.

    Whole words are marked, as spaces part them, without the signs around them.
    """
    pieces = _Pieces.of(text)
    place = _place_of(folded_words(asked), pieces.words)
    return pieces.in_three(*place) if place else None


@dataclass(frozen=True, slots=True)
class _Pieces:
    """A text as spaces part it, all words of it, and how many of them each piece ends after."""

    printed: Sequence[str]
    words: Sequence[str]
    ends: Sequence[int]

    @classmethod
    def of(cls, text: str) -> "_Pieces":
        """The pieces of a text."""
        printed = text.split(" ")
        words = [folded_words(piece) for piece in printed]
        ends = list(accumulate(map(len, words)))
        return cls(printed, [word for piece in words for word in piece], ends)

    def in_three(self, start: int, end: int) -> Marked:
        """The text before a word, from there to before another, and behind."""
        first = next(at for at, ended in enumerate(self.ends) if ended > start)
        last = next(at for at, ended in enumerate(self.ends) if ended >= end)
        said = " ".join(self.printed[first : last + 1])
        before = " ".join([*self.printed[:first], ""])
        after = " ".join(["", *self.printed[last + 1 :]])
        bare = said.rstrip(";,.:”’)")
        return before, bare, said[len(bare) :] + after


def _place_of(asked: Sequence[str], words: Sequence[str]) -> tuple[int, int] | None:
    """Where words stand among others: the first place, and that behind the last."""
    size = len(asked)
    for at in range(len(words) - size + 1):
        if words[at : at + size] == asked:
            return at, at + size
    return None
