"""Corrections: where nothing was found, the words that may have been meant.

A word that no card says is taken for a slip of the pen. What stands in its place is a word that the
archive's texts print and that differs in as few letters as possible.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import connection

from archive.search.facets.chips import cleared
from archive.search.form.params import SearchParams
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.language.terms import WORD, Kind, Term
from archive.search.matches.counting import counted
from archive.search.matches.counts import Count
from archive.search.matches.matching import Search

#: Words that are looked at, the first of those sought.
MOST_WORDS = 12
#: Corrections that are tried, each with two or three database queries.
MOST_TRIED = 2
#: Words of the archive that are compared with one letter by letter, and of them those that may be
#: meant: more would only be tried if the likeliest two found nothing.
_MOST_LIKE_ONE = 30
_MOST_MEANT = 3
#: Of two letters every word differs in one; the archive keeps none so short.
_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What may have been meant, as it would be typed, the search for it, and what that finds.

    ``is_everywhere`` says that all that narrowed the search is left out.
    """

    q: str
    params: SearchParams
    count: Count
    is_everywhere: bool = False


def correction(search: Search) -> Correction | None:
    """The likeliest correction that finds something; None where no word was mistyped.

    Where none finds anything, the likeliest without what narrows the search.
    """
    query = search.asked.query
    ways = [_corrected(query, replaced) for replaced in _ways(_meant(_words(query)))]
    for way in ways[:MOST_TRIED]:
        found = _found(search.params, way)
        if found:
            return found
    if not ways or not search.params.is_narrowed:
        return None
    everywhere = _found(cleared(search.params), ways[0])
    return everywhere and replace(everywhere, is_everywhere=True)


def _found(params: SearchParams, way: Query) -> Correction | None:
    """The search for a corrected query, if it finds anything."""
    params = params.with_(q=way.as_typed)
    count = counted(Search.of(params, ask(Query.read(params.q))))
    return Correction(q=params.q, params=params, count=count) if count.number else None


# -- Words -----------------------------------------------------------------------------------------


def _words(query: Query) -> list[str]:
    """The words to be found that may have been mistyped, in small letters."""
    sought = (term for term in query.sought if term.kind in {Kind.WORD, Kind.PHRASE})
    words = (word.casefold() for term in sought for word in WORD.findall(term.words))
    plain = (word for word in words if word.isalpha() and len(word) >= _FEWEST_LETTERS)
    return list(dict.fromkeys(plain))[:MOST_WORDS]


def _corrected(query: Query, replaced: Mapping[str, str]) -> Query:
    """The query with other words in the place of some; phrases, OR and the rest stay."""
    return replace(
        query,
        alternatives=tuple(
            tuple(_corrected_term(term, replaced) for term in terms) for terms in query.alternatives
        ),
    )


def _corrected_term(term: Term, replaced: Mapping[str, str]) -> Term:
    words = WORD.sub(lambda word: replaced.get(word[0].casefold(), word[0]), term.words)
    return replace(term, words=words)


def _ways(meant: Mapping[str, Sequence[str]]) -> Iterator[Mapping[str, str]]:
    """Ways to mend the mistyped words: each by its likeliest, then one of them by another."""
    if not meant:
        return
    likeliest = {word: words[0] for word, words in meant.items()}
    yield likeliest
    for word, words in meant.items():
        yield from ({**likeliest, word: other} for other in words[1:])


# -- Words like them -------------------------------------------------------------------------------

#: How much two words must be alike for PostgreSQL to compare them. Two letters that changed places
#: leave words of five letters with a fifth of their trigrams.
_ALIKE = "0.2"
_SQL = """
WITH manner AS MATERIALIZED (
    SELECT set_config('pg_trgm.similarity_threshold', %s, TRUE)
), typed AS MATERIALIZED (
    SELECT word, lower(unaccent(word)) AS plain, plainto_tsquery('recalling_parts', word) AS sought
    FROM manner CROSS JOIN unnest(%s::text[]) AS word
), mistyped AS MATERIALIZED (
    SELECT word, plain FROM typed
    WHERE numnode(sought) > 0
      AND NOT EXISTS (SELECT FROM archive_cataloguecard WHERE keys @@ sought)
)
SELECT mistyped.word, mistyped.plain, alike.word
FROM mistyped LEFT JOIN LATERAL (
    SELECT word, similarity(word, mistyped.plain) AS degree FROM archive_word
    WHERE word %% mistyped.plain ORDER BY degree DESC, word LIMIT %s
) AS alike ON TRUE
ORDER BY mistyped.word, alike.degree DESC, alike.word
"""


def _meant(words: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """For each word that no card says, those that may have been meant: one database query."""
    if not words:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [_ALIKE, list(words), _MOST_LIKE_ONE])
        rows = cursor.fetchall()
    plain = {word: spelled for word, spelled, _alike in rows}
    alike = {word: [one for typed, _, one in rows if typed == word and one] for word in plain}
    meant = {word: _nearest(plain[word], alike[word]) for word in words if word in plain}
    return {word: near for word, near in meant.items() if near}


def _nearest(word: str, others: Iterable[str]) -> list[str]:
    """The words that differ in the fewest letters, most alike first where as many differ."""
    distances = {other: distance(word, other) for other in others}
    most = _most_slips(word)
    near = [other for other in distances if 0 < distances[other] <= most]
    return sorted(near, key=distances.__getitem__)[:_MOST_MEANT]


def _most_slips(word: str) -> int:
    """How many letters of a word may be wrong: one of three or four, two of up to eight, three."""
    return min(3, 1 + (len(word) - 1) // 4)


def distance(one: str, other: str) -> int:
    """How many letters are wrong, missing, too many or changed places with the next.

    The restricted distance of Damerau and Levenshtein: no letter is mended twice.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before_that, before, row = before, row, [i]
        for j, its in enumerate(other, start=1):
            steps = [before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its)]
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                steps.append(before_that[j - 2] + 1)
            row.append(min(steps))
    return row[-1]
