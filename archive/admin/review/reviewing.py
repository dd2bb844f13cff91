"""The views of a review: the page of an ingestion, its file, and what is done on that page."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST, require_safe

from archive.admin.reading import ReadingAdmin
from archive.admin.review import framing, source
from archive.admin.review.forms import CorrectionForms
from archive.admin.review.page import review_of
from archive.admin.review.places import review_address
from archive.admin.review.refusals import REFUSALS, Refusal, refusal_of
from archive.admin.review.sent import Sent
from archive.corrections.making import fact_set
from archive.corrections.values import MASTHEAD
from archive.ingest.editing.correcting import (
    NotCorrectableError,
    check_correctable,
    correct,
    undo,
)
from archive.ingest.editing.editions import edition_of, is_parsed
from archive.ingest.intake.claims import a_worker_runs
from archive.models import Ingestion

_SYMBOL = f"{MASTHEAD}symbol"


class ReviewingAdmin(ReadingAdmin):
    """Ingestions with a page on which each is reviewed."""

    def get_urls(self) -> list[URLPattern]:
        """The pages of every model, and those of a review."""
        own = self.addresses(
            source=self.source, take_candidate=self.take_candidate, take_back=self.take_back
        )
        return [*own, *super().get_urls()]

    @method_decorator(require_safe)
    def change_view(  # noqa: PLR0917 Django’s signature
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The source beside the edition; of a file without a parse, what became of it."""
        self.check_may_look(request)
        ingestion = self.get_object(request, object_id)
        if ingestion is None:
            return super().change_view(request, object_id, form_url, extra_context)
        return self.review_page(request, ingestion)

    @method_decorator(require_safe)
    def source(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The file of an ingestion, shown in the frame of its page, where nothing of it can run."""
        ingestion = self.ingestion_to_look_at(request, pk)
        if not request.user.has_perm("archive.view_sourcefile"):
            raise PermissionDenied
        file = ingestion.source_file
        content = bytes(file.content)
        if source.is_pdf(content):
            return framing.pdf(content, name=file.name)
        context = {"file": file, "source": source.shown_source(ingestion, content)}
        return framing.page(TemplateResponse(request, "admin/review/source.html", context))

    @method_decorator(require_POST)
    def take_candidate(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Set the symbol that the page offers, with the evidence it offers it with."""
        ingestion = self.ingestion_to_correct(request, pk)
        sent = Sent(request)
        try:
            check_correctable(ingestion)
            evidence = sent.words("evidence", otherwise="Write what the symbol rests on.")
            revision = sent.revision
            value = fact_set(edition_of(ingestion).parsed, "symbol", words=sent.text("symbol"))
            correct(pk, value, by=sent.user, revision=revision, evidence=evidence)
        except REFUSALS as error:
            return self.review_again(request, ingestion, error=error)
        messages.success(request, "The symbol is set, with its evidence.")
        return redirect(review_address(pk, where=_SYMBOL))

    @method_decorator(require_POST)
    def take_back(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take a correction back."""
        ingestion = self.ingestion_to_correct(request, pk)
        sent = Sent(request)
        try:
            made = get_object_or_404(ingestion.corrections, pk=sent.number("correction"))
            undo(made.pk, by=sent.user, revision=sent.revision)
        except REFUSALS as error:
            return self.review_again(request, ingestion, error=error)
        messages.success(request, "The correction is taken back; it stays in the list.")
        return redirect(review_address(pk, where=made.where))

    def check_may_look(self, request: HttpRequest) -> None:
        """Raise PermissionDenied for staff who may not see ingestions."""
        if not self.has_view_permission(request):
            raise PermissionDenied

    def ingestion_to_look_at(self, request: HttpRequest, pk: int) -> Ingestion:
        """An ingestion by its key. Raises PermissionDenied, then Http404."""
        self.check_may_look(request)
        found = self.get_object(request, str(pk))
        if not isinstance(found, Ingestion):
            raise Http404("There is no such ingestion.")
        return found

    def ingestion_to_correct(self, request: HttpRequest, pk: int) -> Ingestion:
        """The same, for who may set things right in it. Raises PermissionDenied, then Http404."""
        if not request.user.has_perm("archive.change_ingestion"):
            raise PermissionDenied
        return self.ingestion_to_look_at(request, pk)

    def review_page(
        self, request: HttpRequest, ingestion: Ingestion, *, refusal: Refusal | None = None
    ) -> HttpResponse:
        """The page that fits what became of a file."""
        title = str(ingestion.source_file)
        context = self.page_context(request, ingestion, title=title, refusal=refusal)
        if not is_parsed(ingestion):
            context["worker_runs"] = a_worker_runs()
            return self.answer(request, context, template="admin/review/without_parse.html")
        forms = CorrectionForms(ingestion=ingestion.pk, is_allowed=context["may_correct"])
        review = review_of(ingestion, forms, refusal=refusal)
        context |= {"review": review, "form_is_gone": not review.offers}
        return self.answer(request, context, template="admin/review/review.html")

    def review_again(
        self, request: HttpRequest, ingestion: Ingestion, *, error: Exception
    ) -> HttpResponse:
        """The page of a review from which something was asked for that was refused."""
        now, refusal = self.refused(request, ingestion, error=error)
        return self.review_page(request, now, refusal=refusal)

    def refused(
        self, request: HttpRequest, ingestion: Ingestion, *, error: Exception
    ) -> tuple[Ingestion, Refusal]:
        """The ingestion as it is now, and why something was refused that was asked of it."""
        now = self.ingestion_to_look_at(request, ingestion.pk)
        return now, refusal_of(error, Sent(request), ingestion=now)

    def answer(
        self, request: HttpRequest, context: Mapping[str, Any], *, template: str
    ) -> HttpResponse:
        """A page about an ingestion, with the status of the refusal that it tells of."""
        refusal = context["refusal"]
        status = refusal.status if refusal else HTTPStatus.OK
        return TemplateResponse(request, template, dict(context), status=status)

    def page_context(
        self,
        request: HttpRequest,
        ingestion: Ingestion,
        *,
        title: str,
        refusal: Refusal | None = None,
    ) -> dict[str, Any]:
        """What every page about an ingestion knows."""
        may = request.user.has_perm
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": None,
            "is_popup": False,
            "opts": self.opts,
            "ingestion": ingestion,
            "refusal": refusal,
            "form_is_gone": False,
            "may_correct": may("archive.change_ingestion") and _is_correctable(ingestion),
            "may_publish": may("archive.publish_ingestion"),
            "may_reparse": may("archive.reparse_ingestion"),
            "may_see_source": may("archive.view_sourcefile"),
        }


def _is_correctable(ingestion: Ingestion) -> bool:
    """Whether anything can be set right in it, whoever asks."""
    try:
        check_correctable(ingestion)
    except NotCorrectableError:
        return False
    return True
