"""The statements that write the catalogue; each takes the resolutions by key as ``pks``."""

#: A key is a lexeme, or has a sign before it: docs/search.md has the table. A text whose keys take
#: more bytes than a vector may have goes without its pairs of words. ``updated_at`` moves for those
#: that have ``changed``, not where a card is only made anew.
MAKE_CARDS = """
WITH chosen AS (
    SELECT resolution.id, resolution.symbol, resolution.organ, resolution.session,
           resolution.session_ordinal, resolution.stage, resolution.search_vector,
           coalesce(resolution.adopted_on, resolution.distributed_on) AS dated_on,
           text.id AS text_id, nullif(text.title, resolution.title) AS own_title,
           coalesce(card.times_recalled, 0) AS times_recalled
    FROM archive_resolution AS resolution
    LEFT JOIN archive_cataloguecard AS card ON card.resolution_id = resolution.id
    LEFT JOIN archive_text AS text
           ON text.resolution_id = resolution.id AND text.language = %(language)s
          AND text.withdrawn_at IS NULL
    WHERE resolution.id = ANY(%(pks)s)
), place AS (
    SELECT text_id, left(part, 1) AS part, form, cited, search_vector AS vector
    FROM archive_paragraph WHERE text_id = ANY(ARRAY(SELECT text_id FROM chosen))
    UNION ALL
    SELECT text_id, 'n', '', cited, search_vector
    FROM archive_footnote WHERE text_id = ANY(ARRAY(SELECT text_id FROM chosen))
), wording AS (
    SELECT id, 't' AS part, search_vector AS vector FROM chosen
    UNION ALL
    SELECT id, 't', archive_words(own_title) FROM chosen WHERE own_title IS NOT NULL
    UNION ALL
    SELECT chosen.id, place.part, place.vector FROM chosen JOIN place USING (text_id)
), entry AS (
    SELECT id, part, lexeme, places IS NOT NULL AS is_word
    FROM wording CROSS JOIN LATERAL unnest(vector) AS word (lexeme, places, weights)
    WHERE lexeme <> '~'
), key AS (
    SELECT id, lexeme AS key, FALSE AS is_pair FROM entry
    WHERE is_word OR left(lexeme, 1) IN ('@', '#')
    UNION
    SELECT id, '~' || part || ' ' || lexeme, FALSE FROM entry
    WHERE is_word OR left(lexeme, 1) = '@'
    UNION
    SELECT id, '=' || symbol, FALSE FROM chosen
    UNION
    SELECT id, '*', FALSE FROM chosen WHERE times_recalled >= %(often)s
    UNION
    SELECT id, '$' || level, FALSE
    FROM chosen JOIN unnest(%(levels)s::integer[]) AS level
      ON ((id * %(spreading)s) & ((1::bigint << %(bits)s) - 1)) < 1::bigint << (%(bits)s - level)
    UNION
    SELECT id, '^' || part || ' ' || pair, TRUE
    FROM wording CROSS JOIN LATERAL archive_pairs(vector) AS pair
), sized AS (
    SELECT id, sum(octet_length(key) + 2) > %(most_bytes)s AS is_too_large
    FROM key GROUP BY id
), keyed AS (
    SELECT id, array_to_tsvector(array_agg(key)) AS keys, is_too_large
    FROM key JOIN sized USING (id)
    WHERE octet_length(key) <= %(longest_key)s AND NOT (is_pair AND is_too_large)
    GROUP BY id, is_too_large
), opened AS (
    SELECT text_id, array_agg(DISTINCT form::text COLLATE "C") AS openings
    FROM place WHERE form <> '' GROUP BY text_id
), citing AS (
    SELECT text_id, array_agg(DISTINCT symbol::text COLLATE "C") AS cited
    FROM place CROSS JOIN LATERAL unnest(place.cited) AS symbol GROUP BY text_id
), written AS (
    INSERT INTO archive_cataloguecard AS card (
        resolution_id, text_id, symbol, organ, session, session_ordinal, stage, dated_on,
        times_recalled, keys, updated_at)
    SELECT id, text_id, symbol, organ, session, session_ordinal, stage, dated_on,
           0, coalesce(keys, ''::tsvector), now()
    FROM chosen LEFT JOIN keyed USING (id)
    ON CONFLICT (resolution_id) DO UPDATE SET
        text_id = EXCLUDED.text_id, symbol = EXCLUDED.symbol, organ = EXCLUDED.organ,
        session = EXCLUDED.session, session_ordinal = EXCLUDED.session_ordinal,
        stage = EXCLUDED.stage, dated_on = EXCLUDED.dated_on, keys = EXCLUDED.keys,
        updated_at = CASE WHEN card.resolution_id = ANY(%(changed)s)
                          THEN EXCLUDED.updated_at ELSE card.updated_at END
    RETURNING resolution_id AS id, symbol, xmax = 0 AS is_new
), listed AS (
    INSERT INTO archive_cardlists AS lists (card_id, openings, cited)
    SELECT id, coalesce(openings, ARRAY[]::text[]), coalesce(cited, ARRAY[]::text[])
    FROM chosen LEFT JOIN opened USING (text_id) LEFT JOIN citing USING (text_id)
    ON CONFLICT (card_id) DO UPDATE SET openings = EXCLUDED.openings, cited = EXCLUDED.cited
    RETURNING card_id AS id, cited
)
SELECT id, symbol, cited, is_new, coalesce(is_too_large, FALSE)
FROM written JOIN listed USING (id) LEFT JOIN sized USING (id)
"""

