"""The views on which an edition is published or turned down."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from archive.admin.publishing.prospect import prospect_of
from archive.admin.review.places import review_address
from archive.admin.review.refusals import REFUSALS, Refusal
from archive.admin.review.reviewing import ReviewingAdmin
from archive.admin.review.sent import Sent
from archive.ingest.editing.editions import is_parsed
from archive.ingest.outcomes import Outcome, Verdict
from archive.ingest.publishing.publication import publish, reject
from archive.models import Ingestion

_METHODS = ["GET", "HEAD", "POST"]
#: What nobody turns down any more.
_DECIDED = {Ingestion.State.PUBLISHED, Ingestion.State.REJECTED}
_SAID = {
    Verdict.ADDED: "{} is published; readers see it now.",
    Verdict.CORRECTED: "{} is published as corrected; readers see it now.",
    Verdict.REPLACED: "{} is published in the place of the text before; readers see it now.",
    Verdict.UNCHANGED: "Readers see this very text of {} already; nothing was changed.",
}


class PublishingAdmin(ReviewingAdmin):
    """Ingestions with pages on which each is published or turned down."""

    def get_urls(self) -> list[URLPattern]:
        """The pages of a review, and those of what becomes of it."""
        own = self.addresses(publish=self.publish, reject=self.reject)
        return [*own, *super().get_urls()]

    @method_decorator(require_http_methods(_METHODS))
    def publish(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What publishing will do, and then doing it."""
        ingestion = self._to_decide_on(request, pk)
        if request.method != "POST":
            return self._publish_page(request, ingestion)
        sent = Sent(request)
        try:
            outcome = publish(pk, by=sent.user, revision=sent.revision, reason=sent.text("reason"))
        except REFUSALS as error:
            now, refusal = self.refused(request, ingestion, error=error)
            return self._publish_page(request, now, refusal=refusal)
        _tell(request, outcome)
        return redirect(review_address(pk))

    @method_decorator(require_http_methods(_METHODS))
    def reject(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page on which a file is turned down for a reason."""
        ingestion = self._to_decide_on(request, pk)
        if request.method != "POST":
            return self._reject_page(request, ingestion)
        sent = Sent(request)
        try:
            reject(pk, by=sent.user, revision=sent.revision, reason=sent.text("reason"))
        except REFUSALS as error:
            now, refusal = self.refused(request, ingestion, error=error)
            return self._reject_page(request, now, refusal=refusal)
        messages.success(request, f"{ingestion.source_file} is turned down. The file is kept.")
        return redirect(review_address(pk))

    def _to_decide_on(self, request: HttpRequest, pk: int) -> Ingestion:
        """An ingestion, for who may publish. Raises PermissionDenied, then Http404."""
        if not request.user.has_perm("archive.publish_ingestion"):
            raise PermissionDenied
        return self.ingestion_to_look_at(request, pk)

    def _publish_page(
        self, request: HttpRequest, ingestion: Ingestion, *, refusal: Refusal | None = None
    ) -> HttpResponse:
        if not is_parsed(ingestion):
            messages.error(request, "There is no parse of it, so there is nothing to publish.")
            return redirect(review_address(ingestion.pk))
        context = self._context(request, ingestion, title="Publish", refusal=refusal)
        prospect = prospect_of(ingestion, refused=refusal.blockers if refusal else ())
        is_blocked = prospect.blockers and not context["reason_problem"]
        context |= {
            "prospect": prospect,
            "form_is_gone": is_blocked or prospect.is_up_to_date,
        }
        return self.answer(request, context, template="admin/publishing/publish.html")

    def _reject_page(
        self, request: HttpRequest, ingestion: Ingestion, *, refusal: Refusal | None = None
    ) -> HttpResponse:
        context = self._context(request, ingestion, title="Turn down", refusal=refusal)
        context["form_is_gone"] = ingestion.state in _DECIDED
        return self.answer(request, context, template="admin/publishing/reject.html")

    def _context(
        self, request: HttpRequest, ingestion: Ingestion, *, title: str, refusal: Refusal | None
    ) -> dict[str, Any]:
        """What both pages know; the revision is the one that somebody has looked at."""
        return self.page_context(request, ingestion, title=title, refusal=refusal) | {
            "address": review_address(ingestion.pk),
            "reason": Sent(request).typed("reason"),
            "reason_problem": refusal.at("reason") if refusal else "",
        }


def _tell(request: HttpRequest, outcome: Outcome) -> None:
    """Say what became of it, and what is to be looked at since."""
    messages.success(request, _SAID[outcome.verdict].format(outcome.symbol))
    if outcome.detail:
        messages.warning(request, outcome.detail)
