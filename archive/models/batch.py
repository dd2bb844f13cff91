"""Batches: files that a person brought at once, and what became of each."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Func, OuterRef, Q, Subquery
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Coalesce

from archive.models.correction import Correction


class BatchQuerySet(models.QuerySet["Batch"]):
    """Questions about batches."""

    def counted(self) -> Self:
        """Each with the counts of its files by what is to be done about them.

        ``all_files``, those that are ``waiting``, need ``attention``, and were ``unread``: not
        taken in, or not to be parsed.
        """
        return self.annotate(
            all_files=_count(),
            waiting=_count(Q(ingestion__state="queued")),
            attention=_count(Q(ingestion__state="needs_attention")),
            unread=_count(Q(ingestion__state="failed") | Q(ingestion__isnull=True)),
        )


def _count(which: Q | None = None) -> Coalesce:
    """How many files of a batch are such."""
    found = BatchFile.objects.filter(which or Q(), batch=OuterRef("pk")).order_by()
    counted = found.values("batch").annotate(count=Count("pk"))
    return Coalesce(Subquery(counted.values("count")), 0)


class WholeText(Func):
    """A value of JSON that is a string, as text."""

    template = "(%(expressions)s #>> '{}')"
    output_field: Any = models.TextField()


class BatchFileQuerySet(models.QuerySet["BatchFile"]):
    """Questions about the files of batches."""

    def known(self) -> Self:
        """Those whose bytes the archive had received before."""
        return self.filter(was_known=True)

    def with_symbols(self) -> Self:
        """Each with its ingestion and its ``symbol``.

        That is of the text it became, else as a person has set it, else as it is printed. Neither
        the bytes of the file nor the whole parse are loaded.
        """
        set_last = (
            Correction.objects.standing()
            .filter(ingestion=OuterRef("ingestion"), action="set_fact", where="masthead.symbol")
            .order_by("-position")
            .values(as_text=WholeText(F("after")))
        )
        printed = KeyTextTransform("symbol", KeyTransform("masthead", "ingestion__parse_result"))
        return (
            self.select_related("ingestion")
            .defer("ingestion__parse_result")
            .annotate(
                symbol=Coalesce(
                    *("ingestion__text__resolution__symbol", Subquery(set_last[:1]), printed),
                    output_field=models.TextField(),
                )
            )
        )


class Batch(models.Model):
    """Files brought at once, by whom, when and where from."""

    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField()
    received_from = models.TextField(help_text="Where the files come from.")
    left_out = models.TextField(
        blank=True, help_text="What in its zip archives is no file that a person brings."
    )

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "batches"
        constraints = [
            models.CheckConstraint(name="batch_has_provenance", condition=~Q(received_from="")),
        ]

    def __str__(self) -> str:
        return f"batch {self.pk}"


class BatchFile(models.Model):
    """One file of a batch: the ingestion it became or led to, or why it was not taken in.

    ``name`` is as it was brought, of a file in a zip archive with the archive's before it.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="files")
    position = models.PositiveIntegerField(help_text="Place in the batch, from 1.")
    name = models.CharField(max_length=255)
    size_bytes = models.PositiveBigIntegerField()
    ingestion = models.ForeignKey(
        "archive.Ingestion",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="batch_files",
    )
    was_known = models.BooleanField(
        default=False, help_text="Whether the archive had received the same bytes before."
    )
    refusal = models.TextField(blank=True, help_text="Why it was not taken in, as a sentence.")

    objects = BatchFileQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "position"], name="batch_file_has_a_place"),
            models.CheckConstraint(
                name="batch_file_position_starts_at_one", condition=Q(position__gte=1)
            ),
            models.CheckConstraint(name="batch_file_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="batch_file_is_taken_in_or_says_why_not",
                condition=Q(ingestion__isnull=False, refusal="")
                | (Q(ingestion__isnull=True) & ~Q(refusal="")),
            ),
            models.CheckConstraint(
                name="batch_file_was_known_as_an_ingestion",
                condition=Q(was_known=False) | Q(ingestion__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name
