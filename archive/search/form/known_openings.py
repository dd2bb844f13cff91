"""Known openings: every normal form with which a paragraph that is published opens."""

from django.db import connection

#: The forms as a table, with NULL after the last: from one to the next in the index, never from
#: paragraph to paragraph. Of each, the first paragraph is looked for that stands in the text of a
#: card, since no card has a text that was withdrawn, or is in another language.
KNOWN = """
WITH RECURSIVE printed AS (
    (SELECT form FROM archive_paragraph WHERE form <> '' ORDER BY form LIMIT 1)
    UNION ALL
    SELECT (
        SELECT form FROM archive_paragraph
        WHERE form <> '' AND form > printed.form ORDER BY form LIMIT 1
    ) FROM printed WHERE form IS NOT NULL
), known AS (
    SELECT form FROM printed WHERE form IS NOT NULL AND (
        SELECT true
        FROM archive_paragraph AS paragraph JOIN archive_cataloguecard AS card USING (text_id)
        WHERE paragraph.form = printed.form AND paragraph.form <> '' LIMIT 1
    )
)
"""
_FORMS = "SELECT form FROM known LIMIT %s"
#: Of the archive's paragraphs so far, a third as many are known.
MOST_OPENINGS = 1_000


def known_openings() -> tuple[str, ...]:
    """The forms in the order of the alphabet; one database query, as long as there are forms."""
    with connection.cursor() as cursor:
        cursor.execute(KNOWN + _FORMS, [MOST_OPENINGS])
        return tuple(form for (form,) in cursor)
