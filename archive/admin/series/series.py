"""Series: making one, naming it, and deciding which resolutions are of it."""

from typing import Any, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_safe

from archive.admin.review.refusals import REFUSALS, Refusal, refusal_of
from archive.admin.review.sent import Sent
from archive.admin.series.deciding import DecidingAdmin
from archive.admin.series.members import members_listed
from archive.ingest.lineages.curating import NO_TITLE, make_series, rename_series
from archive.ingest.lineages.reasons import NO_REASON
from archive.models import Series

_METHODS = ["GET", "HEAD", "POST"]


@admin.register(Series)
class SeriesAdmin(DecidingAdmin):
    """Each series with its members, those proposed, and those refused."""

    list_display = ("title", "slug", "accepted", "proposed")
    search_fields = ("title", "slug", "memberships__resolution__symbol")
    ordering = ("title", "slug")

    def get_urls(self) -> list[URLPattern]:
        """The pages of every model, and that on which a series gets another title."""
        return [*self.addresses(rename=self.rename), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Each with the counts of the list."""
        rows: Any = super().get_queryset(request)
        return cast("QuerySet[Any]", rows.counted_for_staff())

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whether the visitor's role makes series."""
        return bool(request.user.has_perm("archive.add_series"))

    @method_decorator(require_safe)
    def change_view(  # noqa: PLR0917 Django’s signature
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """A series with its members and those that may become some."""
        del form_url, extra_context
        series = self.row_to_look_at(request, object_id)
        return self.page(
            request,
            series,
            template="admin/series/series.html",
            title=str(series),
            lists=members_listed(series),
            may_decide=self.may_decide(request),
            may_rename=request.user.has_perm("archive.change_series"),
        )

    @method_decorator(require_http_methods(_METHODS))
    def add_view(  # noqa: PLR0917 Django’s signature
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Make a series."""
        del form_url, extra_context
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._naming_page(request, None)
        sent = Sent(request)
        try:
            title, reason = _named(sent)
            series = make_series(title, by=sent.user, reason=reason)
        except REFUSALS as error:
            return self._naming_page(request, None, refusal=refusal_of(error, sent))
        messages.success(request, f"“{series}” is made. Add the resolutions that are of it.")
        return redirect("admin:archive_series_change", series.pk)

    @method_decorator(require_http_methods(_METHODS))
    def rename(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Give a series another title."""
        series = self.row_to_work_on(request, pk, permission="change_series")
        if request.method != "POST":
            return self._naming_page(request, series)
        sent = Sent(request)
        try:
            title, reason = _named(sent)
            renamed = rename_series(pk, title, by=sent.user, reason=reason)
        except REFUSALS as error:
            return self._naming_page(request, series, refusal=refusal_of(error, sent))
        messages.success(request, f"The series is called “{renamed}” now; its address stays.")
        return redirect("admin:archive_series_change", pk)

    def _naming_page(
        self, request: HttpRequest, series: Series | None, *, refusal: Refusal | None = None
    ) -> HttpResponse:
        """The form for a title and why; of a new series without a row."""
        sent = Sent(request)
        return self.page(
            request,
            series,
            template="admin/series/naming.html",
            title=f"Rename “{series}”" if series else "Make a series",
            refusal=refusal,
            name=sent.typed("title") or (series.title if series else ""),
            name_problem=refusal.at("title") if refusal else "",
            reason=sent.typed("reason"),
            reason_problem=refusal.at("reason") if refusal else "",
        )

    @admin.display(description="Members", ordering="accepted")
    def accepted(self, series: Any) -> int:
        """How many resolutions are of it."""
        return int(series.accepted)

    @admin.display(description="Proposed", ordering="proposed")
    def proposed(self, series: Any) -> int:
        """How many wait for somebody to decide."""
        return int(series.proposed)


def _named(sent: Sent) -> tuple[str, str]:
    """The title and the reason. Raises SentError where one is missing."""
    return sent.words("title", otherwise=NO_TITLE), sent.words("reason", otherwise=NO_REASON)
