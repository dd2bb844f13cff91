"""Footnotes, with the paragraph that marks each."""

from django.contrib import admin

from archive.admin.links import address_of, link_to, rows_beside
from archive.admin.within_text import WithinTextAdmin
from archive.models import Footnote


@admin.register(Footnote)
class FootnoteAdmin(WithinTextAdmin):
    """Each note; those whose marker was not found are one filter away."""

    list_display = ("number", "resolution", "marked_in", "wording")
    list_filter = (
        ("paragraph", admin.EmptyFieldListFilter),
        "text__language",
        "text__resolution__stage",
    )
    search_fields = ("text__resolution__symbol", "wording")
    joined = (*WithinTextAdmin.joined, "paragraph")
    left_out = (*WithinTextAdmin.left_out, "search_vector", "paragraph__search_vector")
    fields = (
        "resolution",
        "its_text",
        "number",
        "position",
        "marked_in",
        "marker_offset",
        "wording",
        "citations",
    )
    readonly_fields = ("resolution", "its_text", "marked_in", "citations")
    citations = rows_beside("citations", title="Citations")

    def view_on_site(self, footnote: Footnote) -> str:
        """Its place on the resolution's page."""
        return f"{address_of(footnote.text)}#{footnote.anchor}"

    @admin.display(description="Marked in")
    def marked_in(self, footnote: Footnote) -> str:
        """The paragraph that carries its marker."""
        paragraph = footnote.paragraph
        return link_to(paragraph, label=paragraph.place if paragraph else "")
