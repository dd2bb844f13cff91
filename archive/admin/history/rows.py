"""The history of one row: what changed, and the way back for each value."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_safe

from archive.admin.history.entries import entries_of
from archive.admin.history.restoring import RestoringAdmin
from archive.ingest.restoring.single_values import value_restoration

_METHODS = ["GET", "HEAD", "POST"]


class HistoryAdmin(RestoringAdmin):
    """Rows whose history is kept."""

    def get_urls(self) -> list[URLPattern]:
        """The pages of every model, and that on which a value comes back."""
        route = "history/<int:record>/<slug:column>/"
        own = self.address(route, self.restore_value, name="restore_value")
        return [own, *super().get_urls()]

    @method_decorator(require_safe)
    def history_view(  # noqa: PLR0917 Django’s signature
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Who changed what of a row, when and why, the latest first."""
        del extra_context
        row = self.row_to_look_at(request, object_id)
        return self.page(
            request,
            row,
            template="admin/history/row.html",
            title=f"History of {row}",
            found=entries_of(row, page=request.GET.get("p", "1")),
            may_restore=request.user.has_perm("archive.add_correction"),
            restore_name=f"admin:archive_{self.opts.model_name}_restore_value",
        )

    @method_decorator(require_http_methods(_METHODS))
    def restore_value(
        self, request: HttpRequest, pk: int, *, record: int, column: str
    ) -> HttpResponse:
        """Bring one value back that the row had before."""
        row = self.row_to_look_at(request, pk)
        return self.restoring_page(
            request,
            row,
            find=lambda: value_restoration(type(row), row.pk, record=record, column=column),
        )
