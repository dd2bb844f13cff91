"""Wordings kept in step with what is published: what each paragraph says, for agreed language.

Whatever writes or withdraws a text calls ``keep_wordings`` in the same transaction. Only wordings
that come or go are written, so that one more resolution reads and writes its own paragraphs alone.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction

from archive.comparison.folded import digest_of, folded_words, pairs_of
from archive.ingest.wording_statements import (
    ADD_USES,
    ADD_WORDINGS,
    COUNT_PAIRS,
    COUNT_PAIRS_LESS,
    LEFT_OUT,
    REMOVE_USES,
    REMOVE_WORDINGS,
    SAID,
    USED,
)
from archive.ingest.write_lock import take_write_lock
from archive.models import READING_LANGUAGE, ArchiveVersion, Resolution, WordingUse
from archive.models.wording import COUNTED_ONE_IN, as_array, buckets_of

_RESOLUTIONS_AT_ONCE = 200
#: The first byte of a digest is below it for one wording of so many.
_COUNTED_BELOW = 256 // COUNTED_ONE_IN


class _Said(NamedTuple):
    """A paragraph of a published text and its words."""

    paragraph: int
    resolution: int
    words: list[str]
    digest: UUID


def keep_wordings(resolutions: Collection[int]) -> None:
    """Keep what the published texts of resolutions, by key, say now; and nothing else of them.

    Two statements where nothing has changed, and eight at the most, whatever the number of
    paragraphs.
    """
    wanted = {one.paragraph: one for one in _said_by(resolutions)}
    used = {key: of for key, *of in _run(USED, pks=list(resolutions))}
    kept = {key for key, one in wanted.items() if used.get(key) == [one.resolution, one.digest]}
    gone = [key for key in used if key not in kept]
    new = [one for key, one in wanted.items() if key not in kept]
    if gone:
        _remove(gone)
    if new:
        _add(new)


def keep_all_wordings() -> int:
    """Keep what every published text says; how many paragraphs say something.

    For an archive from before wordings were kept. Other writers come between some hundreds of
    resolutions and the next.
    """
    keys = Resolution.objects.order_by("pk").values_list("pk", flat=True)
    pks = list(keys.filter(texts__isnull=False).distinct())
    for first in range(0, len(pks), _RESOLUTIONS_AT_ONCE):
        with transaction.atomic():
            take_write_lock()
            keep_wordings(pks[first : first + _RESOLUTIONS_AT_ONCE])
            ArchiveVersion.objects.grow()
    return WordingUse.objects.count()


def are_wordings_kept() -> bool:
    """Whether something is kept of every published text whose paragraphs say anything."""
    return not _run(LEFT_OUT, language=READING_LANGUAGE)


def _said_by(resolutions: Collection[int]) -> list[_Said]:
    """What the paragraphs say that have words; neither headings nor tables."""
    rows = _run(SAID, pks=list(resolutions), language=READING_LANGUAGE)
    read = ((key, resolution, folded_words(wording)) for key, resolution, wording in rows)
    return [_Said(*one, digest_of(one[2])) for one in read if one[2]]


def _add(said: Sequence[_Said]) -> None:
    words = {one.digest: one.words for one in said}
    pairs = {digest: pairs_of(words[digest]) for digest in sorted(words)}
    added = _run(
        ADD_WORDINGS,
        digests=list(pairs),
        words=[f" {' '.join(words[digest])} " for digest in pairs],
        pairs=[as_array(one) for one in pairs.values()],
    )
    _run(
        ADD_USES,
        paragraphs=[one.paragraph for one in said],
        resolutions=[one.resolution for one in said],
        digests=[one.digest for one in said],
    )
    _count(COUNT_PAIRS, (pairs[digest] for (digest,) in added if _is_counted(digest)))


def _remove(paragraphs: Sequence[int]) -> None:
    """Take away what paragraphs use, and the wordings that no other paragraph uses."""
    wordings = [key for (key,) in _run(REMOVE_USES, paragraphs=list(paragraphs))]
    removed = _run(REMOVE_WORDINGS, wordings=sorted({*wordings}))
    _count(COUNT_PAIRS_LESS, (pairs for digest, pairs in removed if _is_counted(digest)))


def _is_counted(digest: UUID) -> bool:
    return digest.bytes[0] < _COUNTED_BELOW


def _count(statement: str, wordings: Iterable[Sequence[int]]) -> None:
    """Count the pairs of some wordings, or count them no more."""
    counted = Counter(bucket for pairs in wordings for bucket in buckets_of(pairs))
    buckets = sorted(counted)
    _run(statement, buckets=buckets, changes=[counted[bucket] for bucket in buckets])


def _run(statement: str, **values: Any) -> list[tuple[Any, ...]]:
    given: Mapping[str, Any] = values
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return list(cursor) if cursor.description else []
