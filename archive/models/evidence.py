"""Evidence: for each fact about a resolution, where the archive has it from."""

from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Questions about evidence."""

    def of_any(self, resolutions: Iterable[models.Model]) -> Self:
        """That of any of some resolutions, in the order of the facts' names."""
        keys = [one.pk for one in resolutions]
        return self.filter(resolution__in=keys).order_by("resolution", "fact")


class Evidence(models.Model):
    """What one fact about a resolution rests on; the fact itself is the resolution's field."""

    class Fact(models.TextChoices):
        """The facts that need evidence; each is a field of Resolution."""

        TITLE = "title", _("Title")
        ADOPTED_ON = "adopted_on", _("Adopted on")
        ADOPTION = "adoption", _("Adoption")
        STAGE = "stage", _("Stage")
        ADOPTED_AS = "adopted_as", _("Adopted in its place")
        SYMBOL = "symbol", _("Symbol")
        DISTRIBUTED_ON = "distributed_on", _("Distributed on")
        MEETING = "meeting", _("Meeting")
        COMMITTEE_REPORT = "committee_report", _("Report")
        AGENDA_ITEM = "agenda_item", _("Agenda item")
        DRAFT_SYMBOL = "draft_symbol", _("Draft")
        SPONSORS = "sponsors", _("Sponsors")
        SERIES = "series", _("Series")

    class Origin(models.TextChoices):
        """Where a fact was read."""

        PERSON = "person", _("a person of the archive")
        MASTHEAD = "masthead", _("the file’s own masthead")
        MANIFEST = "manifest", _("the archive’s manifest")
        FACTS = "facts", _("the archive’s table of facts")

    resolution = models.ForeignKey(
        "archive.Resolution", on_delete=models.CASCADE, related_name="evidence"
    )
    fact = models.CharField(max_length=20, choices=Fact)
    origin = models.CharField(max_length=10, choices=Origin)
    words = models.TextField(help_text="What the fact rests on, in words.")
    is_verified = models.BooleanField(default=True)
    stated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who set the fact, where a person did.",
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(
                fields=["resolution", "fact"], name="evidence_one_for_each_fact"
            ),
            models.CheckConstraint(name="evidence_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="evidence_origin_is_known",
                condition=Q(origin__in=["person", "masthead", "manifest", "facts"]),
            ),
            models.CheckConstraint(
                name="evidence_of_a_person_names_who",
                condition=Q(origin="person", stated_by__isnull=False)
                | (~Q(origin="person") & Q(stated_by__isnull=True)),
            ),
            models.CheckConstraint(
                name="evidence_fact_is_known",
                condition=Q(
                    fact__in=[
                        "title",
                        "adopted_on",
                        "adoption",
                        "stage",
                        "adopted_as",
                        "symbol",
                        "distributed_on",
                        "meeting",
                        "committee_report",
                        "agenda_item",
                        "draft_symbol",
                        "sponsors",
                        "series",
                    ]
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resolution}: {self.get_fact_display()}, {self.words[:60]}"


def date_is_unverified(resolution: str) -> Exists:
    """Whether nobody has checked when a resolution was adopted; given is the column that has it."""
    doubts = Evidence.objects.filter(fact=Evidence.Fact.ADOPTED_ON, is_verified=False)
    return Exists(doubts.filter(resolution=OuterRef(resolution)))
