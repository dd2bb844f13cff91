"""Batches: files that a person brought at once, and what became of each."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Batch(models.Model):
    """Files brought at once, by whom, when and where from."""

    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField()
    received_from = models.TextField(help_text="Where the files come from.")

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
