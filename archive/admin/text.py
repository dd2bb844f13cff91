"""Texts, with the file each was read from and what stands in it."""

from django.contrib import admin

from archive.admin.links import link_to, link_to_resolution, link_to_rows
from archive.admin.reading import ReadingAdmin
from archive.models import Citation, Footnote, Ingestion, Paragraph, Text


@admin.register(Text)
class TextAdmin(ReadingAdmin):
    """Each text; its wording is on its own page only."""

    list_display = ("__str__", "about", "title", "file", "parser_version", "parsed_at")
    list_filter = ("resolution__stage", "language", "parser_version", "resolution__organ")
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

    @admin.display(description="Resolution", ordering="resolution__symbol")
    def about(self, text: Text) -> str:
        """Its resolution."""
        return link_to_resolution(text.resolution)

    @admin.display(description="File", ordering="source_file__name")
    def file(self, text: Text) -> str:
        """The file it was read from."""
        return link_to(text.source_file)

    @admin.display(description="Paragraphs")
    def paragraphs(self, text: Text) -> str:
        """Its paragraphs."""
        count = text.paragraphs.count()
        return link_to_rows(Paragraph, count=count, noun="paragraph", text__id__exact=text.pk)

    @admin.display(description="Notes")
    def notes(self, text: Text) -> str:
        """Its notes."""
        count = text.footnotes.count()
        return link_to_rows(Footnote, count=count, noun="footnote", text__id__exact=text.pk)

    @admin.display(description="Citations")
    def citations(self, text: Text) -> str:
        """Its citations."""
        count = text.citations.count()
        return link_to_rows(Citation, count=count, noun="citation", text__id__exact=text.pk)

    @admin.display(description="Ingestions")
    def history(self, text: Text) -> str:
        """The ingestions that brought it."""
        count = text.ingestions.count()
        return link_to_rows(Ingestion, count=count, noun="ingestion", text__id__exact=text.pk)
