"""Catalogue cards: what a search needs of each resolution, in one narrow row."""

from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear
from django.db.models.lookups import IsNull

from archive.models.resolution import Resolution

#: A multiplier, 2^32 by the golden ratio, spreads the primary keys of cards over so many bits;
#: those below a limit are a sample of all. The samples of some levels, of one card in 2^level, have
#: keys.
SPREAD_BITS = 32
SPREADING = 2_654_435_761
SAMPLE_LEVELS = range(3, 13)
#: From so many on a card has the key of what is often recalled: one in seven, in a large archive.
OFTEN_RECALLED = 16


class CatalogueCardQuerySet(models.QuerySet["CatalogueCard"]):
    """Questions about cards."""

    def of(self, resolution: models.Model) -> Self:
        """That of one resolution."""
        return self.filter(resolution=resolution.pk)


class CatalogueCard(models.Model):
    """A resolution, held or not, as search sees it.

    Written by ``archive.ingest.catalogue`` in the transaction that writes what it is made from.
    The database keeps ``keys`` and their index apart from the rest, so that counting and sorting
    cards reads a few dozen bytes of each; no search ever reads ``keys`` themselves.
    """

    resolution = models.OneToOneField(
        "archive.Resolution", on_delete=models.CASCADE, primary_key=True, related_name="card"
    )
    text = models.OneToOneField(
        "archive.Text",
        on_delete=models.SET_NULL,
        null=True,
        related_name="card",
        help_text="Its text in the reading language; empty where none is held.",
    )
    symbol = models.CharField(max_length=80, unique=True)
    organ = models.CharField(max_length=8, choices=Resolution.Organ)
    session = models.CharField(max_length=12, blank=True)
    session_ordinal = models.PositiveSmallIntegerField(null=True)
    stage = models.CharField(max_length=8, choices=Resolution.Stage)
    dated_on = models.DateField(
        null=True, help_text="When it was adopted; a draft, when it was distributed."
    )
    year = models.GeneratedField(
        expression=ExtractYear("dated_on"),
        output_field=models.PositiveSmallIntegerField(null=True),
        db_persist=True,
    )
    is_held = models.GeneratedField(
        expression=IsNull(F("text"), rhs=False), output_field=models.BooleanField(), db_persist=True
    )
    times_recalled = models.PositiveIntegerField(
        default=0, help_text="How many other resolutions cite it in a text that is held."
    )
    keys = SearchVectorField(help_text="Everything it can be found by; docs/search.md has a table.")
    updated_at = models.DateTimeField(help_text="When what readers see of it changed last.")

    objects = CatalogueCardQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="card_organ_is_known", condition=Q(organ__in=Resolution.Organ.values)
            ),
            models.CheckConstraint(
                name="card_stage_is_known", condition=Q(stage__in=Resolution.Stage.values)
            ),
        ]
        # With a list of entries to come (fastupdate), a row's keys would become known one by one,
        # and a search that excludes one of them would find the row meanwhile.
        indexes = [
            GinIndex(fields=["keys"], name="card_keys", fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.symbol
