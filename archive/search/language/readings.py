"""Readings: how PostgreSQL reads the words of terms, as it reads those of texts.

A hyphenated compound is read both as its parts and as one word; either may be found.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, product
from operator import itemgetter
from typing import Any

from archive.search.language.keys import Lexeme, Reading, Step
from archive.search.language.leavings import Why
from archive.search.language.terms import Term
from archive.search.matches.statements import answered

#: The shortest, which are nearest to what was typed.
_MOST_WORDS_BEGUN_ALIKE = 100

#: For every wording its lexemes by place, in both readings. For every beginning of a word, the
#: lexemes of words in the archive that begin so but whose lexemes do not: of "organiz", "organ".
#: Rows name wordings by number: one as long as a page has thousands of rows.
_READ = """
WITH said AS (
    SELECT wording, (number - 1)::integer AS nth
    FROM unnest(%(wordings)s::text[]) WITH ORDINALITY AS typed (wording, number)
), begun AS (
    SELECT nth, unaccent(lower(wording)) AS folded
    FROM said WHERE wording = ANY(%(beginnings)s::text[])
)
SELECT nth, reading, place::integer, lexeme
FROM said
CROSS JOIN LATERAL (
    VALUES ('parts', to_tsvector('recalling_parts', archive_told_apart(wording))),
           ('compounds', to_tsvector('recalling_compounds', archive_told_apart(wording)))
) AS read (reading, vector)
CROSS JOIN LATERAL unnest(vector) AS word (lexeme, places, weights)
CROSS JOIN LATERAL unnest(places) AS place
UNION ALL
SELECT nth, 'passed over', 0, '' FROM said
WHERE to_tsvector('simple', wording) <> ''
UNION ALL
SELECT DISTINCT nth, 'begun', 0, lexemes[1]
FROM begun
CROSS JOIN LATERAL (
    SELECT word FROM archive_word
    WHERE folded ~ '^[[:alpha:]]{3,}$' AND word LIKE folded || '%%'
    ORDER BY length(word), word LIMIT %(most)s::integer
) AS alike
CROSS JOIN LATERAL tsvector_to_array(to_tsvector('recalling_parts', word)) AS lexemes
WHERE cardinality(lexemes) = 1 AND NOT starts_with(lexemes[1], folded)
ORDER BY 1, 2, 3, 4
"""
_KINDS = _PARTS, _COMPOUNDS = "parts", "compounds"
_FIGURE = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
#: Stands for the letters that may follow a beginning, so that no beginning is a word passed over.
_GOES_ON = "zqx"


@dataclass(frozen=True, slots=True)
class Readings:
    """What the database reads in wordings and in beginnings of words."""

    places: Mapping[tuple[str, str], Sequence[tuple[int, str]]]

    @classmethod
    def of(cls, terms: Iterable[Term]) -> "Readings":
        """Read terms: one database query, or none where there are no terms."""
        terms = list(terms)
        if not terms:
            return cls({})
        wordings = [wording for term in terms for wording in _wordings(term)]
        beginnings = [_last_word(term, kind) for term in terms if term.is_prefix for kind in _KINDS]
        compounds = [one for wording in wordings for one in _COMPOUND.findall(wording)]
        said = list(dict.fromkeys([*wordings, *beginnings, *compounds]))
        values: dict[str, Any] = {
            "wordings": said,
            "beginnings": beginnings,
            "most": _MOST_WORDS_BEGUN_ALIKE,
        }
        places = defaultdict(list)
        for nth, kind, place, lexeme in answered((_READ, values)):
            places[said[nth], kind].append((place, lexeme))
        return cls(places)

    def of_term(self, term: Term) -> tuple[Reading, ...]:
        """The different readings of a term; none where all its words are passed over."""
        readings = (
            self._of(term, wording=wording, kind=kind)
            for wording, kind in product(_wordings(term), _KINDS)
        )
        return tuple(dict.fromkeys(filter(None, readings)))

    def why_nothing(self, term: Term) -> Why:
        """Why a term has no readings: it is of words that are passed over, or of no words."""
        return Why.IN_EVERY_TEXT if (term.words, "passed over") in self.places else Why.SIGN

    def _of(self, term: Term, *, wording: str, kind: str) -> Reading:
        reading = () if kind == _PARTS and self._loses_parts(wording) else self._read(wording, kind)
        if not term.is_prefix or not reading:
            return reading
        lexemes = self._begun(reading[-1], word=_last_word(term, kind), kind=kind)
        last = (replace(reading[-1], lexemes=lexemes),) if lexemes else ()
        return (*reading[:-1], *last)

    def _loses_parts(self, wording: str) -> bool:
        """Whether a compound has a part that is passed over: "follow-up" is not all of "follow"."""
        return (wording, _COMPOUNDS) in self.places and any(
            len(self._read(compound, _PARTS)) <= compound.count("-")
            for compound in _COMPOUND.findall(wording)
        )

    def _read(self, wording: str, kind: str) -> Reading:
        """The places of a wording, each with its distance from the one before."""
        by_place = groupby(self.places.get((wording, kind), ()), key=itemgetter(0))
        found = [
            (place, tuple(Lexeme(one) for _, lexeme in same for one in _alike(lexeme)))
            for place, same in by_place
        ]
        places = [place for place, _ in found]
        distances = [0, *(after - before for before, after in pairwise(places))]
        return tuple(map(Step, distances, (lexemes for _, lexemes in found)))

    def _begun(self, last: Step, *, word: str, kind: str) -> tuple[Lexeme, ...]:
        """Of a last word that may go on, the lexemes that begin so, and those of such words.

        A sign that PostgreSQL takes for no letter begins no word.
        """
        beginnings = [one.text.removesuffix(_GOES_ON) for one in last.lexemes]
        begun = [Lexeme(beginning, is_open=True) for beginning in beginnings if beginning]
        itself = self.places.get((word, kind), ())
        alike = [*(itself if len(itself) == 1 else ()), *self.places.get((word, "begun"), ())]
        others = (text for _, text in alike if not text.startswith(tuple(beginnings)))
        return tuple(dict.fromkeys([*begun, *map(Lexeme, others)]))


def _alike(lexeme: str) -> tuple[str, ...]:
    """A lexeme; of a figure also with a hyphen before it, or without.

    PostgreSQL reads "COVID-19" as a word and a negative number, but not "COVID‑19" with a hyphen
    at which no line may break, nor "COVID 19".
    """
    if not _FIGURE.fullmatch(lexeme):
        return (lexeme,)
    return (lexeme, lexeme.removeprefix("-") if lexeme.startswith("-") else f"-{lexeme}")


def _wordings(term: Term) -> tuple[str, ...]:
    """What the database reads of a term."""
    return (f"{term.words}{_GOES_ON}",) if term.is_prefix else term.wordings


def _last_word(term: Term, kind: str) -> str:
    """The last word of a term, which of a compound read as its parts is the last part."""
    compound = term.words.split()[-1]
    return compound.rpartition("-")[2] if kind == _PARTS else compound
