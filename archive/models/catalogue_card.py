"""Catalogue cards: what a search needs of each resolution, in one narrow row."""

from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import ExtractYear, Greatest
from django.db.models.lookups import IsNull

from archive.models.citation import Citation
from archive.models.counts import Shelf
from archive.models.resolution import Resolution
from archive.models.text import Text

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

    def shown(self) -> Self:
        """Those that lists name to readers: all but those whose text was withdrawn."""
        return self.exclude(Exists(_withdrawn_text()))

    def changed_last(self) -> Self:
        """Those with a text, and with ``withdrawn_at`` those whose text was taken from readers.

        What changed last comes first.
        """
        withdrawn = Subquery(_withdrawn_text().values("withdrawn_at")[:1])
        found = self.annotate(withdrawn_at=withdrawn)
        return found.filter(Q(is_held=True) | Q(withdrawn_at__isnull=False)).order_by(
            "-updated_at", "symbol"
        )

    def with_changes_of_page(self) -> Self:
        """Each with ``page_changed_at``: when its page changed last, or who recalls it did."""
        citing = Citation.objects.filter(cited_resolution=OuterRef("pk"))
        last = Max("text__resolution__card__updated_at")
        changed = citing.order_by().values("cited_resolution").annotate(last=last).values("last")
        return self.annotate(page_changed_at=Greatest("updated_at", Subquery(changed)))

    def shelves_of_organs(self) -> list[Shelf]:
        """What there is of each organ, in the alphabetical order of their short names."""
        return _shelves(self, "organ")

    def shelves_of_sessions(self, organ: str) -> list[Shelf]:
        """What there is of each session of an organ, by its name; "" where none is named."""
        return _shelves(self.filter(organ=organ), "session", ordinal=Max("session_ordinal"))

    def shelves_of_years(self) -> list[Shelf]:
        """What there is of each year, oldest first; of what has no date nothing."""
        return _shelves(self.filter(year__isnull=False), "year")


def _shelves(cards: CatalogueCardQuerySet, column: str, **more: Max) -> list[Shelf]:
    """What there is for each value of a column: one query, whatever the number of cards."""
    held = Q(is_held=True)
    counted = (
        cards.order_by(column)
        .values(column)
        .annotate(
            resolutions=Count("pk", filter=held & Q(stage=Resolution.Stage.ADOPTED)),
            drafts=Count("pk", filter=held & Q(stage=Resolution.Stage.DRAFT)),
            not_held=Count("pk", filter=~held),
            since=Min("year"),
            until=Max("year"),
            **more,
        )
    )
    return [Shelf(name=str(row.pop(column)), **row) for row in counted]


def _withdrawn_text() -> "models.QuerySet[Text]":
    return Text.objects.withdrawn().filter(resolution=OuterRef("pk"))


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
