"""Texts: one language version of a resolution, from one source file."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, Self

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Count, Exists, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from archive.models import vectors
from archive.models.counts import Kept
from archive.models.evidence import Evidence
from archive.models.ingestion import Ingestion
from archive.models.lengths import fits
from archive.models.recorded import recorded
from archive.parsing.pipeline import PARSER_VERSION

#: The official languages of the United Nations by ISO 639-1 letters: name in English, own name.
LANGUAGES: Mapping[str, tuple[str, str]] = {
    "ar": (gettext_noop("Arabic"), "العربية"),
    "zh": (gettext_noop("Chinese"), "中文"),
    "en": (gettext_noop("English"), "English"),
    "fr": (gettext_noop("French"), "Français"),
    "ru": (gettext_noop("Russian"), "Русский"),
    "es": (gettext_noop("Spanish"), "Español"),
}
_FROM_RIGHT_TO_LEFT = frozenset({"ar"})

#: The language the archive reads, shows and searches, by its ISO 639-1 letters. Texts in others
#: may be kept; a resolution that has only such is not held.
READING_LANGUAGE = "en"


def content_hash_of(wording: str) -> str:
    """SHA-256 of a wording without its white space, in hexadecimal."""
    return sha256("".join(wording.split()).encode()).hexdigest()


class TextQuerySet(models.QuerySet["Text"]):
    """Questions about texts."""

    def published(self) -> Self:
        """Those that have not been withdrawn, each by itself."""
        return self.filter(withdrawn_at__isnull=True)

    def shown(self) -> Self:
        """Those that readers may see: with a text in the reading language its others are gone."""
        withdrawn = Text.objects.withdrawn().filter(resolution=OuterRef("resolution"))
        return self.published().exclude(Exists(withdrawn))

    def withdrawn(self) -> Self:
        """Those in the reading language that are withdrawn, and with them what they are of."""
        return self.filter(withdrawn_at__isnull=False, language=READING_LANGUAGE)

    def shown_translations(self) -> Self:
        """Those in other languages that pages show: all but of what was withdrawn as a whole."""
        return self.shown().exclude(language=READING_LANGUAGE)

    def in_reading_language(self) -> Self:
        """Those that pages show and search reads: a resolution is held if it has one of them."""
        return self.published().filter(language=READING_LANGUAGE)

    def of(self, resolution: models.Model) -> Self:
        """Those of one resolution: one for each language."""
        return self.filter(resolution=resolution.pk)

    def of_any(self, resolutions: Iterable[models.Model]) -> Self:
        """Those of any of some resolutions."""
        return self.filter(resolution__in=[one.pk for one in resolutions])

    def named(self, symbol: str) -> Self:
        """Those of the resolution of a canonical symbol, each with it and what was adopted."""
        return self.filter(resolution__symbol=symbol).select_related("resolution__adopted_as")

    def without_words(self) -> Self:
        """Each without its words, which are long."""
        return self.defer("wording", "search_vector")

    def with_evidence(self) -> Self:
        """Each with ``evidence_kept``: what the facts about its resolution rest on."""
        kept = Evidence.objects.filter(resolution=OuterRef("resolution")).order_by("pk")
        fields = ("fact", "origin", "words", "is_verified")
        rows = kept.values(row=JSONObject(**{name: name for name in fields}))
        return self.annotate(evidence_kept=ArraySubquery(rows))

    def from_bytes(self, sha256: str) -> Self:
        """Those that came from a file with this digest: one, or none."""
        return self.filter(source_file__sha256=sha256)

    def behind_the_parser(self) -> Self:
        """Those that another version of the parser has read than the present one.

        Without those whose reading by the present one somebody has turned down.
        """
        turned_down = Ingestion.objects.filter(
            follows__text=OuterRef("pk"),
            source_file=OuterRef("source_file"),
            state=Ingestion.State.REJECTED,
            parser_version=PARSER_VERSION,
        )
        return self.exclude(parser_version=PARSER_VERSION).exclude(Exists(turned_down))

    def by_parser(self) -> list[Kept]:
        """How many each version of the parser has read, and when; most texts first."""
        return self._kept("parser_version", at="parsed_at")

    def by_language(self) -> list[Kept]:
        """How many are in each language, by its letters, and when they were published."""
        return self._kept("language", at="published_at")

    def by_format(self) -> list[Kept]:
        """How many come from files of each media type, and when these were received."""
        return self._kept("source_file__media_type", at="source_file__received_at")

    def number_of_sources(self) -> int:
        """From how many places files were received."""
        found = self.aggregate(number=Count("source_file__received_from", distinct=True))
        number: int = found["number"]
        return number

    def by_source(self, *, start: int, end: int) -> list[Kept]:
        """How many come from each place files were received from, most texts first."""
        at = "source_file__received_at"
        return self._kept("source_file__received_from", at=at, start=start, end=end)

    def _kept(self, column: str, *, at: str, start: int = 0, end: int | None = None) -> list[Kept]:
        rows = self.order_by().values_list(column)
        counted = rows.annotate(texts=Count("pk"), first_at=Min(at), last_at=Max(at))
        return [
            Kept(value=value, texts=texts, first_at=first, last_at=last)
            for value, texts, first, last in counted.order_by("-texts", column)[start:end]
        ]

    def with_source(self) -> Self:
        """Each with its source file, without the bytes, its ``warnings`` and ``masthead_lines``."""
        latest = Ingestion.objects.filter(text=OuterRef("pk")).order_by("-ingested_at", "-pk")
        return (
            self.select_related("source_file")
            .defer("source_file__content", "wording", "search_vector")
            .annotate(
                warnings=Subquery(latest.values("warnings")[:1]),
                masthead_lines=Subquery(latest.values("parse_result__masthead__lines")[:1]),
            )
        )


class Text(models.Model):
    """A language version. ``wording`` is all its paragraphs and notes, for search by whole text."""

    resolution = models.ForeignKey(
        "archive.Resolution", on_delete=models.PROTECT, related_name="texts"
    )
    language = models.CharField(max_length=2, default=READING_LANGUAGE)
    source_file = models.OneToOneField(
        "archive.SourceFile", on_delete=models.PROTECT, related_name="text"
    )
    title = models.TextField(
        blank=True, help_text="As the file prints it; empty where it does not."
    )
    wording = models.TextField(help_text="Every paragraph and note, a line each, in reading order.")
    content_hash = models.CharField(
        max_length=64, help_text="SHA-256 of the wording without white space, in hexadecimal."
    )
    parser_version = models.CharField(max_length=20)
    parsed_at = models.DateTimeField()
    published_at = models.DateTimeField(
        help_text="When readers first saw it.", default=timezone.now
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty when a command did it.",
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawal_reason = models.TextField(blank=True, help_text="Shown to everybody.")
    search_vector = models.GeneratedField(
        expression=vectors.title_and_wording(),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = TextQuerySet.as_manager()
    history = recorded(
        "search_vector",
        "wording",
        unasked=("resolution", "source_file", "published_by", "withdrawn_by"),
    )

    #: The parser's, of the latest ingestion; None without one. Only where ``with_source`` asked.
    warnings: list[dict[str, str]] | None
    #: The lines its file prints around it, likewise.
    masthead_lines: list[str] | None
    #: Fields of Evidence; only where ``with_evidence`` asked.
    evidence_kept: list[dict[str, Any]]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["resolution", "language"], name="text_one_for_each_language"
            ),
            models.CheckConstraint(
                name="text_language_is_two_letters", condition=Q(language__regex=r"^[a-z]{2}$")
            ),
            models.CheckConstraint(
                name="text_content_hash_is_sha256",
                condition=Q(content_hash__regex=r"^[0-9a-f]{64}$"),
            ),
            models.CheckConstraint(name="text_has_wording", condition=~Q(wording="")),
            models.CheckConstraint(name="text_names_its_parser", condition=~Q(parser_version="")),
            models.UniqueConstraint(fields=["id", "source_file"], name="text_with_its_file"),
            models.CheckConstraint(
                name="text_withdrawn_by_somebody_for_a_reason",
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                & Q(withdrawal_reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                & ~Q(withdrawal_reason=""),
            ),
            fits("withdrawal_reason", name="text_withdrawal_reason_is_short"),
        ]
        permissions = [("withdraw_text", "Can withdraw and restore texts")]

    @property
    def is_withdrawn(self) -> bool:
        """Whether it has been taken from readers."""
        return self.withdrawn_at is not None

    @property
    def is_translation(self) -> bool:
        """Whether it is in another language than the archive reads."""
        return self.language != READING_LANGUAGE

    @property
    def language_in_words(self) -> str:
        """Its language by its name; of one that is not official, the letters."""
        return gettext(LANGUAGES.get(self.language, (self.language, ""))[0])

    @property
    def own_language(self) -> str:
        """Its language as those who speak it call it."""
        return LANGUAGES.get(self.language, ("", self.language))[1]

    @property
    def direction(self) -> str:
        """The direction of its script, as HTML writes it."""
        return "rtl" if self.language in _FROM_RIGHT_TO_LEFT else "ltr"

    def __str__(self) -> str:
        return f"{self.resolution} ({'draft, ' if self.resolution.is_draft else ''}{self.language})"
