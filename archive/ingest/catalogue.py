"""The catalogue: the cards by which search finds resolutions, made from what is published.

Whatever writes a resolution, its facts or its text calls ``catalogue`` in the same transaction, so
that cards, words and the archive's version never fall behind. docs/search.md says what the keys
of a card mean.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from django.db import connection, transaction

from archive.ingest.catalogue_statements import COUNT_CHANGES, COUNT_NEW, MAKE_CARDS, MAKE_WORDS
from archive.models import READING_LANGUAGE, ArchiveVersion, CatalogueCard, Resolution

_CARDS_AT_ONCE = 500
#: PostgreSQL's limits: 1,048,575 bytes for all lexemes of a vector, 2,046 for one.
_MOST_BYTES = 1_000_000
_LONGEST_KEY = 2_046


def catalogue(changed: Collection[int], *, besides: Iterable[Resolution] = ()) -> list[str]:
    """Write the cards of resolutions that have changed, by key, and of those besides without one.

    Those that they have begun or ceased to cite are counted anew. Returns the symbols of texts
    that are so long that no phrase can be found in them. A fixed number of statements, whatever
    the number of resolutions.
    """
    pks = sorted({*changed, *_without_card([row.pk for row in besides])})
    before = _citing(pks)
    made, without_phrases = _make_cards(pks)
    _count_citers(before, _citing(pks), made=made)
    _run(MAKE_WORDS, pks)
    ArchiveVersion.objects.grow()
    return without_phrases


def catalogue_everything() -> int:
    """Write every card anew, and every word; how many cards there are.

    For an archive from before there were cards, or after the rules of keys have changed.
    """
    pks = list(Resolution.objects.order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(pks), _CARDS_AT_ONCE):
        with transaction.atomic():
            some = pks[first : first + _CARDS_AT_ONCE]
            _make_cards(some)
            _run(MAKE_WORDS, some)
    with transaction.atomic():
        CatalogueCard.objects.update(times_recalled=0)
        _run(COUNT_NEW, pks)
        ArchiveVersion.objects.grow()
    return len(pks)


def is_catalogued() -> bool:
    """Whether every resolution has its card."""
    return not Resolution.objects.filter(card__isnull=True).exists()


def _without_card(pks: Collection[int]) -> set[int]:
    carded = CatalogueCard.objects.filter(pk__in=pks).values_list("pk", flat=True)
    return set(pks) - set(carded)


def _citing(pks: Collection[int]) -> Counter[str]:
    """How many of some cards cite each symbol."""
    cited = CatalogueCard.objects.filter(pk__in=pks).values_list("cited", flat=True)
    return Counter(symbol for symbols in cited for symbol in symbols)


def _make_cards(pks: Collection[int]) -> tuple[dict[int, str], list[str]]:
    """Write cards; the new ones by key, and the symbols of those that go without phrases."""
    rows = _run(MAKE_CARDS, pks)
    made = {pk: symbol for pk, symbol, is_new, _ in rows if is_new}
    return made, [symbol for _, symbol, _, is_too_large in rows if is_too_large]


def _count_citers(before: Counter[str], after: Counter[str], *, made: dict[int, str]) -> None:
    """Bring ``times_recalled`` along: new cards from the citations, the others by the change."""
    _run(COUNT_NEW, list(made))
    symbols = {*before, *after} - set(made.values())
    changes = {
        one: after[one] - before[one] for one in sorted(symbols) if after[one] != before[one]
    }
    with connection.cursor() as cursor:
        cursor.execute(COUNT_CHANGES, {"symbols": list(changes), "changes": list(changes.values())})


def _run(statement: str, pks: Collection[int]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            statement,
            {
                "pks": list(pks),
                "language": READING_LANGUAGE,
                "most_bytes": _MOST_BYTES,
                "longest_key": _LONGEST_KEY,
            },
        )
        return list(cursor) if cursor.description else []
