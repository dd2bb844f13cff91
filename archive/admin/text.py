"""Texts, with the file each was read from and what stands in it."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from archive.admin.history.texts import TextHistoryAdmin
from archive.admin.links import address_of, link_to, link_to_resolution, rows_beside
from archive.admin.queues.filters import BehindTheParserFilter
from archive.admin.withdrawing.withdrawing import WithdrawingAdmin
from archive.ingest.reparsing.present import present_ingestion
from archive.ingest.reparsing.rereading import RereadingError, read_again
from archive.models import Text


class WithdrawnFilter(admin.SimpleListFilter):
    """Whether readers see it."""

    title = "withdrawn"
    parameter_name = "withdrawn"

    def lookups(self, *_: Any) -> list[tuple[str, str]]:
        """The two choices."""
        return [("yes", "Withdrawn"), ("no", "Seen by readers")]

    def queryset(self, _request: HttpRequest, queryset: Any) -> QuerySet[Any] | None:
        """The rows of the choice made; None, which leaves all of them, without one."""
        choices = {"yes": queryset.withdrawn, "no": queryset.published}
        choose = choices.get(self.value() or "")
        return choose() if choose else None


@admin.register(Text)
class TextAdmin(WithdrawingAdmin, TextHistoryAdmin):
    """Each text; its wording is on its own page only."""

    list_display = (
        "__str__",
        "language",
        "about",
        "title",
        "file",
        "parser_version",
        "parsed_at",
        "seen",
    )
    list_filter = (
        BehindTheParserFilter,
        WithdrawnFilter,
        "resolution__stage",
        "language",
        "parser_version",
        "resolution__organ",
    )
    search_fields = ("resolution__symbol", "title", "source_file__name")
    date_hierarchy = "parsed_at"
    ordering = ("resolution__symbol", "language")
    joined = ("resolution", "source_file", "withdrawn_by")
    left_out = ("search_vector", "resolution__search_vector", "source_file__content")
    actions = ("read_again",)
    fields = (
        "about",
        "language",
        "title",
        "seen",
        "withdrawn_at",
        "withdrawn_by",
        "withdrawal_reason",
        "file",
        "parser_version",
        "parsed_at",
        "content_hash",
        "paragraphs",
        "notes",
        "citations",
        "history",
        "wording",
    )
    readonly_fields = (
        "about",
        "seen",
        "file",
        "paragraphs",
        "notes",
        "citations",
        "history",
    )
    paragraphs = rows_beside("paragraphs", title="Paragraphs")
    notes = rows_beside("footnotes", title="Notes")
    citations = rows_beside("citations", title="Citations")
    history = rows_beside("ingestions", title="Ingestions")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What is said of a withdrawal only where there is one."""
        fields = super().get_fields(request, obj)
        if obj is None or obj.is_withdrawn:
            return fields
        return [one for one in fields if not str(one).startswith("withdraw")]

    def change_view(  # noqa: PLR0917 Django’s signature
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Its page, which leads to where it is read again, withdrawn and restored."""
        text = self.get_object(request, object_id)
        known = {"present": present_ingestion(text) if text else None, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, known)

    def view_on_site(self, text: Text) -> str:
        """Its page for readers."""
        return address_of(text)

    def has_reparse_permission(self, request: HttpRequest) -> bool:
        """Whether somebody may have files read again."""
        return request.user.has_perm("archive.reparse_ingestion")

    @admin.action(description="Read the chosen texts again", permissions=["reparse"])
    def read_again(self, request: HttpRequest, texts: Any) -> None:
        """Have the files of texts parsed again, and say which wait and which do not, and why."""
        waiting = 0
        for text in texts:
            try:
                _have_read_again(text, request)
            except RereadingError as error:
                messages.warning(request, f"{text}: {error}")
            else:
                waiting += 1
        said = "1 text waits" if waiting == 1 else f"{waiting} texts wait"
        messages.success(request, f"{said} to be read again. Readers see what they saw.")

    @admin.display(description="Resolution", ordering="resolution__symbol")
    def about(self, text: Text) -> str:
        """Its resolution."""
        return link_to_resolution(text.resolution)

    @admin.display(description="File", ordering="source_file__name")
    def file(self, text: Text) -> str:
        """The file it was read from."""
        return link_to(text.source_file)

    @admin.display(description="Readers", ordering="withdrawn_at")
    def seen(self, text: Text) -> str:
        """Whether readers see it."""
        return "Withdrawn" if text.is_withdrawn else "See it"


def _have_read_again(text: Text, request: HttpRequest) -> None:
    """Let the file of a text wait for the parser. Raises RereadingError."""
    assert request.user.is_authenticated, "the site lets in nobody else"
    present = present_ingestion(text)
    if present is None:
        raise RereadingError("The archive kept no ingestion of it.")
    read_again(present.pk, by=request.user)
