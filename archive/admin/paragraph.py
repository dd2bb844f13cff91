"""Paragraphs, with the notes they mark and the citations they make."""

from django.contrib import admin

from archive.admin.links import link_to, link_to_rows
from archive.admin.within_text import WithinTextAdmin
from archive.models import Citation, Footnote, Paragraph


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

    @admin.display(description="Notes")
    def notes(self, paragraph: Paragraph) -> str:
        """The notes it marks."""
        count = paragraph.footnotes.count()
        return link_to_rows(
            Footnote, count=count, noun="footnote", paragraph__id__exact=paragraph.pk
        )

    @admin.display(description="Citations")
    def citations(self, paragraph: Paragraph) -> str:
        """The citations it makes, those of its notes included."""
        count = paragraph.citations.count()
        return link_to_rows(
            Citation, count=count, noun="citation", paragraph__id__exact=paragraph.pk
        )
