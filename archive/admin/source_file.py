"""Source files: where each is from, and the bytes as received for download."""

from typing import ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from archive.admin.links import link_to, rows_beside
from archive.admin.reading import ReadingAdmin
from archive.models import SourceFile, Text
from archive.models.source_file import printable_name


@admin.register(SourceFile)
class SourceFileAdmin(ReadingAdmin):
    """Each file; its bytes leave the database for the download only."""

    list_display = ("name", "its_text", "media_type", "size", "received_at", "received_by")
    list_filter = ("media_type", "received_at")
    search_fields = ("name", "sha256", "received_from", "text__resolution__symbol")
    date_hierarchy = "received_at"
    ordering = ("-received_at", "name")
    joined = ("received_by", "text__resolution")
    left_out: ClassVar[tuple[str, ...]] = (
        "content",
        "text__wording",
        "text__search_vector",
        "text__resolution__search_vector",
    )
    fields = (
        "name",
        "download",
        "media_type",
        "size",
        "sha256",
        "received_at",
        "received_by",
        "received_from",
        "its_text",
        "history",
    )
    readonly_fields = ("download", "size", "its_text", "history")
    history = rows_beside("ingestions", title="Ingestions")

    def get_urls(self) -> list[URLPattern]:
        """The pages of every model, and the download."""
        return [*self.addresses(as_received=self.as_received), *super().get_urls()]

    @method_decorator(require_safe)
    def as_received(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The bytes as received: to be saved, never to be shown or run by the browser.

        Raises:
            PermissionDenied: staff who may not see source files, a 403.
            Http404: no file has this key.
        """
        if not self.has_view_permission(request):
            raise PermissionDenied
        source_file = get_object_or_404(SourceFile, pk=pk)
        return HttpResponse(
            bytes(source_file.content),
            content_type="application/octet-stream",
            headers={
                "Content-Disposition": _attachment(source_file.name),
                "Content-Security-Policy": "sandbox; default-src 'none'",
                "X-Content-Type-Options": "nosniff",
            },
        )

    @admin.display(description="As received")
    def download(self, source_file: SourceFile) -> str:
        """A link to the bytes."""
        address = reverse("admin:archive_sourcefile_as_received", args=[source_file.pk])
        return format_html('<a href="{}">Download {}</a>', address, source_file.name)

    @admin.display(description="Size", ordering="size_bytes")
    def size(self, source_file: SourceFile) -> str:
        """How many bytes it has."""
        return f"{source_file.size_bytes:,} bytes"

    @admin.display(description="Text")
    def its_text(self, source_file: SourceFile) -> str:
        """The text read from it, if it became one."""
        text: Text | None = getattr(source_file, "text", None)
        return link_to(text)


def _attachment(name: str) -> str:
    """The header that has a browser save the file under its name."""
    name = printable_name(name)
    return content_disposition_header(as_attachment=True, filename=name) or "attachment"
