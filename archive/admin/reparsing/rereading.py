"""The views on which a file is read again, compared with what is published, and takes its place."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_POST

from archive.admin.publishing.publishing import PublishingAdmin
from archive.admin.reparsing.differences import reading_of
from archive.admin.reparsing.replacing import place_of
from archive.admin.review.places import review_address
from archive.admin.review.refusals import REFUSALS, Refusal
from archive.admin.review.sent import Sent
from archive.ingest.editing.correcting import undo
from archive.ingest.reparsing.comparing import comparison_of
from archive.ingest.reparsing.deciding import accept, keep_as_published
from archive.ingest.reparsing.replacing import stand_alone, take_place
from archive.ingest.reparsing.rereading import RereadingError, read_again
from archive.ingest.reparsing.settling import keep_value
from archive.ingest.reparsing.taking_along import take_along
from archive.models import Ingestion
from archive.parsing.pipeline import PARSER_VERSION

_METHODS = ["GET", "HEAD", "POST"]
_TICKED = "as_published"


class RereadingAdmin(PublishingAdmin):
    """Ingestions with pages on which each is read again, and compared with what is published."""

    def get_urls(self) -> list[URLPattern]:
        """The pages of what becomes of an ingestion, and those of its next reading."""
        own = self.addresses(
            reparse=self.reparse,
            differences=self.differences,
            accept=self.accept,
            take_along=self.take_along,
            settle=self.settle,
            replace=self.replace,
            stand_alone=self.stand_alone,
        )
        return [*own, *super().get_urls()]

    @method_decorator(require_http_methods(_METHODS))
    def reparse(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What reading a file again means, and then having it done."""
        _check(request, "archive.reparse_ingestion")
        ingestion = self.ingestion_to_look_at(request, pk)
        if request.method != "POST":
            return self._answer(
                request,
                ingestion,
                name="reparse",
                title="Read again",
                parser_version=PARSER_VERSION,
            )
        try:
            made = read_again(pk, by=Sent(request).user)
        except RereadingError as error:
            messages.error(request, str(error))
            return redirect(review_address(error.already.pk if error.already else pk))
        messages.success(request, "The file waits to be read again. Readers see what they saw.")
        return redirect(review_address(made.pk))

    @method_decorator(require_http_methods(_METHODS))
    def differences(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What a reading would change for readers; what is ticked is turned down."""
        ingestion = self.ingestion_to_look_at(request, pk)
        if request.method != "POST":
            return self._differences(request, ingestion)
        _check(request, "archive.change_ingestion")
        sent, ticked = Sent(request), request.POST.getlist(_TICKED)
        try:
            made = keep_as_published(pk, ticked, by=sent.user, revision=sent.revision)
        except REFUSALS as error:
            return self._differences_again(request, ingestion, error=error)
        said = "1 correction keeps" if len(made) == 1 else f"{len(made)} corrections keep"
        messages.success(request, f"{said} what is published.")
        return redirect("admin:archive_ingestion_differences", pk)

    @method_decorator(require_POST)
    def accept(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Publish a reading, but for what is ticked."""
        _check(request, "archive.publish_ingestion")
        ingestion = self.ingestion_to_look_at(request, pk)
        sent, ticked = Sent(request), request.POST.getlist(_TICKED)
        try:
            outcome = accept(
                pk,
                but=ticked,
                by=sent.user,
                revision=sent.revision,
                reason=sent.text("reason"),
            )
        except REFUSALS as error:
            return self._differences_again(request, ingestion, error=error)
        messages.success(request, f"{outcome.symbol} is published; readers see it now.")
        return redirect(review_address(pk))

    @method_decorator(require_POST)
    def take_along(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take the corrections along that were made in what is published meanwhile."""
        ingestion = self.ingestion_to_correct(request, pk)
        sent = Sent(request)
        try:
            take_along(pk, by=sent.user, revision=sent.revision)
        except REFUSALS as error:
            return self._differences_again(request, ingestion, error=error)
        messages.success(request, "The corrections are taken along.")
        return redirect("admin:archive_ingestion_differences", pk)

    @method_decorator(require_POST)
    def settle(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Decide between what a person set before and what is read now."""
        ingestion = self.ingestion_to_correct(request, pk)
        sent = Sent(request)
        settle = keep_value if "keep" in request.POST else undo
        try:
            made = get_object_or_404(ingestion.corrections, pk=sent.number("correction"))
            settle(made.pk, by=sent.user, revision=sent.revision)
        except REFUSALS as error:
            return self._differences_again(request, ingestion, error=error)
        said = "is kept" if settle is keep_value else "is taken back"
        messages.success(request, f"What {made.author} set {said}.")
        return redirect("admin:archive_ingestion_differences", pk)

    @method_decorator(require_http_methods(_METHODS))
    def replace(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The held text whose place a file can take, the difference, and then taking it."""
        ingestion = self.ingestion_to_correct(request, pk)
        if request.method != "POST":
            return self._replace(request, ingestion)
        try:
            take_place(pk, revision=Sent(request).revision)
        except REFUSALS as error:
            now, refusal = self.refused(request, ingestion, error=error)
            return self._replace(request, now, refusal=refusal)
        messages.success(
            request, "It is to take the place of the held text. Readers see that until then."
        )
        return redirect("admin:archive_ingestion_differences", pk)

    @method_decorator(require_POST)
    def stand_alone(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Have a file take nothing’s place after all."""
        ingestion = self.ingestion_to_correct(request, pk)
        try:
            stand_alone(pk, revision=Sent(request).revision)
        except REFUSALS as error:
            return self.review_again(request, ingestion, error=error)
        messages.success(request, "It takes nothing’s place.")
        return redirect(review_address(pk))

    def _differences(
        self, request: HttpRequest, ingestion: Ingestion, *, refusal: Refusal | None = None
    ) -> HttpResponse:
        """The page of differences; refused, it is as it was sent."""
        found = comparison_of(ingestion)
        ticked = request.POST.getlist(_TICKED)
        reading = reading_of(found, ticked=ticked) if found else None
        return self._answer(
            request,
            ingestion,
            name="differences",
            title="What it changes for readers",
            refusal=refusal,
            reading=reading,
            reason=Sent(request).typed("reason"),
            reason_problem=refusal.at("reason") if refusal else "",
            form_is_gone=reading is None or not reading.is_comparable,
        )

    def _differences_again(
        self, request: HttpRequest, ingestion: Ingestion, *, error: Exception
    ) -> HttpResponse:
        now, refusal = self.refused(request, ingestion, error=error)
        return self._differences(request, now, refusal=refusal)

    def _replace(
        self, request: HttpRequest, ingestion: Ingestion, *, refusal: Refusal | None = None
    ) -> HttpResponse:
        return self._answer(
            request,
            ingestion,
            name="replace",
            title="Replace a held text",
            refusal=refusal,
            place=place_of(ingestion),
        )

    def _answer(
        self,
        request: HttpRequest,
        ingestion: Ingestion,
        *,
        name: str,
        title: str,
        refusal: Refusal | None = None,
        **context: Any,
    ) -> HttpResponse:
        """A page about an ingestion."""
        known = self.page_context(request, ingestion, title=title, refusal=refusal)
        known["address"] = review_address(ingestion.pk)
        known["differences_address"] = reverse(
            "admin:archive_ingestion_differences", args=[ingestion.pk]
        )
        return self.answer(request, known | context, template=f"admin/reparsing/{name}.html")


def _check(request: HttpRequest, permission: str) -> None:
    """Raise PermissionDenied for who has not that permission."""
    if not request.user.has_perm(permission):
        raise PermissionDenied
