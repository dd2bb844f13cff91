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


def spellings_are_brought_together(
    *, databases: Sequence[str] | None = None, **_options: Any
) -> list[checks.CheckMessage]:
    """A warning for each database that searches without the thesaurus of variant spellings.

    None for one that has no tables yet.
    """
    return [
        checks.Warning(
            f"The database {alias!r} takes counter-terrorism and counterterrorism for two words, "
            "as it does all variant spellings.",
            hint="Copy archive/models/spellings/recalling.ths into the folder tsearch_data under "
            "what `pg_config --sharedir` prints on its server, then: uv run manage.py catalogue",
            id="archive.W002",
        )
        for alias in databases or ()
        if _reads_words(alias) and not _has_spellings(alias)
    ]


def _reads_words(alias: str) -> bool:
    """Whether the archive's own configurations have been made."""
    return _finds(alias, "SELECT FROM pg_ts_config WHERE cfgname = 'recalling_parts'")


def _has_spellings(alias: str) -> bool:
    return _finds(alias, "SELECT FROM pg_ts_dict WHERE dictname = 'recalling_spellings'")


def _finds(alias: str, sql: str) -> bool:
    with connections[alias].cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone() is not None
