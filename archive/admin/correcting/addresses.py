"""The addresses of the forms on which an ingestion is corrected, below its own page."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.views.decorators.http import require_http_methods

from archive.admin.correcting.citation import CitationSubject
from archive.admin.correcting.desk import Desk
from archive.admin.correcting.explanation import ExplanationSubject
from archive.admin.correcting.fact import FactSubject
from archive.admin.correcting.insertion import InsertionSubject
from archive.admin.correcting.note import NewNoteSubject, NoteSubject
from archive.admin.correcting.paragraph import ParagraphSubject
from archive.admin.correcting.subjects import Subject
from archive.admin.reading import ReadingAdmin

_ROUTES: dict[str, type[Subject]] = {
    "paragraph/<str:anchor>/": ParagraphSubject,
    "paragraph-after/<str:after>/": InsertionSubject,
    "note/<str:anchor>/": NoteSubject,
    "new-note/": NewNoteSubject,
    "citation/<str:where>/": CitationSubject,
    "fact/<str:fact>/": FactSubject,
    "explain/<str:code>/<str:where>/": ExplanationSubject,
}


class CorrectingAdmin(ReadingAdmin):
    """Ingestions in which something can be set right."""

    def get_urls(self) -> list[URLPattern]:
        """The forms, and what else there is."""
        return [*(self._form(*one) for one in _ROUTES.items()), *super().get_urls()]

    def _form(self, route: str, kind: type[Subject]) -> URLPattern:
        @require_http_methods(["GET", "HEAD", "POST"])
        def corrected(request: HttpRequest, pk: int, **where: Any) -> HttpResponse:
            """The form; PermissionDenied for staff who may not correct."""
            if not request.user.has_perm("archive.change_ingestion"):
                raise PermissionDenied
            return Desk(
                site=self.admin_site, request=request, kind=kind, key=pk, where=where
            ).answer()

        return self.address(f"correct/{route}", corrected, name=kind.view)
