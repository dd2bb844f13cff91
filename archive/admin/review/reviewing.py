"""The views of a review: the page of an ingestion, its file, and what is done on that page."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST, require_safe

from archive.admin.reading import ReadingAdmin
from archive.admin.review import framing, source
from archive.admin.review.corrections import changed_since
from archive.admin.review.forms import CorrectionForms
from archive.admin.review.page import review_of
from archive.admin.review.places import review_address
from archive.admin.review.sent import Sent, SentError
from archive.corrections.making import fact_set
from archive.corrections.values import MASTHEAD, CorrectionError
from archive.ingest.editing.correcting import (
    NotCorrectableError,
    check_correctable,
    correct,
    undo,
)
from archive.ingest.editing.editions import edition_of, is_parsed
from archive.ingest.editing.revisions import StaleRevisionError
from archive.ingest.intake.claims import a_worker_runs
from archive.models import Ingestion

_SYMBOL = f"{MASTHEAD}symbol"


class ReviewingAdmin(ReadingAdmin):
    """Ingestions with a page on which each is reviewed."""

    def get_urls(self) -> list[URLPattern]:
        """The pages of every model, and those of a review."""
        views = {
            "source": self.source,
            "take_candidate": self.take_candidate,
            "take_back": self.take_back,
        }
        own = [
            path(
                f"<int:pk>/{name.replace('_', '-')}/",
                self.admin_site.admin_view(view),
                name=f"archive_ingestion_{name}",
            )
            for name, view in views.items()
        ]
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
            value = fact_set(edition_of(ingestion).parsed, "symbol", words=sent.text("symbol"))
            correct(pk, value, by=sent.user, revision=sent.revision, evidence=evidence)
        except StaleRevisionError as error:
            return self.stale_page(request, ingestion, error=error)
        except (CorrectionError, NotCorrectableError, SentError) as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "The symbol is set, with its evidence.")
        return redirect(review_address(pk, where=_SYMBOL))

    @method_decorator(require_POST)
    def take_back(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take a correction back."""
        ingestion = self.ingestion_to_correct(request, pk)
        sent = Sent(request)
        made = get_object_or_404(ingestion.corrections, pk=sent.number("correction"))
        try:
            undo(made.pk, by=sent.user, revision=sent.revision)
        except StaleRevisionError as error:
            return self.stale_page(request, ingestion, error=error)
        except (CorrectionError, NotCorrectableError) as error:
            messages.error(request, str(error))
        else:
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

    def review_page(self, request: HttpRequest, ingestion: Ingestion) -> HttpResponse:
        """The page that fits what became of a file."""
        context = self.page_context(request, ingestion, title=str(ingestion.source_file))
        if not is_parsed(ingestion):
            context["worker_runs"] = a_worker_runs()
            return TemplateResponse(request, "admin/review/without_parse.html", context)
        forms = CorrectionForms(ingestion=ingestion.pk, is_allowed=context["may_correct"])
        context["review"] = review_of(ingestion, forms)
        return TemplateResponse(request, "admin/review/review.html", context)

    def stale_page(
        self, request: HttpRequest, ingestion: Ingestion, *, error: StaleRevisionError
    ) -> HttpResponse:
        """What others have changed since the page was opened from which a change is sent."""
        ingestion.refresh_from_db(fields=["state", "revision"])
        context = self.page_context(request, ingestion, title="Changed meanwhile") | {
            "error": str(error),
            "changes": changed_since(ingestion, error.asked),
            "address": review_address(ingestion.pk),
        }
        template = "admin/review/stale.html"
        return TemplateResponse(request, template, context, status=HTTPStatus.CONFLICT)

    def page_context(
        self, request: HttpRequest, ingestion: Ingestion, *, title: str
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
