"""The statements that choose what of the network is drawn.

A recall is a pair of resolutions of which one cites the other in a text that is published, however
often; the whole that is cited only as what prints a part is not recalled. Those whose text was
withdrawn neither recall nor are recalled.
"""

_RECALLS = """
WITH recall AS MATERIALIZED (
    SELECT DISTINCT text.resolution_id AS citing, citation.cited_resolution_id AS cited
    FROM archive_citation AS citation
    JOIN archive_text AS text ON text.id = citation.text_id
    JOIN archive_cataloguecard AS one ON one.resolution_id = text.resolution_id
    JOIN archive_cataloguecard AS other ON other.resolution_id = citation.cited_resolution_id
    WHERE text.language = %(language)s AND text.withdrawn_at IS NULL AND NOT citation.of_whole
      AND one.resolution_id <> other.resolution_id
      AND NOT EXISTS (
          SELECT FROM archive_text AS taken
          WHERE taken.resolution_id = other.resolution_id AND taken.language = %(language)s
            AND taken.withdrawn_at IS NOT NULL)
      {conditions}
), member AS (
    SELECT citing AS id FROM recall UNION SELECT cited FROM recall
)
"""

#: By what narrows the network; ``one`` recalls, ``other`` is recalled.
CONDITIONS = {
    "of": "AND (citation.cited_resolution_id = %(of)s OR citation.text_id IN "
    "(SELECT id FROM archive_text WHERE resolution_id = %(of)s))",
    "openings": "AND citation.opening = ANY(%(openings)s)",
    "organs": "AND (one.organ = ANY(%(organs)s) OR one.resolution_id = %(of)s) "
    "AND (other.organ = ANY(%(organs)s) OR other.resolution_id = %(of)s)",
    "since": "AND (one.dated_on >= %(since)s OR one.resolution_id = %(of)s) "
    "AND (other.dated_on >= %(since)s OR other.resolution_id = %(of)s)",
    "until": "AND (one.dated_on <= %(until)s OR one.resolution_id = %(of)s) "
    "AND (other.dated_on <= %(until)s OR other.resolution_id = %(of)s)",
}

#: First the most recalled, then those that recall most of these.
_MOST_RECALLED = """
, received AS (
    SELECT cited AS id, count(*) AS times FROM recall GROUP BY cited
), most AS (
    SELECT id, row_number() OVER (ORDER BY times DESC, symbol) AS place
    FROM received JOIN archive_cataloguecard ON resolution_id = id
    ORDER BY times DESC, symbol LIMIT %(most_recalled)s
), given AS (
    SELECT citing AS id, count(*) AS times FROM recall
    WHERE cited IN (SELECT id FROM most) GROUP BY citing
)
SELECT id, coalesce(received.times, 0), coalesce(given.times, 0), most.id IS NOT NULL,
       count(*) OVER (), (SELECT count(*) FROM recall)
FROM member JOIN archive_cataloguecard AS card ON card.resolution_id = id
LEFT JOIN most USING (id) LEFT JOIN received USING (id) LEFT JOIN given USING (id)
ORDER BY most.place NULLS LAST, given.times DESC NULLS LAST, card.symbol
LIMIT %(most)s
"""

#: First the one they are around, then those of them that the whole archive recalls most.
_AROUND_ONE = """
SELECT id, card.times_recalled, 0, id <> %(of)s, count(*) OVER (), (SELECT count(*) FROM recall)
FROM member JOIN archive_cataloguecard AS card ON card.resolution_id = id
ORDER BY id = %(of)s DESC, card.times_recalled DESC, card.dated_on DESC NULLS LAST, card.symbol
LIMIT %(most)s
"""

#: Words by which something is recalled, with how many citations they govern.
OPENINGS = """
SELECT opening, count(*) FROM archive_citation
WHERE opening <> '' AND cited_resolution_id IS NOT NULL GROUP BY opening
"""


def choosing(names: frozenset[str]) -> str:
    """The statement for a network that these conditions narrow, by their names."""
    conditions = " ".join(words for name, words in CONDITIONS.items() if name in names)
    rest = _AROUND_ONE if "of" in names else _MOST_RECALLED
    return _RECALLS.format(conditions=conditions) + rest
