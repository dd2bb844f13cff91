"""The statements that choose what of the network is drawn.

A recall is a pair of resolutions of which one cites the other in a text that is published, however
often; the whole that is cited only as what prints a part is not recalled. Those whose text was
withdrawn neither recall nor are recalled.
"""

#: Who recalls is found by the card that has the text, and no card has one that is withdrawn.
_RECALLS = """
WITH recall AS MATERIALIZED (
    SELECT DISTINCT one.resolution_id AS citing, other.resolution_id AS cited
    FROM archive_citation AS citation
    JOIN archive_cataloguecard AS one ON one.text_id = citation.text_id
    JOIN archive_cataloguecard AS other ON other.resolution_id = citation.cited_resolution_id
    WHERE NOT citation.of_whole AND one.resolution_id <> other.resolution_id
      AND other.resolution_id NOT IN (
          SELECT resolution_id FROM archive_text
          WHERE withdrawn_at IS NOT NULL AND language = %(language)s)
      {conditions}
)
"""

#: By what narrows the network; ``one`` recalls, ``other`` is recalled.
CONDITIONS = {
    "of": "AND (citation.cited_resolution_id = %(of)s OR citation.text_id IN "
    "(SELECT text_id FROM archive_cataloguecard WHERE resolution_id = %(of)s))",
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
    SELECT citing AS id, count(*) FILTER (WHERE cited IN (SELECT id FROM most)) AS times
    FROM recall GROUP BY citing
), member AS (
    SELECT id, coalesce(received.times, 0) AS received, coalesce(given.times, 0) AS given
    FROM received FULL JOIN given USING (id)
)
SELECT id, received, given, place IS NOT NULL, count(*) OVER (), (SELECT count(*) FROM recall)
FROM member JOIN archive_cataloguecard AS card ON card.resolution_id = id
LEFT JOIN most USING (id)
ORDER BY place NULLS LAST, given DESC, symbol
LIMIT %(most)s
"""

#: The same of everything there is. How often each is recalled is on its card, so that no more
#: citations are read than those of the most recalled, and one of each text.
_OF_EVERYTHING = """
WITH withdrawn AS (
    SELECT resolution_id AS id FROM archive_text
    WHERE withdrawn_at IS NOT NULL AND language = %(language)s
), card AS (
    SELECT resolution_id AS id, symbol, text_id, times_recalled AS received
    FROM archive_cataloguecard WHERE resolution_id NOT IN (SELECT id FROM withdrawn)
), most AS (
    SELECT id, row_number() OVER (ORDER BY received DESC, symbol) AS place
    FROM card WHERE received > 0 ORDER BY received DESC, symbol LIMIT %(most_recalled)s
), given AS (
    SELECT card.id, count(DISTINCT citation.cited_resolution_id) AS times
    FROM archive_citation AS citation JOIN card USING (text_id)
    WHERE NOT of_whole AND cited_resolution_id IN (SELECT id FROM most)
      AND cited_resolution_id <> card.id
    GROUP BY card.id
), member AS (
    SELECT id, symbol, received FROM card
    WHERE received > 0 OR EXISTS (
        SELECT FROM archive_citation AS citation
        WHERE citation.text_id = card.text_id AND NOT of_whole AND cited_resolution_id <> card.id
          AND cited_resolution_id NOT IN (SELECT id FROM withdrawn))
)
SELECT id, received, coalesce(given.times, 0), place IS NOT NULL, count(*) OVER (),
       (SELECT sum(received)::bigint FROM card)
FROM member LEFT JOIN most USING (id) LEFT JOIN given USING (id)
ORDER BY place NULLS LAST, coalesce(given.times, 0) DESC, symbol
LIMIT %(most)s
"""

#: First the one they are around, then those of them that the whole archive recalls most.
_AROUND_ONE = """
, member AS (
    SELECT citing AS id FROM recall UNION SELECT cited FROM recall
)
SELECT id, card.times_recalled, 0, id <> %(of)s, count(*) OVER (), (SELECT count(*) FROM recall)
FROM member JOIN archive_cataloguecard AS card ON card.resolution_id = id
ORDER BY id = %(of)s DESC, card.times_recalled DESC, card.dated_on DESC NULLS LAST, card.symbol
LIMIT %(most)s
"""

#: Words by which a text that is published recalls something, with how many citations they govern.
OPENINGS = """
SELECT opening, count(*)
FROM archive_citation AS citation JOIN archive_cataloguecard AS card USING (text_id)
WHERE opening <> '' AND cited_resolution_id IS NOT NULL GROUP BY opening
"""


def choosing(names: frozenset[str]) -> str:
    """The statement for a network that these conditions narrow, by their names."""
    if not names:
        return _OF_EVERYTHING
    conditions = " ".join(words for name, words in CONDITIONS.items() if name in names)
    rest = _AROUND_ONE if "of" in names else _MOST_RECALLED
    return _RECALLS.format(conditions=conditions) + rest
