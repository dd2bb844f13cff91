"""The catalogue: the cards by which search finds resolutions, made from what is published.

Whatever writes a resolution, its facts or its text calls ``catalogue`` in the same transaction, so
that cards, words and the archive's version never fall behind. docs/search.md says what the keys
of a card mean.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from django.db import connection, transaction

from archive.ingest.catalogue_statements import (
    COUNT_CHANGES,
    COUNT_CITERS,
    MAKE_CARDS,
    MAKE_WORDS,
)
from archive.ingest.write_lock import take_write_lock
from archive.models import READING_LANGUAGE, ArchiveVersion, CardLists, Resolution
from archive.models.catalogue_card import (
    OFTEN_RECALLED,
    SAMPLE_LEVELS,
    SPREAD_BITS,
    SPREADING,
)

_CARDS_AT_ONCE = 500
#: PostgreSQL's limits: 1,048,575 bytes for all lexemes of a vector, 2,046 for one.
_MOST_BYTES = 1_000_000
_LONGEST_KEY = 2_046
_RULES: dict[str, Any] = {
    "language": READING_LANGUAGE,
    "longest_key": _LONGEST_KEY,
    "often": OFTEN_RECALLED,
    "levels": list(SAMPLE_LEVELS),
    "spreading": SPREADING,
    "bits": SPREAD_BITS,
}


class _MadeCard(NamedTuple):
    """What is known of a card once it is written."""

    pk: int
    symbol: str
    cited: list[str]
    is_new: bool
    is_too_large: bool


def catalogue(changed: Collection[int], *, besides: Collection[Resolution] = ()) -> list[str]:
    """Write the cards of resolutions that have changed, by key, and of those besides without one.

    Those that they have begun or ceased to cite are counted anew. Returns the symbols of texts
    that are so long that no phrase can be found in them. Six statements, whatever the number of
    resolutions; one where nothing is to be written.
    """
    cards = _cited_by([*changed, *(row.pk for row in besides)])
    pks = sorted({*changed, *(row.pk for row in besides if row.pk not in cards)})
    if not pks:
        return []
    made = _make_cards(pks, changed=changed)
    _count_citers({pk: cards[pk] for pk in pks if pk in cards}, made)
    _run(MAKE_WORDS, pks)
    ArchiveVersion.objects.grow()
    return [card.symbol for card in made if card.is_too_large]


def catalogue_everything() -> int:
    """Write every card anew, and every word; how many cards there are.

    For an archive from before there were cards, or after the rules of keys have changed. What
    readers see of a resolution stays, and so does the day when that changed last. Other writers
    come between some hundreds of cards and the next.
    """
    pks = list(Resolution.objects.order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(pks), _CARDS_AT_ONCE):
        with transaction.atomic():
            take_write_lock()
            some = pks[first : first + _CARDS_AT_ONCE]
            _make_cards(some)
            _run(MAKE_WORDS, some)
    with transaction.atomic():
        take_write_lock()
        _run(COUNT_CITERS, pks)
        ArchiveVersion.objects.grow()
    return len(pks)


def is_catalogued() -> bool:
    """Whether every resolution has its card."""
    return not Resolution.objects.filter(card__isnull=True).exists()


def _cited_by(pks: Collection[int]) -> dict[int, list[str]]:
    """What each card cites, of those that there are."""
    return dict(CardLists.objects.filter(pk__in=pks).values_list("pk", "cited"))


def _make_cards(pks: Collection[int], *, changed: Collection[int] = ()) -> list[_MadeCard]:
    return [_MadeCard(*row) for row in _run(MAKE_CARDS, pks, changed=changed)]


def _count_citers(before: Mapping[int, list[str]], made: Sequence[_MadeCard]) -> None:
    """Bring ``times_recalled`` along: of new cards from citations, of others by the change."""
    new = {card.symbol: card.pk for card in made if card.is_new}
    after = Counter(symbol for card in made for symbol in card.cited)
    after.subtract(symbol for cited in before.values() for symbol in cited)
    changes = {one: by for one, by in sorted(after.items()) if by and one not in new}
    _run(COUNT_CITERS, list(new.values()))
    _run(COUNT_CHANGES, [], symbols=list(changes), changes=list(changes.values()))


def _run(
    statement: str, pks: Collection[int], *, changed: Collection[int] = (), **more: Any
) -> list[tuple[Any, ...]]:
    values: dict[str, Any] = {"pks": list(pks), "changed": list(changed)}
    with connection.cursor() as cursor:
        cursor.execute(statement, {**values, "most_bytes": _MOST_BYTES, **_RULES, **more})
        return list(cursor) if cursor.description else []
