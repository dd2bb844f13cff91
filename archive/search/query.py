"""What a search asks for: words, "phrases", alternatives and exclusions, read from what was typed.

Reading never fails. Signs that mean nothing here (a lone quotation mark, an ampersand, a hyphen
between spaces, OR at an end) ask for nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import KW_ONLY, dataclass
from itertools import groupby

from archive.parsing.spoken_symbols import spoken
from archive.parsing.symbols import Symbol

_QUOTATION_MARKS = '"“”„‟«»\u2039\u203a″〝〞〟\uff02'
_TO_PLAIN_MARKS = str.maketrans(dict.fromkeys(_QUOTATION_MARKS, '"'))
_SPACE_WITHIN_GUILLEMETS = re.compile("(?<=[«\u2039]) | (?=[»\u203a])")
_SINGLE_QUOTES = re.compile(r"(?<!\w)(?:‘([^\s‘’\"][^‘’\"]*)’|'([^\s'\"][^'\"]*)')(?!\w)")
_PART = re.compile(r'(?P<excluded>(?<!\S)-)?(?:"(?P<phrase>[^\s"][^"]*)"|(?P<word>[^\s"]+))')
#: Letters and figures that follow one another.
WORD = re.compile(r"[^\W_]+")
_POINTS = " .,;:!?*&|"


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or the words of a phrase, to be found or to be absent."""

    words: str
    _: KW_ONLY
    is_phrase: bool = False
    is_excluded: bool = False

    @property
    def websearch(self) -> str:
        """The term as ``websearch_to_tsquery`` reads it; its words are in that order, adjacent."""
        return f'{"-" if self.is_excluded else ""}"{self.words}"'

    @property
    def as_written(self) -> str:
        """The term for people: a phrase in quotation marks."""
        return f"“{self.words}”" if self.is_phrase else self.words


@dataclass(frozen=True, slots=True)
class Query:
    """Alternatives, each of terms that must all hold."""

    alternatives: tuple[tuple[Term, ...], ...] = ()

    @classmethod
    def read(cls, typed: str) -> "Query":
        """The query that was typed; an empty one when nothing typed has a letter or a figure."""
        parts = list(_parts(typed))
        groups = groupby(parts, key=lambda part: part is None)
        return cls._of([part for part in group if part] for is_or, group in groups if not is_or)

    @classmethod
    def naming(cls, symbols: Iterable[Symbol]) -> "Query":
        """What a text says that names one of the symbols, in full or as in running text."""
        names = (name for symbol in symbols for name in (symbol.text, symbol.short))
        return cls._of([Term(name, is_phrase=True)] for name in names)

    @classmethod
    def _of(cls, alternatives: Iterable[list[Term]]) -> "Query":
        unique = (tuple(dict.fromkeys(terms)) for terms in alternatives)
        return cls(tuple(dict.fromkeys(terms for terms in unique if terms)))

    def without(self, is_ignored: Callable[[Term], bool]) -> "Query":
        """The query without the terms that are ignored."""
        return self._of(
            [term for term in terms if not is_ignored(term)] for terms in self.alternatives
        )

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term once, exclusions too."""
        return tuple(dict.fromkeys(term for terms in self.alternatives for term in terms))

    @property
    def sought(self) -> tuple[Term, ...]:
        """Every term that is to be found, once."""
        return tuple(term for term in self.terms if not term.is_excluded)

    @property
    def word_count(self) -> int:
        """How many words the query has in all its terms, each part of a compound for itself."""
        terms = (term for terms in self.alternatives for term in terms)
        return sum(len(WORD.findall(term.words)) for term in terms)

    @property
    def longest_word_bytes(self) -> int:
        """The size of its longest word in UTF-8; what stands between spaces is one word."""
        words = (word for term in self.terms for word in term.words.split())
        return max((len(word.encode(errors="replace")) for word in words), default=0)

    @property
    def only_excludes(self) -> bool:
        """Whether nothing is to be found in one of the alternatives."""
        return any(all(term.is_excluded for term in terms) for terms in self.alternatives)

    @property
    def websearch(self) -> str:
        """The whole query as ``websearch_to_tsquery`` reads it."""
        return " OR ".join(
            " ".join(term.websearch for term in terms) for terms in self.alternatives
        )

    @property
    def any_term(self) -> str:
        """The same with any one term being enough, phrases whole."""
        return " OR ".join(term.websearch for term in self.sought)

    @property
    def any_word(self) -> str:
        """The same with any one word being enough, of phrases too."""
        words = dict.fromkeys(word for term in self.sought for word in term.words.split())
        return " OR ".join(Term(word).websearch for word in words)

    @property
    def in_words(self) -> str:
        """The query for people: “gender-based violence” and impunity but not women."""
        is_long = any(len(terms) > 1 for terms in self.alternatives)
        return (", or " if is_long else " or ").join(map(_in_words, self.alternatives))


def _parts(typed: str) -> Iterator[Term | None]:
    """Terms as they were typed, and None for each OR."""
    for match in _PART.finditer(_with_plain_marks(typed)):
        if match["word"] == "OR" and not match["excluded"]:
            yield None
            continue
        words = " ".join((match["phrase"] or match["word"]).split())
        words = words.lstrip(f"-{_POINTS}").rstrip(_POINTS)
        if any(sign.isalnum() for sign in words):
            is_phrase = match["phrase"] is not None
            yield Term(
                _as_texts_print(words), is_phrase=is_phrase, is_excluded=bool(match["excluded"])
            )


def _as_texts_print(words: str) -> str:
    """A symbol in its short form, since texts name acts by it: A/RES/66/164 as 66/164."""
    forms = {symbol.short for symbol in spoken(words)} if "/" in words or "(" in words else set()
    return forms.pop() if len(forms) == 1 else words


def _with_plain_marks(typed: str) -> str:
    """With one kind of quotation mark; single ones round words become that kind too."""
    spaced = _SPACE_WITHIN_GUILLEMETS.sub("", " ".join(typed.split()))
    return _SINGLE_QUOTES.sub(r'"\1\2"', spaced.translate(_TO_PLAIN_MARKS))


def either(words: list[str]) -> str:
    """Words as a list that ends in "or"."""
    return _listed(words, "or")


_MOST_TERMS_NAMED = 12


def _in_words(terms: tuple[Term, ...]) -> str:
    found = [term.as_written for term in terms if not term.is_excluded]
    excluded = [term.as_written for term in terms if term.is_excluded]
    return f"{_listed(found, 'and')}{' but not ' if excluded else ''}{_listed(excluded, 'or')}"


def _listed(words: list[str], conjunction: str) -> str:
    """Words as a list in a sentence; a long list ends in how many more there are."""
    if len(words) > _MOST_TERMS_NAMED:
        left_out = len(words) - _MOST_TERMS_NAMED
        words = [*words[:_MOST_TERMS_NAMED], f"{left_out} more"]
    *first, last = words or [""]
    return f"{', '.join(first)} {conjunction} {last}" if first else last
