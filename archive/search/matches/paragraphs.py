"""The paragraph view: which paragraphs and notes say what is sought.

Three ways lead to them, each over a bounded number of rows: by the texts of the resolutions that
have the words, where those are few; by the index of paragraphs, where it names few; else through
the first texts of the list alone, so that there may be more than the count says.
"""

import re
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from archive.search.form.params import Part
from archive.search.language.keys import all_of, any_of, quoted
from archive.search.matches.counts import Certainty
from archive.search.matches.matching import Search, cards, known, narrowing
from archive.search.matches.ranking import ORDERS, order_of
from archive.search.matches.statements import Statement, answered, framed, joined

#: So many texts are read before the index is asked, and so many at most.
FEW_TEXTS = 300
MOST_TEXTS = 1_000
#: So many paragraphs and notes are taken from the index at most.
MOST_PLACES = 5_000
#: Where both are more, the texts that a page is made from: fifteen for each of its rows; and those
#: that a file reads at a time to go on.
FIRST_TEXTS = 300
FURTHER_TEXTS = 1_000

_DISTANCE = re.compile(r" <\d+> ")


class Way(Enum):
    """How the paragraphs and notes of a search are found."""

    BY_TEXTS = "by texts"
    BY_PLACES = "by places"
    BY_FIRST_TEXTS = "by first texts"

    @property
    def certainty(self) -> Certainty:
        """How surely their count is known."""
        return Certainty.MORE_THAN if self is Way.BY_FIRST_TEXTS else Certainty.EXACT


class Columns(NamedTuple):
    """What is selected of a paragraph with its card, and what of a note: ``place``, ``card``."""

    of_paragraphs: str
    of_notes: str


def hits(search: Search, *, without: str = "", most: int | None = None) -> Statement:
    """A statement, and its values, for what the list would show without the named filter.

    Its columns: ``resolution_id``, ``part`` (p, o, a or n), ``form`` (the opening) and ``cited``.
    With ``most``, the first so many that the index of paragraphs names, from which the filters on
    resolutions take what they do; without it, those of all texts, which must be few.
    """
    columns = Columns(
        "card.resolution_id, left(place.part, 1) AS part, place.form, place.cited",
        "card.resolution_id, 'n', '', place.cited",
    )
    if most is None:
        return places(search, Way.BY_TEXTS, columns=columns, without=without)
    return places(search, Way.BY_PLACES, columns=columns, without=without, most=most)


def way_to(search: Search) -> Way:
    """How the paragraphs of a search are found: one database query."""
    is_indexed = is_in_index(search)
    texts, values = _narrow(search)
    most_texts = _most_texts_before_the_index(search) if is_indexed else 0
    query = wanted(search)
    most = MOST_PLACES + 1
    asked = [*values, most, FEW_TEXTS, most_texts, query, query, most]
    ((text_count, place_count),) = answered((_PROBE.format(texts=texts), asked))
    if text_count <= FEW_TEXTS:
        return Way.BY_TEXTS
    if place_count is not None and place_count <= MOST_PLACES:
        return Way.BY_PLACES
    return Way.BY_TEXTS if text_count <= MOST_TEXTS else Way.BY_FIRST_TEXTS


#: The index is asked only for so many texts; of what it names, texts in other languages are part.
_PROBE = """
WITH narrow AS (SELECT count(*) AS texts FROM (SELECT FROM {texts} LIMIT %s) AS text)
SELECT texts, CASE WHEN texts > %s AND texts <= %s THEN (
    SELECT count(*) FROM (
        SELECT FROM archive_paragraph WHERE search_vector @@ %s::tsquery
        UNION ALL
        SELECT FROM archive_footnote WHERE search_vector @@ %s::tsquery
        LIMIT %s
    ) AS place) END
FROM narrow
"""


def _most_texts_before_the_index(search: Search) -> int:
    """From how many texts on the index need not be asked: each that has a word has a place."""
    is_one_term = len(search.asked.query.terms) == 1
    return MOST_PLACES if is_one_term and not narrowed(search) else MOST_PLACES + 1


