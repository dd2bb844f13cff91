"""What paragraphs say, once for all that say the same; ``migrate`` fills it where it is empty."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Wordings, which paragraph uses which, and how often pairs of words stand in them."""

    dependencies = [("archive", "0013_series_and_lineages")]

    operations = [
        migrations.CreateModel(
            name="Wording",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "digest",
                    models.UUIDField(help_text="Of the words: BLAKE2b, 128 bits.", unique=True),
                ),
                (
                    "words",
                    models.TextField(
                        help_text="Folded words, a space before, between and after them."
                    ),
                ),
                (
                    "pairs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(),
                        help_text="Numbers of its pairs of words, once each.",
                        size=None,
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["pairs"], name="wording_by_pairs"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(words__regex=r"^ [^ ].* $"),
                        name="wording_has_words_between_spaces",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WordingUse",
            fields=[
                (
                    "paragraph",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="archive.paragraph",
                    ),
                ),
                (
                    "wording",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uses",
                        to="archive.wording",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="archive.resolution",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PairFrequency",
            fields=[
                ("bucket", models.PositiveIntegerField(primary_key=True, serialize=False)),
                ("wordings_count", models.PositiveIntegerField()),
            ],
            options={
                "verbose_name_plural": "pair frequencies",
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(wordings_count__gte=1),
                        name="pair_frequency_is_of_one_or_more",
                    )
                ],
            },
        ),
    ]
