"""The history of one row with the way back for each value."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from archive.admin.history.recorded import RecordedAdmin
from archive.admin.history.restoring import RestoringAdmin
from archive.ingest.restoring.single_values import value_restoration

_METHODS = ["GET", "HEAD", "POST"]


class HistoryAdmin(RecordedAdmin, RestoringAdmin):
    """Rows of which single values come back."""

    def get_urls(self) -> list[URLPattern]:
        """The pages of every model, and that on which a value comes back."""
        route = "history/<int:record>/<slug:column>/"
        own = self.address(route, self.restore_value, name="restore_value")
        return [own, *super().get_urls()]

    @property
    def restore_name(self) -> str:
        """The name of the page on which a value comes back."""
        return f"admin:archive_{self.opts.model_name}_restore_value"

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
