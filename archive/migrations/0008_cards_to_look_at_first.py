from django.db import migrations

#: Keys of samples, each half as large as the one before, and of what is often recalled, for the
#: cards that are there already: one in four has some.
_FILL = """
UPDATE archive_cataloguecard SET keys = keys || array_to_tsvector(ARRAY(
    SELECT '$' || level FROM generate_series(3, 12) AS level
    WHERE ((resolution_id * 2654435761) & 4294967295) < 1::bigint << (32 - level)
    UNION ALL
    SELECT '*' WHERE times_recalled >= 16
))
WHERE ((resolution_id * 2654435761) & 4294967295) < 1::bigint << 29 OR times_recalled >= 16
"""
_EMPTY = """
UPDATE archive_cataloguecard
SET keys = ts_delete(
    keys, ARRAY(SELECT '$' || level FROM generate_series(3, 12) AS level) || ARRAY['*'])
WHERE ((resolution_id * 2654435761) & 4294967295) < 1::bigint << 29 OR times_recalled >= 16
"""


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0007_search_in_one_narrow_row"),
    ]

    operations = [
        migrations.RunSQL(_FILL, _EMPTY),
    ]
