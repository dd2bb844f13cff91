"""Fragments: a wording with its hits told apart, and cut down to what stands round them.

The database marks each word that has the lexeme of any word sought. Of those marked, the ones
that belong to a term are hits: of a phrase, only where its words follow one another.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from archive.search.language.query import WORD

#: Private-use characters; they are taken out of a wording before the database marks it.
MARK_BEGINS, MARK_ENDS = "\ue000", "\ue001"

#: A wording up to this many code points is shown whole.
LONGEST_WHOLE = 320
_BEFORE, _AFTER = 110, 170
_MOST_WINDOWS = 2
_LONGEST_WINDOW = 400
#: As many terms as a page asks for again and again; each may be as long as a page of text.
_MOST_REMEMBERED = 16

#: A word, or words with hyphens between them.
_COMPOUND = re.compile(rf"{WORD.pattern}(?:-{WORD.pattern})*")

Span = tuple[int, int]


class Marked(NamedTuple):
    """A wording, and the same with marks round the words that were sought.

    Without its marks, ``marked`` is as long as ``text``. ``compounds`` are those of its hyphenated
    words that are sought as one word.
    """

    text: str
    marked: str
    compounds: Sequence[str] = ()


class Fragment(NamedTuple):
    """A stretch of text, plain or a hit."""

    text: str
    is_hit: bool = False


def whole(marked: Marked, terms: Sequence[str]) -> tuple[Fragment, ...]:
    """All of a wording that the database has marked, with the hits of the terms."""
    hits = _closed(marked.text, _hits(marked, terms))
    return tuple(_fragments(marked.text, hits, window=(0, len(marked.text))))


def excerpt(
    marked: Marked, terms: Sequence[str], *, cited: Sequence[Span] = ()
) -> tuple[Fragment, ...]:
    """What stands round the hits of a wording that the database has marked.

    ``cited`` are spans that are hits whatever their words. Where no term occurs whole, as when a
    phrase runs on into the next paragraph, each marked word is a hit. An ellipsis stands where
    something is left out.
    """
    hits = said_wordings(marked, terms, cited=cited) or said_words(marked)
    if len(marked.text) <= LONGEST_WHOLE:
        return tuple(_fragments(marked.text, hits, window=(0, len(marked.text))))
    return tuple(_excerpted(marked.text, hits))


def said_wordings(
    marked: Marked, terms: Sequence[str], *, cited: Sequence[Span] = ()
) -> list[Span]:
    """Where a wording says a term with all its words, or cites; in order of place."""
    return _joined([*_closed(marked.text, _hits(marked, terms)), *cited])


def said_words(marked: Marked) -> list[Span]:
    """The spans of all marked words."""
    spans = list(_marked_words(marked.marked))
    if not marked.compounds:
        return spans
    found = _COMPOUND.finditer(marked.text)
    return _joined([*spans, *(one.span() for one in found if one[0] in marked.compounds)])


class _Word(NamedTuple):
    """A word of the text, where it stands, and whether the database marked it."""

    start: int
    end: int
    printed: str
    is_marked: bool

    def may_be(self, sought: str) -> bool:
        """Whether it may be a form of a word sought: marked and begun alike, or the same word."""
        text = _plain(self.printed)
        return text == sought or (self.is_marked and _begin_alike(text, sought))


@lru_cache(_MOST_REMEMBERED)
def _words_of(term: str, word: re.Pattern[str]) -> tuple[str, ...]:
    """The words of a term, for comparison; a page asks it for each wording."""
    return tuple(word.findall(_plain(term)))


class _Reading(NamedTuple):
    """The words of a text as one kind of word is told from the next."""

    words: Sequence[_Word]
    word: re.Pattern[str]

    def places(self, term: str) -> Iterator[Span]:
        """Where a term stands with all its words, of which at least one is marked."""
        sought = _words_of(term, self.word)
        marked = [place for place, word in enumerate(self.words) if word.is_marked]
        for first in sorted({place - nth for place in marked for nth in range(len(sought))}):
            run = self.words[first : first + len(sought)] if first >= 0 else ()
            if len(run) == len(sought) and all(map(_Word.may_be, run, sought)):
                yield run[0].start, run[-1].end


def _readings(marked: Marked, terms: tuple[str, ...]) -> Iterator[_Reading]:
    """The text by its words and, where a compound is sought, each compound as one of them."""
    words = list(_words(marked.marked, reach=_longest(terms) - 1))
    yield _Reading(words, WORD)
    if marked.compounds or any("-" in term for term in terms):
        marks = {word.start for word in words if word.is_marked}
        yield _Reading(list(_compounds(marked, marks)), _COMPOUND)


def _words(marked: str, *, reach: int) -> Iterator[_Word]:
    """The words between marks, and so many round them as a term may reach to."""
    for start, stretch, is_marked in _stretches(marked):
        if not is_marked:
            yield from _near(stretch, start=start, reach=reach)
            continue
        for word in WORD.finditer(stretch):
            yield _Word(start + word.start(), start + word.end(), word[0], is_marked=True)


def _stretches(marked: str) -> Iterator[tuple[int, str, bool]]:
    """What stands before, between and after marks: its start in the text, and if it is marked."""
    before, *runs = marked.split(MARK_BEGINS)
    yield 0, before, False
    start = len(before)
    for run in runs:
        between, _, after = run.partition(MARK_ENDS)
        yield start, between, True
        start += len(between)
        yield start, after, False
        start += len(after)


def _near(stretch: str, *, start: int, reach: int) -> Iterator[_Word]:
    """The first and the last words of a stretch without marks, up to where a term may reach."""
    spans = [word.span() for word in islice(WORD.finditer(stretch), 2 * reach + 1)]
    if len(spans) > 2 * reach:
        size, backwards = len(stretch), islice(WORD.finditer(stretch[::-1]), reach)
        last = [(size - word.end(), size - word.start()) for word in backwards]
        spans = [*spans[:reach], *reversed(last)]
    for begun, ended in spans:
        yield _Word(start + begun, start + ended, stretch[begun:ended], is_marked=False)


def _compounds(marked: Marked, marks: Collection[int]) -> Iterator[_Word]:
    """The words of a text with compounds as one, those marked that are sought or single."""
    for found in _COMPOUND.finditer(marked.text):
        is_single = "-" not in found[0] and found.start() in marks
        is_marked = found[0] in marked.compounds or is_single
        yield _Word(found.start(), found.end(), found[0], is_marked)


def _begin_alike(printed: str, sought: str) -> bool:
    """Whether the beginnings of two words are alike.

    A compound that is printed as one word goes on, after its first part, with the next.
    """
    first, hyphen, rest = sought.partition("-")
    if hyphen and "-" not in printed:
        return printed.startswith(first + rest[:1])
    return printed[:2] == sought[:2]


def _plain(words: str) -> str:
    """Words in small letters without diacritics."""
    if words.isascii():
        return words.lower()
    apart = unicodedata.normalize("NFD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _hits(marked: Marked, terms: Sequence[str]) -> list[Span]:
    """The spans at which a term stands with all its words, in order of place.

    Where only single words are sought, whatever is marked is one of them.
    """
    sought = tuple(terms)
    if _longest(sought) < 2:
        return said_words(marked)
    return _joined(
        [
            span
            for reading in _readings(marked, sought)
            for term in sought
            for span in reading.places(term)
        ]
    )


@lru_cache(_MOST_REMEMBERED)
def _longest(terms: tuple[str, ...]) -> int:
    """How many words the longest of the terms has; a page asks it for each wording."""
    return max((len(WORD.findall(term)) for term in terms), default=0)


def _marked_words(marked: str) -> Iterator[Span]:
    """Where words stand between marks, by the places of the text without marks."""
    for start, stretch, is_marked in _stretches(marked):
        if is_marked:
            for word in WORD.finditer(stretch):
                yield start + word.start(), start + word.end()


def _closed(text: str, hits: Sequence[Span]) -> list[Span]:
    """The hits, each with the bracket that closes one it has opened: 217 A (III)."""
    return [
        (start, end + (text[end : end + 1] == ")" and text.count("(", start, end) == 1))
        for start, end in hits
    ]


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
