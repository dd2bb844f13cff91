"""What a search asks for: words, "phrases", beginnings*, symbols, alternatives and exclusions.

Reading never fails. What means nothing here (a lone quotation mark, an ampersand, a hyphen between
spaces, OR at an end) asks for nothing, and is said.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import chain, groupby
from typing import NamedTuple

from django.utils.translation import gettext, gettext_noop, ngettext

from archive.search.language.leavings import Leaving, Why
from archive.search.language.symbol_places import symbol_places
from archive.search.language.terms import WORD, Kind, Term

__all__ = ["WORD", "Kind", "Query", "Term", "alternatively", "comma_separated", "either", "listed"]

#: Enough for any paragraph on record but the longest of annexes.
MOST_TYPED = 1_000
#: PostgreSQL takes no longer word into a text's vector.
LONGEST_WORD_BYTES = 2_046
#: Two letters begin thousands of words.
FEWEST_LETTERS_OF_A_PREFIX = 3

_OR = "OR"
_QUOTATION_MARKS = '"“”„‟«»\u2039\u203a″〝〞〟\uff02'
_TO_PLAIN_MARKS = str.maketrans(
    dict.fromkeys(_QUOTATION_MARKS, '"') | dict.fromkeys("\u2010\u2011\u2212", "-")
)
#: Signs that only steer how letters are joined and in which direction they run.
_UNSEEN = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF]
)
_SPACE_WITHIN_GUILLEMETS = re.compile("(?<=[«\u2039]) | (?=[»\u203a])")
_SINGLE_QUOTES = re.compile(r"(?<!\w)(?:‘([^\s‘’\"][^‘’\"]*)’|'([^\s'\"][^'\"]*)')(?!\w)")
_TYPED = re.compile(r'(?P<excluded>(?<!\S)-)?(?:"(?P<phrase>[^\s"][^"]*)"|(?P<word>[^\s"]+))')
_POINTS = " .,;:!?&|"
_END_OF_A_WORD = re.compile(r"[\W_]+$")


class _Typed(NamedTuple):
    """What stands between spaces or in quotation marks, as it was typed."""

    words: str
    is_phrase: bool
    is_excluded: bool

    @property
    def is_or(self) -> bool:
        return self.words == _OR and not self.is_phrase and not self.is_excluded

    @property
    def is_plain(self) -> bool:
        """Whether it may belong to a symbol of several words."""
        return not self.is_phrase and not self.is_or


@dataclass(frozen=True, slots=True)
class Query:
    """Alternatives, each of terms that must all hold; an alternative of none holds always.

    ``leavings`` are what was typed besides and asks for nothing.
    """

    alternatives: tuple[tuple[Term, ...], ...] = ()
    leavings: tuple[Leaving, ...] = field(default=(), compare=False)

    @classmethod
    def read(cls, typed: str) -> "Query":
        """The query that was typed; an empty one when nothing typed has a letter or a figure."""
        parts = list(_parts(typed))
        leavings = tuple(part for part in parts if isinstance(part, Leaving))
        terms = [part for part in parts if not isinstance(part, Leaving)]
        groups = groupby(terms, key=lambda part: part is None)
        alternatives = [[part for part in group if part] for is_or, group in groups if not is_or]
        stray = max(0, terms.count(None) - max(0, len(alternatives) - 1))
        return cls(_unique(alternatives), leavings + (Leaving(_OR, Why.SIGN),) * bool(stray))

    def without(self, is_ignored: Callable[[Term], bool]) -> "Query":
        """The query without the terms that are ignored, and without alternatives of nothing."""
        alternatives = _unique(
            [term for term in terms if not is_ignored(term)] for terms in self.alternatives
        )
        return replace(self, alternatives=alternatives)

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term once, exclusions too."""
        return tuple(dict.fromkeys(term for terms in self.alternatives for term in terms))

    @property
    def sought(self) -> tuple[Term, ...]:
        """Every term that is to be found, once."""
        return tuple(term for term in self.terms if not term.is_excluded)

    @property
    def only_excludes(self) -> bool:
        """Whether one of the alternatives says only what is to be absent."""
        return any(all(term.is_excluded for term in terms) for terms in self.alternatives)

    @property
    def as_typed(self) -> str:
        """The query as a search box takes it, without what asks for nothing."""
        return f" {_OR} ".join(
            " ".join(term.as_typed for term in terms) for terms in self.alternatives
        )

    @property
    def in_words(self) -> str:
        """The query for people: “gender-based violence” and impunity but not women."""
        is_long = any(len(terms) > 1 for terms in self.alternatives)
        said = list(map(_in_words, self.alternatives))
        return alternatively(said) if is_long else listed(said, "or")


def _unique(alternatives: Iterable[list[Term]]) -> tuple[tuple[Term, ...], ...]:
    unique = (tuple(dict.fromkeys(terms)) for terms in alternatives)
    return tuple(dict.fromkeys(terms for terms in unique if terms))


def _parts(typed: str) -> Iterator[Term | Leaving | None]:
    """Terms as they were typed, None for each OR, and what asks for nothing."""
    if "\0" in typed:
        yield Leaving("NUL characters", Why.NO_TEXT_HAS)
    pieces: list[_Typed] = []
    for piece in _pieces(_plain(typed)):
        if isinstance(piece, Leaving):
            yield piece
        else:
            pieces.append(piece)
    yield from _terms(pieces[:MOST_TYPED])
    if len(pieces) > MOST_TYPED:
        yield Leaving(pieces[MOST_TYPED].words, Why.BEYOND)


