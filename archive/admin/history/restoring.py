"""The page on which something past comes back: the difference first, then the decision."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from archive.admin.history.pages import PagesAdmin
from archive.admin.publishing.differences import told
from archive.admin.review.places import review_address
from archive.admin.review.refusals import REFUSALS, Refusal, refusal_of
from archive.admin.review.sent import Sent
from archive.ingest.restoring.restoration import (
    Restoration,
    RestoringError,
    make,
    make_and_publish,
)

#: Finds what is to be restored. Raises RestoringError.
Find = Callable[[], Restoration]


class RestoringAdmin(PagesAdmin):
    """Rows of which something past can come back."""

    def restoring_page(self, request: HttpRequest, row: Any, *, find: Find) -> HttpResponse:
        """What would come back, and then bringing it back; ``row`` may be looked at."""
        if not request.user.has_perm("archive.add_correction"):
            raise PermissionDenied
        try:
            return self._restored(request, row, find=find)
        except RestoringError as error:
            refusal = refusal_of(error, Sent(request))
            return self._past_page(request, row, found=None, refusal=refusal)

    def _restored(self, request: HttpRequest, row: Any, *, find: Find) -> HttpResponse:
        """Raises RestoringError where there is nothing to restore, or nothing any more."""
        found = find()
        if request.method != "POST":
            return self._past_page(request, row, found=found)
        try:
            self._restore(request, found)
        except REFUSALS as error:
            refusal = refusal_of(error, Sent(request), ingestion=found.ingestion)
            return self._past_page(request, row, found=find(), refusal=refusal)
        return redirect(self._history_address(row))

    def _restore(self, request: HttpRequest, found: Restoration) -> None:
        """Do it, and publish it where that is asked for. Raises PermissionDenied."""
        sent = Sent(request)
        is_published = "publish" in request.POST
        if is_published and not request.user.has_perm("archive.publish_ingestion"):
            raise PermissionDenied
        do = make_and_publish if is_published else make
        do(found, by=sent.user, revision=sent.revision, words=sent.text("reason"))
        then = "Readers see it now." if is_published else "Readers see it once it is published."
        messages.success(request, f"Restored: {found.what}. {then}")

    def _past_page(
        self,
        request: HttpRequest,
        row: Any,
        *,
        found: Restoration | None,
        refusal: Refusal | None = None,
    ) -> HttpResponse:
        return self.page(
            request,
            row,
            template="admin/history/restore.html",
            title="Restore",
            found=found,
            differences=told(found.differences) if found else (),
            left=told(found.left) if found else (),
            address=review_address(found.ingestion.pk) if found else "",
            history_address=self._history_address(row),
            reason=Sent(request).typed("reason"),
            reason_problem=refusal.at("reason") if refusal else "",
            may_publish=request.user.has_perm("archive.publish_ingestion"),
            refusal=refusal,
            form_is_gone=found is None,
        )

    def _history_address(self, row: Any) -> str:
        return reverse(f"admin:archive_{self.opts.model_name}_history", args=[row.pk])
