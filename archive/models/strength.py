"""Strengths of openings: the scale that staff keep, each place with its source and its doubts."""

from django.db import models
from django.db.models import Q

from archive.comparison.strengths import Degree, Scale
from archive.models.lengths import fits
from archive.models.recorded import recorded

#: As long as the opening of a paragraph may be.
_LONGEST = 120


class OpeningStrengthQuerySet(models.QuerySet["OpeningStrength"]):
    """Questions about the scale."""

    def scale(self) -> Scale:
        """The whole scale as a value: one query for some hundred short rows."""
        rows = self.values_list("family", "phrase", "rank")
        return Scale.of(
            Degree(family=family, phrase=phrase, rank=rank) for family, phrase, rank in rows
        )

    def weakest_first(self) -> list["OpeningStrength"]:
        """All places, each family for itself, its weakest phrases first."""
        return list(self.order_by("family", "rank", "phrase"))

    def spelling_of_family(self, name: str) -> str | None:
        """A family's name as the scale has it, whatever its letters' case; None for a new one."""
        return self.filter(family__iexact=name).values_list("family", flat=True).first()


class OpeningStrength(models.Model):
    """A phrase, the family that it belongs to, and its place among the others of the family.

    Phrases of one rank are held to be as strong as each other. Families are never compared.
    """

    family = models.CharField(
        max_length=_LONGEST,
        help_text="What phrases of the same kind do, in a word or two: “Concern”. Only phrases of "
        "one family are compared.",
    )
    phrase = models.CharField(
        max_length=_LONGEST,
        unique=True,
        help_text="The opening in its base form, without “also”, “further” and the like: “take "
        "note with appreciation”, “deeply concerned”, “express deep concern”.",
    )
    rank = models.PositiveSmallIntegerField(
        help_text="Its place in the family, from 1, the weakest. Phrases that are as strong as "
        "each other have the same."
    )
    source = models.TextField(help_text="What its place rests on. Shown to everybody.")
    doubt = models.TextField(
        blank=True, help_text="What can be said against its place. Shown to everybody."
    )

    objects = OpeningStrengthQuerySet.as_manager()
    history = recorded(unasked=("phrase",))

    class Meta:
        verbose_name = "strength of an opening"
        verbose_name_plural = "strengths of openings"
        constraints = [
            models.CheckConstraint(name="strength_has_a_family", condition=~Q(family="")),
            models.CheckConstraint(
                name="strength_phrase_is_in_small_letters",
                condition=Q(phrase__regex=r"^[a-z-]+( [a-z-]+)*$"),
            ),
            models.CheckConstraint(name="strength_rank_starts_at_one", condition=Q(rank__gte=1)),
            models.CheckConstraint(name="strength_has_a_source", condition=~Q(source="")),
            fits("source", name="strength_source_is_short"),
            fits("doubt", name="strength_doubt_is_short"),
        ]

    def __str__(self) -> str:
        return self.phrase
