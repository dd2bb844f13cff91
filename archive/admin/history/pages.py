"""Pages about a row beside its own: its history, and what is done from there."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from archive.admin.reading import ReadingAdmin
from archive.admin.review.refusals import Refusal


class PagesAdmin(ReadingAdmin):
    """Rows with pages of their own besides Django’s."""

    def row_to_look_at(self, request: HttpRequest, pk: object) -> Any:
        """A row by its key. Raises PermissionDenied, then Http404."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        row = self.get_object(request, str(pk))
        if row is None:
            raise Http404(f"There is no such {self.opts.verbose_name}.")
        return row

    def row_to_work_on(self, request: HttpRequest, pk: object, *, permission: str) -> Any:
        """The same, for who has a permission of the archive’s."""
        if not request.user.has_perm(f"archive.{permission}"):
            raise PermissionDenied
        return self.row_to_look_at(request, pk)

    def page(
        self,
        request: HttpRequest,
        row: Any,
        *,
        template: str,
        title: str,
        refusal: Refusal | None = None,
        **context: Any,
    ) -> HttpResponse:
        """A page about a row, with the status of the refusal that it tells of."""
        known = {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": None,
            "is_popup": False,
            "opts": self.opts,
            "row": row,
            "refusal": refusal,
            "form_is_gone": False,
        }
        status = refusal.status if refusal else HTTPStatus.OK
        return TemplateResponse(request, template, known | context, status=status)