def _plain(typed: str) -> str:
    """With one kind of quotation mark; single ones round words become that kind too."""
    readable = typed.replace("\0", "").encode(errors="ignore").decode().translate(_UNSEEN)
    composed = " ".join(unicodedata.normalize("NFC", readable).split())
    spaced = _SPACE_WITHIN_GUILLEMETS.sub("", composed)
    return _SINGLE_QUOTES.sub(r'"\1\2"', spaced.translate(_TO_PLAIN_MARKS))


def _pieces(plain: str) -> Iterator[_Typed | Leaving]:
    """Words and phrases, and the quotation marks that end none."""
    end = 0
    for match in _TYPED.finditer(plain):
        yield from _signs(plain[end : match.start()])
        words = match["phrase"] if match["phrase"] is not None else match["word"]
        yield _Typed(words, match["phrase"] is not None, bool(match["excluded"]))
        end = match.end()
    yield from _signs(plain[end:])


def _signs(between: str) -> Iterator[Leaving]:
    for signs in between.split():
        yield Leaving(signs, Why.SIGN)


def _terms(pieces: Sequence[_Typed]) -> Iterator[Term | Leaving | None]:
    """The terms of pieces: symbols of one word or more first, then the others one by one."""
    plain = [piece.words if piece.is_plain else None for piece in pieces]
    excluded = [piece.is_excluded for piece in pieces]
    places = symbol_places(plain, excluded=excluded)
    end = 0
    for place in places:
        yield from chain.from_iterable(map(_read, pieces[end : place.start]))
        yield place.term
        end = place.stop
    yield from chain.from_iterable(map(_read, pieces[end:]))


def _read(piece: _Typed) -> Iterator[Term | Leaving | None]:
    """The term of one piece, and what of it cannot be looked for."""
    if piece.is_or:
        yield None
        return
    words = piece.words.lstrip(f"-{_POINTS}").rstrip(_POINTS)
    begun, star, rest = words.lstrip("*").partition("*")
    begun = _END_OF_A_WORD.sub("", begun) if star else begun
    fault = _fault(begun, is_open=bool(star))
    if fault:
        yield Leaving(f"{'-' * piece.is_excluded}{piece.words}", fault)
        return
    if words.startswith("*"):
        yield Leaving("*", Why.SIGN)
    if WORD.search(rest):
        yield Leaving(piece.words, Why.STAR_WITHIN)
    yield _term(begun, piece, is_open=bool(star))


def _term(words: str, piece: _Typed, *, is_open: bool) -> Term:
    named = Term.naming(words, is_excluded=piece.is_excluded) if piece.is_phrase else None
    kind = Kind.PREFIX if is_open else Kind.PHRASE if piece.is_phrase else Kind.WORD
    return named or Term(words, kind=kind, is_excluded=piece.is_excluded)


def _fault(words: str, *, is_open: bool) -> Why | None:
    """Why such words cannot be looked for."""
    letters = WORD.findall(words)
    if not letters:
        return Why.SIGN
    if any(len(word.encode()) > LONGEST_WORD_BYTES for word in words.split()):
        return Why.TOO_LONG
    if is_open and len(letters[-1]) < FEWEST_LETTERS_OF_A_PREFIX:
        return Why.TOO_SHORT
    return None


def either(words: Sequence[str]) -> str:
    """Words as a list that ends in "or"."""
    return listed(words, "or")


#: As many as a sentence bears.
_MOST_TERMS_NAMED = 12
_LISTS = {
    "and": gettext_noop("%(first)s and %(last)s"),
    "or": gettext_noop("%(first)s or %(last)s"),
}


def listed(words: Sequence[str], conjunction: str) -> str:
    """Words as a list in a sentence; a long list ends in how many more there are.

    The conjunction is "and" or "or".
    """
    *first, last = _first_few([word for word in words if word]) or [""]
    if not first:
        return last
    return gettext(_LISTS[conjunction]) % {"first": comma_separated(first), "last": last}


def comma_separated(words: Sequence[str]) -> str:
    """Words with the comma of the language between them."""
    return gettext(", ").join(words) if len(words) > 1 else "".join(words)


def alternatively(clauses: Sequence[str]) -> str:
    """Clauses of which any may hold: "say a and b, or do not say c"."""
    either_of = gettext("%(first)s, or %(last)s")
    return reduce(
        lambda first, last: either_of % {"first": first, "last": last}, _first_few(clauses)
    )


def _first_few(words: Sequence[str]) -> list[str]:
    """The first of many words, and how many more there are."""
    left_out = len(words) - _MOST_TERMS_NAMED
    if left_out <= 0:
        return list(words)
    more = ngettext("%(count)s more", "%(count)s more", left_out) % {"count": f"{left_out:,}"}
    return [*words[:_MOST_TERMS_NAMED], more]


def _in_words(terms: tuple[Term, ...]) -> str:
    found = listed([term.in_heading for term in terms if not term.is_excluded], "and")
    excluded = listed([term.in_heading for term in terms if term.is_excluded], "or")
    if not excluded:
        return found
    told = {"said": found, "absent": excluded}
    words = gettext("%(said)s but not %(absent)s") if found else gettext("not %(absent)s")
    return words % told
