"""Ingestions, with what the parser warned of."""

import json

from django.contrib import admin
from django.utils.html import format_html, format_html_join

from archive.admin.links import link_to
from archive.admin.reading import ReadingAdmin
from archive.models import Ingestion


@admin.register(Ingestion)
class IngestionAdmin(ReadingAdmin):
    """Each file's way to publication; the whole parse result stays out of the list."""

    list_display = ("__str__", "state", "its_text", "warned", "parser_version", "ingested_at")
    list_filter = ("state", "parser_version", "ingested_at")
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
        "warnings_told",
    )
    readonly_fields = ("file", "its_text", "warnings_told")

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
        """The warnings, a line each, as the parser gave them."""
        lines = (
            (warning if isinstance(warning, str) else json.dumps(warning, ensure_ascii=False),)
            for warning in ingestion.warnings
        )
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", lines))
