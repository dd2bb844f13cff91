"""Dates of citations held against what is known of the resolutions they cite.

A citation stays as its text has it. Where its date, or its mere place in an older text, does not
agree with the date of adoption the archive has for what it cites, the citation carries that as a
sentence. Dates become known and change later than citations are made, on either side, so the
sentences are written anew for whatever a new text or a new date touches.
"""

from collections.abc import Collection

from django.db import connection

from archive.ingest.publishing.records import Consequence, Records
from archive.models import Citation
from archive.parsing.parsed import ParseWarning

CODE = "citation_date_conflict"

#: Of words that cite a part and with it the whole, only the part is dated. The day of a draft is
#: that of its distribution. What the text itself has against a citation is not said again.
_SQL = """
WITH touched AS (
    SELECT citation.id FROM archive_citation AS citation
    JOIN archive_text AS text ON text.id = citation.text_id
    WHERE text.resolution_id = ANY(%(resolutions)s)
    UNION
    SELECT id FROM archive_citation WHERE cited_resolution_id = ANY(%(resolutions)s)
), dated AS (
    SELECT citation.id, citation.of_whole, citation.conflict,
           cited.symbol, citing.symbol AS citing_symbol,
           citation.dated_on AS given, cited.adopted_on AS known,
           coalesce(citing.adopted_on, citing.distributed_on) AS own,
           coalesce('fn' || footnote.number, paragraph.anchor) AS anchor
    FROM touched JOIN archive_citation AS citation USING (id)
    JOIN archive_text AS text ON text.id = citation.text_id
    JOIN archive_resolution AS citing ON citing.id = text.resolution_id
    LEFT JOIN archive_resolution AS cited ON cited.id = citation.cited_resolution_id
    LEFT JOIN archive_paragraph AS paragraph ON paragraph.id = citation.paragraph_id
    LEFT JOIN archive_footnote AS footnote ON footnote.id = citation.footnote_id
), weighed AS (
    SELECT *, CASE WHEN of_whole THEN '' ELSE concat_ws(' ',
        CASE WHEN given <> known AND position(
            format('%%s was adopted on %%s', symbol, to_char(known, %(day)s)) IN conflict
        ) = 0 THEN format(
            'The date given here, %%s, is not that of %%s, which was adopted on %%s.',
            to_char(given, %(day)s), symbol, to_char(known, %(day)s)) END,
        CASE WHEN known > own THEN format(
            '%%s was adopted on %%s, later than this text, which is of %%s.',
            symbol, to_char(known, %(day)s), to_char(own, %(day)s)) END) END AS sentence
    FROM dated
)
UPDATE archive_citation AS citation SET date_conflict = sentence
FROM weighed WHERE weighed.id = citation.id AND citation.date_conflict <> sentence
RETURNING citation.id, citing_symbol, anchor, citation.words, sentence
"""
_DAY = "FMDD FMMonth YYYY"


def note_date_conflicts(resolutions: Collection[int], *, records: Records) -> list[ParseWarning]:
    """Write the conflicts of all that these resolutions cite and of all that cites them, by key.

    One statement, whatever their number. A warning for each citation that has come into conflict.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SQL, {"resolutions": list(resolutions), "day": _DAY})
        changed = cursor.fetchall()
    records.changed(Citation, (row[0] for row in changed), because=Consequence.DATED)
    return [
        ParseWarning(code=CODE, message=f"“{words}”: {sentence}", where=f"{citing} {anchor}")
        for citing, anchor, words, sentence in sorted(row[1:] for row in changed)
        if sentence
    ]
