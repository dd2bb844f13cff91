"""Paragraphs, with the notes they mark and the citations they make."""

from django.contrib import admin

from archive.admin.links import link_to, rows_beside
from archive.admin.within_text import WithinTextAdmin
from archive.models import Paragraph


@admin.register(Paragraph)
class ParagraphAdmin(WithinTextAdmin):
    """Each paragraph in its place."""

    list_display = ("place", "resolution", "kind", "label", "opening", "wording")
    list_filter = ("kind", "text__resolution__stage", "text__resolution__organ")
    search_fields = ("text__resolution__symbol", "anchor", "opening", "wording")
    joined = (*WithinTextAdmin.joined, "parent")
    left_out = (*WithinTextAdmin.left_out, "search_vector", "parent__search_vector")
    fields = (
        "resolution",
        "its_text",
        "place",
        "anchor",
        "position",
        "kind",
        "number",
        "label",
        "stands_under",
        "opening",
        "wording",
        "notes",
        "citations",
    )
    readonly_fields = ("resolution", "its_text", "place", "stands_under", "notes", "citations")
    notes = rows_beside("footnotes", title="Notes")
    citations = rows_beside("citations", title="Citations")

    def view_on_site(self, paragraph: Paragraph) -> str:
        """Its place on the resolution's page."""
        return f"{paragraph.text.resolution.get_absolute_url()}#{paragraph.anchor}"

    @admin.display(description="Paragraph", ordering="position")
    def place(self, paragraph: Paragraph) -> str:
        """Where it stands, as a reader writes it."""
        return paragraph.place

    @admin.display(description="Sub-paragraph of")
    def stands_under(self, paragraph: Paragraph) -> str:
        """The paragraph it is a part of."""
        return link_to(paragraph.parent)
