"""Spellings: the thesaurus of variant spellings in PostgreSQL's own configuration.

PostgreSQL reads a thesaurus from a file of its installation. Where the file came after the tables
were made, or has changed, what was read with the old one is read again.
"""

from django.db import DatabaseError, connection, transaction
from psycopg.errors import ConfigFileError

_MAKE = """
CREATE TEXT SEARCH DICTIONARY recalling_spellings (
    TEMPLATE = thesaurus, DictFile = recalling, Dictionary = pg_catalog.english_stem
)
"""
_IS_THERE = "SELECT EXISTS (SELECT FROM pg_ts_dict WHERE dictname = 'recalling_spellings')"
_USE = """
ALTER TEXT SEARCH CONFIGURATION recalling_parts
    ALTER MAPPING FOR asciiword, word, hword_asciipart, hword_part
    WITH unaccent, recalling_spellings, english_stem;
ALTER TEXT SEARCH CONFIGURATION recalling_compounds
    ALTER MAPPING FOR asciiword, word, asciihword, hword
    WITH unaccent, recalling_spellings, english_stem;
"""
#: A vector is made anew when a column that it is made from is written.
_READ_AGAIN = """
UPDATE archive_resolution SET title = title;
UPDATE archive_text SET wording = wording;
UPDATE archive_paragraph SET wording = wording;
UPDATE archive_footnote SET wording = wording;
"""


def read_spellings_again() -> bool:
    """Take the thesaurus into use, if the server has its file, and read every wording with it.

    Whether the server has the file.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_IS_THERE)
        is_there = bool(cursor.fetchone()[0]) or _has_been_made()
        if is_there:
            cursor.execute(_USE)
        cursor.execute(_READ_AGAIN)
    return is_there


def _has_been_made() -> bool:
    """Make the dictionary; False where the server has no file for it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_MAKE)
    except DatabaseError as error:
        if isinstance(error.__cause__, ConfigFileError):
            return False
        raise
    return True
