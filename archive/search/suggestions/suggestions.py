"""Suggestions: what somebody who is still typing may mean.

Symbols and openings of paragraphs that begin like it, and titles that have its words, the last of
them perhaps unfinished. Each kind takes one database query at most, and none of them reads more
than an index and some rows of the catalogue, however little is typed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Case, F, Q, Value, When
from django.utils.formats import date_format

from archive.models import CatalogueCard, Resolution
from archive.parsing.opening_forms import BASES
from archive.parsing.openings import normal_form
from archive.search.form.params import SearchParams
from archive.search.language.query import WORD
from archive.search.matches.patience import at_most
from archive.search.suggestions.beginnings import beginnings
from archive.search.suggestions.suggestion_statements import OPENINGS, TITLES

#: In signs. Longer words are the end of something, not its beginning; titles are found by a search.
LONGEST_TYPED = 200
#: Suggestions that come later are for something else by then.
SECONDS = 1.0
MOST_SYMBOLS, MOST_TITLES, MOST_OPENINGS = 5, 5, 3
#: Resolutions of a series share a title, of which one is shown.
_CONSIDERED = 40
_CARDS_SAMPLED = 1_000
_OPENING = "opening of paragraphs"
_SMALL_WORDS = frozenset("a an and as at by for from in its of on or the their to with".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Words to search for, what they are, and where they lead: to an address or to a search."""

    words: str
    about: str
    leads_to: str | SearchParams


def suggestions(typed: str) -> tuple[Suggestion, ...]:
    """What may be meant: symbols, then openings, then titles, most recalled first; 13 at most.

    Raises SearchTooSlowError.
    """
    begun = " ".join(typed.replace("\0", " ").split())
    if not 0 < len(begun) <= LONGEST_TYPED:
        return ()
    with at_most(SECONDS):
        return _meant(begun)


def _meant(begun: str) -> tuple[Suggestion, ...]:
    symbols = _symbols(beginnings(begun))
    taken = {suggestion.leads_to for suggestion in symbols}
    titles = [one for one in _titles(WORD.findall(begun)) if one.leads_to not in taken]
    return (*symbols, *_openings(begun.casefold()), *titles[:MOST_TITLES])


class _Found(NamedTuple):
    """What is shown of a resolution."""

    symbol: str
    title: str
    dated_on: date | None
    stage: str
    is_held: bool

    @property
    def address(self) -> str:
        return Resolution(symbol=self.symbol).get_absolute_url()

    @property
    def facts(self) -> list[str]:
        """Its date, and what it is not."""
        is_draft = self.stage == Resolution.Stage.DRAFT
        dated = [date_format(self.dated_on)] if self.dated_on else []
        return [*dated, *["draft"][:is_draft], *["not held"][: not self.is_held]]


_COLUMNS = ("symbol", "title", "dated_on", "stage", "is_held")


def _symbols(begun: Sequence[str]) -> list[Suggestion]:
    """Resolutions whose symbols begin so: first what is typed whole, then the most recalled."""
    if not begun:
        return []
    likely = Q.create([("symbol__startswith", one) for one in begun], connector=Q.OR)
    is_whole = Case(When(symbol__in=begun, then=Value(1)), default=Value(0))
    cards = CatalogueCard.objects.filter(likely).annotate(title=F("resolution__title"))
    rows = cards.order_by(is_whole.desc(), "-times_recalled", "symbol").values_list(*_COLUMNS)
    return [
        Suggestion(
            words=found.symbol, about=_listed(*found.facts, found.title), leads_to=found.address
        )
        for found in map(_Found._make, rows[:MOST_SYMBOLS])
    ]


def _titles(words: Sequence[str]) -> list[Suggestion]:
    """Resolutions whose titles have the words, each title once, the most recalled first."""
    if not words:
        return []
    finished, last = _parted([word.casefold() for word in words])
    values = {"finished": " ".join(finished), "last": last, "most": _CONSIDERED}
    found: dict[str, _Found] = {}
    for row in map(_Found._make, _rows(TITLES, values)):
        found.setdefault(row.title, row)
    return [
        Suggestion(words=title, about=_listed(row.symbol, *row.facts), leads_to=row.address)
        for title, row in found.items()
        if title
    ]


def _parted(words: list[str]) -> tuple[list[str], str]:
    """The finished words, and what is there of the last; nothing where it may become a small one.

    Small words are no part of any search: after "declaration o" come titles with "on".
    """
    *finished, last = words
    is_small = any(small.startswith(last) for small in _SMALL_WORDS)
    return finished, "" if is_small and not _SMALL_WORDS.issuperset(finished) else last


def _openings(typed: str) -> list[Suggestion]:
    """Openings that begin so, in any form of their verbs, or one of whose words does."""
    begun = [typed, normal_form(typed), *_with_bases(typed)]
    values = {"begun": begun, "typed": typed, "most": MOST_OPENINGS, "sampled": _CARDS_SAMPLED}
    return [
        Suggestion(words=form, about=_OPENING, leads_to=SearchParams(openings=(form,)))
        for (form,) in _rows(OPENINGS, values)
    ]


def _with_bases(typed: str) -> list[str]:
    """With the base form of the first word, if it is, or may become, a verb: "call" of "calls"."""
    first, space, rest = typed.partition(" ")
    bases = [
        base for form, base in BASES.items() if (form == first if rest else form.startswith(first))
    ]
    return [base + space + rest for base in dict.fromkeys(bases)]


def _rows(statement: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _listed(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
