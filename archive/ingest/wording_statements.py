"""The statements that keep wordings; resolutions, paragraphs and wordings come by key."""

SAID = """
SELECT paragraph.id, text.resolution_id, paragraph.wording
FROM archive_text AS text JOIN archive_paragraph AS paragraph ON paragraph.text_id = text.id
WHERE text.resolution_id = ANY(%(pks)s) AND text.language = %(language)s
  AND text.withdrawn_at IS NULL AND paragraph.kind <> 'heading' AND paragraph.rows = '[]'
"""

USED = """
SELECT paragraph_id, resolution_id, digest
FROM archive_wordinguse AS uses JOIN archive_wording AS wording ON wording.id = uses.wording_id
WHERE uses.resolution_id = ANY(%(pks)s)
"""

REMOVE_USES = """
DELETE FROM archive_wordinguse WHERE paragraph_id = ANY(%(paragraphs)s) RETURNING wording_id
"""

REMOVE_WORDINGS = """
DELETE FROM archive_wording AS wording
WHERE id = ANY(%(wordings)s)
  AND NOT EXISTS (SELECT FROM archive_wordinguse AS uses WHERE uses.wording_id = wording.id)
RETURNING digest, pairs
"""

ADD_WORDINGS = """
INSERT INTO archive_wording (digest, words, pairs)
SELECT digest, words, pairs::integer[]
FROM unnest(%(digests)s::uuid[], %(words)s::text[], %(pairs)s::text[]) AS new (digest, words, pairs)
WHERE NOT EXISTS (SELECT FROM archive_wording AS held WHERE held.digest = new.digest)
RETURNING digest
"""

ADD_USES = """
INSERT INTO archive_wordinguse (paragraph_id, resolution_id, wording_id)
SELECT paragraph, resolution, wording.id
FROM unnest(%(paragraphs)s::bigint[], %(resolutions)s::bigint[], %(digests)s::uuid[])
     AS new (paragraph, resolution, digest)
JOIN archive_wording AS wording USING (digest)
"""

COUNT_PAIRS = """
INSERT INTO archive_pairfrequency AS held (bucket, wordings_count)
SELECT * FROM unnest(%(buckets)s::integer[], %(changes)s::integer[])
ON CONFLICT (bucket) DO UPDATE SET wordings_count = held.wordings_count + EXCLUDED.wordings_count
"""

COUNT_PAIRS_LESS = """
WITH by AS (
    SELECT * FROM unnest(%(buckets)s::integer[], %(changes)s::integer[]) AS by (bucket, change)
), gone AS (
    DELETE FROM archive_pairfrequency AS held USING by
    WHERE held.bucket = by.bucket AND held.wordings_count <= by.change
)
UPDATE archive_pairfrequency AS held SET wordings_count = wordings_count - by.change
FROM by WHERE held.bucket = by.bucket AND held.wordings_count > by.change
"""

#: A published text whose paragraphs say something, of which nothing is kept.
LEFT_OUT = """
SELECT text.id FROM archive_text AS text
WHERE text.language = %(language)s AND text.withdrawn_at IS NULL
  AND NOT EXISTS (
      SELECT FROM archive_wordinguse AS uses WHERE uses.resolution_id = text.resolution_id)
  AND EXISTS (
      SELECT FROM archive_paragraph AS paragraph
      WHERE paragraph.text_id = text.id AND paragraph.kind <> 'heading'
        AND paragraph.rows = '[]' AND paragraph.wording ~ '[[:alnum:]]')
LIMIT 1
"""
