"""Lexemes: a query as PostgreSQL reads its words, and how cards and wordings are asked for it.

The words of a term are read as those of texts are, hyphenated compounds both as their parts and as
one word: either reading may be found.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from archive.search.form.params import Part
from archive.search.language.keys import (
    EVERY_CARD,
    EVERY_WORDING,
    Lexeme,
    Reading,
    all_of,
    any_of,
    at_places,
    in_cards,
    in_wordings,
    is_exact,
    quoted,
)
from archive.search.language.leavings import Leaving, Why, in_words
from archive.search.language.query import Query
from archive.search.language.readings import Readings
from archive.search.language.terms import Term

#: Different ones. The longest paragraphs have fewer; any of so many among 30,000 cards is found in
#: 35 ms, all of them in 5 ms.
MOST_LEXEMES = 128


@dataclass(frozen=True, slots=True)
class AskedTerm:
    """A term and its readings; a text has it that has any of them."""

    term: Term
    readings: tuple[Reading, ...]

    @property
    def is_long(self) -> bool:
        """Whether cards know only pairs of its words, not how it goes on."""
        return not self.term.is_symbol and not all(map(is_exact, self.readings))

    def cut(self, most: int) -> "AskedTerm":
        """The term with the beginnings of its phrases; of no reading where only one word fits."""
        length = most // max(1, len(self.readings))
        is_phrase = not self.term.is_symbol and length > 1
        readings = (reading[:length] for reading in self.readings if is_phrase)
        return AskedTerm(self.term, tuple(one for one in readings if len(one) > 1))

    @property
    def lexemes(self) -> tuple[Lexeme, ...]:
        """Every lexeme of any reading, once."""
        steps = (step for reading in self.readings for step in reading)
        return tuple(dict.fromkeys(lexeme for step in steps for lexeme in step.lexemes))

    def keys(self, parts: Sequence[str]) -> str:
        """Which cards have it, in one of the parts; of a symbol, also the card of its own."""
        cited = [f"~{part} @{symbol}" for part in parts for symbol in self.term.symbols]
        named = [f"{sign}{symbol}" for symbol in self.term.symbols for sign in "@="]
        readings = [in_cards(reading, parts) for reading in self.readings]
        return any_of([*map(quoted, cited if parts else named), *readings])

    @property
    def wording(self) -> str:
        """Which wordings have it."""
        return self._cited_or(in_wordings)

    @property
    def places(self) -> str:
        """The same without regard to what stands between its words."""
        return self._cited_or(at_places)

    def _cited_or(self, said: Callable[[Reading], str]) -> str:
        cited = (quoted(f"@{symbol}") for symbol in self.term.symbols)
        return any_of([*cited, *map(said, self.readings)])


@dataclass(frozen=True, slots=True)
class LongPhrase:
    """A phrase of three lexemes or more, of which cards know only the pairs.

    ``wording`` is what to look for in the vectors of titles, paragraphs and notes.
    """

    wording: str
    is_excluded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query without what cannot be looked for, and how to ask for the rest.

    ``ignored`` says what was left out, each entry with its reason, for one line.
    """

    query: Query
    ignored: tuple[str, ...] = ()
    terms: tuple[tuple[AskedTerm, ...], ...] = ()

    def keys(self, parts: Iterable[Part] = ()) -> str:
        """The ``tsquery`` for the keys of cards; empty when nothing is asked.

        Phrases of three lexemes or more are asked by their pairs, and not at all where they are
        excluded: cards found then may be too many, never too few.
        """
        letters = [part.letter for part in parts]

        def known(one: AskedTerm) -> str:
            return "" if one.is_long and one.term.is_excluded else one.keys(letters)

        return self._whole(known, everything=EVERY_CARD)

    def wording(self) -> str:
        """The ``tsquery`` for the vectors of paragraphs and notes; empty when nothing is asked."""
        return self._whole(attrgetter("wording"), everything=EVERY_WORDING)

    def places(self) -> str:
        """The same for ranks, which take each word that a ``tsquery`` has for one that is sought.

        Any word stands for one that is passed over within a phrase.
        """
        return self._whole(attrgetter("places"), everything=EVERY_WORDING)

    def any_word(self) -> str:
        """The ``tsquery`` of every lexeme sought, any of which is enough, and every symbol."""
        symbols = (quoted(f"@{symbol}") for symbol in self.symbols)
        lexemes = (lexeme.after("") for one in self._sought for lexeme in one.lexemes)
        return any_of([*lexemes, *symbols])

    def any_term(self) -> str:
        """The ``tsquery`` of every term sought, any of which is enough, phrases whole."""
        return any_of(one.wording for one in self._sought)

    def without(self, term: Term) -> "Asked":
        """The same without a term, wherever it stands; alternatives of nothing else go."""
        terms = tuple(tuple(one for one in terms if one.term != term) for terms in self.terms)
        return self._of(tuple(filter(None, terms)))

    @property
    def alternatives(self) -> tuple["Asked", ...]:
        """Each alternative as a search of its own; joined by OR they are the whole."""
        return tuple(self._of((terms,)) for terms in self.terms)

    @property
    def without_exclusions(self) -> "Asked":
        """The same without what is to be absent; an alternative of only that holds always."""
        return self._of(
            tuple(tuple(one for one in terms if not one.term.is_excluded) for terms in self.terms)
        )

    @property
    def long_phrases(self) -> tuple[LongPhrase, ...]:
        """The phrases that keys cannot tell for sure."""
        return tuple(
            dict.fromkeys(
                LongPhrase(one.wording, one.term.is_excluded)
                for terms in self.terms
                for one in terms
                if one.is_long
            )
        )

    @property
    def needs_verifying(self) -> bool:
        """Whether cards found by keys may be too many."""
        return bool(self.long_phrases)

    @property
    def word_terms(self) -> tuple[Term, ...]:
        """What is sought, for highlighting."""
        return self.query.sought

    @property
    def symbols(self) -> tuple[str, ...]:
        """The canonical symbols sought."""
        return tuple(dict.fromkeys(name for term in self.query.sought for name in term.symbols))

    @property
    def _sought(self) -> Iterator[AskedTerm]:
        return (one for terms in self.terms for one in terms if not one.term.is_excluded)

    def _of(self, terms: tuple[tuple[AskedTerm, ...], ...]) -> "Asked":
        """A search of some of its terms."""
        alternatives = tuple(tuple(one.term for one in some) for some in terms)
        query = replace(self.query, alternatives=alternatives)
        return replace(self, query=query, terms=terms)

    def _whole(self, said: Callable[[AskedTerm], str], *, everything: str) -> str:
        """The alternatives, each of which takes from everything where it only excludes."""
        return any_of(
            all_of([_sought(terms, said) or everything, *_absent(terms, said)])
            for terms in self.terms
        )


