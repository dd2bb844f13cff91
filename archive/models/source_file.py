"""Source files: bytes as received, never changed."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from archive.models.text import Text

_UNSAFE_IN_A_NAME = dict.fromkeys(map(ord, '/\\"'), "_")


class SourceFileQuerySet(models.QuerySet["SourceFile"]):
    """Questions about source files."""

    def without_content(self) -> Self:
        """Without loading the bytes."""
        return self.defer("content")

    def behind(self, symbol: str, *, language: str) -> Self:
        """That of a text readers may see, by the canonical symbol of its resolution."""
        withdrawn = Text.objects.withdrawn().filter(resolution=OuterRef("text__resolution"))
        shown = self.filter(text__withdrawn_at__isnull=True).exclude(Exists(withdrawn))
        return shown.filter(text__resolution__symbol=symbol, text__language=language)


class HexDigest(Func):
    """PostgreSQL's own SHA-256 of a binary column, in hexadecimal."""

    template = "encode(sha256(%(expressions)s), 'hex')"
    output_field: Any = models.CharField()


class SourceFile(models.Model):
    """A file as received. The database holds that ``sha256`` is the digest of ``content``."""

    class MediaType(models.TextChoices):
        """The formats the archive reads, by their registered names."""

        TEXT = "text/plain", _("Plain text")
        WORD = (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "Word",
        )
        WORD_97 = "application/msword", "Word 97"
        PDF = "application/pdf", "PDF"
        HTML = "text/html", "HTML"
        AKOMA_NTOSO = "application/akn+xml", "Akoma Ntoso"

    content = models.BinaryField()
    sha256 = models.CharField(max_length=64, unique=True)
    size_bytes = models.PositiveIntegerField()
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=80, choices=MediaType)
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty when a command brought it.",
    )
    received_from = models.TextField(help_text="Where the file comes from.")

    objects = SourceFileQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="source_file_digest_is_of_the_content",
                condition=Q(sha256=HexDigest(F("content"))),
            ),
            models.CheckConstraint(
                name="source_file_size_is_of_the_content",
                condition=Q(size_bytes=Length("content")),
            ),
            models.CheckConstraint(name="source_file_is_not_empty", condition=Q(size_bytes__gt=0)),
            models.CheckConstraint(name="source_file_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="source_file_has_provenance", condition=~Q(received_from="")
            ),
            models.CheckConstraint(
                name="source_file_media_type_is_known",
                condition=Q(
                    media_type__in=[
                        "text/plain",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        "application/msword",
                        "application/pdf",
                        "text/html",
                        "application/akn+xml",
                    ]
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def printable_name(self) -> str:
        """Its name as a header and a folder can have it."""
        return printable_name(self.name)


def printable_name(name: str) -> str:
    """The name of a file without what no name may hold."""
    printable = "".join(character if character.isprintable() else "_" for character in name)
    return printable.translate(_UNSAFE_IN_A_NAME)
