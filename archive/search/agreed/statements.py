"""The statements that find wordings, and what uses them."""

#: How often pairs stand in wordings, as far as that is counted.
FREQUENCIES = """
SELECT bucket, wordings_count FROM archive_pairfrequency WHERE bucket = ANY(%(buckets)s::integer[])
"""

#: For each asked text, the wordings that share most of its rare pairs, the rarest weighing most,
#: and the one that is the same. What nobody uses any more is not found.
NEAREST = """
WITH asked AS (
    SELECT asked, pairs::integer[] AS pairs, weight
    FROM unnest(%(asked)s::integer[], %(pairs)s::text[], %(weights)s::float8[])
         AS one (asked, pairs, weight)
), shared AS (
    SELECT asked.asked, wording.id, sum(asked.weight) AS weight
    FROM asked CROSS JOIN LATERAL (
        SELECT id FROM archive_wording AS one WHERE one.pairs @> asked.pairs LIMIT %(rows)s
    ) AS wording
    GROUP BY asked.asked, wording.id
), placed AS (
    SELECT asked, id, row_number() OVER (PARTITION BY asked ORDER BY weight DESC, id) AS place
    FROM shared
), found AS (
    SELECT asked, id FROM placed WHERE place <= %(most)s
    UNION
    SELECT one.asked, wording.id
    FROM unnest(%(numbers)s::integer[], %(digests)s::uuid[]) AS one (asked, digest)
    JOIN archive_wording AS wording USING (digest)
)
SELECT found.asked, wording.id, wording.words
FROM found JOIN archive_wording AS wording USING (id)
WHERE EXISTS (
    SELECT FROM archive_wordinguse AS uses
    JOIN archive_cataloguecard AS card ON card.resolution_id = uses.resolution_id
    WHERE uses.wording_id = wording.id AND card.stage = ANY(%(stages)s::text[])
)
"""

#: Who uses wordings: the first so many uses of each, and the last; adopted ones before drafts.
USES = """
WITH used AS MATERIALIZED (
    SELECT uses.wording_id, uses.paragraph_id, card.resolution_id, card.symbol, card.organ,
           card.stage, card.dated_on, resolution.adoption_method, resolution.title
    FROM archive_wordinguse AS uses
    JOIN archive_cataloguecard AS card ON card.resolution_id = uses.resolution_id
    JOIN archive_resolution AS resolution ON resolution.id = card.resolution_id
    WHERE uses.wording_id = ANY(%(wordings)s::bigint[])
), counted AS (
    SELECT wording_id,
           count(DISTINCT resolution_id) FILTER (WHERE stage = 'adopted') AS resolutions_count,
           count(DISTINCT resolution_id) FILTER (WHERE stage = 'draft') AS drafts_count,
           array_agg(DISTINCT organ::text) AS organs,
           array_agg(DISTINCT adoption_method::text) FILTER (WHERE stage = 'adopted') AS methods
    FROM used GROUP BY wording_id
), placed AS (
    SELECT *,
           row_number() OVER (
               PARTITION BY wording_id
               ORDER BY stage, dated_on NULLS LAST, symbol, paragraph_id) AS place,
           row_number() OVER (
               PARTITION BY wording_id
               ORDER BY stage, dated_on DESC NULLS LAST, symbol DESC, paragraph_id) AS place_back
    FROM used
)
SELECT placed.wording_id, place, place_back = 1, resolutions_count, drafts_count, organs, methods,
       paragraph.wording, paragraph.opening, paragraph.form,
       symbol, stage, organ, title, dated_on,
       EXISTS (
           SELECT FROM archive_evidence AS evidence
           WHERE evidence.resolution_id = placed.resolution_id
             AND fact = 'adopted_on' AND NOT is_verified
       ),
       adoption_method, paragraph.anchor, paragraph.label
FROM placed JOIN counted USING (wording_id)
JOIN archive_paragraph AS paragraph ON paragraph.id = placed.paragraph_id
WHERE place <= %(most)s OR place_back = 1
ORDER BY placed.wording_id, place
"""
