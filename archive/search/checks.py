"""Checks: what a database must do for its searches to be right."""

from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import connections

_WORD_IN_SIGNS = "“libertés”"
_ITS_LEXEME = "libertés"


def words_are_told_from_signs(
    *, databases: Sequence[str] | None = None, **_options: Any
) -> list[checks.CheckMessage]:
    """A warning for each database whose full-text search takes curly quotes for letters.

    PostgreSQL leaves it to the database's character type what is a letter. Under LC_CTYPE "C" every
    sign beyond ASCII is, so that a word right beside a curly quote is not found.
    """
    return [
        checks.Warning(
            f"The database {alias!r} takes curly quotation marks for letters, so that words beside "
            "them are not found.",
            hint="Make it anew with ENCODING 'UTF8' and LC_CTYPE 'C.UTF-8', and load it again.",
            id="archive.W001",
        )
        for alias in databases or ()
        if not _tells_words_from_signs(alias)
    ]


def _tells_words_from_signs(alias: str) -> bool:
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT tsvector_to_array(to_tsvector('simple', %s)) = ARRAY[%s]",
            [_WORD_IN_SIGNS, _ITS_LEXEME],
        )
        return bool(cursor.fetchone()[0])
