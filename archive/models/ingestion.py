"""Ingestions: one source file's way to publication."""

from typing import Self

from django.conf import settings
from django.db import connections, models
from django.db.models import F, Q
from django.db.models.fields.json import KeyTextTransform

from archive.models.agreement import Agreement
from archive.models.lengths import LONGEST_WITH_LINES, fits


class IngestionQuerySet(models.QuerySet["Ingestion"]):
    """Questions about ingestions."""

    def waiting(self) -> Self:
        """Those whose file is to be parsed, or is being parsed."""
        return self.filter(state="queued")

    def in_state(self, state: str) -> Self:
        """Those that came so far, the one that came first at the head."""
        return self.filter(state=state).order_by("ingested_at", "pk")

    def with_unpublished_changes(self) -> Self:
        """Those of whose text readers see an earlier revision than staff do, oldest first."""
        changed = self.filter(text__isnull=False, revision__gt=F("published_revision"))
        return changed.order_by("ingested_at", "pk")

    def latest_first(self) -> Self:
        """The one that came last at the head."""
        return self.order_by("-ingested_at", "-pk")

    def of_batch(self, batch: int) -> Self:
        """Those that the files of a batch, given by its key, became or led to."""
        return self.filter(batch_files__batch=batch)

    def without_parse(self) -> Self:
        """Without loading the whole parse result."""
        return self.defer("parse_result")

    def with_file(self) -> Self:
        """Each with its source file, but for the bytes."""
        return self.select_related("source_file").defer("source_file__content")

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
    """What the parser made of a source file, and what became of it.

    ``revision`` grows with every correction and with every change of state that a person makes, so
    that whoever saves what has changed meanwhile is refused.
    """

    class State(models.TextChoices):
        """How far the file came."""

        QUEUED = "queued", "Waiting"
        FAILED = "failed", "Could not be read"
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
    parser_version = models.CharField(max_length=20, blank=True)
    parse_result = models.JSONField(
        null=True, blank=True, help_text="As `manage.py parse` prints it; empty until it is parsed."
    )
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
    given_symbol = models.CharField(
        max_length=80, blank=True, help_text="What whoever brought the file says it is."
    )
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who asked for it; empty when a command did.",
    )
    follows = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        help_text="The ingestion whose text this one is to take the place of.",
    )
    attempts = models.PositiveSmallIntegerField(
        default=0, help_text="How often a worker has begun to parse it."
    )
    failure_code = models.CharField(max_length=40, blank=True)
    failure = models.TextField(blank=True, help_text="Why it could not be read, as a sentence.")
    revision = models.PositiveIntegerField(default=0)
    published_revision = models.PositiveIntegerField(
        null=True, blank=True, help_text="The revision that readers see or saw last."
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who published or rejected it; empty when a command did.",
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, help_text="Why it was rejected or replaced.")
    ingested_at = models.DateTimeField()
    parsed_at = models.DateTimeField(null=True, blank=True)

    objects = IngestionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="ingestion_state_is_known",
                condition=Q(
                    state__in=[
                        *("queued", "failed", "parsed", "needs_attention", "published", "rejected")
                    ]
                ),
            ),
            models.CheckConstraint(
                name="ingestion_has_a_parse_once_it_is_read",
                condition=~Q(state__in=["parsed", "needs_attention", "published"])
                | Q(parse_result__isnull=False) & ~Q(parser_version=""),
            ),
            models.CheckConstraint(
                name="ingestion_that_failed_says_why",
                condition=~Q(state="failed") | ~Q(failure="", failure_code=""),
            ),
            models.CheckConstraint(
                name="ingestion_published_has_a_revision",
                condition=~Q(state="published") | Q(published_revision__isnull=False),
            ),
            models.CheckConstraint(
                name="ingestion_publishes_no_later_revision",
                condition=Q(published_revision__isnull=True)
                | Q(published_revision__lte=F("revision")),
            ),
            models.CheckConstraint(
                name="ingestion_does_not_follow_itself",
                condition=Q(follows__isnull=True) | ~Q(follows=F("pk")),
            ),
            models.CheckConstraint(
                name="ingestion_rejected_has_a_reason",
                condition=~Q(state="rejected") | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="ingestion_published_has_a_text_or_says_why_not",
                condition=~Q(state="published") | Q(text__isnull=False) | ~Q(reason=""),
            ),
            fits("reason", name="ingestion_reason_is_short", most=LONGEST_WITH_LINES),
            Agreement(
                name="ingestion_text_is_of_its_file",
                link="text",
                fields={"source_file": "source_file"},
            ),
        ]
        indexes = [
            models.Index(
                fields=["attempts", "ingested_at", "id"],
                name="ingestion_waiting",
                condition=Q(state="queued"),
            ),
            models.Index(fields=["state", "ingested_at", "id"], name="ingestion_by_state"),
            models.Index(
                fields=["ingested_at", "id"],
                name="ingestion_with_changes",
                condition=Q(text__isnull=False, revision__gt=F("published_revision")),
            ),
        ]
        permissions = [
            ("publish_ingestion", "Can publish and reject what was ingested"),
            ("reparse_ingestion", "Can have files parsed again"),
        ]

    @property
    def has_unpublished_changes(self) -> bool:
        """Whether readers see an earlier revision than staff do; of what was replaced, none."""
        if self.text_id is None or self.published_revision is None:
            return False
        return self.revision > self.published_revision

    def __str__(self) -> str:
        return f"{self.source_file}: {self.get_state_display()}"
