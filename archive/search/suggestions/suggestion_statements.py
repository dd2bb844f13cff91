"""The statements that find suggestions; each reads an index and what it must of the catalogue."""

from archive.search.form.known_openings import KNOWN

#: Titles with all the finished words and one that begins like the last, the most recalled first.
#: The last word may lie between a stem and a word: of "universit" the stem is no beginning of that
#: of "university". So it, and the archive's own words that begin with it, give their stems as well.
TITLES = """
WITH begun AS (
    SELECT quote_literal('~t ' || lower(unaccent(%(last)s))) || ':*' AS key WHERE %(last)s <> ''
    UNION
    SELECT quote_literal('~t ' || lexeme)
    FROM (
        SELECT %(last)s AS word
        UNION
        (
            SELECT word FROM archive_word
            WHERE %(last)s <> '' AND word ~>=~ lower(unaccent(%(last)s))
              AND word ~<~ (lower(unaccent(%(last)s)) || chr(1114111))
            LIMIT %(most)s
        )
    ) AS words, unnest(to_tsvector('recalling_parts', word))
), asked AS MATERIALIZED (
    SELECT concat_ws(
        ' & ',
        (
            SELECT string_agg(quote_literal('~t ' || lexeme), ' & ')
            FROM unnest(to_tsvector('recalling_parts', archive_told_apart(%(finished)s)))
        ),
        (SELECT '(' || string_agg(key, ' | ') || ')' FROM begun)
    )::tsquery AS keys
), found AS MATERIALIZED (
    SELECT resolution_id, symbol, dated_on, stage, is_held, times_recalled
    FROM archive_cataloguecard
    WHERE keys @@ (SELECT keys FROM asked)
), first AS MATERIALIZED (
    SELECT * FROM found ORDER BY times_recalled DESC, symbol LIMIT %(most)s
)
SELECT first.symbol, resolution.title, first.dated_on, first.stage, first.is_held
FROM first JOIN archive_resolution AS resolution ON resolution.id = first.resolution_id
ORDER BY first.times_recalled DESC, first.symbol
"""

#: Openings that begin in one of the ways, then those of which a later word does. Each opening is
#: found by one step in the index of openings; a sample of cards says which are common.
_MEANT = """, sample AS (
    SELECT openings FROM archive_cardlists ORDER BY card_id LIMIT %(sampled)s
), common AS (
    SELECT form, count(*) AS times FROM sample, unnest(openings) AS form GROUP BY form
), meant AS (
    SELECT form, EXISTS (
        SELECT FROM unnest(%(begun)s::text[]) AS beginning WHERE starts_with(form, beginning)
    ) AS begins_so
    FROM known
)
SELECT form FROM meant LEFT JOIN common USING (form)
WHERE begins_so OR strpos(form, ' ' || %(typed)s) > 0
ORDER BY begins_so DESC, coalesce(times, 0) DESC, form
LIMIT %(most)s
"""
OPENINGS = KNOWN + _MEANT
