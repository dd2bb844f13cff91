"""Vectors: what full-text search sees of words, as functions that the database itself keeps.

The functions are made by migration 0006; docs/search.md says what each key means.
"""

from django.contrib.postgres.search import SearchVectorField
from django.db.models import CharField, F, Func


def words(column: str) -> Func:
    """The lexemes of a wording with their places, hyphenated compounds in parts and whole."""
    return Func(F(column), function="archive_words", output_field=SearchVectorField())


def title_and_wording() -> Func:
    """The lexemes of a text, those of its title with weight A, the others with weight B."""
    return Func(
        F("title"),
        F("wording"),
        function="archive_text_vector",
        output_field=SearchVectorField(),
    )


def part_of_paragraph() -> Func:
    """The part of a resolution a paragraph stands in: preambular, operative or annex."""
    return Func(F("kind"), F("anchor"), function="archive_part", output_field=CharField())


def paragraph() -> Func:
    """The lexemes of a paragraph, and keys for its part, its opening and what it cites."""
    return Func(
        F("wording"),
        Func(F("kind"), F("anchor"), function="archive_part"),
        F("form"),
        F("cited"),
        function="archive_place_vector",
        output_field=SearchVectorField(),
    )


def footnote() -> Func:
    """The lexemes of a note, and keys for its part and what it cites."""
    return Func(
        F("wording"), F("cited"), function="archive_note_vector", output_field=SearchVectorField()
    )
