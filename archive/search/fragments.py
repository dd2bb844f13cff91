"""Fragments: a wording with its hits told apart, and cut down to what stands round them.

The database marks each word that has the lexeme of any word sought. Of those marked, the ones
that belong to a term are hits: of a phrase, only where its words follow one another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass

from archive.search.query import WORD

#: Private-use characters; they are taken out of a wording before the database marks it.
MARK_BEGINS, MARK_ENDS = "\ue000", "\ue001"

#: A wording up to this many code points is shown whole.
LONGEST_WHOLE = 320
_BEFORE, _AFTER = 110, 170
_MOST_WINDOWS = 2
_LONGEST_WINDOW = 400

_TOKEN = re.compile(rf"{MARK_BEGINS}|{MARK_ENDS}|{WORD.pattern}")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of text, plain or a hit."""

    text: str
    _: KW_ONLY
    is_hit: bool = False


def whole(marked: str, terms: Sequence[str]) -> tuple[Fragment, ...]:
    """All of a wording that the database has marked, with the hits of the terms."""
    text, words = _read(marked)
    return tuple(_fragments(text, _hits(words, terms), window=(0, len(text))))


def excerpt(
    marked: str, terms: Sequence[str], *, cited: Sequence[Span] = ()
) -> tuple[Fragment, ...]:
    """What stands round the hits of a wording that the database has marked.

    ``cited`` are spans that are hits whatever their words. Where no term occurs whole, as when a
    phrase runs on into the next paragraph, each marked word is a hit. An ellipsis stands where
    something is left out.
    """
    text, words = _read(marked)
    hits = _joined([*_hits(words, terms), *cited])
    hits = hits or [(word.start, word.end) for word in words if word.is_marked]
    if len(text) <= LONGEST_WHOLE:
        return tuple(_fragments(text, hits, window=(0, len(text))))
    return tuple(_excerpted(text, hits))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word of the text, where it stands, and whether the database marked it."""

    start: int
    end: int
    text: str
    is_marked: bool

    def may_be(self, sought: str) -> bool:
        """Whether it may be a form of a word sought: marked and begun alike, or the same word."""
        return self.text == sought or (self.is_marked and self.text[:2] == sought[:2])


def _read(marked: str) -> tuple[str, list[_Word]]:
    """The text without the marks, and its words."""
    words, is_marked, marks = [], False, 0
    for token in _TOKEN.finditer(marked):
        if token[0] in {MARK_BEGINS, MARK_ENDS}:
            is_marked, marks = token[0] == MARK_BEGINS, marks + 1
        else:
            start, end = token.start() - marks, token.end() - marks
            text = token[0].casefold()
            words.append(_Word(start=start, end=end, text=text, is_marked=is_marked))
    return marked.replace(MARK_BEGINS, "").replace(MARK_ENDS, ""), words


def _hits(words: Sequence[_Word], terms: Sequence[str]) -> list[Span]:
    """The spans at which a term stands with all its words, in order of place."""
    return _joined([span for term in terms for span in _places(words, term)])


def _places(words: Sequence[_Word], term: str) -> Iterator[Span]:
    sought = WORD.findall(term.casefold())
    for first in range(len(words) - len(sought) + 1):
        run = words[first : first + len(sought)]
        if any(word.is_marked for word in run) and all(map(_Word.may_be, run, sought)):
            yield run[0].start, run[-1].end


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that overlap as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _fragments(text: str, hits: Sequence[Span], *, window: Span) -> Iterator[Fragment]:
    """The text of a window, plain and hits by turns."""
    shown, finish = window
    for start, end in hits:
        if max(start, shown) < min(end, finish):
            if shown < start:
                yield Fragment(text[shown:start])
            yield Fragment(text[max(start, shown) : min(end, finish)], is_hit=True)
            shown = min(end, finish)
    if shown < finish:
        yield Fragment(text[shown:finish])


def _excerpted(text: str, hits: Sequence[Span]) -> Iterator[Fragment]:
    """The windows with most hits, in order, with an ellipsis wherever text is left out."""
    shown = 0
    for window in _windows(text, hits):
        if window[0] > shown:
            yield Fragment(" … " if shown else "… ")
        yield from _fragments(text, hits, window=window)
        shown = window[1]
    if shown < len(text):
        yield Fragment(" …")


def _windows(text: str, hits: Sequence[Span]) -> list[Span]:
    """At most two stretches of text round hits, from space to space."""
    wide = [(max(0, start - _BEFORE), min(len(text), end + _AFTER)) for start, end in hits]
    stretches = [_shortened(span, hits) for span in _joined(wide)] or [(0, _LONGEST_WINDOW)]
    most_hits = sorted(stretches, key=lambda span: -len(_hits_within(hits, span)))
    return [_from_space_to_space(text, span) for span in sorted(most_hits[:_MOST_WINDOWS])]


def _shortened(span: Span, hits: Sequence[Span]) -> Span:
    """A stretch no longer than a window, which ends in no hit that is not its first."""
    start, end = span[0], min(span[1], span[0] + _LONGEST_WINDOW)
    _, *later = _hits_within(hits, (start, end))
    return start, next((begun for begun, ended in later if ended > end), end)


def _hits_within(hits: Sequence[Span], span: Span) -> list[Span]:
    return [hit for hit in hits if span[0] <= hit[0] < span[1]]


def _from_space_to_space(text: str, span: Span) -> Span:
    start, end = span
    if start > 0:
        start = text.find(" ", start, start + _BEFORE) + 1 or start
    if text[end : end + 1].isalnum():
        space = text.rfind(" ", end - _BEFORE, end)
        end = space if space > start else end
    return start, end
