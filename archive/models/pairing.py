"""Pairings of paragraphs: which became which between two texts, by the machine and by people."""

from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from archive.models.lengths import fits
from archive.models.recorded import recorded


class ComparedTexts(models.Model):
    """Two texts that have been compared, as they were then.

    ``method`` is the version of the rules; empty where people alone have paired paragraphs of them.
    """

    earlier = models.ForeignKey("archive.Text", on_delete=models.CASCADE, related_name="+")
    later = models.ForeignKey("archive.Text", on_delete=models.CASCADE, related_name="+")
    earlier_hash = models.CharField(max_length=64, blank=True)
    later_hash = models.CharField(max_length=64, blank=True)
    method = models.CharField(max_length=20, blank=True)

    class Meta:
        verbose_name_plural = "compared texts"
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="compared_once"),
            models.CheckConstraint(
                name="compared_with_another_text", condition=~Q(earlier=F("later"))
            ),
            models.CheckConstraint(
                name="compared_by_a_method_or_by_people",
                condition=Q(method="", earlier_hash="", later_hash="")
                | ~Q(method="")
                & Q(earlier_hash__regex=r"^[0-9a-f]{64}$", later_hash__regex=r"^[0-9a-f]{64}$"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.earlier} with {self.later}"


class ParagraphPairingQuerySet(models.QuerySet["ParagraphPairing"]):
    """Questions about pairings."""

    def decided(self) -> Self:
        """Those that a person has confirmed or denied."""
        return self.exclude(decision=ParagraphPairing.Decision.MACHINE)

    def of_any(self, paragraphs: Iterable[int]) -> Self:
        """Those of any of some paragraphs, by key, with earlier or with later ones."""
        keys = list(paragraphs)
        return self.filter(Q(earlier__in=keys) | Q(later__in=keys))

    def among(self, texts: Iterable[models.Model]) -> Self:
        """Those of two of some texts, each with ``of_text``, ``was_at`` and ``is_at``.

        These are the key of the earlier text, and the anchors of the paragraphs.
        """
        keys = [one.pk for one in texts]
        found = self.filter(compared__earlier__in=keys, compared__later__in=keys)
        places = {"was_at": F("earlier__anchor"), "is_at": F("later__anchor")}
        return found.annotate(of_text=F("earlier__text"), **places)

    def between(self, one: models.Model, other: models.Model) -> Self:
        """That of two paragraphs, whichever is the earlier: one, or none."""
        forth, back = Q(earlier=one.pk, later=other.pk), Q(earlier=other.pk, later=one.pk)
        return self.filter(forth | back)

    def of_paragraph(self, paragraph: models.Model) -> Self:
        """Those of one paragraph, with earlier and with later ones, and where these stand."""
        return self.filter(Q(earlier=paragraph.pk) | Q(later=paragraph.pk)).with_places()

    def with_places(self) -> Self:
        """Each with its two paragraphs, where these stand, and who decided, in one query."""
        rows = self.select_related(
            "earlier__text__resolution", "later__text__resolution", "decided_by"
        )
        heavy = ("search_vector", "text__wording", "text__search_vector")
        large = [f"{side}__{one}" for side in ("earlier", "later") for one in heavy]
        large += [f"{side}__text__resolution__search_vector" for side in ("earlier", "later")]
        return rows.defer(*large).order_by("compared", "pk")


class ParagraphPairing(models.Model):
    """That a paragraph became another one, or that a person says it did not.

    A paragraph that was split has a row for each of its parts, merged ones have one each.
    """

    class Fate(models.TextChoices):
        """What became of the earlier one; archive/comparison/passages.py says what each means."""

        KEPT = "kept", _("Kept")
        MOVED = "moved", _("Moved")
        REWORDED = "reworded", _("Reworded")
        SPLIT = "split", _("Split")
        MERGED = "merged", _("Merged")

    class Decision(models.TextChoices):
        """Who says so."""

        MACHINE = "machine", _("Found by comparing")
        CONFIRMED = "confirmed", _("Confirmed by a person")
        DENIED = "denied", _("Denied by a person")

    compared = models.ForeignKey(ComparedTexts, on_delete=models.CASCADE, related_name="pairings")
    earlier = models.ForeignKey(
        "archive.Paragraph", on_delete=models.CASCADE, related_name="pairings_with_later"
    )
    later = models.ForeignKey(
        "archive.Paragraph", on_delete=models.CASCADE, related_name="pairings_with_earlier"
    )
    fate = models.CharField(max_length=8, choices=Fate)
    likeness = models.FloatField(help_text="From 0 to 1, which is the same words.")
    is_moved = models.BooleanField(default=False)
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.MACHINE)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, help_text="Why the person says so.")

    #: Only where ``among`` has asked.
    of_text: int
    was_at: str
    is_at: str

    objects = ParagraphPairingQuerySet.as_manager()
    history = recorded(unasked=("compared", "earlier", "later", "decided_by"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="pairing_one_for_two"),
            models.CheckConstraint(
                name="pairing_fate_is_known",
                condition=Q(fate__in=["kept", "moved", "reworded", "split", "merged"]),
            ),
            models.CheckConstraint(
                name="pairing_likeness_is_a_share", condition=Q(likeness__gte=0, likeness__lte=1)
            ),
            models.CheckConstraint(
                name="pairing_decision_is_known",
                condition=Q(decision__in=["machine", "confirmed", "denied"]),
            ),
            models.CheckConstraint(
                name="pairing_is_decided_by_somebody_for_a_reason",
                condition=Q(decision="machine", decided_by__isnull=True, decided_at__isnull=True)
                & Q(reason="")
                | ~Q(decision="machine")
                & Q(decided_by__isnull=False, decided_at__isnull=False)
                & ~Q(reason=""),
            ),
            fits("reason", name="pairing_reason_is_short"),
        ]

    def __str__(self) -> str:
        return f"{self.earlier.anchor} and {self.later.anchor}: {self.get_fate_display()}"
