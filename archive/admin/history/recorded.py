"""The history of one row: who changed what, when and why."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from archive.admin.history.entries import entries_of
from archive.admin.history.pages import PagesAdmin


class RecordedAdmin(PagesAdmin):
    """Rows whose history is kept; ``restore_name`` is the address at which a value comes back."""

    @property
    def restore_name(self) -> str:
        """Empty where nothing is restored by itself: it is changed anew instead."""
        return ""

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
            may_restore=bool(self.restore_name) and request.user.has_perm("archive.add_correction"),
            restore_name=self.restore_name,
        )
