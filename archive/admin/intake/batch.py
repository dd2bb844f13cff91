"""Batches, each with how far its files have come."""

from typing import Any, ClassVar, cast

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from archive.admin.reading import ReadingAdmin
from archive.ingest.intake.progress import Progress, progress_of
from archive.models import Batch
from archive.models.batch import BatchQuerySet

_REFRESH_SECONDS = "4"
_STILL = "still"


@admin.register(Batch)
class BatchAdmin(ReadingAdmin):
    """Each batch: who brought it, where from, and what became of its files."""

    list_display = (
        "__str__",
        "uploaded_at",
        "uploaded_by",
        "received_from",
        "all_files",
        "waiting",
        "attention",
        "unread",
    )
    list_display_links = ("__str__",)
    list_filter = ("uploaded_at", ("uploaded_by", admin.RelatedOnlyFieldListFilter))
    search_fields = ("received_from", "files__name")
    date_hierarchy = "uploaded_at"
    ordering = ("-uploaded_at", "-pk")
    joined: ClassVar[tuple[str, ...]] = ("uploaded_by",)

    def get_queryset(self, request: HttpRequest) -> BatchQuerySet:
        """Batches with the counts of the list."""
        return cast("BatchQuerySet", super().get_queryset(request)).counted()

    @method_decorator(require_safe)
    def change_view(  # noqa: PLR0917 Django’s signature
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """How far a batch has come; while something waits, a browser asks again by itself.

        Raises PermissionDenied for staff who may not see batches, and Http404.
        """
        del form_url, extra_context
        if not self.has_view_permission(request):
            raise PermissionDenied
        batch = self.get_object(request, object_id)
        if batch is None:
            raise Http404("There is no such batch.")
        progress = progress_of(batch)
        response = TemplateResponse(
            request, "admin/intake/batch.html", self._context(request, progress)
        )
        if progress.is_waiting and _STILL not in request.GET:
            response["Refresh"] = _REFRESH_SECONDS
        return response

    def _context(self, request: HttpRequest, progress: Progress) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": f"Batch {progress.batch.pk}",
            "subtitle": None,
            "is_popup": False,
            "opts": self.opts,
            "progress": progress,
            "is_still": _STILL in request.GET,
            "refresh_seconds": _REFRESH_SECONDS,
            "may_bring": request.user.has_perm("archive.add_ingestion"),
        }

    @admin.display(description="Files", ordering="all_files")
    def all_files(self, batch: Any) -> int:
        """How many files it has."""
        return int(batch.all_files)

    @admin.display(description="Waiting", ordering="waiting")
    def waiting(self, batch: Any) -> int:
        """How many are to be parsed."""
        return int(batch.waiting)

    @admin.display(description="Need attention", ordering="attention")
    def attention(self, batch: Any) -> int:
        """How many a person must look at."""
        return int(batch.attention)

    @admin.display(description="Not read", ordering="unread")
    def unread(self, batch: Any) -> int:
        """How many were not taken in or could not be read."""
        return int(batch.unread)
