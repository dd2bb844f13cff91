"""Forgetting paragraphs: what hangs on a paragraph goes before it does, in as few statements."""

from collections.abc import Collection

from django.db import connection

from archive.models import ComparedTexts

_PAIRINGS = "DELETE FROM archive_paragraphpairing WHERE earlier_id = ANY(%s) OR later_id = ANY(%s)"
_PLACES = "DELETE FROM archive_lineageplace WHERE paragraph_id = ANY(%s) OR before_id = ANY(%s)"
_OF_TEXT = "DELETE FROM archive_comparedtexts WHERE earlier_id = %s OR later_id = %s"
_FOUND = "DELETE FROM archive_paragraphpairing WHERE compared_id = ANY(%s) AND decision = 'machine'"
_PAIRED = "DELETE FROM archive_paragraphpairing WHERE id = ANY(%s)"
_COMPARED = """
DELETE FROM archive_comparedtexts AS compared WHERE id = ANY(%s) AND NOT EXISTS (
    SELECT FROM archive_paragraphpairing WHERE compared_id = compared.id)
"""


def forget_paragraphs(paragraphs: Collection[int]) -> None:
    """Delete the pairings and places of paragraphs, by key, that are about to be deleted.

    Places of what came after them go too; all are written anew when the lineages are.
    """
    if not paragraphs:
        return
    keys = list(paragraphs)
    with connection.cursor() as cursor:
        cursor.execute(_PAIRINGS, [keys, keys])
        cursor.execute(_PLACES, [keys, keys])


def forget_text(text: int) -> None:
    """Delete what says that a text, by key, was compared, once its paragraphs are forgotten."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_TEXT, [text, text])


def forget_found(compared_texts: Collection[int]) -> None:
    """Delete what comparing two texts has found, of some by key, but for what people have said."""
    with connection.cursor() as cursor:
        cursor.execute(_FOUND, [list(compared_texts)])


def forget_pairings(pairings: Collection[int]) -> None:
    """Delete pairings, by key, that are written anew under their keys; the history keeps them."""
    with connection.cursor() as cursor:
        cursor.execute(_PAIRED, [list(pairings)])


def forget_compared(compared_texts: Collection[int]) -> None:
    """Take back that texts were compared, of some by key; what people have said of them stays."""
    keys = list(compared_texts)
    if not keys:
        return
    forget_found(keys)
    with connection.cursor() as cursor:
        cursor.execute(_COMPARED, [keys])
    left = ComparedTexts.objects.filter(pk__in=keys)
    left.update(method="", earlier_hash="", later_hash="")
