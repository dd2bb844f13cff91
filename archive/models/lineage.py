"""Lineages: one paragraph through the texts of a series, and where it stands in each."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from archive.models.series import Series
from archive.models.series_order import order_in_series

_PLACE = ("paragraph__position",)


class LineageQuerySet(models.QuerySet["Lineage"]):
    """Questions about lineages."""

    def named(self, name: str) -> Self:
        """The one of an address, or none, with its series and the one it became, if it did."""
        return self.filter(name=name).select_related("series", "became")

    def standing(self) -> Self:
        """Those that a text has now."""
        return self.filter(became__isnull=True, places__isnull=False).distinct()


class Lineage(models.Model):
    """A paragraph that goes from text to text of a series, reworded or not.

    ``name`` is the symbol and the anchor of the paragraph it was first made for. It stays when
    other texts come, earlier ones too; one that ``became`` another leads to that one's page.
    """

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="lineages")
    name = models.CharField(max_length=162, unique=True)
    became = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="absorbed"
    )

    objects = LineageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="lineage_name_is_a_place",
                condition=Q(name__regex=r"^[A-Z][A-Za-z0-9./()-]+/[a-z][a-z0-9-]*$"),
            ),
            models.CheckConstraint(
                name="lineage_did_not_become_itself",
                condition=Q(became__isnull=True) | ~Q(became=F("pk")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page of the lineage."""
        return f"/lineage/{self.name}/"


class LineagePlaceQuerySet(models.QuerySet["LineagePlace"]):
    """Questions about where lineages stand; of withdrawn texts there are no places."""

    def in_order_of_the_series(self) -> Self:
        """By lineage, by the day of the resolution, then as the text prints them."""
        return self.order_by("lineage", *order_in_series("paragraph__text__resolution__"), *_PLACE)


class LineagePlace(models.Model):
    """Where a lineage stands in a text: a paragraph, and what it was before.

    ``before`` is the paragraph of the lineage in the last earlier text that has it; none where
    this is its first use.
    """

    class Fate(models.TextChoices):
        """What became of the paragraph before, or that there is none."""

        NEW = "new", _("New")
        KEPT = "kept", _("Kept")
        MOVED = "moved", _("Moved")
        REWORDED = "reworded", _("Reworded")
        SPLIT = "split", _("Split")
        MERGED = "merged", _("Merged")

    lineage = models.ForeignKey(Lineage, on_delete=models.CASCADE, related_name="places")
    paragraph = models.OneToOneField(
        "archive.Paragraph", on_delete=models.CASCADE, related_name="lineage_place"
    )
    before = models.ForeignKey(
        "archive.Paragraph", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    fate = models.CharField(max_length=8, choices=Fate)
    likeness = models.FloatField(help_text="With the one before, from 0 to 1; 0 without one.")
    is_moved = models.BooleanField(default=False)

    #: Only where one lineage was asked for: where ``before`` stands, if there is one.
    symbol_before: str | None
    anchor_before: str | None
    #: Only where the lineages through a text were: of the words, and of its resolution's date;
    #: and where it is of that text, which adopted texts its series has.
    fingerprint: str
    date_is_unverified: bool
    known: list[dict[str, Any]] | None

    objects = LineagePlaceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="lineage_place_fate_is_known",
                condition=Q(fate__in=["new", "kept", "moved", "reworded", "split", "merged"]),
            ),
            models.CheckConstraint(
                name="lineage_place_is_new_where_nothing_was_before",
                condition=Q(fate="new", before__isnull=True, likeness=0)
                | ~Q(fate="new") & Q(before__isnull=False),
            ),
            models.CheckConstraint(
                name="lineage_place_likeness_is_a_share",
                condition=Q(likeness__gte=0, likeness__lte=1),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lineage}: {self.get_fate_display()}"