def is_in_index(search: Search) -> bool:
    """Whether the index of paragraphs answers the search without a look at the paragraphs."""
    return bool(wanted(search)) and not _DISTANCE.search(search.asked.wording())


def wanted(search: Search, *, without: str = "") -> str:
    """The tsquery for a paragraph or note; empty where every one will do."""
    return all_of([search.asked.wording(), narrowed(search, without=without)])


def narrowed(search: Search, *, without: str = "") -> str:
    """The tsquery for its part, its opening and what it cites; empty where every one will do."""
    parts = () if without == "parts" else search.params.parts
    keys = (quoted(f"={part.letter}") for part in parts)  # a title's stands in no paragraph
    return all_of([any_of(keys), *narrowing(search.params, without=without)])


#: A text's paragraphs are read by its key, whatever the planner thinks of their index.
_CARDS = "WITH card AS MATERIALIZED ({cards})"
_OF_TEXTS = """
SELECT {columns} FROM card
CROSS JOIN LATERAL (
    SELECT * FROM archive_{table} WHERE text_id = card.text_id OFFSET 0
) AS place WHERE {matches}
"""
_OF_PLACES = """
SELECT {columns} FROM archive_{table} AS place
JOIN ({cards}) AS card ON card.text_id = place.text_id WHERE {matches}
"""


def further_texts(search: Search) -> list[slice]:
    """The texts after the first, a thousand at a time: one database query, for their number."""
    ((number,),) = answered(framed(_narrow(search), ("SELECT count(*) FROM ", "")))
    return [slice(one, one + FURTHER_TEXTS) for one in range(FIRST_TEXTS, number, FURTHER_TEXTS)]


def places(
    search: Search,
    way: Way,
    *,
    columns: Columns,
    without: str = "",
    most: int | None = None,
    texts: slice | None = None,
) -> Statement:
    """A statement, and its values, for what a way leads to.

    ``texts`` are those that first texts stand for: the first of the list unless given.
    """
    query = wanted(search, without=without)
    found, values = _cards(search, way, without=without, texts=texts or slice(FIRST_TEXTS))
    matches = "place.search_vector @@ %s::tsquery" if query else "TRUE"
    is_of_places = way is Way.BY_PLACES
    statement = " UNION ALL ".join(
        (_OF_PLACES if is_of_places else _OF_TEXTS).format(
            columns=selected, table=table, cards=found, matches=matches
        )
        for selected, table in zip(columns, ("paragraph", "footnote"), strict=True)
    )
    queries = [query] if query else []
    before = "" if is_of_places else _CARDS.format(cards=found)
    limit = "" if most is None else f" LIMIT {most:d}"
    values = [*values, *queries] * 2 if is_of_places else [*values, *queries * 2]
    return before + statement + limit, values


_CARD = "SELECT text_id, resolution_id, symbol, stage, dated_on, times_recalled FROM "


def _cards(search: Search, way: Way, *, without: str, texts: slice) -> Statement:
    """The cards whose paragraphs are looked at; what is asked of words, the index knows of them."""
    if way is Way.BY_PLACES:
        sql, values = known(search.params, without=without)
    else:
        sql, values = _narrow(search, without=without)
    if way is not Way.BY_FIRST_TEXTS:
        return _CARD + sql, values
    first = texts.start or 0
    stretch = f" ORDER BY {ORDERS[order_of(search)]} LIMIT %s OFFSET %s"
    return _CARD + sql + stretch, [*values, texts.stop - first, first]


def _narrow(search: Search, *, without: str = "") -> Statement:
    """The cards in whose texts a paragraph or note may say what is sought.

    What is excluded from a paragraph may stand elsewhere in its text.
    """
    parts = tuple(part for part in search.params.parts or Part if part is not Part.TITLE)
    widened = Search(replace(search.params, parts=parts), search.asked.without_exclusions)
    return joined([cards(widened, without=without), ("is_held", [])], " AND ")
