"""Which resolutions have what is sought: the filters of a search, on the cards of the catalogue.

What is sought in ``keys`` is always one tsquery, which the index answers without a look at them.
Two conditions on them would make PostgreSQL read the keys of every card: some ten kilobytes each.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from archive.models.catalogue_card import OFTEN_RECALLED
from archive.search.form.params import Part, SearchParams
from archive.search.language.keys import OFTEN, all_of, any_of, quoted
from archive.search.language.lexemes import Asked
from archive.search.matches.statements import Statement, joined
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


def cards(search: Search, *, without: str = "", among: str = "") -> Statement:
    """The cards of all that is found, by every filter but the named one, in no order.

    It is what follows FROM in a statement. Filters are named "q", "parts", "organ", "session",
    "dates", "openings", "cites", "stage" and "held". Of many cards only those may be looked at
    that have another key, ``among``.
    """
    params = search.params
    parts = () if without == "parts" else params.parts
    if search.verified and without != "q":
        verified = _VERIFIED, [search.verified.holding(parts)]
        return _cards([verified, *_facts(params, without=without), *_lists(params, without)])
    words = "" if without == "q" else search.asked.keys(parts)
    keys = [words, *narrowing(params, without=without), among]
    return _having(keys, _facts(params, without=without))


def said_in_title(search: Search) -> tuple[Statement, Statement, Statement]:
    """The cards of what is found, in three: what says all that is sought in its title, and others.

    Of those, what is often recalled, then what is not. What a symbol that is sought names belongs
    to the first. Only of a search that asks for words.
    """
    params, symbols = search.params, search.asked.symbols
    if search.verified:
        values = [search.verified.holding((Part.TITLE,)), list(symbols)]
        titled, found = f"({_VERIFIED} OR symbol = ANY(%s::text[]))", cards(search)
        others = joined([found, (f"NOT {titled}", values)], " AND ")
        return (
            joined([found, (titled, values)], " AND "),
            joined([others, ("times_recalled >= %s", [OFTEN_RECALLED])], " AND "),
            joined([others, ("times_recalled < %s", [OFTEN_RECALLED])], " AND "),
        )
    named = (quoted(f"={symbol}") for symbol in symbols)
    saying = any_of([search.asked.keys((Part.TITLE,)), *named])
    keys = [search.asked.keys(params.parts), *narrowing(params)]
    facts = list(_facts(params))
    unsaid = [*keys, f"!({saying})"]
    return (
        _having([*keys, saying], facts),
        _having([*unsaid, OFTEN], facts),
        _having([*unsaid, f"!{OFTEN}"], facts),
    )


def in_time(params: SearchParams) -> Statement:
    """The condition that a card has a date that is sought, false of one without a date."""
    sql, values = joined(_facts(params, only="dates"), " AND ")
    return f"coalesce({sql or 'TRUE'}, FALSE)", values


def known(params: SearchParams, *, without: str = "") -> Statement:
    """The cards that pass the filters on what is known of a resolution besides its words."""
    return _cards(_facts(params, without=without))


def narrowing(params: SearchParams, *, without: str = "") -> Iterator[str]:
    """The tsqueries for openings, of which any will do, and for symbols, all of which are cited.

    Cards and paragraphs have the same keys for them.
    """
    if params.openings and without != "openings":
        yield any_of(quoted(f"#{opening}") for opening in params.openings)
    if params.cites and without != "cites":
        yield all_of(quoted(f"@{symbol}") for symbol in params.cites)


# -- Conditions ------------------------------------------------------------------------------------

#: The filters on what is known of a resolution: each by name, as a condition, and with its value.
_FACTS: Sequence[tuple[str, str, Callable[[SearchParams], Any]]] = (
    ("organ", "organ = %s", lambda params: params.organ),
    ("session", "session = %s", lambda params: params.session or None),
    ("stage", "stage = %s", lambda params: params.stage),
    ("held", "is_held = %s", lambda params: params.held),
    ("dates", "dated_on >= %s", lambda params: params.since and params.since.first),
    ("dates", "dated_on <= %s", lambda params: params.until and params.until.last),
)
_KEYS = "keys @@ %s::tsquery"
_VERIFIED = "resolution_id = ANY(%s::bigint[])"
_OPENINGS = (
    "(SELECT openings FROM archive_cardlists WHERE card_id = resolution_id) && %s::varchar[]"
)
_CITED = "(SELECT cited FROM archive_cardlists WHERE card_id = resolution_id) @> %s::varchar[]"


def _facts(params: SearchParams, *, without: str = "", only: str = "") -> Iterator[Statement]:
    """The conditions for what is known of a resolution; of one filter alone, or of all but one."""
    for name, condition, value_of in _FACTS:
        value = value_of(params)
        if value is not None and name != without and only in {"", name}:
            yield condition, [value]


def _lists(params: SearchParams, without: str) -> Iterator[Statement]:
    """What the narrowing keys say, of few cards that need no index."""
    if params.openings and without != "openings":
        yield _OPENINGS, [list(params.openings)]
    if params.cites and without != "cites":
        yield _CITED, [list(params.cites)]


def _having(queries: Iterable[str], conditions: Iterable[Statement]) -> Statement:
    """The cards that have all keys, and pass all conditions."""
    wanted = all_of(queries)
    return _cards([(_KEYS, [wanted]), *conditions] if wanted else conditions)


def _cards(conditions: Iterable[Statement]) -> Statement:
    sql, values = joined(conditions, " AND ")
    return f"archive_cataloguecard WHERE {sql or 'TRUE'}", values
