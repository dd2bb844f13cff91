"""Verification: where a phrase of three words or more stands whole.

Cards know only which words follow one another two by two. Where few cards have all the pairs of a
phrase, the paragraphs, notes and titles of those say in which it stands.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from archive.search.form.params import Part
from archive.search.language.lexemes import Asked, LongPhrase

#: Resolutions whose paragraphs are read, and alternatives that are looked at one by one.
MOST_VERIFIED = 1_000
_MOST_ALTERNATIVES = 20

Choice = tuple[Part, ...]
Keys = frozenset[int]


@dataclass(frozen=True, slots=True)
class Verification:
    """The resolutions, by key, that say all that is sought, for some choices of parts."""

    by_choice: Mapping[Choice, Keys]

    def holding(self, parts: Choice) -> list[int]:
        """Those that say it in some of the parts; anywhere, if there are none."""
        return sorted(self.by_choice[parts])


def verify(asked: Asked, *, parts: Choice) -> Verification | None:
    """What says the long phrases of a query whole; None without any, or where too many might.

    For the choice of parts, for each part alone and for all of them. One database query, or none.
    """
    if not asked.needs_verifying or len(asked.alternatives) > _MOST_ALTERNATIVES:
        return None
    choices = dict.fromkeys([(), parts, *((part,) for part in Part)])
    places = _Places.read(asked, list(choices))
    if places is None:
        return None
    return Verification({choice: places.saying(choice) for choice in places.choices})


@dataclass(frozen=True, slots=True)
class _Places:
    """What the database knows of a query: the rows of one statement, by what they are about.

    ``few`` are the resolutions with the keys of the query; ``having``, those with all keys of an
    alternative, by choice of parts; ``phrases``, those that say a phrase, by the letter of a part.
    """

    asked: Asked
    choices: Sequence[Choice]
    few: Keys
    having: Mapping[tuple[Choice, int], Keys]
    phrases: Mapping[tuple[LongPhrase, str], Keys]

    @classmethod
    def read(cls, asked: Asked, choices: Sequence[Choice]) -> "_Places | None":
        """The places of what is asked; None if too many resolutions have its keys."""
        phrases = [one for each in asked.alternatives for one in each.long_phrases]
        few: Keys = frozenset()
        having, saying = {}, {}
        for number, nth, letter, pks in _rows(asked, choices, phrases=phrases):
            if letter:
                saying[phrases[number], letter] = frozenset(pks)
            elif nth != _TOTAL:
                having[choices[number], nth] = frozenset(pks or ())
            elif number > MOST_VERIFIED:
                return None
            else:
                few = frozenset(pks or ())
        return cls(asked, choices, few, having, saying)

    def saying(self, choice: Choice) -> Keys:
        """The resolutions that say one of the alternatives in some parts."""
        return _any(
            [
                self._saying_all(each, self.having.get((choice, nth), self.few), parts=choice)
                for nth, each in enumerate(self.asked.alternatives)
            ]
        )

    def _saying_all(self, alternative: Asked, found: Keys, *, parts: Choice) -> Keys:
        for phrase in alternative.long_phrases:
            letters = [part.letter for part in parts or Part]
            saying = [self.phrases.get((phrase, letter), frozenset()) for letter in letters]
            found = found - _any(saying) if phrase.is_excluded else found & _any(saying)
        return found


def _any(sets: Sequence[Keys]) -> Keys:
    return frozenset().union(*sets)


#: In the place of the number of an alternative: the row says how large the base is.
_TOTAL = -1
#: The base is what has the keys of the query; its paragraphs are read only if it is small, and by
#: the keys of their texts, whatever the planner thinks of reading all there are.
_BASE = """
WITH base AS MATERIALIZED (
    SELECT resolution_id, text_id FROM archive_cataloguecard WHERE keys @@ %s::tsquery LIMIT %s
), few AS MATERIALIZED (
    SELECT * FROM base WHERE (SELECT count(*) FROM base) <= %s
)
SELECT (SELECT count(*) FROM base)::integer, -1, NULL::text, array_agg(resolution_id) FROM few
"""
_PHRASES = """
UNION ALL
SELECT phrase.nth, NULL, place.letter, array_agg(DISTINCT place.resolution_id)
FROM few CROSS JOIN LATERAL (
    SELECT few.resolution_id, left(part, 1) AS letter, search_vector
    FROM archive_paragraph WHERE text_id = few.text_id
    UNION ALL
    SELECT few.resolution_id, 'n', search_vector FROM archive_footnote WHERE text_id = few.text_id
    UNION ALL
    SELECT few.resolution_id, 't', search_vector FROM archive_resolution WHERE id = resolution_id
    UNION ALL
    SELECT few.resolution_id, 't', archive_words(title) FROM archive_text WHERE id = few.text_id
    OFFSET 0
) AS place
JOIN unnest(%s::integer[], %s::text[]::tsquery[]) AS phrase (nth, words)
  ON place.search_vector @@ phrase.words
GROUP BY phrase.nth, place.letter
"""
_ALTERNATIVE = """
UNION ALL
SELECT %s, %s, NULL, array_agg(resolution_id) FROM archive_cataloguecard
WHERE keys @@ %s::tsquery AND EXISTS (SELECT FROM few)
"""


def _rows(
    asked: Asked, choices: Sequence[Choice], *, phrases: Sequence[LongPhrase]
) -> list[tuple[Any, ...]]:
    alternatives = list(_alternatives(asked, choices))
    values: list[Any] = [asked.keys(), MOST_VERIFIED + 1, MOST_VERIFIED]
    values += [list(range(len(phrases))), [phrase.wording for phrase in phrases]]
    values += [value for alternative in alternatives for value in alternative]
    with connection.cursor() as cursor:
        cursor.execute(_BASE + _PHRASES + _ALTERNATIVE * len(alternatives), values)
        return list(cursor)


def _alternatives(asked: Asked, choices: Sequence[Choice]) -> Iterator[tuple[int, int, str]]:
    """The keys of each alternative for each choice of parts.

    Not of one that is all long phrases: which of the few say them, their paragraphs tell.
    """
    for nth, alternative in enumerate(asked.alternatives):
        if not all(one.is_long and not one.term.is_excluded for one in alternative.terms[0]):
            for number, choice in enumerate(choices):
                yield number, nth, alternative.keys(choice)
