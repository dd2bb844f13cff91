"""Ingestions, with what the parser warned of."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.admin.correcting.addresses import CorrectingAdmin
from archive.admin.intake.bringing import BringingAdmin
from archive.admin.links import link_to
from archive.admin.queues.filters import UnpublishedChangesFilter
from archive.admin.reparsing.rereading import RereadingAdmin
from archive.models import Ingestion


class WarningFilter(admin.SimpleListFilter):
    """What the parser or the ingestion warned of, by code."""

    title = "warning"
    parameter_name = "warning"

    def lookups(self, *_: Any) -> list[tuple[str, str]]:
        """The codes that occur, with how many ingestions have them."""
        return [(code, f"{code} ({count:,})") for code, count in Ingestion.objects.warned_of()]

    def queryset(self, _request: HttpRequest, queryset: Any) -> QuerySet[Any] | None:
        """The rows with the code chosen; None, which leaves all of them, without one."""
        code = self.value()
        return cast("QuerySet[Any]", queryset.warned(code)) if code else None


@admin.register(Ingestion)
class IngestionAdmin(CorrectingAdmin, RereadingAdmin, BringingAdmin):
    """Each file's way to publication; the whole parse result stays out of the list."""

    list_display = (
        "__str__",
        "state",
        "its_text",
        "format",
        "layout",
        "warned",
        "parser_version",
        "ingested_at",
    )
    list_filter = (
        "state",
        UnpublishedChangesFilter,
        WarningFilter,
        ("format", admin.AllValuesFieldListFilter),
        ("layout", admin.AllValuesFieldListFilter),
        "text__language",
        "parser_version",
        "ingested_at",
    )
    search_fields = ("source_file__name", "text__resolution__symbol", "reason")
    date_hierarchy = "ingested_at"
    ordering = ("-ingested_at", "-pk")
    joined = ("source_file", "text__resolution", "reviewer")
    left_out = (
        "parse_result",
        "source_file__content",
        "text__wording",
        "text__search_vector",
        "text__resolution__search_vector",
    )

    @admin.display(description="Text")
    def its_text(self, ingestion: Ingestion) -> str:
        """The text it became."""
        return link_to(ingestion.text)

    @admin.display(description="Warnings")
    def warned(self, ingestion: Ingestion) -> int:
        """How many warnings there were."""
        return len(ingestion.warnings)
