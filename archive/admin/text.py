"""Texts, with the file each was read from and what stands in it."""

from django.contrib import admin

from archive.admin.links import address_of, link_to, link_to_resolution, rows_beside
from archive.admin.queues.filters import BehindTheParserFilter
from archive.admin.reading import ReadingAdmin
from archive.models import Text


@admin.register(Text)
class TextAdmin(ReadingAdmin):
    """Each text; its wording is on its own page only."""

    list_display = ("__str__", "language", "about", "title", "file", "parser_version", "parsed_at")
    list_filter = (
        BehindTheParserFilter,
        "resolution__stage",
        "language",
        "parser_version",
        "resolution__organ",
    )
    search_fields = ("resolution__symbol", "title", "source_file__name")
    date_hierarchy = "parsed_at"
    ordering = ("resolution__symbol", "language")
    joined = ("resolution", "source_file")
    left_out = ("search_vector", "resolution__search_vector", "source_file__content")
    fields = (
        "about",
        "language",
        "title",
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
    readonly_fields = ("about", "file", "paragraphs", "notes", "citations", "history")
    paragraphs = rows_beside("paragraphs", title="Paragraphs")
    notes = rows_beside("footnotes", title="Notes")
    citations = rows_beside("citations", title="Citations")
    history = rows_beside("ingestions", title="Ingestions")

    def view_on_site(self, text: Text) -> str:
        """Its page for readers."""
        return address_of(text)

    @admin.display(description="Resolution", ordering="resolution__symbol")
    def about(self, text: Text) -> str:
        """Its resolution."""
        return link_to_resolution(text.resolution)

    @admin.display(description="File", ordering="source_file__name")
    def file(self, text: Text) -> str:
        """The file it was read from."""
        return link_to(text.source_file)
