"""How words are read: two text search configurations, and functions over them.

``recalling_parts`` reads a hyphenated compound as its parts, ``recalling_compounds`` as one word.
Both fold diacritics, bring variant spellings together where the server has the file of the
thesaurus (docs/search.md), and reduce words to their stems.
"""

from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations, transaction
from django.db.utils import Error

_SPELLINGS = """
    CREATE TEXT SEARCH DICTIONARY recalling_spellings (
        TEMPLATE = thesaurus, DictFile = recalling, Dictionary = pg_catalog.english_stem
    )
"""
_PARTS = "hword_asciipart, hword_part", "hword_numpart"
_WHOLES = "asciihword, hword", "numhword"
_MAPPING = """
    CREATE TEXT SEARCH CONFIGURATION {name} (COPY = pg_catalog.english);
    ALTER TEXT SEARCH CONFIGURATION {name} DROP MAPPING FOR {left_out};
    ALTER TEXT SEARCH CONFIGURATION {name}
        ALTER MAPPING FOR asciiword, word, {words} WITH unaccent, {spellings} english_stem;
    ALTER TEXT SEARCH CONFIGURATION {name}
        ALTER MAPPING FOR numword, {numbered} WITH unaccent, simple;
"""

#: PostgreSQL takes words with a slash between them for the name of a file, and a hyphen between
#: figures for a minus; a sign that no text has, on both sides, tells them apart. Symbols stay whole.
#: 64 places lie between the two readings of a wording, so that no phrase runs from one into the
#: other.
_FUNCTIONS = r"""
CREATE FUNCTION archive_told_apart(wording text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(
    wording,
    '(?<=[[:alpha:]]{2})/'
    '(?=[[:alpha:]]{2,}\M(?!\.[[:alnum:]]|/[[:alpha:]]\M|/[[:alnum:]]*[0-9]))'
    '|(?<=[0-9])-(?=[0-9])',
    E'\x1f\\&\x1f', 'g');

CREATE FUNCTION archive_joined(parts tsvector, compounds tsvector) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN parts = compounds THEN parts
            ELSE parts || '''~'':64'::tsvector || compounds END;

CREATE FUNCTION archive_words(wording text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN archive_joined(to_tsvector('recalling_parts'::regconfig, archive_told_apart(wording)),
                      to_tsvector('recalling_compounds'::regconfig, archive_told_apart(wording)));

CREATE FUNCTION archive_text_vector(title text, wording text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector('recalling_parts'::regconfig, archive_told_apart(title)), 'A')
    || setweight(to_tsvector('recalling_parts'::regconfig, archive_told_apart(wording)), 'B');

CREATE FUNCTION archive_part(kind text, anchor text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN kind = 'annex' OR anchor ~ '^(annex|appendix)' THEN 'annex'
            WHEN kind = 'preambular' THEN 'preambular' ELSE 'operative' END;

CREATE FUNCTION archive_place_vector(wording text, part text, form text, cited text[])
RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN archive_words(wording) || array_to_tsvector(
    ARRAY['=' || left(part, 1)]
    || CASE WHEN form = '' THEN ARRAY[]::text[] ELSE ARRAY['#' || form] END
    || ARRAY(SELECT '@' || symbol FROM unnest(cited) AS symbol));

CREATE FUNCTION archive_note_vector(wording text, cited text[]) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN archive_words(wording) || array_to_tsvector(
    ARRAY['=n'] || ARRAY(SELECT '@' || symbol FROM unnest(cited) AS symbol));

CREATE FUNCTION archive_pairs(vector tsvector) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT DISTINCT lexeme || ' ' || (next_place - place) || ' ' || next_lexeme
    FROM (
        SELECT lexeme, place, lead(lexeme) OVER in_order AS next_lexeme,
               lead(place) OVER in_order AS next_place
        FROM unnest(vector) AS word (lexeme, places, weights), unnest(places) AS place
        WINDOW in_order AS (ORDER BY place)
    ) AS pair
    WHERE next_place - place BETWEEN 1 AND 6 AND lexeme <> '~';
END;
"""
_BACK = """
DROP FUNCTION archive_pairs(tsvector);
DROP FUNCTION archive_note_vector(text, text[]);
DROP FUNCTION archive_place_vector(text, text, text, text[]);
DROP FUNCTION archive_part(text, text);
DROP FUNCTION archive_text_vector(text, text);
DROP FUNCTION archive_words(text);
DROP FUNCTION archive_joined(tsvector, tsvector);
DROP FUNCTION archive_told_apart(text);
"""


def make_configurations(apps, schema_editor):
    """Make both configurations, with the thesaurus if the server has its file."""
    spellings = "recalling_spellings," if _has_spellings(schema_editor) else ""
    for name, (words, numbered), left_out in (
        ("recalling_parts", _PARTS, _WHOLES),
        ("recalling_compounds", _WHOLES, _PARTS),
    ):
        schema_editor.execute(
            _MAPPING.format(
                name=name,
                words=words,
                numbered=numbered,
                left_out=", ".join(left_out),
                spellings=spellings,
            )
        )


def _has_spellings(schema_editor):
    """Make the dictionary; False where the server has no file for it."""
    try:
        with transaction.atomic(schema_editor.connection.alias):
            schema_editor.execute(_SPELLINGS)
    except Error as error:
        if getattr(error.__cause__, "sqlstate", None) != "F0000":
            raise
        return False
    return True


def drop_configurations(apps, schema_editor):
    """Take both away, and the thesaurus with them."""
    for name in ("recalling_parts", "recalling_compounds"):
        schema_editor.execute(f"DROP TEXT SEARCH CONFIGURATION {name}")
    schema_editor.execute("DROP TEXT SEARCH DICTIONARY IF EXISTS recalling_spellings")


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0005_notes_marked_by_signs"),
    ]

    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        migrations.RunPython(make_configurations, drop_configurations),
        migrations.RunSQL(_FUNCTIONS, _BACK),
    ]
