"""Pages of corrections: what templates are given."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from archive.admin.correcting.fields import PLACES_LIST, CorrectionForm, places_around
from archive.admin.correcting.subjects import Subject
from archive.admin.correcting.versions import Versions
from archive.admin.review.places import anchor_of, review_address
from archive.models import Ingestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The subject with its form, and what was written for another revision; or why it is shown."""

    subject: Subject
    form: CorrectionForm
    versions: Versions | None = None
    problem: str = ""

    @property
    def has_places(self) -> bool:
        """Whether a field of the form offers places."""
        fields = self.form.fields.values()
        return any(one.widget.attrs.get("list") == PLACES_LIST for one in fields)


def correction_page(
    request: HttpRequest, page: Page, *, site: AdminSite, status: HTTPStatus
) -> HttpResponse:
    """The page of a form."""
    subject, parsed = page.subject, page.subject.edition.parsed
    ingestion = subject.edition.ingestion
    around = anchor_of(subject.where)
    context = {
        **_frame(ingestion, subject.title, site=site, request=request, where=subject.where),
        "subject": subject,
        "form": page.form,
        "versions": page.versions,
        "problem": page.problem,
        "source": subject.address_of("source"),
        "has_problems": bool(page.form.is_bound and page.form.errors),
        "places_list": PLACES_LIST,
        "places": places_around(parsed, around) if page.has_places else (),
    }
    return TemplateResponse(request, "admin/correcting/correction.html", context, status=status)


def refusal_page(
    request: HttpRequest, told: Mapping[str, Any], *, site: AdminSite, status: HTTPStatus
) -> HttpResponse:
    """A page that says why nothing can be corrected, and what to do."""
    ingestion = told["ingestion"]
    title = "Nothing was changed" if request.method == "POST" else "Nothing to be corrected here"
    frame = _frame(ingestion, title, site=site, request=request, where="")
    template = "admin/correcting/refusal.html"
    return TemplateResponse(request, template, {**frame, **told}, status=status)


def _frame(
    ingestion: Ingestion, title: str, *, site: AdminSite, request: HttpRequest, where: str
) -> dict[str, Any]:
    """What every page of the admin is given, and the way back."""
    return {
        **site.each_context(request),
        "title": title,
        "subtitle": None,
        "is_popup": False,
        "opts": Ingestion._meta,
        "file": ingestion.source_file,
        "back": review_address(ingestion.pk, where=where),
    }