#: The keys stay as they are, and their index with them, unless that passes the mark.
_SET_RECALLED = """
UPDATE archive_cataloguecard AS card SET times_recalled = {number}, keys = CASE
    WHEN ({number} >= %(often)s) = (card.times_recalled >= %(often)s) THEN card.keys
    WHEN {number} >= %(often)s THEN card.keys || array_to_tsvector(ARRAY['*'])
    ELSE ts_delete(card.keys, '*')
END
{of}
"""

#: How many other resolutions cite each, from the texts that are held.
_CITERS = """
FROM (
    SELECT one.resolution_id AS id, count(DISTINCT text.resolution_id) AS citing
    FROM archive_cataloguecard AS one
    LEFT JOIN archive_citation AS citation
           ON citation.cited_symbol = one.symbol AND NOT citation.of_whole
    LEFT JOIN archive_text AS text
           ON text.id = citation.text_id AND text.language = %(language)s
          AND text.resolution_id <> one.resolution_id AND text.withdrawn_at IS NULL
    WHERE one.resolution_id = ANY(%(pks)s)
    GROUP BY one.resolution_id
) AS found
WHERE card.resolution_id = found.id AND card.times_recalled <> found.citing
"""
COUNT_CITERS = _SET_RECALLED.format(number="found.citing", of=_CITERS)

#: More or fewer citing resolutions for some symbols.
_CHANGES = """
FROM unnest(%(symbols)s::text[], %(changes)s::integer[]) AS change (symbol, by)
WHERE card.symbol = change.symbol
"""
COUNT_CHANGES = _SET_RECALLED.format(number="card.times_recalled + change.by", of=_CHANGES)

#: Words as texts and titles print them, without diacritics, that the archive has not had before.
MAKE_WORDS = """
WITH said AS (
    SELECT title AS words FROM archive_resolution WHERE id = ANY(%(pks)s)
    UNION ALL
    SELECT title || ' ' || wording FROM archive_text
    WHERE resolution_id = ANY(%(pks)s) AND language = %(language)s AND withdrawn_at IS NULL
), word AS (
    SELECT DISTINCT lexeme
    FROM said CROSS JOIN LATERAL unnest(to_tsvector('simple', archive_told_apart(unaccent(words))))
    WHERE lexeme ~ '^[[:alpha:]]{3,40}$'
)
INSERT INTO archive_word (word)
SELECT lexeme FROM word WHERE NOT EXISTS (SELECT FROM archive_word WHERE archive_word.word = lexeme)
ON CONFLICT DO NOTHING
"""
