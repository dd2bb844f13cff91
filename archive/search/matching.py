"""Which resolutions say what is sought, and in which order.

All that is sought must occur in the text of one resolution or in its title. PostgreSQL reads the
words: of one stem are "defend", "defenders" and "defending"; "the" and "of" are passed over.
"""

from collections.abc import Sequence

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVectorField
from django.db import connection
from django.db.models import (
    BooleanField,
    ExpressionWrapper,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce

from archive.models import Citation, Resolution, Text
from archive.search.query import Query

CONFIGURATION = "english"

#: Weights of the classes D, C, B and A: a title has class A in a text's vector, its wording B.
_WEIGHTS = [0.1, 0.1, 0.1, 1.0]
#: Divide a rank by 1 + the logarithm of the length, so that long texts have no start.
_BY_LENGTH = 1
#: How near words stand takes a time that grows much faster than their number.
_MOST_WORDS_RANKED_BY_NEARNESS = 8


def without_stop_words(query: Query) -> Query:
    """The query without the terms in which PostgreSQL finds no word to look for."""
    terms = [term.words for term in query.terms]
    sql = """
        SELECT words FROM unnest(%s::text[]) AS words
        WHERE numnode(websearch_to_tsquery(%s, '"' || words || '"')) = 0
    """
    with connection.cursor() as cursor:
        cursor.execute(sql, [terms, CONFIGURATION])
        ignored = {words for (words,) in cursor}
    return query.without(lambda term: term.words in ignored)


def matching(query: Query, *, symbols: Sequence[str] = ()) -> QuerySet[Resolution]:
    """The resolutions that say what is sought, and those that cite one of the symbols."""
    asked = _asked(query)
    texts = Text.objects.in_reading_language()
    with_its_title = texts.filter(title=F("resolution__title"), search_vector=asked)
    with_another = texts.exclude(title=F("resolution__title")).annotate(both=_title_and_text())
    ways = Q(pk__in=with_its_title.values("resolution"))
    ways |= Q(pk__in=with_another.filter(both=asked).values("resolution"))
    ways |= Q(pk__in=Resolution.objects.cited_only().filter(search_vector=asked).values("pk"))
    if symbols:
        citing = Citation.objects.in_reading_language().citing(symbols)
        ways |= Q(pk__in=citing.values("text__resolution"))
    return Resolution.objects.filter(ways)


def ranked(found: QuerySet[Resolution], query: Query) -> QuerySet[Resolution]:
    """The same, best first: said in the title, by rank, by how often recalled, by symbol.

    A title that says a part adds to the rank. Each row has ``is_held``, ``times_recalled`` and
    ``date_is_unverified``, and leaves its vector in the database.
    """
    counted = Resolution.objects.filter(pk__in=found).with_times_recalled()
    in_title = ExpressionWrapper(Q(search_vector=_asked(query)), output_field=BooleanField())
    of_text = Text.objects.in_reading_language().filter(resolution=OuterRef("pk"))
    whole = Coalesce(Subquery(of_text.values(rank=_rank(query))[:1]), _rank(query))
    rank = whole + SearchRank(F("search_vector"), _to_tsquery(query.any_term))
    return (
        counted.with_is_held()
        .with_doubts()
        .annotate(is_said_in_title=in_title, rank=rank)
        .order_by("-is_said_in_title", "-rank", F("times_recalled").desc(), "symbol")
        .select_related("adopted_as")
        .defer("search_vector", "adopted_as__search_vector")
    )


def _asked(query: Query) -> SearchQuery:
    return _to_tsquery(query.websearch)


def _to_tsquery(websearch: str) -> SearchQuery:
    return SearchQuery(websearch, config=CONFIGURATION, search_type="websearch")


def _title_and_text() -> Func:
    """The vectors of a resolution's title and of its text as one."""
    return Func(
        F("resolution__search_vector"),
        F("search_vector"),
        template="(%(expressions)s)",
        arg_joiner=" || ",
        output_field=SearchVectorField(),
    )


def _rank(query: Query) -> SearchRank:
    """How well a vector answers what is sought; of few words, also how near they stand."""
    return SearchRank(
        F("search_vector"),
        _asked(query.without(lambda term: term.is_excluded)),
        weights=_WEIGHTS,
        normalization=Value(_BY_LENGTH),
        cover_density=query.word_count <= _MOST_WORDS_RANKED_BY_NEARNESS,
    )
