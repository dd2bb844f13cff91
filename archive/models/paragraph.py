"""Paragraphs of a text: preambular, operative, sub-paragraphs, headings, annex paragraphs."""

from collections.abc import Iterable
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Count, Deferrable, F, Q
from django.utils.translation import gettext_lazy as _

from archive.comparison.passages import Passage
from archive.models import vectors
from archive.models.agreement import Agreement
from archive.models.counts import OpeningCount
from archive.models.json_type import is_array
from archive.models.recorded import recorded
from archive.models.text import READING_LANGUAGE
from archive.parsing.parsed import ParagraphKind
from archive.parsing.places import Place

#: Fields whose values a passage has, beside its anchor and its parent's.
_OF_PASSAGES = ("kind", "wording", "opening", "form")


class ParagraphQuerySet(models.QuerySet["Paragraph"]):
    """Questions about paragraphs."""

    def tables(self) -> Self:
        """Those that are a table."""
        return self.exclude(rows=[])

    def without_tables(self) -> Self:
        """Those of words alone."""
        return self.filter(rows=[])

    def standing_in(self, text: models.Model) -> Self:
        """Those of one text."""
        return self.filter(text=text.pk)

    def standing_in_any(self, texts: Iterable[models.Model]) -> Self:
        """Those of any of some texts, in reading order."""
        found = self.filter(text__in=[text.pk for text in texts])
        return found.defer("search_vector").in_reading_order()

    def printed_by(self, symbols: Iterable[str]) -> Self:
        """Those of the texts shown of some resolutions, with their words, anchors and symbols."""
        found = self.in_reading_language().filter(text__resolution__symbol__in=list(symbols))
        named = found.select_related("text__resolution").order_by("text", "position")
        return named.only("anchor", "label", "wording", "text__resolution__symbol")

    def as_passages(self) -> Self:
        """Each with what its ``passage`` is made of, the anchor of its parent too, and no more."""
        with_parents = self.annotate(parent_anchor=F("parent__anchor"))
        return with_parents.only("text", "position", "anchor", "label", *_OF_PASSAGES)

    def in_reading_language(self) -> Self:
        """Those of texts that pages show."""
        return self.filter(text__language=READING_LANGUAGE, text__withdrawn_at__isnull=True)

    def at(self, anchor: str) -> Self:
        """Those at an anchor: of one text there is one at most."""
        return self.filter(anchor=anchor).defer("search_vector")

    def openings_counted(self) -> list[OpeningCount]:
        """Every normal form with which paragraphs open, in the order of the alphabet: one query."""
        rows = self.exclude(form="").order_by("form").values("form")
        counted = rows.annotate(
            preambular=Count("pk", filter=Q(part="preambular")),
            operative=Count("pk", filter=Q(part="operative")),
            all_together=Count("pk"),
        )
        return [OpeningCount(**row) for row in counted]

    def in_reading_order(self) -> Self:
        """As the text prints them."""
        return self.order_by("text", "position")


