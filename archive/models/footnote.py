"""Footnotes: number, wording, and where their marker stands."""

from collections.abc import Iterable
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Deferrable, Q

from archive.models import vectors
from archive.models.agreement import Agreement
from archive.models.recorded import recorded
from archive.models.text import READING_LANGUAGE


class FootnoteQuerySet(models.QuerySet["Footnote"]):
    """Questions about footnotes."""

    def standing_in(self, text: models.Model) -> Self:
        """Those of one text."""
        return self.filter(text=text.pk)

    def standing_in_any(self, texts: Iterable[models.Model]) -> Self:
        """Those of any of some texts, in reading order."""
        found = self.filter(text__in=[text.pk for text in texts])
        return found.defer("search_vector").in_reading_order()

    def in_reading_language(self) -> Self:
        """Those of texts that pages show."""
        return self.filter(text__language=READING_LANGUAGE, text__withdrawn_at__isnull=True)

    def in_reading_order(self) -> Self:
        """As the text numbers them."""
        return self.order_by("text", "position")


class Footnote(models.Model):
    """A note. ``marker_offset`` is in code points into the wording of its paragraph."""

    text = models.ForeignKey("archive.Text", on_delete=models.CASCADE, related_name="footnotes")
    position = models.PositiveIntegerField(help_text="Place among the notes, from 1.")
    number = models.CharField(max_length=12)
    wording = models.TextField()
    paragraph = models.ForeignKey(
        "archive.Paragraph",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="footnotes",
        help_text="The paragraph that carries its marker; empty when no marker was found.",
    )
    marker_offset = models.PositiveIntegerField(null=True, blank=True)
    cited = ArrayField(
        models.CharField(max_length=80),
        default=list,
        blank=True,
        help_text="Symbols it cites, as its citations have them, but that of its own resolution.",
    )
    search_vector = models.GeneratedField(
        expression=vectors.footnote(),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = FootnoteQuerySet.as_manager()
    history = recorded("search_vector", "cited", unasked=("paragraph",))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["text", "number"],
                name="footnote_number_is_unique",
                deferrable=Deferrable.IMMEDIATE,
            ),
            models.UniqueConstraint(
                fields=["text", "position"],
                name="footnote_position_is_unique",
                deferrable=Deferrable.IMMEDIATE,
            ),
            models.CheckConstraint(
                name="footnote_number_is_plain", condition=Q(number__regex=r"^[0-9a-z*†‡§]+$")
            ),
            models.CheckConstraint(
                name="footnote_marker_has_paragraph_and_offset",
                condition=Q(paragraph__isnull=True, marker_offset__isnull=True)
                | Q(paragraph__isnull=False, marker_offset__isnull=False),
            ),
            models.CheckConstraint(name="footnote_has_wording", condition=~Q(wording="")),
            models.CheckConstraint(
                name="footnote_position_starts_at_one", condition=Q(position__gte=1)
            ),
            models.UniqueConstraint(fields=["id", "text"], name="footnote_with_its_text"),
            Agreement(
                name="footnote_paragraph_is_of_its_text",
                link="paragraph",
                fields={"text": "text"},
            ),
        ]
        indexes = [GinIndex(fields=["search_vector"], name="footnote_search", fastupdate=False)]

    def __str__(self) -> str:
        return f"{self.number} {self.wording[:60]}"

    @property
    def anchor(self) -> str:
        """Its stable anchor on the page: ``fn2``."""
        return f"fn{self.number}"
