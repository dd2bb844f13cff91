"""Who answers: the archive, difflib over every wording, and PostgreSQL by trigrams."""

from collections.abc import Callable
from difflib import SequenceMatcher, get_close_matches
from functools import cache

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import Indel

from archive.models import Wording
from archive.search.agreed.finder import agreed
from archive.search.matches.patience import at_most
from archive.search.results import SECONDS

#: The key of the wording that comes first, or None.
Engine = Callable[[str], int | None]

#: How like a wording must be at least: less is no close match.
_FURTHEST = 0.5
_ROUNDING = 1e-9

_NEAREST = """
SELECT id FROM archive_wording WHERE words %% %(asked)s
ORDER BY similarity(words, %(asked)s) DESC, id LIMIT 1
"""


def by_archive(asked: str) -> int | None:
    """The archive's own finder."""
    with at_most(SECONDS):
        (found,) = agreed([asked], most=1)
    return found[0].key if found else None


@cache
def by_difflib(asked: str) -> int | None:
    """What ``difflib.get_close_matches`` answers, found sooner.

    The letters that it matches are a common subsequence, so that the length of the longest one
    bounds its ratio: no wording is looked at that cannot be closer than the closest so far. Of
    wordings as close it takes the last by its letters, as ``get_close_matches`` does.
    """
    matcher = SequenceMatcher(b=asked)
    best = (_FURTHEST, "")
    bounds = process.extract(
        asked,
        list(_wordings()),
        scorer=Indel.normalized_similarity,
        score_cutoff=_FURTHEST,
        limit=None,
    )
    for words, bound, _ in bounds:
        if bound < best[0] - _ROUNDING:
            break
        matcher.set_seq1(words)
        best = max(best, (matcher.ratio(), words))
    return _wordings().get(best[1])


def by_difflib_itself(asked: str) -> int | None:
    """The standard library, as it is used most; an error where the answer is not the same."""
    found = get_close_matches(asked, _wordings(), n=1, cutoff=_FURTHEST)
    key = _wordings()[found[0]] if found else None
    if key != by_difflib(asked):
        raise ValueError(f"difflib answers otherwise than its bounds have it: {asked!r}")
    return key


def by_trigrams(asked: str) -> int | None:
    """pg_trgm: what is similar by the index, and of that the most similar."""
    with connection.cursor() as cursor:
        cursor.execute(_NEAREST, {"asked": asked})
        row = cursor.fetchone()
    return row[0] if row else None


def index_trigrams() -> None:
    """The index that pg_trgm asks for."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE INDEX IF NOT EXISTS benchmark_trigrams ON archive_wording "
            "USING gin (words gin_trgm_ops)"
        )


@cache
def _wordings() -> dict[str, int]:
    return {words.strip(): key for key, words in Wording.objects.values_list("pk", "words")}