def _sought(terms: Iterable[AskedTerm], said: Callable[[AskedTerm], str]) -> str:
    return all_of(said(one) for one in terms if not one.term.is_excluded)


def _absent(terms: Iterable[AskedTerm], said: Callable[[AskedTerm], str]) -> Iterator[str]:
    excluded = (said(one) for one in terms if one.term.is_excluded)
    return (f"!{query}" for query in excluded if query)


def ask(query: Query) -> Asked:
    """A query with its words read: one database query, or none where there is nothing to read.

    Words that are passed over in texts are left out, and all words beyond ``MOST_LEXEMES``.
    """
    read = Readings.of(query.terms)
    asked = {term: AskedTerm(term, read.of_term(term)) for term in query.terms}
    kept, leavings = _bounded(asked.values(), read)
    rest = query.without(lambda term: term not in kept)
    return Asked(
        query=rest,
        ignored=in_words([*leavings, *query.leavings]),
        terms=tuple(tuple(kept[term] for term in terms) for terms in rest.alternatives),
    )


def _bounded(
    asked: Iterable[AskedTerm], read: Readings
) -> tuple[dict[Term, AskedTerm], list[Leaving]]:
    """The terms that are looked for, as many as fit at once, and what is not."""
    kept: dict[Term, AskedTerm] = {}
    lexemes: set[Lexeme] = set()
    leavings = []
    for one in asked:
        term, room = one.term, MOST_LEXEMES - len(lexemes)
        fitting = one if len(one.lexemes) <= room else one.cut(room)
        if not one.readings:
            leavings.append(Leaving(term.as_typed, read.why_nothing(term)))
        elif fitting.readings:
            kept[term] = fitting
            lexemes.update(fitting.lexemes)
        if fitting is not one:
            leavings.append(Leaving(term.as_typed, Why.CUT if fitting.readings else Why.BEYOND))
    return kept, leavings
