"""The page on which staff bring files, in the place of a form that makes one row."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from archive.admin.intake.bodies import receive_body
from archive.admin.intake.forms import BringForm
from archive.admin.reading import ReadingAdmin
from archive.ingest.intake import limits
from archive.ingest.intake.receiving import receive
from archive.models import Batch


class BringingAdmin(ReadingAdmin):
    """Rows that come of files which staff bring."""

    def has_add_permission(self, request: HttpRequest, *_: Any) -> bool:
        """Whether somebody may bring files."""
        return request.user.has_perm("archive.add_ingestion")

    @method_decorator(csrf_exempt)
    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def add_view(  # noqa: PLR0917 Django’s signature
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The page; whatever is sent to it is received within its own limits, then checked.

        Raises PermissionDenied, before anything is received, for staff who may not bring files.
        """
        del form_url, extra_context
        if not self.has_add_permission(request):
            raise PermissionDenied
        problem = receive_body(request) if request.method == "POST" else ""
        if problem:
            return self._page(request, BringForm(), problem=problem)
        return self._bring(request)

    @method_decorator(csrf_protect)
    def _bring(self, request: HttpRequest) -> HttpResponse:
        """Take in what was sent, and go on to its batch."""
        if request.method != "POST":
            return self._page(request, BringForm())
        form = BringForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._page(request, form)
        assert request.user.is_authenticated, "the site lets in nobody else"
        batch = receive(
            list(form.brought()),
            by=request.user,
            received_from=form.cleaned_data["received_from"],
            given_symbol=form.cleaned_data["given_symbol"],
        )
        self._tell(request, batch, given_symbol=form.cleaned_data["given_symbol"])
        return redirect("admin:archive_batch_change", batch.pk)

    def _tell(self, request: HttpRequest, batch: Batch, *, given_symbol: str) -> None:
        """Say that what somebody says of a file which is known is not kept."""
        if given_symbol and batch.files.known().exists():
            messages.warning(
                request,
                f"The same file was received before. That it is {given_symbol} was not written "
                "to it; look at it below.",
            )

    def _page(self, request: HttpRequest, form: BringForm, *, problem: str = "") -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": "Bring files",
            "subtitle": None,
            "is_popup": False,
            "opts": self.opts,
            "form": form,
            "problem": problem,
            "most_files": limits.MOST_FILES,
            "most_megabytes": limits.MOST_BYTES // 1_000_000,
            "most_megabytes_together": limits.MOST_BYTES_TOGETHER // 1_000_000,
            "most_pasted": limits.MOST_PASTED_CHARACTERS,
        }
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE if problem else HTTPStatus.OK
        return TemplateResponse(request, "admin/intake/bring.html", context, status=status)
