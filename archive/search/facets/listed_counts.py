"""How many resolutions have each opening, and how many cite each symbol.

Cards have them as lists. All lists are read where few resolutions were found, else those of a
sample, from which the numbers are estimated.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from django.conf import settings

from archive.models.catalogue_card import SAMPLE_LEVELS, SPREAD_BITS, SPREADING
from archive.search.facets.narrow_counts import NarrowCounts
from archive.search.facets.tallies import MOST_VALUES, Tallies, Tally, in_two_figures
from archive.search.form.params import SearchParams
from archive.search.language.keys import in_sample
from archive.search.matches.matching import Search, cards
from archive.search.matches.statements import (
    Pending,
    Rows,
    Statement,
    framed,
    joined,
    sent_together,
)

#: Of so many resolutions every list is read; of more, those of a sample of about so many.
MOST_READ = 2_000
SAMPLE_SIZE = 500

_COLUMNS = {"openings": "openings", "cites": "cited"}
#: The primary keys of cards, spread evenly over so many numbers: of many cards, those below a limit
#: are looked at, the same ones whenever the same is sought.
_NUMBERS = 2**SPREAD_BITS
_SPREAD = f"((resolution_id * {SPREADING}) & {_NUMBERS - 1})"
#: Lists are read by key, one card at a time, whatever the planner thinks of their number.
_LOOKED_AT = (
    """
WITH looked_at AS MATERIALIZED (
    SELECT openings, cited FROM archive_cardlists WHERE card_id = ANY(ARRAY(
        SELECT resolution_id FROM """,
    """))
)
""",
)
_COUNTED = """(
    SELECT %s::text, value, count(*) AS number, count(*) OVER (),
           (SELECT count(*) FROM looked_at),
           (SELECT title FROM archive_resolution WHERE symbol = value)
    FROM (SELECT unnest({column}) AS value FROM looked_at) AS listed
    GROUP BY value ORDER BY value = ANY(%s) DESC, number DESC, value LIMIT %s
)"""


def listed_tallies(narrow: NarrowCounts, search: Search) -> Tallies:
    """The tallies of openings and of cited symbols: one statement."""
    return ask_listed_tallies(narrow, search)()


def ask_listed_tallies(narrow: NarrowCounts, search: Search) -> Pending[Tallies]:
    """The same, to be counted beside whatever else is asked."""
    totals = {name: narrow.size(without=name) for name in _COLUMNS}
    asked = sent_together(_statements(search, totals), using=settings.SEARCH_BESIDE)
    known = _known(search.params, found=narrow.size())
    tally = partial(_tally, is_about=search.is_about)

    def tallies() -> Tallies:
        rows = asked.rows()
        return {
            name: tally(_of(name, rows), total=totals[name], known=known[name]) for name in totals
        }

    return tallies


def _of(name: str, rows: Rows) -> Rows:
    return [row[1:] for row in rows if row[0] == name]


def _statements(search: Search, totals: Mapping[str, int]) -> Iterator[Statement]:
    """One statement for both lists; two where openings are chosen, and so counted of more."""
    if search.params.openings:
        yield _statement(search, ["openings"], total=totals["openings"])
        yield _statement(search, ["cites"], total=totals["cites"])
    else:
        yield _statement(search, list(_COLUMNS), total=totals["cites"])


def _statement(search: Search, names: Iterable[str], *, total: int) -> Statement:
    looked_at = _looked_at(search, without="openings" if "openings" in names else "", total=total)
    sql, values = framed(looked_at, _LOOKED_AT)
    for name in names:
        chosen = list(getattr(search.params, name))
        values += [name, chosen, MOST_VALUES + len(chosen)]
    counted = (_COUNTED.format(column=_COLUMNS[name]) for name in names)
    return sql + " UNION ALL ".join(counted), values


def _looked_at(search: Search, *, without: str, total: int) -> Statement:
    """All that was found, or of many a sample; that of a small part is taken by the key it has."""
    if total <= MOST_READ:
        return cards(search, without=without)
    limit = _NUMBERS * SAMPLE_SIZE // total
    level = min(SPREAD_BITS - (limit - 1).bit_length(), SAMPLE_LEVELS[-1])
    sample = in_sample(level) if level in SAMPLE_LEVELS else ""
    found = cards(search, without=without, among=sample)
    return joined([found, (f"{_SPREAD} < %s", [limit])], " AND ")


def _known(params: SearchParams, *, found: int) -> Mapping[str, Mapping[str, int]]:
    """The numbers of chosen values that are known without a look: all that was found has them."""
    openings = params.openings if len(params.openings) == 1 else ()
    return {
        "openings": dict.fromkeys(openings, found),
        "cites": dict.fromkeys(params.cites, found),
    }


def _tally(rows: Rows, *, total: int, known: Mapping[str, int], is_about: bool) -> Tally:
    """A tally from values, each with its number among those looked at."""
    is_sampled = total > MOST_READ
    counts = {row[0]: _estimated(row[1], of=row[3], total=total) for row in rows}
    counts.update(known)
    having = {value: count for value, count in counts.items() if count}
    return Tally(
        counts=having,
        total=total,
        value_count=max([len(having), *(row[2] for row in rows)]),
        titles={row[0]: row[4] for row in rows if row[4]},
        is_about=is_about,
        is_sampled=is_sampled,
        exact=frozenset(known),
    )


def _estimated(number: int, *, of: int, total: int) -> int:
    """The number in all from that among those looked at; exact where all were."""
    if of >= total:
        return number
    return min(total, in_two_figures(round(number * total / of)))
