"""Paragraphs of a text: preambular, operative, sub-paragraphs, headings, annex paragraphs."""

import re
from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q

from archive.parsing.parsed import ParagraphKind

_ANCHOR_PARTS = re.compile(r"^(pp|op)(\d+)(.*)$")


class ParagraphQuerySet(models.QuerySet["Paragraph"]):
    """Questions about paragraphs."""

    def in_reading_order(self) -> Self:
        """As the text prints them."""
        return self.order_by("text", "position")

    def preambular(self) -> Self:
        """Those of the preamble."""
        return self.filter(kind=Paragraph.Kind.PREAMBULAR)

    def operative(self) -> Self:
        """Those of the operative part, sub-paragraphs included."""
        return self.filter(kind=Paragraph.Kind.OPERATIVE)


class Paragraph(models.Model):
    """One paragraph; its ``anchor`` is stable for ever: ``pp3``, ``op10-a``."""

    class Kind(models.TextChoices):
        """What the paragraph is."""

        PREAMBULAR = ParagraphKind.PREAMBULAR.value, "Preambular"
        OPERATIVE = ParagraphKind.OPERATIVE.value, "Operative"
        HEADING = ParagraphKind.HEADING.value, "Heading"
        ANNEX = ParagraphKind.ANNEX.value, "Annex"

    text = models.ForeignKey("archive.Text", on_delete=models.CASCADE, related_name="paragraphs")
    position = models.PositiveIntegerField(help_text="Place in the text, from 1.")
    anchor = models.CharField(max_length=40)
    kind = models.CharField(max_length=12, choices=Kind)
    number = models.PositiveIntegerField(null=True, blank=True)
    label = models.CharField(max_length=20, blank=True, help_text='As printed: "10.", "(a)".')
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="sub_paragraphs"
    )
    opening = models.CharField(max_length=120, blank=True)
    wording = models.TextField(help_text="Without label and markers, single spaces.")
    search_vector = models.GeneratedField(
        expression=SearchVector("wording", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ParagraphQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["text", "anchor"], name="paragraph_anchor_is_unique"),
            models.UniqueConstraint(
                fields=["text", "position"], name="paragraph_position_is_unique"
            ),
            models.CheckConstraint(
                name="paragraph_anchor_is_written_by_the_server",
                condition=Q(anchor__regex=r"^[a-z]+[0-9]*(-[a-z0-9]+)*$"),
            ),
            models.CheckConstraint(
                name="paragraph_position_starts_at_one", condition=Q(position__gte=1)
            ),
            models.CheckConstraint(
                name="paragraph_kind_is_known",
                condition=Q(kind__in=[kind.value for kind in ParagraphKind]),
            ),
            models.CheckConstraint(
                name="paragraph_operative_is_numbered",
                condition=~Q(kind="operative") | Q(number__isnull=False) | Q(parent__isnull=False),
            ),
            models.CheckConstraint(
                name="paragraph_preambular_has_no_parent_label",
                condition=~Q(kind="preambular") | Q(parent__isnull=False) | Q(label=""),
            ),
            models.CheckConstraint(name="paragraph_has_wording", condition=~Q(wording="")),
        ]
        indexes = [GinIndex(fields=["search_vector"], name="paragraph_search")]

    def __str__(self) -> str:
        return f"{self.place}: {self.wording[:60]}"

    @property
    def place(self) -> str:
        """Where it stands, as a reader writes it: ``pp 3``, ``op. 10 (a)``, ``heading 2``."""
        matched = _ANCHOR_PARTS.match(self.anchor)
        if matched is None:
            return self.anchor.replace("-", " ")
        series, number, rest = matched.groups()
        letters = "".join(f" ({part})" for part in rest.split("-") if part)
        return f"{'op.' if series == 'op' else 'pp'} {number}{letters}"

    @property
    def depth(self) -> int:
        """How many levels below its numbered paragraph: 0 for ``op10``, 1 for ``op10-a``."""
        return self.anchor.count("-")
