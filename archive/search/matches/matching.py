"""Which resolutions have what is sought: the filters of a search, on the cards of the catalogue.

What is sought in ``keys`` is always one tsquery, which the index answers without a look at them.
Two conditions on them would make PostgreSQL read the keys of every card: some ten kilobytes each.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import BooleanField, F, Func, Q, QuerySet, Value

from archive.models import CatalogueCard
from archive.search.form.params import Part, SearchParams
from archive.search.language.keys import all_of, any_of, quoted
from archive.search.language.lexemes import Asked
from archive.search.matches.verification import Verification, verify


@dataclass(frozen=True, slots=True)
class Search:
    """A search that is ready to be answered: what it asks, as typed and as lexemes.

    ``verified`` is given where a phrase of three words or more is sought and so few cards have its
    words that their paragraphs were read.
    """

    params: SearchParams
    asked: Asked
    verified: Verification | None = None

    @classmethod
    def of(cls, params: SearchParams, asked: Asked) -> "Search":
        """The search, its long phrases verified: one database query where there are any."""
        return cls(params, asked, verify(asked, parts=params.parts))

    def with_params(self, params: SearchParams) -> "Search":
        """The same words, narrowed otherwise; what was verified stays."""
        return replace(self, params=params)

    @property
    def is_about(self) -> bool:
        """Whether some of what is found may say the words of a phrase apart."""
        return self.asked.needs_verifying and self.verified is None


class Matches(Func):
    """Whether a vector matches a tsquery in PostgreSQL's own notation."""

    template = "(%(expressions)s::tsquery)"
    arg_joiner = " @@ "
    output_field = BooleanField()


class Among(Func):
    """Whether a key is one of several, or of none."""

    template = "(%(expressions)s::bigint[]))"
    arg_joiner = " = ANY("
    output_field = BooleanField()


def cards(search: Search, *, without: str = "") -> QuerySet[CatalogueCard]:
    """The cards of all that is found, by every filter but the named one, in no order.

    Filters are named "q", "parts", "organ", "session", "dates", "openings", "cites", "stage" and
    "held".
    """
    params = search.params
    parts = () if without == "parts" else params.parts
    found = known(params, without=without)
    if search.verified and without != "q":
        verified = Among(F("pk"), Value(search.verified.holding(parts)))
        return found.filter(verified, *_lists(params, without=without))
    words = "" if without == "q" else search.asked.keys(parts)
    return _having(found, [words, *narrowing(params, without=without)])


def said_in_title(search: Search) -> tuple[QuerySet[CatalogueCard], QuerySet[CatalogueCard]]:
    """The cards of what is found, in two: what says all that is sought in its title, and the rest.

    What a symbol that is sought names belongs to the first. Only of a search that asks for words.
    """
    symbols = search.asked.symbols
    if search.verified:
        verified = Among(F("pk"), Value(search.verified.holding((Part.TITLE,))))
        in_title = Q(verified) | Q(symbol__in=symbols)
        return cards(search).filter(in_title), cards(search).exclude(in_title)
    named = (quoted(f"={symbol}") for symbol in symbols)
    titled = any_of([search.asked.keys((Part.TITLE,)), *named])
    keys = [search.asked.keys(search.params.parts), *narrowing(search.params)]
    found = known(search.params)
    return _having(found, [*keys, titled]), _having(found, [*keys, f"!({titled})"])


def known(params: SearchParams, *, without: str = "") -> QuerySet[CatalogueCard]:
    """The cards that pass the filters on what is known of a resolution besides its words."""
    return CatalogueCard.objects.filter(*_facts(params, without=without))


def narrowing(params: SearchParams, *, without: str = "") -> Iterator[str]:
    """The tsqueries for openings, of which any will do, and for symbols, all of which are cited.

    Cards and paragraphs have the same keys for them.
    """
    if without != "openings":
        yield any_of(quoted(f"#{opening}") for opening in params.openings)
    if without != "cites":
        yield all_of(quoted(f"@{symbol}") for symbol in params.cites)


def compiled(found: QuerySet[Any, Any]) -> tuple[str, list[Any]]:
    """A queryset as a statement to build on, and its values."""
    statement, values = found.query.sql_with_params()
    return statement, list(values)


def _having(found: QuerySet[CatalogueCard], queries: Iterable[str]) -> QuerySet[CatalogueCard]:
    wanted = all_of(queries)
    return found.filter(Matches(F("keys"), Value(wanted))) if wanted else found


def _facts(params: SearchParams, *, without: str) -> Iterator[Q]:
    if params.organ and without != "organ":
        yield Q(organ=params.organ)
    if params.session and without != "session":
        yield Q(session=params.session)
    if params.stage and without != "stage":
        yield Q(stage=params.stage)
    if params.held is not None and without != "held":
        yield Q(is_held=params.held)
    if params.since and without != "dates":
        yield Q(dated_on__gte=params.since.first)
    if params.until and without != "dates":
        yield Q(dated_on__lte=params.until.last)


def _lists(params: SearchParams, *, without: str) -> Iterator[Q]:
    """What the narrowing keys say, of few cards that need no index."""
    if params.openings and without != "openings":
        yield Q(lists__openings__overlap=list(params.openings))
    if params.cites and without != "cites":
        yield Q(lists__cited__contains=list(params.cites))
