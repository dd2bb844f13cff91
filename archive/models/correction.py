"""Corrections: what people set right in a parse, one after another."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Subquery

from archive.corrections.values import Action
from archive.corrections.values import Correction as Value
from archive.models.ingestion import Ingestion
from archive.models.lengths import LONGEST_WITH_LINES, fits


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Questions about corrections."""

    def standing(self) -> Self:
        """Those that nobody has undone, in the order in which they were made."""
        return self.filter(undone_at__isnull=True).order_by("position")

    def seen_by_readers(self, text: models.Model) -> Self:
        """Those in what is published of a text, in order.

        Of its latest published ingestion; what was made or undone since is left aside.
        """
        published = Ingestion.objects.filter(text=text.pk, state=Ingestion.State.PUBLISHED)
        latest = published.order_by("-ingested_at", "-pk").values("pk")[:1]
        revision = F("ingestion__published_revision")
        stands = Q(undone_in_revision__isnull=True) | Q(undone_in_revision__gt=revision)
        of_text = self.filter(ingestion=Subquery(latest), made_in_revision__lte=revision)
        return of_text.filter(stands).order_by("position")

    def latest_first(self) -> Self:
        """The one made last at the head, each with who made it and who took it back."""
        return self.select_related("author", "undone_by").order_by("-position")

    def made_in(self, revision: int) -> Self:
        """Those that came with a revision of their ingestion, in order."""
        return self.filter(made_in_revision=revision).order_by("position")

    def taken_back(self) -> Self:
        """Those that do not stand any more, the one that went last at the head, with who did it."""
        gone = self.filter(undone_at__isnull=False).select_related("author", "undone_by")
        return gone.order_by("-undone_in_revision", "-position")

    def standing_at(self, revision: int) -> Self:
        """Those that stood at a revision of their ingestion, in order."""
        stood = Q(undone_in_revision__isnull=True) | Q(undone_in_revision__gt=revision)
        return self.filter(stood, made_in_revision__lte=revision).order_by("position")

    def changed_since(self, revision: int) -> Self:
        """Those made or undone after a revision of their ingestion, in order."""
        changed = Q(made_in_revision__gt=revision) | Q(undone_in_revision__gt=revision)
        return self.filter(changed).order_by("position")


class Correction(models.Model):
    """One change of a parse by a person; with those before it, it makes the edition.

    ``where`` is the place as archive/corrections/values.py has it, ``before`` and ``after`` are
    values as the parse contract writes them.
    """

    ingestion = models.ForeignKey(
        "archive.Ingestion", on_delete=models.CASCADE, related_name="corrections"
    )
    position = models.PositiveIntegerField(help_text="Place among the corrections, from 1.")
    action = models.CharField(max_length=24, choices=[(one.value, one.label) for one in Action])
    where = models.CharField(max_length=120)
    before = models.JSONField(null=True, blank=True)
    after = models.JSONField(null=True, blank=True)
    evidence = models.TextField(blank=True, help_text="What it rests on, in words.")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_in_revision = models.PositiveIntegerField(
        default=0, help_text="The revision of the ingestion that it came with."
    )
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_in_revision = models.PositiveIntegerField(
        null=True, blank=True, help_text="The revision from which it stands no longer."
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ingestion", "position"], name="correction_position_is_unique"
            ),
            models.CheckConstraint(
                name="correction_position_starts_at_one", condition=Q(position__gte=1)
            ),
            models.CheckConstraint(
                name="correction_action_is_known",
                condition=Q(action__in=[one.value for one in Action]),
            ),
            models.CheckConstraint(name="correction_has_a_place", condition=~Q(where="")),
            models.CheckConstraint(
                name="correction_is_undone_by_somebody",
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
            models.CheckConstraint(
                name="correction_is_undone_in_a_later_revision",
                condition=Q(undone_at__isnull=True, undone_in_revision__isnull=True)
                | Q(undone_at__isnull=False, undone_in_revision__gt=F("made_in_revision")),
            ),
            models.CheckConstraint(
                name="correction_of_a_fact_has_evidence",
                condition=~Q(action="set_fact") | ~Q(evidence=""),
            ),
            fits("evidence", name="correction_evidence_is_short", most=LONGEST_WITH_LINES),
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()}, {self.where}"

    @property
    def value(self) -> Value:
        """The correction as a value."""
        return Value(
            action=Action(self.action), where=self.where, before=self.before, after=self.after
        )