class Paragraph(models.Model):
    """One paragraph; its ``anchor`` is stable for ever: ``pp3``, ``op10-a``."""

    class Kind(models.TextChoices):
        """What the paragraph is."""

        PREAMBULAR = ParagraphKind.PREAMBULAR.value, _("Preambular")
        OPERATIVE = ParagraphKind.OPERATIVE.value, _("Operative")
        HEADING = ParagraphKind.HEADING.value, _("Heading")
        ANNEX = ParagraphKind.ANNEX.value, _("Annex")

    text = models.ForeignKey("archive.Text", on_delete=models.CASCADE, related_name="paragraphs")
    position = models.PositiveIntegerField(help_text="Place in the text, from 1.")
    anchor = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=Kind)
    number = models.PositiveIntegerField(null=True, blank=True)
    label = models.CharField(max_length=60, blank=True, help_text="As printed: “10.”, “(a)”.")
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="sub_paragraphs"
    )
    opening = models.CharField(max_length=120, blank=True)
    form = models.CharField(
        max_length=120, blank=True, help_text="The opening without modifiers: “note”, “call upon”."
    )
    rows = models.JSONField(
        default=list,
        blank=True,
        help_text="Of a table: its rows, each of cells as start and end in the wording.",
    )
    wording = models.TextField(help_text="Without label and markers, single spaces.")
    cited = ArrayField(
        models.CharField(max_length=80),
        default=list,
        blank=True,
        help_text="Symbols it cites, as its citations have them, but that of its own resolution.",
    )
    part = models.GeneratedField(
        expression=vectors.part_of_paragraph(),
        output_field=models.CharField(max_length=12),
        db_persist=True,
        help_text="Where it stands: preambular, operative or annex.",
    )
    search_vector = models.GeneratedField(
        expression=vectors.paragraph(),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ParagraphQuerySet.as_manager()
    history = recorded("search_vector", "part", "cited", unasked=("parent",))

    #: The anchor of the paragraph it is part of; only where ``as_passages`` has asked.
    parent_anchor: str | None

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["text", "anchor"],
                name="paragraph_anchor_is_unique",
                deferrable=Deferrable.IMMEDIATE,
            ),
            models.UniqueConstraint(
                fields=["text", "position"],
                name="paragraph_position_is_unique",
                deferrable=Deferrable.IMMEDIATE,
            ),
            models.CheckConstraint(
                name="paragraph_anchor_is_written_by_the_server",
                condition=Q(anchor__regex=r"^[a-z]+[0-9]*[a-z]*(-[a-z0-9]+)*$"),
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
                condition=~Q(kind="operative")
                | Q(number__isnull=False)
                | Q(parent__isnull=False)
                | Q(anchor__regex=r"(^|-)introduction[0-9]+$"),
            ),
            models.CheckConstraint(
                name="paragraph_preambular_has_no_parent_label",
                condition=~Q(kind="preambular") | Q(parent__isnull=False) | Q(label=""),
            ),
            models.CheckConstraint(
                name="paragraph_within_another_has_a_label_or_is_closing_words",
                condition=Q(parent__isnull=True) | ~Q(label="") | Q(anchor__regex=r"-p[0-9]+$"),
            ),
            models.CheckConstraint(name="paragraph_has_wording", condition=~Q(wording="")),
            models.CheckConstraint(
                name="paragraph_form_is_of_an_opening", condition=Q(form="") | ~Q(opening="")
            ),
            models.CheckConstraint(name="paragraph_rows_are_an_array", condition=is_array("rows")),
            models.UniqueConstraint(fields=["id", "text"], name="paragraph_with_its_text"),
            Agreement(
                name="paragraph_parent_is_of_its_text", link="parent", fields={"text": "text"}
            ),
        ]
        indexes = [
            GinIndex(fields=["search_vector"], name="paragraph_search", fastupdate=False),
            models.Index(fields=["form", "text"], name="paragraph_by_form", condition=~Q(form="")),
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.wording[:60]}"

    @property
    def is_annex_heading(self) -> bool:
        """Whether it is a heading that begins an annex, an article or the like, by its anchor."""
        place = Place.read(self.anchor)
        is_heading = self.kind == self.Kind.HEADING
        return is_heading and place is not None and place.is_annexed and not place.series

    @property
    def passage(self) -> Passage:
        """It as comparing reads it; only where ``as_passages`` has asked."""
        return Passage(
            anchor=self.anchor,
            kind=ParagraphKind(self.kind),
            text=self.wording,
            opening=self.opening,
            form=self.form,
            parent=self.parent_anchor,
        )

    @property
    def place(self) -> str:
        """Where it stands, as a reader writes it: ``pp 3``, ``op. 10 (a)``, ``annex 1, para. 4``.

        Words that go on after the sub-paragraphs of op. 10 are ``op. 10, closing words``.
        """
        place = Place.read(self.anchor, label=self.label)
        return place.in_words if place else self.anchor

    @property
    def numbering(self) -> str:
        """Its number as a margin has room for: ``pp 3``, ``10 (a)``; empty for closing words."""
        place = Place.read(self.anchor, label=self.label)
        return place.numbering if place else ""
