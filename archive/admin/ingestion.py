"""Ingestions, with what the parser warned of."""

import json
from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from archive.admin.intake.bringing import BringingAdmin
from archive.admin.links import link_to
from archive.admin.listing import listed
from archive.admin.queues.filters import UnpublishedChangesFilter
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
class IngestionAdmin(BringingAdmin):
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
    fields = (
        "file",
        "its_text",
        "state",
        "reason",
        "parser_version",
        "ingested_at",
        "reviewer",
        "format",
        "layout",
        "language",
        "warnings_told",
        "mends",
        "leftovers",
    )
    readonly_fields = (
        "file",
        "its_text",
        "format",
        "layout",
        "language",
        "warnings_told",
        "mends",
        "leftovers",
    )

    @admin.display(description="File", ordering="source_file__name")
    def file(self, ingestion: Ingestion) -> str:
        """The file that was ingested."""
        return link_to(ingestion.source_file)

    @admin.display(description="Text")
    def its_text(self, ingestion: Ingestion) -> str:
        """The text it became."""
        return link_to(ingestion.text)

    @admin.display(description="Warnings")
    def warned(self, ingestion: Ingestion) -> int:
        """How many warnings there were."""
        return len(ingestion.warnings)

    @admin.display(description="Warnings")
    def warnings_told(self, ingestion: Ingestion) -> str:
        """The warnings, a line each: where, what, and the code that lists are filtered by."""
        return listed(map(_told, ingestion.warnings))

    @admin.display(description="Language")
    def language(self, ingestion: Ingestion) -> str:
        """The language the parser read."""
        return _parse_of(ingestion).get("language") or "–"

    @admin.display(description="Mends")
    def mends(self, ingestion: Ingestion) -> str:
        """Words that were put together again: where, as found, as mended."""
        return listed(
            f"{mend['where']}: “{mend['found']}”, now “{mend['mended']}”"
            for mend in _parse_of(ingestion).get("mends", ())
        )

    @admin.display(description="Left over")
    def leftovers(self, ingestion: Ingestion) -> str:
        """What the parse gave no place, a line each."""
        return listed(_parse_of(ingestion).get("leftovers", ()))


def _parse_of(ingestion: Ingestion) -> dict[str, Any]:
    """Its parse; nothing where it has not been parsed."""
    return ingestion.parse_result or {}


def _told(warning: str | dict[str, str]) -> str:
    """“op3: It does not run on. (number_gap)”; a warning of another shape as it is kept."""
    match warning:
        case {"code": code, "message": message, "where": where}:
            return f"{where}: {message} ({code})"
        case str():
            return warning
        case _:
            return json.dumps(warning, ensure_ascii=False)
