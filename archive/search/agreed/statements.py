"""The statements that find wordings, and what uses them."""

#: How often pairs stand in wordings, as far as that is counted.
FREQUENCIES = """
SELECT bucket, wordings_count FROM archive_pairfrequency WHERE bucket = ANY(%(buckets)s::integer[])
"""

#: For each asked text, the wordings of the texts that are asked which share most of its rare pairs,
#: the rarest weighing most and of equals those that are as long first; before them those that are
#: asked by their digests. Each with its uses, as many as tell a common one from others. They are
#: walked in that order until there are enough, and no more than so many: the uses of each are
#: looked for one by one, as PostgreSQL would rather read those of the whole archive.
NEAREST = """
WITH asked AS (
    SELECT asked, pairs::integer[] AS pairs, weight
    FROM unnest(%(asked)s::integer[], %(pairs)s::text[], %(weights)s::float8[])
         AS one (asked, pairs, weight)
), led AS (
    SELECT asked.asked, wording.id, asked.weight, wording.size
    FROM asked CROSS JOIN LATERAL (
        SELECT id, cardinality(one.pairs) AS size
        FROM archive_wording AS one WHERE one.pairs @> asked.pairs LIMIT %(rows)s
    ) AS wording
    UNION ALL
    SELECT one.asked, wording.id, 'infinity', cardinality(wording.pairs)
    FROM unnest(%(numbers)s::integer[], %(digests)s::uuid[]) AS one (asked, digest)
    JOIN archive_wording AS wording USING (digest)
), shared AS (
    SELECT asked, id, sum(weight) AS weight, min(size) AS size FROM led GROUP BY asked, id
), placed AS MATERIALIZED (
    SELECT asked, id, row_number() OVER (
        PARTITION BY asked
        ORDER BY weight DESC, abs(size - (%(sizes)s::integer[])[asked + 1]), id) AS place
    FROM shared
), one AS (
    SELECT asked, array_agg(id ORDER BY place) AS ids
    FROM placed WHERE place <= %(walked)s GROUP BY asked
)
SELECT one.asked, near.id, wording.words, near.times
FROM one CROSS JOIN LATERAL (
    SELECT walked.id, used.times
    FROM unnest(one.ids) AS walked (id)
    CROSS JOIN LATERAL (
        SELECT count(*) AS times FROM (
            SELECT FROM archive_wordinguse AS uses
            JOIN archive_cataloguecard AS card ON card.resolution_id = uses.resolution_id
            WHERE uses.wording_id = walked.id
              AND card.stage = ANY(%(stages)s::text[]) AND card.organ = ANY(%(organs)s::text[])
            LIMIT 20
        ) AS use
    ) AS used
    WHERE used.times > 0
    LIMIT %(most)s
) AS near
JOIN archive_wording AS wording USING (id)
"""

#: The wordings in which the words stand as they are asked, of the texts that are asked; how many
#: there are, of the first so many. The one that is the same is among them.
SAYING = """
WITH of_texts AS NOT MATERIALIZED (
    SELECT wording.id, digest, pairs, words, times, first_on, last_on
    FROM archive_wording AS wording CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE stage = 'adopted') AS times,
               min(dated_on) FILTER (WHERE stage = 'adopted') AS first_on,
               max(dated_on) FILTER (WHERE stage = 'adopted') AS last_on,
               bool_or(stage = ANY(%(stages)s::text[]) AND organ = ANY(%(organs)s::text[]))
                   AS is_asked
        FROM archive_cataloguecard AS card
        WHERE card.resolution_id = ANY(ARRAY(
            SELECT resolution_id FROM archive_wordinguse AS uses
            WHERE uses.wording_id = wording.id))
    ) AS use
    WHERE is_asked
), saying AS MATERIALIZED (
    (SELECT id, digest = %(digest)s::uuid AS is_same, times, first_on, last_on FROM of_texts
     WHERE pairs @> %(pairs)s::integer[] AND words LIKE %(pattern)s LIMIT %(most_read)s)
    UNION
    SELECT id, TRUE, times, first_on, last_on FROM of_texts WHERE digest = %(digest)s::uuid
)
SELECT id, is_same, count(*) OVER () FROM saying
ORDER BY is_same DESC, {order}, id LIMIT %(most)s OFFSET %(start)s
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
), kind AS (
    SELECT wording_id, stage, organ::text, adoption_method::text, count(*) AS times
    FROM (SELECT DISTINCT wording_id, resolution_id, stage, organ, adoption_method FROM used) AS one
    GROUP BY wording_id, stage, organ, adoption_method
), counted AS (
    SELECT wording_id,
           coalesce(sum(times) FILTER (WHERE stage = 'adopted'), 0)::integer AS resolutions_count,
           coalesce(sum(times) FILTER (WHERE stage = 'draft'), 0)::integer AS drafts_count,
           array_agg(organ) AS organs,
           array_agg(adoption_method) FILTER (WHERE stage = 'adopted') AS methods
    FROM kind GROUP BY wording_id
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
