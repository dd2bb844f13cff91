from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations, models
from django.db.models import Q, deletion
from django.db.models.functions import ExtractYear
from django.db.models.lookups import IsNull

import archive.models.vectors

_CITED = {
    "base_field": models.CharField(max_length=80),
    "blank": True,
    "default": list,
    "help_text": "Symbols it cites, as its citations have them, but that of its own resolution.",
}

#: What the citations of a text say, for the rows that are there already.
_FILL_CITED = """
UPDATE archive_{place} AS place SET cited = found.symbols
FROM (
    SELECT citation.{place}_id AS id,
           array_agg(DISTINCT citation.cited_symbol::text COLLATE "C") AS symbols
    FROM archive_citation AS citation
    JOIN archive_text AS text ON text.id = citation.text_id
    JOIN archive_resolution AS citing ON citing.id = text.resolution_id
    WHERE citation.cited_symbol NOT IN ('', citing.symbol) AND NOT citation.of_whole
      AND {stands_there}
    GROUP BY 1
) AS found
WHERE found.id = place.id
"""

#: Rows stay a hundred bytes wide: the keys go out of line, however few they are.
_KEEP_NARROW = """
ALTER TABLE archive_cataloguecard SET (toast_tuple_target = 128, fillfactor = 85);
ALTER TABLE archive_cataloguecard ALTER keys SET STATISTICS 0;
"""


def _vector(expression):
    return models.GeneratedField(
        db_persist=True, expression=expression, output_field=SearchVectorField()
    )


def _remade(model, expression):
    """The vector of a model anew; a generated column cannot be altered."""
    return [
        migrations.RemoveField(model, "search_vector"),
        migrations.AddField(model, "search_vector", _vector(expression)),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0006_how_words_are_read"),
    ]

    operations = [
        migrations.RemoveIndex("resolution", "resolution_search"),
        migrations.RemoveIndex("text", "text_search"),
        migrations.RemoveIndex("paragraph", "paragraph_search"),
        migrations.RemoveIndex("footnote", "footnote_search"),
        migrations.AddField("footnote", "cited", ArrayField(size=None, **_CITED)),
        migrations.AddField("paragraph", "cited", ArrayField(size=None, **_CITED)),
        migrations.RunSQL(
            _FILL_CITED.format(place="paragraph", stands_there="citation.footnote_id IS NULL"),
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            _FILL_CITED.format(place="footnote", stands_there="citation.footnote_id IS NOT NULL"),
            migrations.RunSQL.noop,
        ),
        migrations.AddField(
            "paragraph",
            "part",
            models.GeneratedField(
                db_persist=True,
                expression=archive.models.vectors.part_of_paragraph(),
                help_text="Where it stands: preambular, operative or annex.",
                output_field=models.CharField(max_length=12),
            ),
        ),
        *_remade("resolution", archive.models.vectors.words("title")),
        *_remade("text", archive.models.vectors.title_and_wording()),
        *_remade("paragraph", archive.models.vectors.paragraph()),
        *_remade("footnote", archive.models.vectors.footnote()),
        migrations.AddIndex(
            "paragraph",
            GinIndex(fields=["search_vector"], name="paragraph_search", fastupdate=False),
        ),
        migrations.AddIndex(
            "footnote",
            GinIndex(fields=["search_vector"], name="footnote_search", fastupdate=False),
        ),
        migrations.CreateModel(
            name="ArchiveVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(default=1)),
            ],
        ),
        migrations.AddConstraint(
            "archiveversion",
            models.CheckConstraint(condition=Q(pk=1), name="archive_version_is_one_row"),
        ),
        migrations.CreateModel(
            name="CatalogueCard",
            fields=[
                (
                    "resolution",
                    models.OneToOneField(
                        on_delete=deletion.CASCADE,
                        primary_key=True,
                        related_name="card",
                        serialize=False,
                        to="archive.resolution",
                    ),
                ),
                (
                    "text",
                    models.OneToOneField(
                        help_text="Its text in the reading language; empty where none is held.",
                        null=True,
                        on_delete=deletion.SET_NULL,
                        related_name="card",
                        to="archive.text",
                    ),
                ),
                ("symbol", models.CharField(max_length=80, unique=True)),
                (
                    "organ",
                    models.CharField(
                        choices=[
                            ("GA", "General Assembly"),
                            ("HRC", "Human Rights Council"),
                            ("CHR", "Commission on Human Rights"),
                            ("ECOSOC", "Economic and Social Council"),
                            ("SC", "Security Council"),
                        ],
                        max_length=8,
                    ),
                ),
                ("session", models.CharField(blank=True, max_length=12)),
                ("session_ordinal", models.PositiveSmallIntegerField(null=True)),
                (
                    "stage",
                    models.CharField(
                        choices=[("adopted", "Adopted"), ("draft", "Draft")], max_length=8
                    ),
                ),
                (
                    "dated_on",
                    models.DateField(
                        help_text="When it was adopted; a draft, when it was distributed.",
                        null=True,
                    ),
                ),
                (
                    "year",
                    models.GeneratedField(
                        db_persist=True,
                        expression=ExtractYear("dated_on"),
                        output_field=models.PositiveSmallIntegerField(null=True),
                    ),
                ),
                (
                    "is_held",
                    models.GeneratedField(
                        db_persist=True,
                        expression=IsNull(models.F("text"), rhs=False),
                        output_field=models.BooleanField(),
                    ),
                ),
                (
                    "times_recalled",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="How many other resolutions cite it in a text that is held.",
                    ),
                ),
                (
                    "keys",
                    SearchVectorField(
                        help_text="Everything it can be found by; docs/search.md has a table."
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(help_text="When what readers see of it changed last."),
                ),
            ],
        ),
        migrations.RunSQL(_KEEP_NARROW, migrations.RunSQL.noop),
        migrations.AddIndex(
            "cataloguecard",
            GinIndex(fields=["keys"], name="card_keys", fastupdate=False),
        ),
        migrations.AddConstraint(
            "cataloguecard",
            models.CheckConstraint(
                condition=Q(organ__in=["GA", "HRC", "CHR", "ECOSOC", "SC"]),
                name="card_organ_is_known",
            ),
        ),
        migrations.AddConstraint(
            "cataloguecard",
            models.CheckConstraint(
                condition=Q(stage__in=["adopted", "draft"]), name="card_stage_is_known"
            ),
        ),
        migrations.CreateModel(
            name="CardLists",
            fields=[
                (
                    "card",
                    models.OneToOneField(
                        on_delete=deletion.CASCADE,
                        primary_key=True,
                        related_name="lists",
                        serialize=False,
                        to="archive.cataloguecard",
                    ),
                ),
                (
                    "openings",
                    ArrayField(
                        base_field=models.CharField(max_length=120),
                        help_text="Normal forms its paragraphs open with.",
                        size=None,
                    ),
                ),
                (
                    "cited",
                    ArrayField(
                        base_field=models.CharField(max_length=80),
                        help_text="Symbols its text cites, but its own.",
                        size=None,
                    ),
                ),
            ],
            options={"verbose_name_plural": "card lists"},
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                ("word", models.CharField(max_length=40, primary_key=True, serialize=False)),
            ],
        ),
        migrations.AddIndex(
            "word",
            GinIndex(OpClass(models.F("word"), name="gin_trgm_ops"), name="word_by_trigrams"),
        ),
        migrations.AddConstraint(
            "word",
            models.CheckConstraint(
                condition=Q(word__regex="^[[:alpha:]]{3,}$"),
                name="word_is_of_three_letters_or_more",
            ),
        ),
    ]
