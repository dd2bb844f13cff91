"""Known openings: every normal form with which a paragraph of the archive opens."""

from django.db import connection

#: The forms as a table, with NULL after the last: from one to the next in the index, never from
#: paragraph to paragraph.
KNOWN = """
WITH RECURSIVE known AS (
    (SELECT form FROM archive_paragraph WHERE form <> '' ORDER BY form LIMIT 1)
    UNION ALL
    SELECT (
        SELECT form FROM archive_paragraph
        WHERE form <> '' AND form > known.form ORDER BY form LIMIT 1
    ) FROM known WHERE form IS NOT NULL
)
"""
_FORMS = "SELECT form FROM known WHERE form IS NOT NULL LIMIT %s"
#: Of the archive's paragraphs so far, a third as many are known.
MOST_OPENINGS = 1_000


def known_openings() -> tuple[str, ...]:
    """The forms in the order of the alphabet; one database query, as long as there are forms."""
    with connection.cursor() as cursor:
        cursor.execute(KNOWN + _FORMS, [MOST_OPENINGS])
        return tuple(form for (form,) in cursor)
