"""Ingestions: one source file's way to publication."""

from typing import Self

from django.conf import settings
from django.db import connections, models
from django.db.models import Q
from django.db.models.fields.json import KeyTextTransform

from archive.models.agreement import Agreement


class IngestionQuerySet(models.QuerySet["Ingestion"]):
    """Questions about ingestions."""

    def warned(self, code: str) -> Self:
        """Those with a warning of a code."""
        return self.filter(warnings__contains=[{"code": code}])

    def warned_of(self) -> list[tuple[str, int]]:
        """The codes of warnings, each with how many ingestions have it, in alphabetical order."""
        with connections[self.db].cursor() as cursor:
            cursor.execute(
                """
                SELECT code, count(DISTINCT id) FROM archive_ingestion,
                LATERAL jsonb_path_query(warnings, '$[*].code') AS told,
                LATERAL (SELECT told #>> '{}' AS code) AS named
                WHERE code IS NOT NULL GROUP BY code ORDER BY code
                """
            )
            return list(cursor.fetchall())


class Ingestion(models.Model):
    """What the parser made of a source file, and what became of it."""

    class State(models.TextChoices):
        """How far the file came."""

        PARSED = "parsed", "Parsed"
        NEEDS_ATTENTION = "needs_attention", "Needs attention"
        PUBLISHED = "published", "Published"
        REJECTED = "rejected", "Rejected"

    source_file = models.ForeignKey(
        "archive.SourceFile", on_delete=models.PROTECT, related_name="ingestions"
    )
    state = models.CharField(max_length=16, choices=State)
    text = models.ForeignKey(
        "archive.Text",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="ingestions",
        help_text="The text it became.",
    )
    parser_version = models.CharField(max_length=20)
    parse_result = models.JSONField(help_text="As `manage.py parse` prints it.")
    format = models.GeneratedField(
        expression=KeyTextTransform("format", "parse_result"),
        output_field=models.TextField(),
        db_persist=True,
        null=True,
        help_text="As the parse result has it: text, word, pdf …",
    )
    layout = models.GeneratedField(
        expression=KeyTextTransform("layout", "parse_result"),
        output_field=models.TextField(),
        db_persist=True,
        null=True,
        help_text="How the file lays its text out, likewise.",
    )
    warnings = models.JSONField(default=list, blank=True)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True, help_text="Why it was rejected or replaced.")
    ingested_at = models.DateTimeField()

    objects = IngestionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="ingestion_state_is_known",
                condition=Q(state__in=["parsed", "needs_attention", "published", "rejected"]),
            ),
            models.CheckConstraint(
                name="ingestion_rejected_has_a_reason",
                condition=~Q(state="rejected") | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="ingestion_published_has_a_text_or_says_why_not",
                condition=~Q(state="published") | Q(text__isnull=False) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="ingestion_names_its_parser", condition=~Q(parser_version="")
            ),
            Agreement(
                name="ingestion_text_is_of_its_file",
                link="text",
                fields={"source_file": "source_file"},
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_file}: {self.get_state_display()}"
