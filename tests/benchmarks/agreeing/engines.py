"""Who answers: the archive, difflib over every wording, and PostgreSQL by trigrams."""

from collections.abc import Callable
from difflib import get_close_matches
from functools import cache

from django.db import connection

from archive.models import Wording
from archive.search.agreed.finder import agreed
from archive.search.matches.patience import at_most
from archive.search.results import SECONDS

#: The key of the wording that comes first, or None.
Engine = Callable[[str], int | None]

_NEAREST = """
SELECT id FROM archive_wording WHERE words %% %(asked)s
ORDER BY similarity(words, %(asked)s) DESC, id LIMIT 1
"""


def by_archive(asked: str) -> int | None:
    """The archive's own finder."""
    with at_most(SECONDS):
        (found,) = agreed([asked], most=1)
    return found[0].key if found else None


def by_difflib(asked: str) -> int | None:
    """The standard library, as it is used most: the closest of all, letter by letter."""
    found = get_close_matches(asked, _wordings(), n=1, cutoff=0.5)
    return _wordings()[found[0]] if found else None


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
